"""What a word weighs in a passage: BM25F, computed for many postings at once.

The sidecars of the segments and postings of them enter, weights leave.

The weight is BM25F as Whoosh has it:
for each field, idf * tf * (K1 + 1) / (tf + K1 * (1 - B + B * length / average length)), times the
field's weight, summed over the fields (Robertson and Zaragoza, "The Probabilistic Relevance
Framework: BM25 and Beyond", Foundations and Trends in Information Retrieval 3(4), 2009); idf is
ln(N / (n + 1)) + 1 per field. N, n and the averages are known only across segments, so weights are
computed here and not in the sidecars; as in Whoosh they count deleted documents until those are
merged away.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.engines.whoosh.postings import Numbers, Scores
from index.engines.whoosh.records import FIELDS
from index.engines.whoosh.sidecar import Arrays, kept_lengths

K1 = 1.2
B = 0.75
"""BM25's saturation and length normalisation, as Whoosh sets them; others gave no gain."""

WEIGHTS = {"title": 1.0, "heading": 1.0, "path": 1.0, "names": 2.0, "body": 1.0}
"""Searched field -> weight. That a page has the very name asked for is told by `Ranking.naming`, so
fields weigh the same, but for the names a page is also known by, which its text may never use."""


def idf(documents: int, frequency: int) -> float:
    """Return how telling a word is that stands in ``frequency`` of so many documents."""
    return log(max(documents, 1) / (frequency + 1)) + 1


def idfs(documents: int, frequencies: NDArray[np.signedinteger[Any]]) -> NDArray[np.float64]:
    """Return the same for many words at once."""
    return np.log(max(documents, 1) / (frequencies + 1.0)) + 1.0


@dataclass(frozen=True, slots=True)
class Occurrences:
    """Postings of one segment: their terms, its own document numbers, counts by field."""

    terms: Numbers
    documents: NDArray[np.int32]
    counts: NDArray[np.uint16]


class Weighing:
    """Weighs postings of ``segments``."""

    def __init__(self, segments: Sequence[Arrays]) -> None:
        """Work out once what the length of each document adds to the count of any word."""
        self.total = sum(len(one.lengths) for one in segments)
        totals = [sum(int(one.lengths[:, code].sum()) for one in segments) for code in _CODES]
        averages = [total / max(self.total, 1) or 1.0 for total in totals]
        self._norms = [
            [_norms(one.lengths[:, code], averages[code]) for code in _CODES] for one in segments
        ]

    def weigh(self, occurrences: Sequence[Occurrences], size: int) -> list[Scores]:
        """Return the weight of each posting; there are occurrences for each segment, in order.

        They are all there are of their terms, whose numbers are below ``size``.
        """
        weights = [np.zeros(len(one.terms), dtype=np.float32) for one in occurrences]
        for code, name in enumerate(FIELDS):
            rows = [np.flatnonzero(one.counts[:, code]) for one in occurrences]
            frequency = np.zeros(size, dtype=np.int64)
            for one, row in zip(occurrences, rows, strict=True):
                frequency += np.bincount(one.terms[row], minlength=size)
            telling = WEIGHTS[name] * (K1 + 1) * idfs(self.total, frequency)
            for one, row, norms, weight in zip(
                occurrences, rows, self._norms, weights, strict=True
            ):
                count = one.counts[row, code].astype(np.float64)
                norm = norms[code][one.documents[row]]
                weight[row] += telling[one.terms[row]] * count / (count + norm)
        return weights


_CODES = range(len(FIELDS))


def _norms(lengths: NDArray[np.int32], average: float) -> NDArray[np.float64]:
    return K1 * ((1 - B) + B * kept_lengths(lengths).astype(np.float64) / average)
