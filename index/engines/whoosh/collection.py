"""All segments of an index as one: what each word weighs in each passage, and where it stands.

The sidecars of the segments enter, a Collection leaves: made once when a generation is opened,
shared by all threads, never changed.

Documents are numbered in the order in which they are browsed: a page's title, the page, its
passages in turn. Deleted documents have no number. So the passages of a page stand side by side,
and of two documents with the same score the one with the lower number comes first.
"""

from collections.abc import Sequence
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from index.engines.whoosh.analysis import stable_order
from index.engines.whoosh.memo import Memo
from index.engines.whoosh.postings import Mask, Numbers, Scores, Term
from index.engines.whoosh.records import FIELDS
from index.engines.whoosh.sidecar import Arrays, texts_in
from index.engines.whoosh.weighing import bm25f, idf, idfs

DENSE_SHARE = 8
"""A term in more than one of so many documents is kept as a row of all documents too: adding a row
is then faster than adding its postings one by one."""

GONE = -1
"""The number of a deleted document."""

MADE = -1
"""The number of a term that is made of others."""

_KNOWN_TERMS = 8_192
"""Terms that are kept as they were last asked for, about a kilobyte each."""

_NONE: Numbers = np.zeros(0, dtype=np.int32)

_First = TypeVar("_First")
_Second = TypeVar("_Second")


class Collection:
    """The merged segments.

    ``tokens`` holds the surface numbers of all words of all documents in a row, surface 0 after
    each line and field; ``token_documents`` whose each is. Field ``f`` of document
    ``d`` is ``tokens[field_bounds[d, f]:field_bounds[d, f + 1]]``; ``starts`` and ``widths`` tell
    where in its text each word stands, in characters. ``surface_number`` numbers the surfaces,
    ``surface_terms`` gives the term of each, ``surface_counts`` in how many documents it stands.
    """

    def __init__(self, segments: Sequence[Arrays], numbering: Sequence[Numbers]) -> None:
        """Merge ``segments``; ``numbering`` gives the number of each document of each, or GONE."""
        self.count = sum(int(np.count_nonzero(numbers >= 0)) for numbers in numbering)
        self.number_of, terms = _numbered([(one.terms, one.term_text_ends) for one in segments])
        self.surface_number, surfaces = _numbered(
            [(one.surfaces, one.surface_text_ends) for one in segments]
        )
        self.alive: Mask = np.ones(self.count, dtype=np.bool_)
        self._merge_surfaces(segments, terms, surfaces)
        self._merge_tokens(segments, numbering, surfaces)
        self._merge_postings(segments, numbering, terms)
        self._merge_positions(segments, terms)
        self._known: Memo[int, Term | None] = Memo(_KNOWN_TERMS)

    def term(self, stem: str) -> Term | None:
        """Return the postings of ``stem``, or None where no passage has it."""
        number = self.number_of.get(stem)
        return None if number is None else self._known.of(number, lambda: self._term(number))

    def _term(self, number: int) -> Term | None:
        first, last = self._posting_bounds[number : number + 2].tolist()
        if first == last:  # only deleted documents have it
            return None
        start, end = self._position_bounds[number : number + 2].tolist()
        documents, weights = self._documents[first:last], self._weights[first:last]
        positions, idf = self._positions[start:end], float(self._idf[number])
        return self._as_term(number, documents, weights, positions, idf)

    def _as_term(
        self, number: int, documents: Numbers, weights: Scores, positions: Numbers, idf: float
    ) -> Term:
        row = told = None
        if len(documents) * DENSE_SHARE > self.count:
            row = np.zeros(self.count, dtype=np.float32)
            told = np.zeros(self.count, dtype=np.float32)
            row[documents], told[documents] = weights, np.float32(idf)
        return Term(number, documents, weights, positions, idf, row, told)

    def made(self, documents: Numbers, weights: Scores) -> Term:
        """Return what is made of terms as a term itself; ``documents`` stand in order."""
        return self._as_term(MADE, documents, weights, _NONE, self.idf(len(documents)))

    def idf(self, documents: int) -> float:
        """Return the idf of what stands in so many documents."""
        return idf(self.count, documents)

    def idfs(self) -> NDArray[np.float64]:
        """Return the idf of every term, by number."""
        return self._idf

    def documents_with(self, stem: str) -> int:
        """Return how many documents have ``stem``."""
        term = self.term(stem)
        return 0 if term is None else len(term.documents)

    def surfaces_of(self, number: int) -> Numbers:
        """Return the surfaces of the term ``number``."""
        first, last = self._surface_bounds[number : number + 2].tolist()
        return self._surfaces_by_term[first:last]

    def _merge_surfaces(
        self, segments: Sequence[Arrays], terms: Sequence[Numbers], surfaces: Sequence[Numbers]
    ) -> None:
        self.surface_terms: Numbers = np.full(len(self.surface_number), -1, dtype=np.int32)
        self.surface_counts: Numbers = np.zeros(len(self.surface_number), dtype=np.int32)
        for arrays, term, surface in zip(segments, terms, surfaces, strict=True):
            known = np.flatnonzero(arrays.surface_terms >= 0)
            self.surface_terms[surface[known]] = term[arrays.surface_terms[known]]
            self.surface_counts[surface] += arrays.surface_counts
        order = np.argsort(self.surface_terms, kind="stable").astype(np.int32)
        self._surfaces_by_term = order
        self._surface_bounds = np.searchsorted(
            self.surface_terms[order], np.arange(len(self.number_of) + 1)
        )

    def _merge_tokens(
        self,
        segments: Sequence[Arrays],
        numbering: Sequence[Numbers],
        surfaces: Sequence[Numbers],
    ) -> None:
        columns = len(FIELDS)
        self.tokens: Numbers = _joined(
            [number[one.tokens] for one, number in zip(segments, surfaces, strict=True)]
        )
        self.starts: Numbers = _joined([one.starts for one in segments])
        self.widths = _joined([one.widths for one in segments], np.uint16)
        self.token_documents: Numbers = _joined(
            [
                np.repeat(numbers, np.diff(one.token_ends[columns - 1 :: columns], prepend=0))
                for one, numbers in zip(segments, numbering, strict=True)
            ]
        )
        self.field_bounds: Numbers = np.zeros((self.count, columns + 1), dtype=np.int32)
        base = 0
        for one, numbers in zip(segments, numbering, strict=True):
            alive = numbers != GONE
            ends = base + one.token_ends.reshape(-1, columns)
            self.field_bounds[numbers[alive], 1:] = ends[alive]
            self.field_bounds[numbers[alive], 0] = np.concatenate(([base], ends[:-1, -1]))[alive]
            base += len(one.tokens)

    def _merge_postings(
        self, segments: Sequence[Arrays], numbering: Sequence[Numbers], terms: Sequence[Numbers]
    ) -> None:
        """Bring all postings together, sorted by term, and weigh them."""
        term = _joined([_rows(number, one.posting_ends) for one, number in _pairs(segments, terms)])
        weight = bm25f(segments, term, len(self.number_of))
        document = _joined(
            [numbers[one.posting_documents] for one, numbers in _pairs(segments, numbering)]
        )
        size = len(self.number_of)
        total = sum(len(one.lengths) for one in segments)
        self._idf = idfs(total, np.bincount(term, minlength=size))
        kept = np.flatnonzero(document != GONE)
        if len(kept) < len(document):
            term, document, weight = term[kept], document[kept], weight[kept]
        order = stable_order(document)
        order = order[stable_order(term[order])]
        term, document, weight = term[order], document[order], weight[order]
        self._documents, self._weights = document.astype(np.int64), weight
        self._posting_bounds = np.searchsorted(term, np.arange(size + 1))

    def _merge_positions(self, segments: Sequence[Arrays], terms: Sequence[Numbers]) -> None:
        term = _joined(
            [_rows(number, one.position_ends) for one, number in _pairs(segments, terms)]
        )
        bases = np.cumsum([0, *(len(one.tokens) for one in segments)])
        places = _joined([one.positions + base for one, base in zip(segments, bases, strict=False)])
        if len(segments) > 1:
            order = stable_order(term)
            term, places = term[order], places[order]
        self._positions = places
        self._position_bounds = np.searchsorted(term, np.arange(len(self.number_of) + 1))


