"""The characters of a page as arrays: which of them make words, what each is to its line, and what
follows what.

Lines' texts enter, Characters leave. Pure; imported by the words and the measures of the text
format.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ingest.formats.text.word_table import codes_of

Flags = NDArray[np.bool_]
Places = NDArray[np.intp]
Column = NDArray[Any]
Kinds = NDArray[np.uint32]
Sequels = NDArray[np.uint8]

DIGIT, SEPARATOR, CODE, FIELD, COPYRIGHT = range(1, 6)
COUNTED = 2**3
"""What is counted by line, no character being two of it: a number in the lowest bits, below
COUNTED."""

SPACE, FIGURE, LOWER, UPPER = (1 << n for n in range(3, 7))
END, QUESTION, COLON, COMMA, BRACKET, MARK, QUOTE, CLOSING = (1 << n for n in range(7, 15))
GROUPING, NOON, MERIDIEM, UNPLAIN, ADDRESS = (1 << n for n in range(15, 20))
_ALNUM, _JOINER, _RARE = (1 << n for n in range(20, 23))
"""What a character is to its line besides. FIGURE: a digit of any script, or what may be one;
GROUPING: what parts the figures of a telephone number; NOON and MERIDIEM: the letters of "am" and
"pm"; UNPLAIN: `ingest.wording` may take the words beside it apart otherwise; ADDRESS: it begins the
sign of an address; _RARE: neither a space nor a small letter."""

_COUNTED_KINDS = (
    (DIGIT, "0123456789"),
    (SEPARATOR, "|»›/→·•"),
    (CODE, "{}();=<>$\\_"),
    (FIELD, "["),
    (COPYRIGHT, "©"),
)
_KINDS = (
    *_COUNTED_KINDS,
    (SPACE, " "),
    (END, ".!…"),
    (QUESTION, "?"),
    (COLON, ":"),
    (COMMA, ",;"),
    (BRACKET, ")]"),
    (MARK, "¶#§"),
    (QUOTE, "\"'“‘”’("),
    (CLOSING, "\"'”’)]"),
    (UPPER, "¿¡"),  # what opens Spanish questions tells of a beginning what capitals tell
    (_JOINER, "'’-"),  # what may stand inside a word, one between two letters or digits
    (GROUPING, " .-"),
    (NOON, "ap"),
    (MERIDIEM, "m"),
    (UNPLAIN, "&'`"),
    (ADDRESS, "@."),
)
_PARTING = "–—―•·“”«»…©®°→←↑↓€£"
"""Characters beyond ASCII that part words as a space does, whoever takes them apart."""

_COMMON = LOWER | SPACE | GROUPING | NOON | MERIDIEM | UNPLAIN | _ALNUM
"""What spaces and letters are."""

_FOLLOWING = SPACE | FIGURE | UPPER | END | COLON | BRACKET | QUOTE | GROUPING | NOON | MERIDIEM
"""What is asked of the characters that follow another."""

_SEQUEL = 28
_SEQUELS = 2**4
_AHEAD = 4
"""Bits below the highest four, which say as a number which of _FOLLOWING a character is; how many
such numbers there may be; characters looked ahead."""

_TABLE_SIZE = 0x2200
"""Code points that the table tells apart: Latin, Greek, Cyrillic, punctuation, arrows. Others have
no kind."""


@cache
def _table() -> Kinds:
    """Return the kinds of every code point, the last entry standing for all beyond the table."""
    table = np.zeros(_TABLE_SIZE + 1, dtype=np.uint32)
    for code, character in enumerate(map(chr, range(_TABLE_SIZE))):
        table[code] = (
            LOWER * character.islower()
            | UPPER * character.isupper()
            | _ALNUM * character.isalnum()
            | FIGURE * character.isdecimal()
            | UNPLAIN * (not character.isascii() and character not in _PARTING)
        )
    for kind, characters in _KINDS:
        table[[*map(ord, characters)]] |= kind
    table[_TABLE_SIZE] = FIGURE | UNPLAIN
    common = (table & (_ALNUM | SPACE) > 0) & (table & ~np.uint32(_COMMON) == 0)
    common[ord("\n")] = True
    table[~common] |= _RARE
    sequels = np.unique(table & _FOLLOWING, return_inverse=True)[1]
    table |= (sequels << _SEQUEL).astype(np.uint32)
    return table


@cache
def _sequel_kinds() -> Kinds:
    """Return which of _FOLLOWING each number of a sequel stands for."""
    table = _table()
    kinds = np.zeros(_SEQUELS, dtype=np.uint32)
    kinds[table >> _SEQUEL] = table & _FOLLOWING
    return kinds


def sequels_of(*runs: Sequence[Sequence[int]]) -> Sequels:
    """Return for all that may follow a character, as `Characters.following` numbers it, in which
    of the groups of ``runs`` it is: the lowest bit for the first.

    A run is a character of each of its kinds, at most _AHEAD of them, one after the other.
    """
    table = np.zeros((_SEQUELS,) * _AHEAD, dtype=np.uint8)
    for group, several in enumerate(runs):
        for run in several:
            found = tuple(np.flatnonzero(_sequel_kinds() & kind) for kind in run)
            table[np.ix_(*found)] |= 1 << group
    return table.ravel()


@dataclass(frozen=True, slots=True)
class Characters:
    """The characters of a page's lines, each line with its end.

    Attributes:
        text: All of them.
        codes: The code points.
        kinds: What each is to its line.
        in_words: Whether each is part of a word: a letter or digit, or what joins two of them.
        lines: The line of each.
        bounds: Where each line starts, and where one after the last would.
        rare: The places of the few that are more than a space or a small letter.
        rare_kinds: What these are to their line.
    """

    text: str
    codes: NDArray[np.uint32]
    kinds: Kinds
    in_words: Flags
    lines: Places
    bounds: Places
    rare: Places
    rare_kinds: Kinds

    @property
    def starts(self) -> Places:
        """Where each line starts."""
        return self.bounds[:-1]

    @property
    def stops(self) -> Places:
        """Where each line's end stands."""
        return self.bounds[1:] - 1

    def lines_of(self, places: Places) -> Places:
        """Return the lines on which the characters at ``places`` stand."""
        return self.lines.take(places)

    def kinds_at(self, places: Places) -> Kinds:
        """Return the kinds of the characters at ``places``, the nearest where there are none."""
        kinds: Kinds = self.kinds.take(places, mode="clip")
        return kinds

    def places_of(self, kind: int) -> Places:
        """Return the places of the characters of ``kind``, one that neither spaces nor letters
        are."""
        return self.rare.compress(self.rare_kinds & kind > 0)

    def unplain_lines(self) -> Places:
        """Return the lines with an UNPLAIN character outside of words, some more than once."""
        unplain = self.places_of(UNPLAIN)
        return self.lines_of(unplain.compress(~self.in_words.take(unplain)))

    def lines_ending(self, kind: int) -> Places:
        """Return the lines that end with a character of ``kind``."""
        return np.flatnonzero(self.kinds[self.stops - 1] & kind > 0)

    def following(self, places: Places, sequels: Sequels) -> Sequels:
        """Return what ``sequels``, as `sequels_of` gives them, say of what follows ``places``."""
        number = self.kinds_at(places + 1) >> _SEQUEL
        for step in range(2, _AHEAD + 1):
            number <<= 4
            number |= self.kinds_at(places + step) >> _SEQUEL
        found: Sequels = sequels.take(number)
        return found


