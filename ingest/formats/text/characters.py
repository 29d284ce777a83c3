"""The characters of a page counted by line, and what lines begin and end with.

Lines enter, counts and flags a line leave. Pure; imported by the measures of the text format.
"""

from collections.abc import Sequence
from functools import cache
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from ingest.formats.text.lines import Line
from ingest.formats.text.words import Matrix

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


def count_characters(lines: Sequence[Line]) -> Matrix:
    """Return one row of CHARACTERS a line."""
    text = "\n".join([line.text for line in lines]) + "\n"
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    kinds = _table()[np.minimum(codes, _TABLE_SIZE)]
    stops = np.array(list(accumulate(len(line.text) + 1 for line in lines))) - 1
    starts = np.concatenate([[0], stops[:-1] + 1])
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


def _breaks(kinds: NDArray[np.uint16]) -> NDArray[np.bool_]:
    """Flag where a sentence ends and another begins, quotes and brackets between or not."""
    ends = _END | _QUESTION
    return (
        _runs(kinds, ends, _SPACE, _UPPER)
        | _runs(kinds, ends, _QUOTE, _SPACE, _UPPER)
        | _runs(kinds, ends, _SPACE, _QUOTE, _UPPER)
    )


def _runs(kinds: NDArray[np.uint16], *run: int) -> NDArray[np.bool_]:
    """Flag the characters at which ``run`` begins: one character of each of its kinds."""
    flags = np.zeros(len(kinds), dtype=bool)
    starts = max(len(kinds) - len(run) + 1, 0)
    flags[:starts] = True
    for offset, kind in enumerate(run):
        flags[:starts] &= kinds[offset : offset + starts] & kind > 0
    return flags