def ranges(starts: Numbers, ends: Numbers) -> Numbers:
    """Return all numbers from each of ``starts`` to before its end, in a row."""
    sizes = (ends - starts).astype(np.int64)
    offsets = np.cumsum(sizes) - sizes
    places: Numbers = np.arange(int(sizes.sum())) + np.repeat(starts - offsets, sizes)
    return places


def _numbered(
    texts: Sequence[tuple[NDArray[np.uint8], NDArray[np.int64]]],
) -> tuple[dict[str, int], list[Numbers]]:
    """Number texts through all segments; return also the numbers of each segment's own."""
    number_of: dict[str, int] = {}
    numbers = []
    for data, ends in texts:
        own = [text.decode() for text in texts_in(data, ends)]
        for text in own:
            number_of.setdefault(text, len(number_of))
        numbers.append(np.array([number_of[text] for text in own], dtype=np.int32))
    return number_of, numbers


def _rows(numbers: Numbers, ends: NDArray[np.int64]) -> Numbers:
    """Return the number of each row, of runs of rows that end at ``ends``."""
    return np.repeat(numbers, np.diff(ends, prepend=0))


def _joined(parts: Sequence[NDArray[Any]], kind: type[np.generic] = np.int32) -> NDArray[Any]:
    return np.concatenate([np.zeros(0, dtype=kind), *parts]).astype(kind, copy=False)


def _pairs(first: Sequence[_First], second: Sequence[_Second]) -> "zip[tuple[_First, _Second]]":
    return zip(first, second, strict=True)
