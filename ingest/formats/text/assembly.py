"""Read lines to blocks: headings, paragraphs, list items with their depth, tables.

Lines with their readings enter, an Extract leaves. Pure; for the text format only.
"""

import re
from collections.abc import Iterator, Sequence

from index.document import LineRange
from ingest.blocks import Block, Bullet, Extract, Grid, Heading, Text
from ingest.formats.text.lines import Line
from ingest.formats.text.regions import Reading

_FURNITURE, _HEADING = Reading.FURNITURE, Reading.HEADING

_UNDERLINE_LEVELS = {"=": 1, "━": 1, "═": 1, "-": 2, "─": 2, "~": 3, "^": 4}
"""Heading levels by underline: setext headings of Markdown for two, then the usual order in
reStructuredText."""

_PERMALINK = re.compile(r"\s*¶$|\s+[§#]$")
"""What documentation sites put behind a heading as a link to it."""

_LEAST_ROWS = 2

_STEP = 2
"""Columns that every renderer sets an inner list further in, or more; numbers of two figures begin
one column before those of one, so that their points stand in line."""

_RANKS = {"•": 1, "·": 1, "●": 1, "o": 2, "◦": 2, "○": 2, "▪": 3, "§": 3, "■": 3}
"""Glyphs by the depth at which word processors use them: their text, pasted, often has no other
sign of it. Columns count first; glyphs that are not listed tell nothing."""

_NUMBER = -1
"""The rank of a number: a glyph in its column, right below, is of what it numbers."""


def assemble(lines: Sequence[Line], readings: Sequence[Reading], title: int | None) -> Extract:
    """Build the page's blocks; every line goes into exactly one, the title's into none.

    Furniture between two parts of the content goes behind it.
    """
    inside = [place for place, reading in enumerate(readings) if reading is not _FURNITURE]
    content = [place for place in inside if place != title]
    first = content[0] if content else len(lines)
    outside = [
        place for place, reading in enumerate(readings) if reading is _FURNITURE and place != title
    ]
    return Extract(
        title=_heading_text(lines[title]) if title is not None else None,
        content=tuple(_blocks(lines, readings, content)),
        before=tuple(_blocks(lines, readings, [place for place in outside if place < first])),
        after=tuple(_blocks(lines, readings, [place for place in outside if place > first])),
    )


def _blocks(
    lines: Sequence[Line], readings: Sequence[Reading], places: Sequence[int]
) -> Iterator[Block]:
    outer: list[tuple[int, int]] = []  # columns and ranks of the markers of the open items
    to_come = _to_come(lines, readings, places)
    table: list[Line] = []
    previous = -1
    for place, later in zip(places, to_come, strict=True):
        line = lines[place]
        heading = readings[place] is _HEADING
        marker = line.marker
        row = line.cells and not heading
        if table and not (row and place == previous + 1 and _same_table(table[-1], line)):
            yield from _table(table)
            table = []
        previous = place
        if outer and (not marker or heading):
            outer = []
        if heading:
            level = line.level or _UNDERLINE_LEVELS.get(line.underline)
            yield Heading(_heading_text(line), _range(line), level, line.indent)
        elif marker:
            starts = not outer
            unsaid = _open(outer, line, later)
            ordered = len(marker) > 1
            yield Bullet(line.text, _range(line), len(outer), ordered, starts, unsaid)
        elif row:
            table.append(line)
        else:
            yield Text(line.text, _range(line))
    yield from _table(table)


def _to_come(
    lines: Sequence[Line], readings: Sequence[Reading], places: Sequence[int]
) -> list[int | None]:
    """Return for each line the leftmost column of the items after it in its list, if any."""
    found: list[int | None] = []
    leftmost: int | None = None
    for place in reversed(places):
        found.append(leftmost)
        line = lines[place]
        if not line.marker or readings[place] is _HEADING:
            leftmost = None
        else:
            leftmost = line.indent if leftmost is None else min(leftmost, line.indent)
    return found[::-1]


def _open(outer: list[tuple[int, int]], line: Line, later: int | None) -> int:
    """Close the items that ``line`` is not inside of, and open one there.

    ``later`` is the leftmost column of the items to come. Returns how many lists the line is shown
    within that have said nothing: one, if it stands further in than what comes and below nothing.
    """
    rank = _NUMBER if line.is_numbered else _RANKS.get(line.marker, 0)
    while outer and not _is_inside(line, rank, *outer[-1]):
        outer.pop()
    unsaid = 0
    if not outer and later is not None and line.indent - later >= _STEP:
        outer.append((later, 0))
        unsaid = 1
    outer.append((line.indent, rank))
    return unsaid


def _is_inside(line: Line, rank: int, outer_indent: int, outer_rank: int) -> bool:
    if line.indent != outer_indent:
        return line.indent > outer_indent
    below_number = outer_rank == _NUMBER != rank and not line.gap
    return below_number or rank > outer_rank > 0


def _same_table(above: Line, below: Line) -> bool:
    return len(above.cells) == len(below.cells) and (not below.gap or bool(above.underline))


def _table(rows: Sequence[Line]) -> Iterator[Block]:
    """Yield the rows as a table, or as text if there is but one."""
    if len(rows) < _LEAST_ROWS:
        yield from (Text(row.text, _range(row)) for row in rows)
        return
    header = 1 if _is_header(rows) else 0
    yield Grid(
        rows[0].cells if header else (),
        tuple(row.cells for row in rows[header:]),
        LineRange(rows[0].first, rows[-1].last),
    )


def _is_header(rows: Sequence[Line]) -> bool:
    """A first row is a header if it is underlined, or the only one without a figure."""
    figures = [any(map(str.isdigit, row.text)) for row in rows]
    return bool(rows[0].underline) or (not figures[0] and all(figures[1:]))


def _heading_text(line: Line) -> str:
    return _PERMALINK.sub("", line.full_text)


def _range(line: Line) -> LineRange:
    return LineRange(line.first, line.last)
