"""Texts to words in a row, each a number: many texts at a time, by arrays instead of one by one.

Texts enter, Tokens leave. What a word is, and what it is folded to, is `folding`'s; here it is
found the fast way round: characters are put into classes by tables, words of ASCII letters and
digits of up to sixteen are compared as one or two machine words, and only what is left (accents,
apostrophes, long words) is looked at one by one. A test holds the two to each other.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.engines.whoosh.folding import fold

LINE_END, TEXT_END = "\n", "\0"

LONGEST_COUNTED = 65_535
"""Highest count of a word in one field, and of characters in one word; more could not change a
score, and is not marked."""

_LETTER = re.compile(r"[^\W_]")
_APOSTROPHES = "'’"

_NOTHING, _IN_WORD, _MARK = 0, 1, 2
"""What a character is: between words, part of one, or a token by itself (the end of a line)."""

_OTHER_LETTER, _APOSTROPHE, _GAP = 0x80, 0x27, 0x20
"""What characters are replaced by: letters past ASCII, apostrophes, everything between words."""

_WIDTH = 8
"""Characters that are compared at once: the bytes of a machine word."""

_MULTIPLIER, _HALF = np.uint64(0x9E3779B97F4A7C15), np.uint64(32)
"""Fibonacci hashing: 2^64 over the golden ratio (Knuth, The Art of Computer Programming, 6.4)."""

_ALL_BITS = (1 << 64) - 1

_FIRST_OTHER = 0x80
"""The first character past ASCII."""

Integers = NDArray[np.integer]


@dataclass(frozen=True, slots=True)
class Tokens:
    """Words in a row, text after text.

    ``surfaces`` are the different folded words in UTF-8, of which number 0 is no word but the end
    of a line or text; ``numbers`` says which of them stands where; ``starts`` and ``widths`` where
    in its text it stands, in characters; ``ends`` after how many tokens each text ends.
    """

    surfaces: tuple[bytes, ...]
    numbers: NDArray[np.int32]
    starts: NDArray[np.int32]
    widths: NDArray[np.uint16]
    ends: NDArray[np.int64]


class Tokenizer:
    """Takes texts, some at a time."""

    def __init__(self) -> None:
        """Begin with no text."""
        self._known = _Numbers()
        self._numbers: list[Integers] = [np.zeros(0, dtype=np.int32)]
        self._starts: list[Integers] = [np.zeros(0, dtype=np.int32)]
        self._widths: list[Integers] = [np.zeros(0, dtype=np.uint16)]
        self._ends: list[Integers] = [np.zeros(0, dtype=np.int64)]
        self._count = 0

    def add(self, texts: Sequence[str]) -> None:
        """Take the next texts apart."""
        if not texts:
            return
        whole = "".join(f"{text.replace(TEXT_END, ' ')}{TEXT_END}" for text in texts)
        characters = _characters(whole)
        starts, widths, special = _words(characters)
        ends = np.flatnonzero(characters[starts] == ord(TEXT_END)) + 1
        self._numbers.append(self._numbered(whole, characters, starts, widths, special))
        firsts = np.cumsum([0, *(len(text) + 1 for text in texts[:-1])])
        places = starts - np.repeat(firsts, np.diff(ends, prepend=0))
        self._starts.append(places.astype(np.int32))
        self._widths.append(np.minimum(widths, LONGEST_COUNTED).astype(np.uint16))
        self._ends.append(ends + self._count)
        self._count += len(starts)

    def tokens(self) -> Tokens:
        """Return the words of all texts taken."""
        return Tokens(
            surfaces=tuple(self._known.surfaces),
            numbers=np.concatenate(self._numbers),
            starts=np.concatenate(self._starts),
            widths=np.concatenate(self._widths),
            ends=np.concatenate(self._ends),
        )

    def _numbered(
        self,
        whole: str,
        characters: NDArray[np.uint8],
        starts: Integers,
        widths: Integers,
        special: NDArray[np.bool_],
    ) -> NDArray[np.int32]:
        """Return the surface number of each token."""
        padded = np.concatenate((characters, np.zeros(2 * _WIDTH, dtype=np.uint8)))
        window: NDArray[np.uint64] = np.ndarray(
            len(padded) - _WIDTH + 1, "<u8", padded.data, strides=(1,)
        )
        numbers = np.empty(len(starts), dtype=np.int32)
        short = np.flatnonzero((widths <= _WIDTH) & ~special)
        heads = window[starts[short]] & _MASKS[widths[short]]
        different, which = _different(heads)
        numbers[short] = self._known.of(heads[different].view("S8").tolist())[which]
        long = np.flatnonzero((widths > _WIDTH) & ~special)
        heads = window[starts[long]]
        tails = window[starts[long] + _WIDTH] & _MASKS[widths[long] - _WIDTH]
        different, which = _different(heads, tails)
        pairs = np.stack((heads[different], tails[different]), axis=1)
        numbers[long] = self._known.of(pairs.view("S16").ravel().tolist())[which]
        others = np.flatnonzero(special)
        spans = zip(starts[others].tolist(), widths[others].tolist(), strict=True)
        numbers[others] = self._known.of([whole[start : start + width] for start, width in spans])
        return numbers


class _Numbers(dict[bytes | str, int]):
    """The surface number of each spelling; a new one is folded once.

    Spellings in bytes are folded already.
    """

    def __init__(self) -> None:
        super().__init__({LINE_END.encode(): 0})
        self.surfaces: dict[bytes, int] = {b"": 0}

    def __missing__(self, spelling: bytes | str) -> int:
        folded = (
            spelling if isinstance(spelling, bytes) else fold(spelling).encode(errors="replace")
        )
        number = self[spelling] = self.surfaces.setdefault(folded, len(self.surfaces))
        return number

    def of(self, spellings: Sequence[bytes | str]) -> NDArray[np.int32]:
        """Return the numbers of ``spellings``."""
        return np.fromiter(map(self.__getitem__, spellings), np.int32, len(spellings))


def _characters(whole: str) -> NDArray[np.uint8]:
    """Return one byte a character: itself in lower case, or what its class is replaced by."""
    codes = np.frombuffer(whole.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    characters: NDArray[np.uint8] = _REPLACED[np.minimum(codes, _FIRST_OTHER)]
    others = np.flatnonzero(codes >= _FIRST_OTHER)
    if len(others):
        different, which = np.unique(codes[others], return_inverse=True)
        replaced = [_replacement(chr(code)) for code in different.tolist()]
        characters[others] = np.array(replaced, dtype=np.uint8)[which]
    return characters


def _words(
    characters: NDArray[np.uint8],
) -> tuple[Integers, Integers, NDArray[np.bool_]]:
    """Return where tokens start, how wide they are, and which are to be looked at one by one."""
    kinds = _KINDS[characters]
    apostrophes = np.flatnonzero(characters == _APOSTROPHE)
    inner = (kinds[apostrophes - 1] == _IN_WORD) & (kinds[apostrophes + 1] == _IN_WORD)
    apostrophes = apostrophes[inner]
    kinds[apostrophes] = _IN_WORD
    in_word, mark = kinds == _IN_WORD, kinds == _MARK
    begins, ends = in_word.copy(), in_word.copy()
    begins[1:] &= ~in_word[:-1]
    ends[:-1] &= ~in_word[1:]
    starts = np.flatnonzero(begins | mark)
    widths = np.flatnonzero(ends | mark) + 1 - starts
    special = widths > 2 * _WIDTH
    letters = np.flatnonzero(characters == _OTHER_LETTER)
    for places in (apostrophes, letters):
        special[np.searchsorted(starts, places, side="right") - 1] = True
    return starts, widths, special


def _different(*columns: NDArray[np.uint64]) -> tuple[Integers, Integers]:
    """Return where each different row of ``columns`` stands for one, and which each row is.

    A hash table without chains: rows write themselves into their slots, those that find another
    row there afterwards try again with another hash. Sorting them takes five times as long.
    """
    rows = np.arange(len(columns[0]))
    stands_for = rows.copy()
    bits = max(len(rows).bit_length(), 1)
    table = np.zeros(1 << bits, dtype=np.int64)
    multiplier = _MULTIPLIER
    while len(rows):
        mixed = columns[0][rows] * multiplier
        for column in columns[1:]:
            mixed = (mixed ^ (mixed >> _HALF) ^ column[rows]) * multiplier
        slots = mixed >> np.uint64(64 - bits)
        table[slots] = rows
        found = table[slots]
        same = np.ones(len(rows), dtype=np.bool_)
        for column in columns:
            same &= column[found] == column[rows]
        stands_for[rows[same]] = found[same]
        rows = rows[~same]
        multiplier = np.uint64(int(multiplier) * int(_MULTIPLIER) & _ALL_BITS)
    is_first = stands_for == np.arange(len(stands_for))
    return np.flatnonzero(is_first), (np.cumsum(is_first) - 1)[stands_for]


def _replacement(character: str) -> int:
    if character in (LINE_END, TEXT_END):
        return ord(character)
    if character in _APOSTROPHES:
        return _APOSTROPHE
    if not _LETTER.fullmatch(character):
        return _GAP
    return ord(character.lower()) if character.isascii() else _OTHER_LETTER


def _kind(replacement: int) -> int:
    if replacement in (ord(LINE_END), ord(TEXT_END)):
        return _MARK
    return _NOTHING if replacement in (_APOSTROPHE, _GAP) else _IN_WORD


def _table(values: Any) -> NDArray[np.uint8]:
    return np.array(list(values), dtype=np.uint8)


_REPLACED = _table(_replacement(chr(code)) for code in range(_FIRST_OTHER + 1))
_KINDS = _table(map(_kind, range(_FIRST_OTHER + 1)))
_MASKS: NDArray[np.uint64] = np.array(
    [(1 << (8 * width)) - 1 for width in range(_WIDTH + 1)], dtype="<u8"
)
