"""All segments of an index as one: what each word weighs in each passage.

The sidecars of the segments enter, a Collection leaves: made once when a generation is opened,
shared by all threads, never changed.

The weight of a term in a passage is BM25F as Whoosh has it, computed for every posting at once:
for each field, idf * tf * (K1 + 1) / (tf + K1 * (1 - B + B * length / average length)), times the
field's weight, summed over the fields (Robertson and Zaragoza, "The Probabilistic Relevance
Framework: BM25 and Beyond", Foundations and Trends in Information Retrieval 3(4), 2009); idf is
ln(N / (n + 1)) + 1 per field. N, n and the averages are known only across segments, so weights are
computed here and not in the sidecars.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import NDArray

from index.engines.whoosh.records import FIELDS
from index.engines.whoosh.sidecar import Arrays, texts_in

Mask = NDArray[np.bool_]
"""One flag a document number."""

Scores = NDArray[np.float32]
"""One number a document."""

K1 = 1.2
B = 0.75
"""BM25's saturation and length normalisation, as Whoosh sets them; others gave no gain."""

WEIGHTS = {"title": 3.0, "heading": 3.0, "path": 1.5, "names": 1.5, "body": 1.0}
"""Searched field -> weight. A word in a title or heading says what the passage is about: of what
visitors of search systems complain most, that exact titles do not rank first stands first. The
order matters (title and heading, then the headings above and the names of conditions, then the
text); other weights of this order gave no gain on 48 consumers' questions of TREC 2017 LiveQA."""

Documents = NDArray[np.int64]
"""Document numbers, in order."""

DENSE_SHARE = 8
"""A term in more than one of so many documents is kept as a row of all documents: adding a row is
then faster than adding its postings one by one."""


@dataclass(frozen=True, slots=True)
class Segment:
    """One segment's arrays and which of its documents are deleted."""

    arrays: Arrays
    deleted: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """A term's passages: document numbers and weights, and the same as a row where it is frequent.

    ``idf`` is that of the number of documents it stands in, whatever the field.
    """

    documents: NDArray[np.int64]
    weights: Scores
    idf: float
    row: Scores | None


class Collection:
    """The merged postings of all segments."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        """Merge ``segments``; documents are numbered through in their order."""
        counts = [len(segment.arrays.body_ends) for segment in segments]
        self.bases = np.concatenate(([0], np.cumsum(counts, dtype=np.int64)))
        self.count = int(self.bases[-1])
        self.alive: Mask = np.ones(self.count, dtype=np.bool_)
        for base, segment in zip(self.bases, segments, strict=False):
            self.alive[[base + number for number in segment.deleted]] = False
        self.number_of, local_numbers = _vocabulary(segments)
        self._merge(segments, local_numbers)

    def term(self, stem: str) -> Term | None:
        """Return the postings of ``stem``, or None where no passage has it."""
        number = self.number_of.get(stem)
        if number is None:
            return None
        first, last = int(self._starts[number]), int(self._starts[number + 1])
        return Term(
            self._documents[first:last],
            self._weights[first:last],
            float(self._idf[number]),
            self._rows.get(number),
        )

    def made(self, documents: Documents, weights: Scores, factor: float = 1.0) -> Term:
        """Return what is made of terms as a term that counts ``factor`` of what it weighs."""
        weights = weights * np.float32(factor)
        row = None
        if len(documents) * DENSE_SHARE > self.count:
            row = np.zeros(self.count, dtype=np.float32)
            row[documents] = weights
        return Term(documents, weights, factor * self.idf(len(documents)), row)

    def idf(self, documents: int) -> float:
        """Return the idf of what stands in so many documents."""
        return log(max(self.count, 1) / (documents + 1)) + 1.0

    def documents_with(self, stem: str) -> int:
        """Return how many documents have ``stem``."""
        number = self.number_of.get(stem)
        return 0 if number is None else int(self._starts[number + 1] - self._starts[number])

    def _merge(self, segments: Sequence[Segment], numbers: Sequence[NDArray[np.int64]]) -> None:
        """Bring all postings together, sorted by term then document, and weigh them."""
        field_count = len(FIELDS)
        terms, documents, fields, tf = [], [], [], []
        for base, segment, number in zip(self.bases, segments, numbers, strict=False):
            arrays = segment.arrays
            sizes = np.diff(arrays.posting_ends, prepend=0)
            terms.append(np.repeat(number, sizes))
            documents.append(arrays.posting_documents.astype(np.int64) + base)
            fields.append(arrays.posting_fields.astype(np.int64))
            tf.append(arrays.posting_counts.astype(np.int64))
        term, document, field, count = (
            np.concatenate([np.zeros(0, dtype=np.int64), *parts])
            for parts in (terms, documents, fields, tf)
        )
        lengths = np.concatenate(
            [np.zeros((0, field_count)), *(segment.arrays.lengths for segment in segments)]
        ).astype(np.float64)
        average = lengths.sum(axis=0) / max(int(self.alive.sum()), 1)
        average[average == 0] = 1.0
        frequency = np.bincount(
            term * field_count + field, minlength=len(self.number_of) * field_count
        )
        idf = np.log(self.count / (frequency + 1.0)) + 1.0 if self.count else frequency
        boost = np.array([WEIGHTS[name] for name in FIELDS])
        norm = K1 * ((1 - B) + B * lengths[document, field] / average[field])
        weight = boost[field] * idf[term * field_count + field] * count * (K1 + 1) / (count + norm)
        if len(segments) > 1:
            order = np.lexsort((field, document, term))
            term, document, weight = term[order], document[order], weight[order]
        self._sum_fields(term, document, weight)

    def _sum_fields(
        self, term: NDArray[np.int64], document: NDArray[np.int64], weight: NDArray[np.float64]
    ) -> None:
        """Add up the weights of one term in the fields of one document."""
        new = np.ones(len(term), dtype=np.bool_)
        new[1:] = (term[1:] != term[:-1]) | (document[1:] != document[:-1])
        firsts = np.flatnonzero(new)
        self._documents = document[firsts]
        summed = np.add.reduceat(weight, firsts) if len(firsts) else weight
        self._weights: Scores = summed.astype(np.float32)
        sizes = np.bincount(term[firsts], minlength=len(self.number_of))
        self._starts = np.concatenate(([0], np.cumsum(sizes, dtype=np.int64)))
        self._idf = np.log(max(self.count, 1) / (sizes + 1.0)) + 1.0
        self._rows = {
            int(number): self._row(int(number))
            for number in np.flatnonzero(sizes * DENSE_SHARE > self.count)
        }

    def _row(self, number: int) -> Scores:
        row = np.zeros(self.count, dtype=np.float32)
        span = slice(int(self._starts[number]), int(self._starts[number + 1]))
        row[self._documents[span]] = self._weights[span]
        return row


def _vocabulary(segments: Sequence[Segment]) -> tuple[dict[str, int], list[NDArray[np.int64]]]:
    """Return a number for every stem, and for each segment the numbers of its own terms."""
    own = [texts_in(segment.arrays.terms, segment.arrays.term_ends) for segment in segments]
    number_of: dict[str, int] = {}
    for terms in own:
        for term in terms:
            number_of.setdefault(term, len(number_of))
    return number_of, [
        np.array([number_of[term] for term in terms], dtype=np.int64) for terms in own
    ]
