"""Words as numbers: each different word of a run of pages is asked once what it tells.

The characters of a page's words enter, whole numbers leave; from then on what a word tells is a row
of a column, and what a page's words tell is that column taken at the page's numbers. Pages of one
kind share most of their words, so that a page brings a hundred new ones or so. What is told of a
word never depends on the pages before: its number does, and numbers are compared only for being
the same. For the text format only.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

MOST_WORDS = 2**16
"""Words from which a table is full, and a new one begun: some 20 MB. The 676 labelled dumps of web
pages have 40,000 different ones."""

COUNT_BITS = 21
"""Bits between flags of words of which one sum counts several at once: room for two million words
a line."""

_FIRST_SLOTS = 2**14
_LEAST_SLOTS = 4
"""Slots a word: with three quarters of them free, five of six words are found at the first look,
and of a hundred one is in neither of its slots."""

_BITS = 64
_BASE = 0x9E3779B97F4A7C15
"""Odd, so that it has an inverse; its digits are those of the golden section, as good as any."""

_INVERSE = pow(_BASE, -1, 2**_BITS)
_SPREADS = np.uint64(0xD6E8FEB86659FD93), np.uint64(0xC2B2AE3D27D4EB4F)
"""Odd numbers that spread hashes over the slots: one for the first choice, one for the second."""

_KEPT_POWERS = 2**16
"""Characters of a page up to which powers are kept: a page of 300 lines has 20,000."""

Places = NDArray[np.intp]
Column = NDArray[Any]
Question = Callable[[Sequence[str]], Column]
"""Words enter, one row each leaves; a word has the same row whatever stands beside it. Of no words
it tells what a row is like."""


def codes_of(text: str) -> NDArray[np.uint32]:
    """Return the code points of ``text``."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


