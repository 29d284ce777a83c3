"""A word's passages and what it weighs in each.

Pure data, read by all threads; made by `collection`.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.bool_]
"""One flag a document number."""

Numbers = NDArray[np.signedinteger[Any]]
"""Document numbers, or places in the tokens."""

Scores = NDArray[np.float32]
"""One number a document."""

Documents = Numbers
"""Document numbers, in order."""


@dataclass(frozen=True, slots=True)
class Term:
    """A term's passages: document numbers and weights, and the same as a row where it is frequent.

    ``told`` is as ``row`` with the idf for weights; ``idf`` is that of the number of documents it
    stands in, whatever the field.
    """

    number: int
    documents: Numbers
    weights: Scores
    idf: float
    row: Scores | None
    told: Scores | None

    def among(self, documents: Numbers) -> Mask:
        """Return which of ``documents`` it stands in."""
        if self.row is not None:
            return self.row[documents] > 0
        places = self.documents.searchsorted(documents)
        among: Mask = self.documents.take(places, mode="clip") == documents
        return among

    def stands_in(self, document: int) -> bool:
        """Return whether it stands in ``document``."""
        if self.row is not None:
            return bool(self.row[document] > 0)
        place = int(self.documents.searchsorted(document))
        return place < len(self.documents) and bool(self.documents[place] == document)
