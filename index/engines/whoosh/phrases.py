"""Which passages have words in a row, and what the row weighs there as if it were one word.

Stems enter, document numbers and Terms leave. Only arrays are read; nothing is changed.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.engines.whoosh.collection import Collection
from index.engines.whoosh.postings import Scores, Term
from index.engines.whoosh.running import Running


class Phrases:
    """The phrases of one collection; safe for many threads."""

    def __init__(self, collection: Collection, running: Running) -> None:
        """Take the postings and the running texts."""
        self._collection = collection
        self._running = running

    def documents(self, stems: Sequence[str]) -> NDArray[np.int64]:
        """Return the documents that have ``stems`` in a row in one field, in order."""
        if len(stems) == 1:
            term = self._collection.term(stems[0])
            return term.documents if term else np.zeros(0, dtype=np.int64)
        return self._running.documents(self._running.places(stems))

    def term(self, stems: Sequence[str]) -> Term | None:
        """Return the postings of ``stems`` in a row, or None where no passage has them.

        A row weighs what its words weigh on average, so that a name of three words counts for one
        word asked for, not for three; and is as telling as it is rare, be its words common ones.
        """
        if len(stems) == 1:
            return self._collection.term(stems[0])
        documents = self.documents(stems)
        if not len(documents):
            return None
        weights: Scores = np.zeros(len(documents), dtype=np.float32)
        each = 0.0
        for term in map(self._collection.term, stems):
            if term is not None:
                weights += term.weights[np.searchsorted(term.documents, documents)]
                each += self._collection.idf(len(term.documents))
        return self._collection.made(
            documents, weights * np.float32(self._collection.idf(len(documents)) / each)
        )
