"""The postings of all segments as one: sorted by term, then document, and weighed.

Sidecars, a Numbering and the number of each segment's terms enter, Postings leave.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.engines.whoosh.analysis import stable_order
from index.engines.whoosh.numbering import GONE, Numbering
from index.engines.whoosh.postings import Numbers, Scores
from index.engines.whoosh.sidecar import Arrays
from index.engines.whoosh.weighing import bm25f, idfs


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
    """Return the postings of ``size`` terms in the documents that have a number."""
    rows = [
        np.repeat(numbers, np.diff(one.posting_ends, prepend=0))
        for one, numbers in zip(segments, terms, strict=True)
    ]
    total = sum(len(one.lengths) for one in segments)
    frequency = np.zeros(size, dtype=np.int64)
    for row in rows:
        frequency += np.bincount(row, minlength=size)
    weight: Scores = np.concatenate([np.zeros(0, dtype=np.float32), *bm25f(segments, rows, size)])
    term: Numbers = np.concatenate([np.zeros(0, dtype=np.int32), *rows])
    del rows  # there are millions
    document = _documents(segments, numbering)
    alive = document != GONE
    if not alive.all():
        term, document, weight = term[alive], document[alive], weight[alive]
    order = stable_order(document)
    order = order[stable_order(term[order])]
    bounds = np.concatenate(([0], np.cumsum(np.bincount(term, minlength=size))))
    return Postings(
        documents=document[order],
        weights=weight[order],
        bounds=bounds.tolist(),
        idf=idfs(total, frequency).tolist(),
    )


def _documents(segments: Sequence[Arrays], numbering: Numbering) -> NDArray[np.int32]:
    return np.concatenate(
        [
            np.zeros(0, dtype=np.int32),
            *(
                numbers.astype(np.int32)[one.posting_documents]
                for one, numbers in zip(segments, numbering.numbers, strict=True)
            ),
        ]
    )
