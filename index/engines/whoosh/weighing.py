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

from collections.abc import Sequence
from math import log
from typing import Any

import numpy as np
from numpy.typing import NDArray

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


def bm25f(
    segments: Sequence[Arrays], terms: NDArray[np.signedinteger[Any]], size: int
) -> NDArray[np.float32]:
    """Return the weight of each posting of all segments, in their order.

    ``terms`` has the number of each posting's term, below ``size``.
    """
    weights = np.zeros(len(terms), dtype=np.float32)
    if not segments:
        return weights
    counts = np.concatenate([one.posting_counts for one in segments])
    total = sum(len(one.lengths) for one in segments)
    for code, name in enumerate(FIELDS):
        rows = np.flatnonzero(counts[:, code])
        lengths = [one.lengths[one.posting_documents, code] for one in segments]
        length = kept_lengths(np.concatenate(lengths)[rows])
        average = sum(float(one.lengths[:, code].sum()) for one in segments) / max(total, 1)
        telling = idfs(total, np.bincount(terms[rows], minlength=size))
        count = counts[rows, code].astype(np.float64)
        norm = count + K1 * ((1 - B) + B * length / (average or 1.0))
        weights[rows] += WEIGHTS[name] * telling[terms[rows]] * count * (K1 + 1) / norm
    return weights
