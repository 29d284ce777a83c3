"""The postings of all segments as one: sorted by term, then document, and weighed.

Sidecars, a Numbering and the number of each segment's terms enter, Postings leave. Terms are taken
by blocks, all postings of which fit into a processor's cache: so the time grows as the postings do,
and little memory is needed meanwhile.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.engines.whoosh.numbering import GONE, Numbering
from index.engines.whoosh.postings import Numbers, Scores
from index.engines.whoosh.sidecar import Arrays
from index.engines.whoosh.weighing import Occurrences, Weighing, idfs

_BLOCK = 131_072
"""Postings that are merged at once, unless one term has more."""


@dataclass(frozen=True, slots=True)
class Postings:
    """Those of term ``t`` are ``bounds[t]`` to before ``bounds[t + 1]``; ``idf`` is that of each
    term, whatever the field."""

    documents: Numbers
    weights: Scores
    bounds: Sequence[int]
    idf: Sequence[float]


def merge_postings(
    segments: Sequence[Arrays], numbering: Numbering, terms: Sequence[Numbers], size: int
) -> Postings:
    """Return the postings of ``size`` terms in the documents that have a number.

    ``terms`` has the number of each of a segment's own terms; they are in order.
    """
    weighing = Weighing(segments)
    frequency = np.zeros(size, dtype=np.int64)
    bounds = [np.concatenate(([0], one.posting_ends)) for one in segments]
    for own, numbers in zip(bounds, terms, strict=True):
        frequency[numbers] += np.diff(own)
    total = int(frequency.sum())
    documents, weights = np.empty(total, dtype=np.int32), np.empty(total, dtype=np.float32)
    sizes = np.zeros(size, dtype=np.int64)
    end = 0
    for first, last in _blocks(frequency):
        occurrences = [
            _occurrences(one, own, numbers, first, last)
            for one, own, numbers in zip(segments, bounds, terms, strict=True)
        ]
        weight = np.concatenate(weighing.weigh(occurrences, last - first))
        term = np.concatenate([one.terms for one in occurrences])
        document = np.concatenate(
            [
                numbers[one.documents]
                for one, numbers in zip(occurrences, numbering.numbers, strict=True)
            ]
        )
        order = _order(term, document, numbering.count)
        start, end = end, end + len(order)
        documents[start:end], weights[start:end] = document[order], weight[order]
        sizes[first:last] = np.bincount(term[order], minlength=last - first)
    return Postings(
        documents=documents[:end],
        weights=weights[:end],
        bounds=np.concatenate(([0], np.cumsum(sizes))).tolist(),
        idf=idfs(weighing.total, frequency).tolist(),
    )


def _blocks(frequency: NDArray[np.int64]) -> Iterator[tuple[int, int]]:
    """Yield the first term of each block, and the one behind its last."""
    ends = np.cumsum(frequency)
    first = 0
    while first < len(ends):
        before = int(ends[first - 1]) if first else 0
        last = max(int(np.searchsorted(ends, before + _BLOCK, side="right")), first + 1)
        yield first, last
        first = last


def _occurrences(
    segment: Arrays, bounds: NDArray[np.int64], numbers: Numbers, first: int, last: int
) -> Occurrences:
    """Return the postings of a segment of terms from ``first`` to before ``last``, counted from 0.

    ``numbers`` and ``bounds`` are those of the segment's own terms.
    """
    start, end = np.searchsorted(numbers, (first, last)).tolist()
    rows = slice(int(bounds[start]), int(bounds[end]))
    return Occurrences(
        terms=np.repeat(numbers[start:end] - first, np.diff(bounds[start : end + 1])),
        documents=segment.posting_documents[rows],
        counts=segment.posting_counts[rows],
    )


def _order(term: Numbers, document: Numbers, count: int) -> Numbers:
    """Return the places of the postings in order, without those of deleted documents.

    The postings of each segment are in order but for segments that earlier versions wrote, so a
    sort that looks for runs, as numpy's stable sort of long numbers does (Tim Peters,
    "listsort.txt", 2002), has only to merge them.
    """
    order: Numbers = np.argsort(term * np.int64(max(count, 1)) + document, kind="stable")
    alive = document != GONE
    return order if alive.all() else order[alive[order]]
