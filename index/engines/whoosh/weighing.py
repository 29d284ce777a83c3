"""What a word weighs in a passage: BM25F, computed for every posting at once.

The sidecars of the segments enter, weights leave.

The weight is BM25F as Whoosh has it:
for each field, idf * tf * (K1 + 1) / (tf + K1 * (1 - B + B * length / average length)), times the
field's weight, summed over the fields (Robertson and Zaragoza, "The Probabilistic Relevance
Framework: BM25 and Beyond", Foundations and Trends in Information Retrieval 3(4), 2009); idf is
ln(N / (n + 1)) + 1 per field. N, n and the averages are known only across segments, so weights are
computed here and not in the sidecars; as in Whoosh they count deleted documents until those are
merged away.
"""

from collections.abc import Iterator, Sequence
from math import log
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.engines.whoosh.records import FIELDS
from index.engines.whoosh.sidecar import Arrays, kept_lengths

K1 = 1.2
B = 0.75
"""BM25's saturation and length normalisation, as Whoosh sets them; others gave no gain."""

_BLOCK = 262_144
"""Postings that are weighed at once: what is needed meanwhile for all of them is three times as
large as all that is kept."""

WEIGHTS = {"title": 1.0, "heading": 1.0, "path": 1.0, "names": 2.0, "body": 1.0}
"""Searched field -> weight. That a page has the very name asked for is told by `Ranking.naming`, so
fields weigh the same, but for the names a page is also known by, which its text may never use."""


def idf(documents: int, frequency: int) -> float:
    """Return how telling a word is that stands in ``frequency`` of so many documents."""
    return log(max(documents, 1) / (frequency + 1)) + 1


def idfs(documents: int, frequencies: NDArray[np.signedinteger[Any]]) -> NDArray[np.float64]:
    """Return the same for many words at once."""
    return np.log(max(documents, 1) / (frequencies + 1.0)) + 1.0


def bm25f(
    segments: Sequence[Arrays], terms: Sequence[NDArray[np.signedinteger[Any]]], size: int
) -> list[NDArray[np.float32]]:
    """Return the weight of each posting of each segment.

    ``terms`` has the number of each posting's term, below ``size``.
    """
    total = sum(len(one.lengths) for one in segments)
    weights = [np.zeros(len(term), dtype=np.float32) for term in terms]
    for code, name in enumerate(FIELDS):
        frequency = np.zeros(size, dtype=np.int64)
        for one, term in zip(segments, terms, strict=True):
            for block in _blocks(len(term)):
                has = one.posting_counts[block, code] > 0
                frequency += np.bincount(term[block][has], minlength=size)
        telling = WEIGHTS[name] * (K1 + 1) * idfs(total, frequency)
        average = sum(int(one.lengths[:, code].sum()) for one in segments) / max(total, 1)
        for one, term, weight in zip(segments, terms, weights, strict=True):
            # What a length adds to the count is the same for all words of a document.
            length = kept_lengths(one.lengths[:, code]).astype(np.float64)
            norm = K1 * ((1 - B) + B * length / (average or 1.0))
            for block in _blocks(len(term)):
                row = np.flatnonzero(one.posting_counts[block, code])
                count = one.posting_counts[block, code][row].astype(np.float64)
                document = one.posting_documents[block][row]
                weight[block][row] += telling[term[block][row]] * count / (count + norm[document])
    return weights


def _blocks(length: int) -> Iterator[slice]:
    """Yield the places below ``length`` by blocks of `_BLOCK`."""
    return (slice(start, start + _BLOCK) for start in range(0, length, _BLOCK))
