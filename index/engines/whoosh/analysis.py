"""Stored passages to the arrays of a sidecar: every spelling analysed once.

The passages of a segment enter, in the order of their document numbers; Arrays leave. Texts are
taken apart by one regular expression over many documents at a time, and every word is then a
number: all counting and sorting is done on arrays.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.engines.whoosh.folding import WORD, fold, stem_of
from index.engines.whoosh.records import FIELDS, Stored, encode_facets, encode_record
from index.engines.whoosh.sidecar import Arrays, join_texts

_AT_ONCE = 256
"""Documents taken apart in one go; their words are held as Python objects meanwhile."""

_HIGHEST = 65_535
"""Highest count of a word in one field, and of characters in one word; more could not change a
score, and is not marked."""

_LINE_END, _FIELD_END = "\n", "\0"
_PARTED = re.compile(rf"({WORD}|[{_LINE_END}{_FIELD_END}])")

Integers = NDArray[np.integer]


def analyse(passages: Iterable[Stored]) -> Arrays:
    """Return the arrays of ``passages``."""
    words = _Words()
    chunk: list[Stored] = []
    bodies: list[bytes] = []
    records: list[bytes] = []
    facets: list[bytes] = []
    for stored in passages:
        chunk.append(stored)
        bodies.append(stored.body.encode(errors="replace"))
        records.append(encode_record(stored.record))
        facets.append(encode_facets(stored.record.facets))
        if len(chunk) == _AT_ONCE:
            words.add(chunk)
            chunk = []
    words.add(chunk)
    return _arrays(words.taken(), _Texts(bodies, records, facets))


@dataclass(frozen=True, slots=True)
class _Texts:
    bodies: Sequence[bytes]
    records: Sequence[bytes]
    facets: Sequence[bytes]


class _Numbers(dict[str, int]):
    """The surface number of each spelling; a new spelling is folded once."""

    def __init__(self) -> None:
        super().__init__({_LINE_END: 0, _FIELD_END: -1})
        self.surfaces: dict[str, int] = {"": 0}

    def __missing__(self, spelling: str) -> int:
        number = self.surfaces.setdefault(fold(spelling), len(self.surfaces))
        self[spelling] = number
        return number


@dataclass(frozen=True, slots=True)
class _Taken:
    """Words in a row: surface numbers, where each stands in its field, where the fields end."""

    surfaces: tuple[str, ...]
    tokens: Integers
    starts: Integers
    widths: Integers
    ends: Integers


class _Words:
    """Grows by some documents at a time."""

    def __init__(self) -> None:
        self._numbers = _Numbers()
        self._tokens: list[Integers] = []
        self._starts: list[Integers] = []
        self._widths: list[Integers] = []
        self._ends: list[Integers] = [np.zeros(0, dtype=np.int64)]
        self._count = 0

    def add(self, chunk: Sequence[Stored]) -> None:
        """Take the texts of the next documents apart."""
        texts = [
            text.replace(_FIELD_END, " ") + _FIELD_END
            for stored in chunk
            for text in stored.record.texts(stored.body)
        ]
        # What is between the words, and the words, in turn.
        pieces = _PARTED.split("".join(texts))
        tokens = np.fromiter(map(self._numbers.__getitem__, pieces[1::2]), np.int32)
        sizes = np.fromiter(map(len, pieces), np.int64)
        widths = sizes[1::2]
        ends = np.flatnonzero(tokens < 0) + 1
        text_starts = np.cumsum([0, *map(len, texts)])[:-1]
        starts = np.cumsum(sizes)[1::2] - widths
        starts -= np.repeat(text_starts, np.diff(ends, prepend=0))
        tokens[ends - 1] = 0
        self._tokens.append(tokens)
        self._starts.append(starts.astype(np.int32))
        self._widths.append(np.minimum(widths, _HIGHEST).astype(np.uint16))
        self._ends.append(ends + self._count)
        self._count += len(tokens)

    def taken(self) -> _Taken:
        """Return the words of all documents added."""
        return _Taken(
            surfaces=tuple(self._numbers.surfaces),
            tokens=np.concatenate(self._tokens),
            starts=np.concatenate(self._starts),
            widths=np.concatenate(self._widths),
            ends=np.concatenate(self._ends),
        )


def _arrays(taken: _Taken, texts: _Texts) -> Arrays:
    stems = [stem_of(surface) for surface in taken.surfaces]
    terms = sorted(set(stems) - {""})  # as Whoosh wants them
    number = {"": -1} | {term: place for place, term in enumerate(terms)}
    surface_terms = np.array([number[stem] for stem in stems], dtype=np.int32)
    postings = _postings(taken, surface_terms, len(texts.bodies), len(terms))
    term_texts, term_text_ends = join_texts([term.encode() for term in terms])
    surface_texts, surface_text_ends = join_texts([text.encode() for text in taken.surfaces])
    bodies, body_ends = join_texts(texts.bodies)
    records, record_ends = join_texts(texts.records)
    facets, facet_ends = join_texts(texts.facets)
    return Arrays(
        terms=term_texts,
        term_text_ends=term_text_ends,
        surfaces=surface_texts,
        surface_text_ends=surface_text_ends,
        surface_terms=surface_terms,
        surface_counts=postings.surface_counts,
        tokens=taken.tokens.astype(np.int32),
        token_ends=taken.ends.astype(np.int64),
        starts=taken.starts.astype(np.int32),
        widths=taken.widths.astype(np.uint16),
        posting_ends=postings.ends,
        posting_documents=postings.documents,
        posting_counts=postings.counts,
        position_ends=postings.position_ends,
        positions=postings.positions,
        lengths=postings.lengths,
        bodies=bodies,
        body_ends=body_ends,
        records=records,
        record_ends=record_ends,
        facets=facets,
        facet_ends=facet_ends,
    )


@dataclass(frozen=True, slots=True)
class _Postings:
    ends: NDArray[np.int64]
    documents: NDArray[np.int32]
    counts: NDArray[np.uint16]
    position_ends: NDArray[np.int64]
    positions: NDArray[np.int32]
    lengths: NDArray[np.int32]
    surface_counts: NDArray[np.int32]


def _postings(taken: _Taken, surface_terms: Integers, count: int, terms: int) -> _Postings:
    columns = len(FIELDS)
    places = np.flatnonzero(surface_terms[taken.tokens] >= 0)
    order = stable_order(surface_terms[taken.tokens[places]])
    positions = places[order]
    term = surface_terms[taken.tokens[positions]]
    # Fields are counted through all documents: field f of document d is d * columns + f.
    field_of = np.repeat(np.arange(count * columns), np.diff(taken.ends, prepend=0))
    field = field_of[positions]
    document = field // columns
    firsts = _firsts(term, document)
    row = np.cumsum(_flags(firsts, len(term))) - 1
    cells = np.bincount((row - document) * columns + field, minlength=len(firsts) * columns)
    lengths = np.bincount(field, minlength=count * columns).reshape(count, columns)
    numbers = np.arange(terms)
    return _Postings(
        ends=np.searchsorted(term[firsts], numbers, side="right").astype(np.int64),
        documents=document[firsts].astype(np.int32),
        counts=np.minimum(cells, _HIGHEST).astype(np.uint16).reshape(-1, columns),
        position_ends=np.searchsorted(term, numbers, side="right").astype(np.int64),
        positions=positions.astype(np.int32),
        lengths=lengths.astype(np.int32),
        surface_counts=_surface_counts(taken, places, field_of[places] // columns),
    )


def _surface_counts(taken: _Taken, places: Integers, document: Integers) -> NDArray[np.int32]:
    """Return in how many documents each surface stands."""
    surface = taken.tokens[places]
    order = stable_order(surface)
    surface = surface[order]
    firsts = _firsts(surface, document[order])
    return np.bincount(surface[firsts], minlength=len(taken.surfaces)).astype(np.int32)


def _firsts(keys: Integers, values: Integers) -> Integers:
    """Return where a pair of ``keys`` and ``values`` differs from the one before it."""
    new = np.ones(len(keys), dtype=np.bool_)
    new[1:] = (keys[1:] != keys[:-1]) | (values[1:] != values[:-1])
    return np.flatnonzero(new)


def _flags(places: Integers, size: int) -> NDArray[np.bool_]:
    flags = np.zeros(size, dtype=np.bool_)
    flags[places] = True
    return flags


def stable_order(numbers: Integers) -> Integers:
    """Return the order that sorts ``numbers``, none below 0, equal ones as they stand.

    Half by half: numpy sorts 16-bit numbers by radix, several times as fast as longer ones.
    """
    order = np.argsort((numbers & 0xFFFF).astype(np.uint16), kind="stable")
    high = (numbers >> 16).astype(np.uint16)
    return order[np.argsort(high[order], kind="stable")] if high.any() else order
