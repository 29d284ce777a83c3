"""Furniture as a plain run of lines, the form in which its facts are looked for.

Blocks enter, strings leave. Pure; for the modules of this package.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from ingest.blocks import Block, Grid

LONGEST = 300
"""Characters. Names, numbers, addresses and hours stand in short lines; a longer one is a notice or
a paragraph, in which a number or a day would be part of a story."""

_SIGN = re.compile("[|•·∙►»]")
_SEPARATOR = re.compile(r"\s+[|•·∙►»]+\s+|\s*\|\s*")
"""What footers write between statements on one line: "Main Street 1 | 555-0100 | © Clinic"."""


def furniture_lines(blocks: Iterable[Block]) -> tuple[str, ...]:
    """Return the short statements of ``blocks``, in page order.

    A table's row becomes one line, "first cell: other cells", as a list of hours would be written.
    """
    lines: list[str] = []
    for line in _lines(blocks):
        if len(line) <= LONGEST:
            lines += _SEPARATOR.split(line) if _SIGN.search(line) else (line,)
    return tuple([stripped for line in lines if (stripped := line.strip())])


def places_of(signs: Iterable[str], lines: Sequence[str]) -> list[int]:
    """Return which of ``lines`` hold one of ``signs``, which are in lower case, in order.

    Most signs stand on no line at all, which one look at them all tells.
    """
    every = "\n".join(lines).casefold()
    present = [sign for sign in signs if sign in every]
    folded = every.split("\n") if present else ()
    return sorted({place for sign in present for place, line in enumerate(folded) if sign in line})


def _lines(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if not isinstance(block, Grid):
            yield block.text
            continue
        for row in (block.header, *block.rows):
            cells = [cell for cell in row if cell]
            if cells:
                yield cells[0] if len(cells) == 1 else f"{cells[0]}: {' '.join(cells[1:])}"
