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

_FIRST_SLOTS = 2**13
_LEAST_SLOTS = 2
"""Slots a word: with half of them free, most words are found at the first look."""

_NEW = -1
_BITS = 64
_BASE = 0x9E3779B97F4A7C15
"""Odd, so that it has an inverse; its digits are those of the golden section, as good as any."""

_INVERSE = pow(_BASE, -1, 2**_BITS)
_SPREAD = np.uint64(0xD6E8FEB86659FD93)
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
    words share in one of 30 million tables; the look-up is a hash table of arrays with linear
    probing, so that all words of a page are found in a few array operations.

    Attributes:
        spelled: The words as written, by number.
    """

    __slots__ = ("_columns", "_keys", "_known", "_slots", "spelled")

    def __init__(self) -> None:
        """Begin without words."""
        self.spelled: list[str] = []
        self._known: dict[str, int] = {}
        self._columns: dict[Question, tuple[int, Column]] = {}
        self._keys = np.zeros(_FIRST_SLOTS, dtype=np.uint64)
        self._slots = np.full(_FIRST_SLOTS, _NEW, dtype=np.intp)

    def number(self, text: str, codes: NDArray[np.uint32], begins: Places, ends: Places) -> Places:
        """Return the number of each word of ``text``, whose characters have these ``codes``.

        ``begins`` and ``ends`` are the places of the words' first characters, and after their last.
        """
        hashes = _hashes(codes, begins, ends)
        numbers = self._look_up(hashes)
        new = np.flatnonzero(numbers == _NEW)
        if len(new):
            bounds = zip(begins[new].tolist(), ends[new].tolist(), strict=True)
            self._add({text[begin:end]: None for begin, end in bounds})
            numbers[new] = self._look_up(hashes[new])
        return numbers

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

    def fold(self, numbers: Places) -> Places:
        """Return the numbers of the words in lower case."""
        folded: Places = self.column(self._folded)[numbers]
        return folded

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
            self._make_room(2 ** (_LEAST_SLOTS * len(self.spelled)).bit_length())
        else:
            self._place(first)

    def _make_room(self, slots: int) -> None:
        """Lay out so many ``slots``, a power of two, and place all words anew."""
        self._keys = np.zeros(slots, dtype=np.uint64)
        self._slots = np.full(slots, _NEW, dtype=np.intp)
        self._place(0)

    def _place(self, first: int) -> None:
        """Give a slot each to the words from the number ``first`` on."""
        words = self.spelled[first:]
        ends = np.cumsum([*map(len, words)], dtype=np.intp)
        begins = np.append(0, ends[:-1])
        hashes = _hashes(codes_of("".join(words)), begins, ends)
        numbers, slots = np.arange(first, len(self.spelled)), self._slots_of(hashes)
        while len(numbers):
            free = self._slots[slots] == _NEW
            self._slots[slots[free]] = numbers[free]
            placed = self._slots[slots] == numbers  # of several that want one slot, one has it
            self._keys[slots[placed]] = hashes[placed]
            numbers, hashes = numbers[~placed], hashes[~placed]
            slots = (slots[~placed] + 1) % len(self._slots)

    def _look_up(self, hashes: NDArray[np.uint64]) -> Places:
        slots = self._slots_of(hashes)
        numbers = self._slots[slots]
        others = np.flatnonzero((self._keys[slots] != hashes) & (numbers != _NEW))
        while len(others):
            slots[others] = (slots[others] + 1) % len(self._slots)
            numbers[others] = self._slots[slots[others]]
            wrong = self._keys[slots[others]] != hashes[others]
            others = others[wrong & (numbers[others] != _NEW)]
        return numbers

    def _slots_of(self, hashes: NDArray[np.uint64]) -> Places:
        bits = len(self._slots).bit_length() - 1
        return (hashes * _SPREAD >> np.uint64(_BITS - bits)).astype(np.intp)


def _hashes(codes: NDArray[np.uint32], begins: Places, ends: Places) -> NDArray[np.uint64]:
    """Return for each word the sum of its codes, each times the base to the power of its place."""
    sums = np.zeros(len(codes) + 1, dtype=np.uint64)
    np.cumsum(codes * _powers(_BASE, len(codes)), out=sums[1:])
    hashes: NDArray[np.uint64] = (sums[ends] - sums[begins]) * _powers(_INVERSE, len(codes))[begins]
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
