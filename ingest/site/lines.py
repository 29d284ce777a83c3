"""Furniture as a plain run of lines, the form in which its facts are looked for.

Blocks enter, strings leave. Pure; for the modules of this package.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from ingest.blocks import Block, Grid

LONGEST = 300
"""Characters. Names, numbers, addresses and hours stand in short lines; a longer one is a notice or
a paragraph, in which a number or a day would be part of a story."""

_SIGNS = "|•·∙►»"
_SEPARATOR = re.compile(r"\s+[|•·∙►»]+\s+|\s*\|\s*")
"""What footers write between statements on one line: "Main Street 1 | 555-0100 | © Clinic"."""


def furniture_lines(blocks: Iterable[Block]) -> tuple[str, ...]:
    """Return the short statements of ``blocks``, in page order.

    A table's row becomes one line, "first cell: other cells", as a list of hours would be written.
    """
    lines = [line for line in _lines(blocks) if len(line) <= LONGEST]
    if signed := frozenset(_places_saying(_SIGNS, "\n".join(lines))):
        parts = [
            _SEPARATOR.split(line) if place in signed else (line,)
            for place, line in enumerate(lines)
        ]
        lines = list(chain.from_iterable(parts))
    return tuple(filter(None, map(str.strip, lines)))


def places_matching(pattern: re.Pattern[str], lines: Sequence[str]) -> list[int]:
    """Return in which of ``lines`` there is a match of ``pattern``, which matches no line break."""
    every = "\n".join(lines)
    places: list[int] = []
    place = end = 0
    for found in pattern.finditer(every):
        place += every.count("\n", end, found.start())
        end = found.start()
        if places[-1:] != [place]:
            places.append(place)
    return places


def places_of(signs: Iterable[str], lines: Sequence[str]) -> list[int]:
    """Return which of ``lines`` hold one of ``signs``, in order.

    Args:
        signs: ASCII letters among them in lower case; lines may have them in any case. Most stand
            on no line at all, which one look at all the lines tells.
        lines: without line breaks.
    """
    return _places_saying(signs, "\n".join(lines).encode(errors="replace").lower().decode())


def _places_saying(signs: Iterable[str], every: str) -> list[int]:
    """Return on which lines of ``every`` one of ``signs`` stands, in order."""
    places: set[int] = set()
    for sign in signs:
        place = end = 0
        found = every.find(sign)
        while found >= 0:
            place += every.count("\n", end, found)
            places.add(place)
            end = every.find("\n", found)
            found = every.find(sign, end) if end >= 0 else -1
    return sorted(places)


def _lines(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if not isinstance(block, Grid):
            yield block.text
            continue
        for row in (block.header, *block.rows):
            cells = [cell for cell in row if cell]
            if cells:
                yield cells[0] if len(cells) == 1 else f"{cells[0]}: {' '.join(cells[1:])}"
