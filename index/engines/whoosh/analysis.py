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
from whoosh.util.numeric import byte_to_length, length_to_byte

from index.engines.whoosh.folding import WORD, fold, stem_of
from index.engines.whoosh.records import FIELDS, Stored, encode_record
from index.engines.whoosh.sidecar import Arrays

FIELD_END = "|"
"""Stands at the end of each field in a document's running words: no phrase reaches across, for "|"
is no word."""

_AT_ONCE = 256
"""Documents taken apart in one go; their words are held as Python objects meanwhile."""

_HIGHEST_COUNT = 65_535
"""Highest count of a word in one field of a passage; more of it could not change a score."""

_END = "\0"
_TOKEN = re.compile(rf"{WORD}|{_END}")

Integers = NDArray[np.int64]


def analyse(passages: Iterable[Stored]) -> Arrays:
    """Return the arrays of ``passages``."""
    words = _Words()
    chunk: list[Stored] = []
    records: list[bytes] = []
    bodies: list[bytes] = []
    for stored in passages:
        chunk.append(stored)
        records.append(encode_record(stored.record))
        bodies.append(stored.body.encode(errors="replace"))
        if len(chunk) == _AT_ONCE:
            words.add(chunk)
            chunk = []
    words.add(chunk)
    return _arrays(words.taken(), bodies, records)


class _Spellings(dict[str, int]):
    """Numbers every spelling as it comes; 0 is the end of a field."""

    def __init__(self) -> None:
        super().__init__({_END: 0})

    def __missing__(self, spelling: str) -> int:
        number = len(self)
        self[spelling] = number
        return number


@dataclass(frozen=True, slots=True)
class _Taken:
    """All words of all documents in a row, as numbers of ``spellings``, 0 after each field."""

    spellings: tuple[str, ...]
    tokens: Integers


class _Words:
    """Grows by some documents at a time."""

    def __init__(self) -> None:
        self._spellings = _Spellings()
        self._parts: list[Integers] = []

    def add(self, chunk: Sequence[Stored]) -> None:
        """Take the texts of the next documents apart."""
        texts = (text for stored in chunk for text in stored.record.texts(stored.body))
        joined = "".join(text.replace(_END, " ") + _END for text in texts)
        found = _TOKEN.findall(joined)
        self._parts.append(np.fromiter(map(self._spellings.__getitem__, found), np.int64))

    def taken(self) -> _Taken:
        """Return the words of all documents added."""
        return _Taken(tuple(self._spellings), np.concatenate(self._parts))


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    """What each spelling is: ``surfaces`` and ``stems`` by number, ``term`` numbers the stems.

    Terms are in the order of their texts, as Whoosh wants them; spelling 0, the end of a field,
    and spellings that fold to nothing have term -1.
    """

    surfaces: tuple[str, ...]
    stems: tuple[str, ...]
    terms: tuple[str, ...]
    term: Integers


def _vocabulary(spellings: Sequence[str]) -> _Vocabulary:
    surfaces = ("", *map(fold, spellings[1:]))
    known = {surface: stem_of(surface) for surface in dict.fromkeys(surfaces)}
    stems = tuple(known[surface] for surface in surfaces)
    terms = tuple(sorted(set(known.values()) - {""}))
    number = {"": -1} | {term: place for place, term in enumerate(terms)}
    return _Vocabulary(surfaces, stems, terms, np.array([number[stem] for stem in stems]))