def lines_saying(piece: str, text: str) -> list[int]:
    """Return the lines of ``text``, each with its end, that say ``piece``, in order."""
    lines: list[int] = []
    line, counted = 0, 0
    place = text.find(piece)
    while place >= 0:
        line += text.count("\n", counted, place)
        counted = place
        lines.append(line)
        place = text.find(piece, text.find("\n", place))
    return lines


def characters_of(texts: Sequence[str]) -> Characters:
    """Return the characters of the lines that say ``texts``, one at least."""
    text = "\n".join(texts) + "\n"
    codes = codes_of(text)
    bounds = np.empty(len(texts) + 1, dtype=np.intp)
    bounds[0] = 0
    bounds[1:] = np.flatnonzero(codes == ord("\n"))
    bounds[1:] += 1
    kinds = _table().take(codes, mode="clip")
    lines = np.repeat(np.arange(len(texts)), bounds[1:] - bounds[:-1])
    rare = np.flatnonzero(kinds & _RARE > 0)
    rare_kinds = kinds.take(rare)
    in_words = _in_words(codes, kinds, rare, rare_kinds)
    return Characters(text, codes, kinds, in_words, lines, bounds, rare, rare_kinds)


def _in_words(codes: NDArray[np.uint32], kinds: Kinds, rare: Places, rare_kinds: Kinds) -> Flags:
    flags: Flags = kinds & _ALNUM > 0
    beyond = rare.compress(codes.take(rare) >= _TABLE_SIZE)
    if len(beyond):
        different, which = np.unique(codes[beyond], return_inverse=True)
        flags[beyond] = np.array([chr(code).isalnum() for code in different.tolist()])[which]
    joiners = rare.compress(rare_kinds & _JOINER > 0)
    flags[joiners] = flags[joiners - 1] & flags[joiners + 1]  # before the first is a line's end
    return flags
