"""All segments of an index as one: what each word weighs in each passage, and where it stands.

The sidecars of the segments and the numbers of their documents enter, a Collection leaves: made
once when a generation is opened, shared by all threads. What is worked out later is kept within
bounds, and nothing that has been given out ever changes.

Of two documents with the same score the one with the lower number comes first (`numbering`).
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.engines.whoosh.memo import Memo
from index.engines.whoosh.merging import merge_postings
from index.engines.whoosh.numbering import GONE, Numbering, least_type
from index.engines.whoosh.postings import Numbers, Scores, Term
from index.engines.whoosh.records import FIELDS
from index.engines.whoosh.sidecar import Arrays
from index.engines.whoosh.weighing import idf
from index.engines.whoosh.words import merge_words

DENSE_SHARE = 8
"""A term in more than one of so many documents is kept as a row of all documents too: adding a row
is then faster than adding its postings one by one."""

MADE = -1
"""The number of a term that is made of others."""

_KNOWN_TERMS = 8_192
"""Terms that are kept as they were last asked for: half a kilobyte each, but for the few that have
rows of all documents."""

_NONE: Numbers = np.zeros(0, dtype=np.int64)


@dataclass(frozen=True, slots=True)
class _Places:
    """What of a segment's arrays is read after merging, as in `sidecar.Arrays`.

    Nothing holds the others then, so that their files are mapped no more.
    """

    position_ends: NDArray[np.int64]
    positions: NDArray[np.int32]
    starts: NDArray[np.int32]
    widths: NDArray[np.uint16]
    surface_ends: NDArray[np.int64]
    surface_documents: NDArray[np.int32]


class Collection:
    """The merged segments.

    ``tokens`` holds the surface numbers of all words of all documents in a row, surface 0 after
    each line and field; ``token_documents`` whose each is, ``count`` for those of deleted ones.
    Both are in as few bytes as their numbers need: there are millions. Field ``f`` of document
    ``d`` is ``tokens[field_bounds[d, f]:field_bounds[d, f + 1]]``.
    """

    def __init__(self, segments: Sequence[Arrays], numbering: Numbering) -> None:
        """Merge ``segments``, whose documents have the numbers of ``numbering``."""
        self.count = numbering.count
        self.words = merge_words(segments)
        self._places = [
            _Places(
                one.position_ends,
                one.positions,
                one.starts,
                one.widths,
                one.surface_ends,
                one.surface_documents,
            )
            for one in segments
        ]
        self._bases = np.cumsum([0, *(len(one.tokens) for one in segments)]).tolist()
        self._merge_tokens(segments, numbering)
        size = len(self.words.terms)
        self._postings = merge_postings(segments, numbering, self.words.segment_terms, size)
        self._numbers = numbering.numbers
        self._whole = all(bool((numbers != GONE).all()) for numbers in self._numbers)
        self._segment_terms = [_inverse(own, size) for own in self.words.segment_terms]
        self._segment_surfaces = [
            _inverse(own, len(self.words.surfaces)) for own in self.words.segment_surfaces
        ]
        self._known: Memo[int, Term | None] = Memo(_KNOWN_TERMS)

    def term(self, stem: str) -> Term | None:
        """Return the postings of ``stem``, or None where no passage has it."""
        number = self.words.terms.get(stem)
        return None if number is None else self._known.of(number, lambda: self._term(number))

    def made(self, documents: Numbers, weights: Scores) -> Term:
        """Return what is made of terms as a term itself; ``documents`` stand in order."""
        return self._as_term(MADE, documents, weights, self.idf(len(documents)))

    def made_of(self, row: Scores) -> Term:
        """Return the same of the weights of all documents, 0 in those without."""
        has = row > 0
        documents = has.nonzero()[0]
        idf = self.idf(len(documents))
        dense = self._is_dense(len(documents))
        told = has * np.float32(idf) if dense else None
        return Term(MADE, documents, row[documents], idf, row if dense else None, told)

    def idf(self, documents: int) -> float:
        """Return the idf of what stands in so many documents."""
        return idf(self.count, documents)

    def idfs(self) -> NDArray[np.float64]:
        """Return the idf of every term, by number."""
        return np.array(self._postings.idf)

    def pages_with(self, pages: Numbers) -> Numbers:
        """Return on how many pages each term stands, by number; ``pages`` has each document's.

        The documents of a page stand side by side.
        """
        bounds = np.array(self._postings.bounds)
        found = pages.astype(least_type(int(pages.max(initial=0))))[self._postings.documents]
        is_first = np.ones(len(found) + 1, dtype=np.bool_)
        is_first[1:-1] = found[1:] != found[:-1]
        is_first[bounds] = True
        counted = np.zeros(len(found) + 1, dtype=np.int32)
        np.cumsum(is_first[:-1], out=counted[1:])
        counts: Numbers = np.diff(counted[bounds])
        return counts

    def has_one_form(self, number: int) -> bool:
        """Return whether the term ``number`` is written in one form only."""
        return self.words.bounds[number + 1] - self.words.bounds[number] == 1

    def surfaces_of(self, number: int) -> Numbers:
        """Return the surfaces of the term ``number``."""
        first, last = self.words.bounds[number], self.words.bounds[number + 1]
        return self.words.by_term[first:last]

    def documents_with(self, surface: str) -> Numbers:
        """Return the documents that have a word in the very form ``surface``, in any order."""
        number = self.words.surfaces.get(surface)
        if number is None:
            return _NONE
        parts: list[Numbers] = []
        for one, numbers, surfaces in zip(
            self._places, self._numbers, self._segment_surfaces, strict=True
        ):
            own = surfaces[number]
            if own >= 0:
                first = one.surface_ends[own - 1] if own else 0
                parts.append(numbers[one.surface_documents[first : one.surface_ends[own]]])
        found = parts[0] if len(parts) == 1 else np.concatenate(parts)
        return found if self._whole else found[found != GONE]

    def positions(self, number: int) -> NDArray[np.int64]:
        """Return where in the tokens the term ``number`` stands, in order."""
        parts = []
        for one, base, terms in zip(self._places, self._bases, self._segment_terms, strict=False):
            own = int(terms[number])
            if own >= 0:
                first = int(one.position_ends[own - 1]) if own else 0
                places = one.positions[first : int(one.position_ends[own])]
                parts.append(places.astype(np.int64) + base)
        return parts[0] if len(parts) == 1 else np.concatenate(parts)

    def written(self, runs: Iterable[tuple[int, int]]) -> tuple[Numbers, Numbers]:
        """Return where in their texts the words of ``runs`` of tokens stand, and how long they are.

        Both in characters, run after run; a run is of one document.
        """
        starts, widths = [], []
        for first, end in runs:
            place = bisect_right(self._bases, first) - 1
            one, base = self._places[place], self._bases[place]
            starts.append(one.starts[first - base : end - base])
            widths.append(one.widths[first - base : end - base])
        return np.concatenate(starts), np.concatenate(widths)

    def _term(self, number: int) -> Term | None:
        first, last = self._postings.bounds[number], self._postings.bounds[number + 1]
        if first == last:  # only deleted documents have it
            return None
        # Indexing by numbers of another size takes three times as long, and is done often.
        documents = self._postings.documents[first:last].astype(np.int64)
        weights = self._postings.weights[first:last]
        return self._as_term(number, documents, weights, self._postings.idf[number])

    def _as_term(self, number: int, documents: Numbers, weights: Scores, idf: float) -> Term:
        row = told = None
        if self._is_dense(len(documents)):
            row = np.zeros(self.count, dtype=np.float32)
            told = np.zeros(self.count, dtype=np.float32)
            row[documents], told[documents] = weights, np.float32(idf)
        return Term(number, documents, weights, idf, row, told)

    def _is_dense(self, documents: int) -> bool:
        return documents * DENSE_SHARE > self.count

    def _merge_tokens(self, segments: Sequence[Arrays], numbering: Numbering) -> None:
        columns, total = len(FIELDS), self._bases[-1]
        self.tokens: NDArray[Any] = np.empty(total, dtype=least_type(len(self.words.surfaces)))
        self.token_documents: NDArray[Any] = np.empty(total, dtype=least_type(self.count))
        self.field_bounds: Numbers = np.zeros((self.count, columns + 1), dtype=np.int64)
        for one, surfaces, numbers, base in zip(
            segments,
            self.words.segment_surfaces,
            numbering.numbers,
            self._bases,
            strict=False,
        ):
            ends = one.token_ends.reshape(-1, columns)
            part = slice(base, base + len(one.tokens))
            self.tokens[part] = surfaces.astype(self.tokens.dtype)[one.tokens]
            alive = numbers != GONE
            whose = np.where(alive, numbers, self.count).astype(self.token_documents.dtype)
            self.token_documents[part] = np.repeat(whose, np.diff(ends[:, -1], prepend=0))
            self.field_bounds[numbers[alive], 1:] = base + ends[alive]
            starts = np.concatenate(([0], ends[:-1, -1]))
            self.field_bounds[numbers[alive], 0] = base + starts[alive]


def ranges(starts: Numbers, ends: Numbers) -> Numbers:
    """Return all numbers from each of ``starts`` to before its end, in a row."""
    sizes = (ends - starts).astype(np.int64)
    offsets = np.cumsum(sizes) - sizes
    places: Numbers = np.arange(int(sizes.sum())) + np.repeat(starts - offsets, sizes)
    return places


def _inverse(numbers: NDArray[np.int32], size: int) -> NDArray[np.int32]:
    """Return which of ``numbers``, all below ``size``, is 0, 1, 2 and so on; -1 for none."""
    places = np.full(size, -1, dtype=np.int32)
    places[numbers] = np.arange(len(numbers), dtype=np.int32)
    return places
