"""The characters of a page counted by line: digits, separators, signs of code, sentence breaks.

A PageText enters, counts a line leave. Pure; imported by the measures of the text format.
"""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from ingest.formats.text.words import Matrix, PageText

CHARACTERS = (
    "length",
    "spaces",
    "digits",
    "separators",
    "code",
    "fields",
    "ats",
    "copyrights",
    "glued",
    "breaks",
)
"""Names of the counts, in the order of the columns.

``ats`` and ``copyrights`` are the signs @ and ©; ``glued`` counts capitals right after a small
letter ("HomeAbout"); ``breaks`` counts the ends of sentences that another sentence follows.
"""

_SPACE, _DIGIT, _SEPARATOR, _CODE, _FIELD, _AT, _COPYRIGHT, _LOWER, _UPPER, _END, _QUOTE = (
    1 << bit for bit in range(11)
)
_KINDS = (
    (_SPACE, " "),
    (_DIGIT, "0123456789"),
    (_SEPARATOR, "|»›/→·•"),
    (_CODE, "{}();=<>$\\_"),
    (_FIELD, "["),
    (_AT, "@"),
    (_COPYRIGHT, "©"),
    (_LOWER, "abcdefghijklmnopqrstuvwxyz"),
    (_UPPER, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    (_END, ".!?"),
    (_QUOTE, "\"'”’“‘()"),
)
_COUNTED = (_SPACE, _DIGIT, _SEPARATOR, _CODE, _FIELD, _AT, _COPYRIGHT)
_TABLE_SIZE = 0x2200
"""Code points that the table tells apart: all that is asked for lies below the arrows' end."""


@cache
def _table() -> NDArray[np.uint16]:
    """Return the kinds of every code point, the last entry standing for all beyond the table."""
    table = np.zeros(_TABLE_SIZE + 1, dtype=np.uint16)
    for kind, characters in _KINDS:
        for character in characters:
            table[ord(character)] |= kind
    return table


def count_characters(page: PageText) -> Matrix:
    """Return one row of CHARACTERS a line."""
    codes = np.frombuffer(page.text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    kinds = _table()[np.minimum(codes, _TABLE_SIZE)]
    flags = [kinds & kind > 0 for kind in _COUNTED]
    flags += [_runs(kinds, _LOWER, _UPPER), _breaks(kinds)]
    columns = [
        np.diff([*page.line_starts, len(page.text) + 1]) - 1,
        *(np.add.reduceat(flag, page.line_starts, dtype=np.int32) for flag in flags),
    ]
    return np.stack(columns, axis=1).astype(np.float32)


def _breaks(kinds: NDArray[np.uint16]) -> NDArray[np.bool_]:
    """Flag where a sentence ends and another begins, quotes and brackets between or not."""
    return (
        _runs(kinds, _END, _SPACE, _UPPER)
        | _runs(kinds, _END, _QUOTE, _SPACE, _UPPER)
        | _runs(kinds, _END, _SPACE, _QUOTE, _UPPER)
    )


def _runs(kinds: NDArray[np.uint16], *run: int) -> NDArray[np.bool_]:
    """Flag the characters at which ``run`` begins: one character of each of its kinds."""
    flags = np.zeros(len(kinds), dtype=bool)
    starts = max(len(kinds) - len(run) + 1, 0)
    flags[:starts] = True
    for offset, kind in enumerate(run):
        flags[:starts] &= kinds[offset : offset + starts] & kind > 0
    return flags
