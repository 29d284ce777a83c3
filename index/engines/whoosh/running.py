"""The texts of passages by document number, and which passages have words in a row.

The sidecars' texts enter, bytes and flags leave: a phrase is a search for bytes. Read
only, shared by all threads.
"""

from bisect import bisect_right
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.engines.whoosh.collection import Mask
from index.engines.whoosh.sidecar import Arrays


class Texts:
    """The texts of all documents across segments, by document number."""

    def __init__(
        self, parts: Sequence[tuple[NDArray[np.uint8], NDArray[np.int64]]], bases: Sequence[int]
    ) -> None:
        """Take each segment's bytes and ends, and the number of its first document."""
        self._data = [np.ascontiguousarray(data) for data, _ in parts]
        self._ends = [ends for _, ends in parts]
        self._bases = list(bases)

    def of(self, document: int) -> bytes:
        """Return the text of ``document`` as UTF-8."""
        part = bisect_right(self._bases, document) - 1
        number = document - self._bases[part]
        ends = self._ends[part]
        start = int(ends[number - 1]) if number else 0
        return self._data[part][start : int(ends[number])].tobytes()


class Running:
    """All stems and all folded words of every passage in a row, for phrases and literal matches."""

    def __init__(self, segments: Sequence[Arrays], bases: Sequence[int]) -> None:
        """Take the sidecars and the number of each one's first document."""
        self._stems = Texts([(arrays.stems, arrays.stem_ends) for arrays in segments], bases)
        self._words = Texts([(arrays.words, arrays.word_ends) for arrays in segments], bases)

    def with_stems(self, candidates: NDArray[np.int64], stems: Sequence[str]) -> Mask:
        """Return which of ``candidates`` have ``stems`` in a row in one field."""
        return _having(self._stems, candidates, stems)

    def with_words(self, candidates: NDArray[np.int64], words: Sequence[str]) -> Mask:
        """Return which of ``candidates`` have the folded ``words`` in a row in one field."""
        return _having(self._words, candidates, words)


def _having(texts: Texts, candidates: NDArray[np.int64], row: Sequence[str]) -> Mask:
    needle = f" {' '.join(row)} ".encode()
    return np.array([needle in texts.of(number) for number in candidates.tolist()], dtype=np.bool_)