def _arrays(taken: _Taken, bodies: Sequence[bytes], records: Sequence[bytes]) -> Arrays:
    vocabulary = _vocabulary(taken.spellings)
    tokens, count = taken.tokens, len(bodies)
    ends = np.flatnonzero(tokens == 0)
    # The number of a word's field, counted through all documents.
    fields = np.repeat(np.arange(len(ends)), np.diff(ends + 1, prepend=0))
    is_word = vocabulary.term[tokens] >= 0
    tokens, fields = tokens[is_word], fields[is_word]
    terms = vocabulary.term[tokens]
    order = stable_order(terms)
    postings = _runs(terms[order], fields[order])
    lengths = np.bincount(fields, minlength=count * len(FIELDS)).reshape(count, len(FIELDS))
    forms = _forms(taken, vocabulary, tokens, fields // len(FIELDS))
    term_bytes, term_ends = _joined([term.encode() for term in vocabulary.terms])
    body_bytes, body_ends = _joined(bodies)
    record_bytes, record_ends = _joined(records)
    stem_bytes, stem_ends = _running(vocabulary.stems, taken.tokens, count)
    word_bytes, word_ends = _running(vocabulary.surfaces, taken.tokens, count)
    return Arrays(
        terms=term_bytes,
        term_ends=term_ends,
        posting_ends=np.searchsorted(
            postings.keys, np.arange(len(vocabulary.terms)), side="right"
        ).astype(np.int64),
        posting_documents=(postings.values // len(FIELDS)).astype(np.uint32),
        posting_fields=(postings.values % len(FIELDS)).astype(np.uint8),
        posting_counts=np.minimum(postings.sizes, _HIGHEST_COUNT).astype(np.uint16),
        lengths=_STORED_LENGTHS[np.minimum(lengths, len(_STORED_LENGTHS) - 1)],
        forms=forms.texts,
        form_ends=forms.ends,
        form_terms=forms.terms,
        form_counts=forms.counts,
        bodies=body_bytes,
        body_ends=body_ends,
        stems=stem_bytes,
        stem_ends=stem_ends,
        words=word_bytes,
        word_ends=word_ends,
        records=record_bytes,
        record_ends=record_ends,
    )


_STORED_LENGTHS: NDArray[np.float32] = np.array(
    [0, *(byte_to_length(length_to_byte(words)) for words in range(1, 1 << 17))], dtype=np.float32
)
"""A field's length as Whoosh keeps it, in one byte, by its number of words: exact up to about a
hundred, and no longer than Whoosh's longest, of about 106,000 words."""


@dataclass(frozen=True, slots=True)
class _Runs:
    """Different pairs of ``keys`` and ``values``, in order, and how many there were of each."""

    keys: Integers
    values: Integers
    sizes: Integers


def _runs(keys: Integers, values: Integers) -> _Runs:
    """Count equal pairs that stand side by side."""
    new = np.ones(len(keys), dtype=np.bool_)
    new[1:] = (keys[1:] != keys[:-1]) | (values[1:] != values[:-1])
    firsts = np.flatnonzero(new)
    return _Runs(keys[firsts], values[firsts], np.diff(firsts, append=len(keys)))


def stable_order(numbers: Integers) -> Integers:
    """Return the order that sorts ``numbers``, none below 0, equal ones as they stand.

    Half by half: numpy sorts 16-bit numbers by radix, several times as fast as longer ones.
    """
    order = np.argsort((numbers & 0xFFFF).astype(np.uint16), kind="stable")
    high = (numbers >> 16).astype(np.uint16)
    return order[np.argsort(high[order], kind="stable")] if high.any() else order


@dataclass(frozen=True, slots=True)
class _Forms:
    texts: NDArray[np.uint8]
    ends: Integers
    terms: NDArray[np.uint32]
    counts: NDArray[np.uint32]


def _forms(taken: _Taken, vocabulary: _Vocabulary, tokens: Integers, documents: Integers) -> _Forms:
    """Return the ways words are written, in lower case, and how many documents have each."""
    written = [
        (int(term), spelling.lower())
        for term, spelling in zip(vocabulary.term, taken.spellings, strict=True)
    ]
    pairs = sorted({pair for pair in written if pair[0] >= 0})
    number = {pair: place for place, pair in enumerate(pairs)}
    form = np.array([number.get(pair, -1) for pair in written])[tokens]
    order = stable_order(form)
    found = _runs(form[order], documents[order])
    texts, ends = _joined([text.encode(errors="replace") for _, text in pairs])
    return _Forms(
        texts=texts,
        ends=ends,
        terms=np.array([term for term, _ in pairs], dtype=np.uint32),
        counts=np.bincount(found.keys, minlength=len(pairs)).astype(np.uint32),
    )


def _running(
    names: Sequence[str], tokens: Integers, count: int
) -> tuple[NDArray[np.uint8], Integers]:
    """Return the named words of each document in a row, a space before and after each."""
    shown = (FIELD_END, *names[1:])
    ends = np.flatnonzero(tokens == 0)[len(FIELDS) - 1 :: len(FIELDS)] + 1
    firsts = [0, *ends[:-1].tolist()]
    words = list(map(shown.__getitem__, tokens.tolist()))
    return _joined(
        [
            f" {' '.join(filter(None, words[first:end]))} ".encode()
            for first, end in zip(firsts, ends.tolist(), strict=True)
        ]
        if count
        else []
    )


def _joined(texts: Sequence[bytes]) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    return (
        np.frombuffer(b"".join(texts), dtype=np.uint8),
        np.cumsum([len(text) for text in texts], dtype=np.int64),
    )
