"""The characters of a page as arrays: which of them make words, counts by line, what lines begin
and end with.

Lines enter, Characters leave, and of these counts and flags a line. Pure; imported by the words and
the measures of the text format.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from ingest.formats.text.lines import Line
from ingest.trees import Matrix

Flags = NDArray[np.bool_]

CHARACTERS = (
    "length",
    "spaces",
    "digits",
    "separators",
    "code",
    "fields",
    "copyrights",
    "glued",
    "breaks",
    "all_capitals",
    "starts_lower",
    "starts_upper",
    "starts_digit",
    "starts_quote",
    "ends_sentence",
    "ends_question",
    "ends_colon",
    "ends_comma",
    "ends_bracket",
    "ends_mark",
)
"""Names of the counts and flags, in the order of the columns.

``glued`` counts capitals right after a small letter ("HomeAbout"); ``breaks`` counts the ends of
sentences that another sentence follows; ``ends_mark`` is a pilcrow or the like, a heading's link.
"""

_SPACE, _DIGIT, _SEPARATOR, _CODE, _FIELD, _COPYRIGHT, _LOWER, _UPPER = (1 << n for n in range(8))
_END, _QUESTION, _COLON, _COMMA, _BRACKET, _MARK, _QUOTE, _CLOSING = (1 << n for n in range(8, 16))
_KINDS = (
    (_SPACE, " "),
    (_DIGIT, "0123456789"),
    (_SEPARATOR, "|»›/→·•"),
    (_CODE, "{}();=<>$\\_"),
    (_FIELD, "["),
    (_COPYRIGHT, "©"),
    (_END, ".!…"),
    (_QUESTION, "?"),
    (_COLON, ":"),
    (_COMMA, ",;"),
    (_BRACKET, ")]"),
    (_MARK, "¶#§"),
    (_QUOTE, "\"'“‘”’("),
    (_CLOSING, "\"'”’)]"),
)
_OPENINGS = "¿¡"
"""What opens Spanish questions, and tells of a beginning what capitals tell."""

_TABLE_SIZE = 0x2200
"""Code points that the table tells apart: Latin, Greek, Cyrillic, punctuation, arrows. Others have
no kind."""

_ALNUM, _JOINER, _OTHER = 1, 2, 0
_JOINERS = "'’-"
"""What may stand inside a word, one between two letters or digits."""

_CLOSED = 3
"""Quotes and brackets at a line's end that its full stop may stand before."""


@cache
def _table() -> NDArray[np.uint16]:
    """Return the kinds of every code point, the last entry standing for all beyond the table."""
    table = np.zeros(_TABLE_SIZE + 1, dtype=np.uint16)
    for kind, characters in _KINDS:
        for character in characters:
            table[ord(character)] |= kind
    for code in range(_TABLE_SIZE):
        table[code] |= _LOWER * chr(code).islower() | _UPPER * chr(code).isupper()
    for opening in _OPENINGS:
        table[ord(opening)] |= _UPPER
    return table


@cache
def _parts_of_words() -> NDArray[np.uint8]:
    """Return what every code point of the table is to a word; the last entry is _OTHER."""
    parts = [_ALNUM if chr(code).isalnum() else _OTHER for code in range(_TABLE_SIZE)]
    table = np.array([*parts, _OTHER], dtype=np.uint8)
    table[[ord(joiner) for joiner in _JOINERS]] = _JOINER
    return table


@dataclass(frozen=True, slots=True)
class Characters:
    """The characters of a page's lines, each line with its end.

    Attributes:
        codes: The code points.
        starts: Where each line starts.
        stops: Where each line's end stands.
    """

    codes: NDArray[np.uint32]
    starts: NDArray[np.intp]
    stops: NDArray[np.intp]

    def in_words(self) -> Flags:
        """Flag the characters of words: letters and digits, and what joins two of them."""
        parts = _parts_of_words()[np.minimum(self.codes, _TABLE_SIZE)]
        beyond = np.flatnonzero(self.codes >= _TABLE_SIZE)
        if len(beyond):
            different, which = np.unique(self.codes[beyond], return_inverse=True)
            parts[beyond] = np.array([chr(code).isalnum() for code in different.tolist()])[which]
        flags: Flags = parts == _ALNUM
        flags[1:-1] |= (parts[1:-1] == _JOINER) & flags[:-2] & flags[2:]
        return flags


def characters_of(lines: Sequence[Line]) -> Characters:
    """Return the characters of ``lines``, one at least."""
    text = "\n".join([line.text for line in lines]) + "\n"
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    stops = np.flatnonzero(codes == ord("\n"))
    return Characters(codes, np.concatenate([[0], stops[:-1] + 1]), stops)


def count_characters(characters: Characters) -> Matrix:
    """Return one row of CHARACTERS a line."""
    starts, stops = characters.starts, characters.stops
    kinds = _table()[np.minimum(characters.codes, _TABLE_SIZE)]
    counted = [
        *(kinds & kind > 0 for kind in (_SPACE, _DIGIT, _SEPARATOR, _CODE, _FIELD, _COPYRIGHT)),
        _runs(kinds, _LOWER, _UPPER),
        _breaks(kinds),
        kinds & _LOWER > 0,
        kinds & _UPPER > 0,
    ]
    *counts, lower, upper = (np.add.reduceat(flag, starts, dtype=np.int32) for flag in counted)
    first = kinds[starts]
    last = kinds[stops - 1]
    before = kinds[np.maximum(stops - 2, 0)]
    open_end = stops - 1
    for _ in range(_CLOSED):
        open_end = np.where(
            kinds[open_end] & _CLOSING > 0, np.maximum(open_end - 1, starts), open_end
        )
    columns = [
        stops - starts,
        *counts,
        (upper > 0) & (lower == 0),
        *(first & kind > 0 for kind in (_LOWER, _UPPER, _DIGIT, _QUOTE)),
        kinds[open_end] & _END > 0,
        (last & _QUESTION > 0) | ((last & _QUOTE > 0) & (before & _QUESTION > 0)),
        *(last & kind > 0 for kind in (_COLON, _COMMA, _BRACKET, _MARK)),
    ]
    return np.stack(columns, axis=1).astype(np.float32)


def _breaks(kinds: NDArray[np.uint16]) -> Flags:
    """Flag where a sentence ends and another begins, quotes and brackets between or not."""
    ends = _END | _QUESTION
    return (
        _runs(kinds, ends, _SPACE, _UPPER)
        | _runs(kinds, ends, _QUOTE, _SPACE, _UPPER)
        | _runs(kinds, ends, _SPACE, _QUOTE, _UPPER)
    )


def _runs(kinds: NDArray[np.uint16], *run: int) -> Flags:
    """Flag the characters at which ``run`` begins: one character of each of its kinds."""
    flags = np.zeros(len(kinds), dtype=bool)
    starts = max(len(kinds) - len(run) + 1, 0)
    flags[:starts] = True
    for offset, kind in enumerate(run):
        flags[:starts] &= kinds[offset : offset + starts] & kind > 0
    return flags
