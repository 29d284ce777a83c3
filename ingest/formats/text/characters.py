"""The characters of a page as arrays: which of them make words, counts by line, what lines begin
and end with.

Lines' texts enter, Characters leave, and of these counts and flags a line. Pure; imported by the
words and the measures of the text format.
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

SPACE, DIGIT, SEPARATOR, CODE, FIELD, COPYRIGHT = (1 << n for n in range(6))
LOWER, UPPER = 1 << 6, 1 << 7
END, QUESTION, COLON, COMMA, BRACKET, MARK, QUOTE, CLOSING = (1 << n for n in range(8, 16))
_ALNUM, _JOINER, FIGURE, GROUPING, NOON, MERIDIEM, UNPLAIN = (1 << n for n in range(16, 23))
"""What a character is to its line. FIGURE: a digit of any script, or what may be one; GROUPING:
what parts the figures of a telephone number; NOON and MERIDIEM: the letters of "am" and "pm";
UNPLAIN: `ingest.wording` may take the words beside it apart otherwise."""

_KINDS = (
    (SPACE, " "),
    (DIGIT, "0123456789"),
    (SEPARATOR, "|»›/→·•"),
    (CODE, "{}();=<>$\\_"),
    (FIELD, "["),
    (COPYRIGHT, "©"),
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
)
_PARTING = "–—―•·“”«»…©®°→←↑↓€£"
"""Characters beyond ASCII that part words as a space does, whoever takes them apart."""

_COUNTED = SPACE | DIGIT | SEPARATOR | CODE | FIELD | COPYRIGHT

_NEXT_SENTENCE = ((SPACE, UPPER), (QUOTE, SPACE, UPPER), (SPACE, QUOTE, UPPER))
"""How the next sentence begins after the end of one."""

_TABLE_SIZE = 0x2200
"""Code points that the table tells apart: Latin, Greek, Cyrillic, punctuation, arrows. Others have
no kind."""

_CLOSED = 3
"""Quotes and brackets at a line's end that its full stop may stand before."""


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
    return table


@dataclass(frozen=True, slots=True)
class Characters:
    """The characters of a page's lines, each line with its end.

    Attributes:
        text: All of them.
        codes: The code points.
        kinds: What each is to its line.
        in_words: Whether each is part of a word: a letter or digit, or what joins two of them.
        lines: The line of each.
        starts: Where each line starts.
        stops: Where each line's end stands.
    """

    text: str
    codes: NDArray[np.uint32]
    kinds: Kinds
    in_words: Flags
    lines: Places
    starts: Places
    stops: Places

    def lines_of(self, places: Places) -> Places:
        """Return the lines on which the characters at ``places`` stand."""
        return self.lines[places]

    def places_of(self, kind: int) -> Places:
        """Return the places of the characters of ``kind``."""
        return np.flatnonzero(self.kinds & kind > 0)  # of flags, six times as fast as of numbers

    def unplain_lines(self) -> Places:
        """Return the lines with an UNPLAIN character outside of words, some more than once."""
        return self.lines_of(np.flatnonzero((self.kinds & UNPLAIN > 0) & ~self.in_words))

    def lines_ending(self, kind: int) -> Places:
        """Return the lines that end with a character of ``kind``."""
        return np.flatnonzero(self.kinds[self.stops - 1] & kind > 0)

    def following(self, places: Places, *runs: Sequence[int]) -> Places:
        """Return those of ``places`` after which one of ``runs`` stands: a character of each of its
        kinds, on the same line."""
        ahead = [
            self.kinds.take(places + step, mode="clip")
            for step in range(1, 1 + max(map(len, runs)))
        ]
        found = np.zeros(len(places), dtype=bool)
        for run in runs:
            fits = np.ones(len(places), dtype=bool)
            for kinds, kind in zip(ahead, run, strict=False):
                fits &= kinds & kind > 0
            found |= fits
        return places[found]


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
    stops = np.flatnonzero(codes == ord("\n"))
    starts = np.zeros_like(stops)
    starts[1:] = stops[:-1] + 1
    kinds = _table().take(codes, mode="clip")
    lines = np.repeat(np.arange(len(stops)), stops + 1 - starts)
    return Characters(text, codes, kinds, _in_words(codes, kinds), lines, starts, stops)


def _in_words(codes: NDArray[np.uint32], kinds: Kinds) -> Flags:
    flags: Flags = kinds & _ALNUM > 0
    beyond = np.flatnonzero(codes >= _TABLE_SIZE)
    if len(beyond):
        different, which = np.unique(codes[beyond], return_inverse=True)
        flags[beyond] = np.array([chr(code).isalnum() for code in different.tolist()])[which]
    joiners = np.flatnonzero(kinds[1:-1] & _JOINER > 0) + 1
    flags[joiners] = flags[joiners - 1] & flags[joiners + 1]
    return flags


def count_characters(characters: Characters) -> dict[str, Column]:
    """Return by name the counts and flags of the lines.

    ``glued`` counts capitals right after a small letter ("HomeAbout"); ``breaks`` counts the ends
    of sentences that another sentence follows; ``ends_mark`` is a pilcrow or the like, a heading's
    link.
    """
    starts, stops, kinds = characters.starts, characters.stops, characters.kinds
    count = len(starts)
    places = characters.places_of(_COUNTED)
    counted, lines = kinds[places], characters.lines_of(places)
    ends = characters.places_of(END | QUESTION)
    breaks = characters.following(ends, *_NEXT_SENTENCE)
    glued = np.flatnonzero(kinds[:-1] + kinds[:-1] & kinds[1:] & UPPER > 0)
    all_kinds = np.bitwise_or.reduceat(kinds, starts)
    first, last = kinds[starts], kinds[stops - 1]
    before = kinds[np.maximum(stops - 2, 0)]
    open_end = stops - 1
    for _ in range(_CLOSED):
        open_end = np.where(
            kinds[open_end] & CLOSING > 0, np.maximum(open_end - 1, starts), open_end
        )
    return {
        "length": stops - starts,
        "spaces": np.bincount(lines[counted & SPACE > 0], minlength=count),
        "digits": np.bincount(lines[counted & DIGIT > 0], minlength=count),
        "separators": np.bincount(lines[counted & SEPARATOR > 0], minlength=count),
        "code": np.bincount(lines[counted & CODE > 0], minlength=count),
        "fields": np.bincount(lines[counted & FIELD > 0], minlength=count),
        "copyrights": np.bincount(lines[counted & COPYRIGHT > 0], minlength=count),
        "glued": np.bincount(characters.lines_of(glued), minlength=count),
        "breaks": np.bincount(characters.lines_of(breaks), minlength=count),
        "all_capitals": all_kinds & (LOWER | UPPER) == UPPER,
        "starts_lower": first & LOWER > 0,
        "starts_upper": first & UPPER > 0,
        "starts_digit": first & DIGIT > 0,
        "starts_quote": first & QUOTE > 0,
        "ends_sentence": kinds[open_end] & END > 0,
        "ends_question": (last & QUESTION > 0) | ((last & QUOTE > 0) & (before & QUESTION > 0)),
        "ends_colon": last & COLON > 0,
        "ends_comma": last & COMMA > 0,
        "ends_bracket": last & BRACKET > 0,
        "ends_mark": last & MARK > 0,
    }
