"""Which lines of a page look alike: same marker, gaps, indent, end, first character, rough length.

A PageText enters, one number a line leaves: lines with the same number have the same shape. Pure;
for the text format only.
"""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from ingest.formats.text.word_table import Places
from ingest.formats.text.words import PageText

_GAP = 2
_ENDS = ".!…?:,;)¶"
_WORDS, _LENGTHS = 6, 3
"""Lines alike in length: up to 5, 11, 17 words, and longer."""

_NUMBERED = 1
"""Stands for all numbers before lines; glyphs are told apart."""

_TABLE_SIZE = 0x2200
_UPPER, _DIGIT, _END = 1, 2, 4
"""Signs of a first character; of a last one _END times its place among _ENDS, from 1 on."""

_WIDTHS = {"gap": 4, "gap_below": 4, "length": 4, "first": 4, "last": 16, "row": 2, "marker": 2**21}
"""How many values each part of a shape can have; the indent, without bound, comes on top."""


def number_shapes(page: PageText) -> Places:
    """Return the number of each line's shape, from 0 without a gap."""
    layout, characters = page.layout, page.characters
    gap = np.minimum(layout.gaps, _GAP)
    first, last = characters.codes[characters.starts], characters.codes[characters.stops - 1]
    parts = {
        "gap": gap,
        "gap_below": np.append(gap[1:], 0),
        "length": np.minimum(page.counts // _WORDS, _LENGTHS),
        "first": _signs(first) % _END,
        "last": _signs(last) // _END,
        "row": layout.cells > 0,
        "marker": _marker_numbers(page),
    }
    shape = layout.indents
    for name, width in _WIDTHS.items():
        shape = shape * width + parts[name]
    _, numbers = np.unique(shape, return_inverse=True)
    return numbers


def _marker_numbers(page: PageText) -> Places:
    markers = page.layout.markers
    numbers = {
        marker: ord(marker) if len(marker) == 1 else _NUMBERED * bool(marker)
        for marker in set(markers)
    }
    return np.array([*map(numbers.__getitem__, markers)], dtype=np.intp)


def _signs(codes: NDArray[np.uint32]) -> NDArray[np.uint8]:
    """Return the signs of the characters with these code points."""
    signs = _table().take(codes, mode="clip")
    for place in np.flatnonzero(codes >= _TABLE_SIZE).tolist():
        signs[place] = _sign(chr(codes[place]))
    return signs


@cache
def _table() -> NDArray[np.uint8]:
    return np.array([*map(_sign, map(chr, range(_TABLE_SIZE)))], dtype=np.uint8)


def _sign(character: str) -> int:
    return (
        _UPPER * character.isupper()
        | _DIGIT * character.isdigit()
        | _END * (_ENDS.find(character) + 1)
    )