class WordTable:
    """The different words met so far, numbered from 0, and what was asked of them.

    A word is looked up by a polynomial of its characters modulo 2 ** 64, which two of a million
    words share in one of 30 million tables. Each hash has two slots where its word may be, so that
    all words of a page are looked for in a few array operations; the few that found both taken
    are known by their spelling alone.

    Attributes:
        spelled: The words as written, by number.
    """

    __slots__ = ("_columns", "_known", "_slots", "spelled")

    def __init__(self) -> None:
        """Begin without words."""
        self.spelled: list[str] = []
        self._known: dict[str, int] = {}
        self._columns: dict[Question, tuple[int, Column]] = {}
        self._slots = np.zeros((_FIRST_SLOTS, 2), dtype=np.uint64)
        """Rows of a hash and a number; that of an empty slot is 0, as likely as any other hash."""

    def number(self, text: str, codes: NDArray[np.uint32], begins: Places, ends: Places) -> Places:
        """Return the number of each word of ``text``, whose characters have these ``codes``.

        ``begins`` and ``ends`` are the places of the words' first characters, and after their last.
        """
        hashes = _hashes(codes, begins, ends)
        found = self._slots.take(self._choices(hashes, 0), axis=0, mode="clip")
        numbers = found[:, 1].astype(np.intp)
        left = np.flatnonzero(found[:, 0] != hashes)
        found = self._slots.take(self._choices(hashes[left], 1), axis=0, mode="clip")
        numbers[left] = found[:, 1]
        left = left[found[:, 0] != hashes[left]]
        if len(left):
            bounds = zip(begins[left].tolist(), ends[left].tolist(), strict=True)
            numbers[left] = self._number_each([text[begin:end] for begin, end in bounds])
        return numbers

    def _number_each(self, words: Sequence[str]) -> list[int]:
        """Return the number of each of ``words`` by its spelling, new ones added."""
        new = [word for word in dict.fromkeys(words) if word not in self._known]
        if new:
            self._add(new)
        return [self._known[word] for word in words]

    def column(self, question: Question) -> Column:
        """Return what ``question`` tells of every word, by number; only new words are asked.

        The rows beyond the known words mean nothing.
        """
        asked, column = self._columns.get(question) or (0, question(()))
        known = len(self.spelled)
        if asked < known:
            new = question(self.spelled[asked:])
            if len(column) < known:
                longer = np.empty((len(self._slots), *new.shape[1:]), dtype=new.dtype)
                longer[:asked] = column[:asked]
                column = longer
            column[asked:known] = new
            self._columns[question] = known, column
        return column

    def tell(self, question: Question, numbers: Places) -> Column:
        """Return what ``question`` tells of the words of these ``numbers``."""
        return self.column(question).take(numbers, axis=0, mode="clip")

    def fold(self, numbers: Places) -> Places:
        """Return the numbers of the words in lower case."""
        return self.tell(self._folded, numbers)

    def in_order(self, numbers: Places) -> Places:
        """Return the places of ``numbers`` from the lowest to the highest, equal ones in order."""
        if len(self.spelled) <= MOST_WORDS:  # short numbers are sorted three times as fast
            return np.argsort(numbers.astype(np.uint16), kind="stable")
        return np.argsort(numbers, kind="stable")

    def _folded(self, words: Sequence[str]) -> Places:
        return np.array([self._known[word.lower()] for word in words], dtype=np.intp)

    def _add(self, words: Iterable[str]) -> None:
        """Number ``words`` and the same in lower case, those that are new."""
        first = len(self.spelled)
        for word in words:
            for spelling in (word, word.lower()):
                if spelling not in self._known:
                    self._known[spelling] = len(self.spelled)
                    self.spelled.append(spelling)
        if _LEAST_SLOTS * len(self.spelled) > len(self._slots):
            slots = 2 ** (_LEAST_SLOTS * len(self.spelled)).bit_length()
            self._slots = np.zeros((slots, 2), dtype=np.uint64)
            first = 0
        self._place(first)

    def _place(self, first: int) -> None:
        """Give a slot each to the words from the number ``first`` on, as far as one is free."""
        words = self.spelled[first:]
        ends = np.cumsum([*map(len, words)], dtype=np.intp)
        hashes = _hashes(codes_of("".join(words)), np.append(0, ends[:-1]), ends)
        numbers = np.arange(first, len(self.spelled), dtype=np.uint64)[::-1]
        hashes = hashes[::-1]
        for choice in range(len(_SPREADS)):
            slots = self._choices(hashes, choice)
            free = self._slots[slots, 0] == 0
            self._slots[slots[free], 1] = numbers[free]
            placed = free & (self._slots[slots, 1] == numbers)  # of several the last: met first
            self._slots[slots[placed], 0] = hashes[placed]
            numbers, hashes = numbers[~placed], hashes[~placed]

    def _choices(self, hashes: NDArray[np.uint64], choice: int) -> Places:
        """Return the slots that are the first or second ``choice`` of these hashes."""
        bits = len(self._slots).bit_length() - 1
        return (hashes * _SPREADS[choice] >> np.uint64(_BITS - bits)).astype(np.intp)


def _hashes(codes: NDArray[np.uint32], begins: Places, ends: Places) -> NDArray[np.uint64]:
    """Return for each word the sum of its codes, each times the base to the power of its place."""
    terms = codes.astype(np.uint64)
    terms *= _powers(_BASE, len(codes))
    sums = np.zeros(len(codes) + 1, dtype=np.uint64)
    np.cumsum(terms, out=sums[1:])
    hashes: NDArray[np.uint64] = sums.take(ends)
    hashes -= sums.take(begins)
    hashes *= _powers(_INVERSE, len(codes)).take(begins)
    return hashes


def _powers(base: int, count: int) -> NDArray[np.uint64]:
    """Return the powers 0, 1, 2, ... of ``base``, modulo 2 ** 64."""
    if count <= _KEPT_POWERS:
        return _kept_powers(base)[:count]
    return _compute_powers(base, count)


@cache
def _kept_powers(base: int) -> NDArray[np.uint64]:
    return _compute_powers(base, _KEPT_POWERS)


def _compute_powers(base: int, count: int) -> NDArray[np.uint64]:
    factors = np.full(count, base, dtype=np.uint64)
    factors[0] = 1
    return np.cumprod(factors, dtype=np.uint64)
