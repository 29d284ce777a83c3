"""The texts of all documents across segments, by document number.

The sidecars' texts enter, bytes leave. Read only, shared by all threads.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.engines.whoosh.numbering import GONE, Numbering


@dataclass(frozen=True, slots=True)
class Texts:
    """UTF-8 texts: ``data[part][first:last]`` by the row of ``places`` of a document."""

    data: Sequence[memoryview]
    places: NDArray[np.int64]

    def of(self, documents: Sequence[int]) -> list[str]:
        """Return the text of each of ``documents``."""
        data = self.data
        return [
            str(data[part][first:last], "utf-8")
            for part, first, last in self.places.take(documents, axis=0).tolist()
        ]


def merge_texts(
    parts: Sequence[tuple[NDArray[np.uint8], NDArray[np.int64]]], numbering: Numbering
) -> Texts:
    """Return the texts of each segment, end to end with their ends, by the documents' numbers."""
    places = np.zeros((numbering.count, 3), dtype=np.int64)
    for part, ((_, ends), numbers) in enumerate(zip(parts, numbering.numbers, strict=True)):
        alive = numbers != GONE
        places[numbers[alive], 0] = part
        places[numbers[alive], 1] = np.concatenate(([0], ends[:-1]))[alive]
        places[numbers[alive], 2] = ends[alive]
    return Texts([data.data for data, _ in parts], places)
