"""Read lines to blocks: headings, paragraphs, list items with their depth, tables.

Lines with their readings enter, an Extract leaves. Pure; for the text format only.
"""

from collections.abc import Iterator, Sequence

from index.document import LineRange
from ingest.blocks import Block, Bullet, Extract, Grid, Heading, Text
from ingest.formats.text.lines import Line
from ingest.formats.text.regions import Reading

_UNDERLINE_LEVELS = {"=": 1, "━": 1, "═": 1, "-": 2, "─": 2, "~": 3, "^": 4}
"""Heading levels by underline: setext headings of Markdown for two, then the usual order in
reStructuredText."""

_LEAST_ROWS = 2


def assemble(lines: Sequence[Line], readings: Sequence[Reading], title: int | None) -> Extract:
    """Build the page's blocks; every line goes into exactly one, the title's into none.

    Furniture between two parts of the content goes behind it.
    """
    inside = [place for place, reading in enumerate(readings) if reading in _CONTENT]
    first = inside[0] if inside else len(lines)
    content: list[int] = []
    before: list[int] = []
    after: list[int] = []
    for place, reading in enumerate(readings):
        if place == title:
            continue
        if reading in _CONTENT:
            content.append(place)
        else:
            (before if place < first else after).append(place)
    return Extract(
        title=lines[title].full_text if title is not None else None,
        content=tuple(_blocks(lines, readings, content)),
        before=tuple(_blocks(lines, readings, before)),
        after=tuple(_blocks(lines, readings, after)),
    )


_CONTENT = (Reading.HEADING, Reading.BODY)


def _blocks(
    lines: Sequence[Line], readings: Sequence[Reading], places: Sequence[int]
) -> Iterator[Block]:
    outer: list[int] = []  # columns of the markers of the items that are open
    table: list[Line] = []
    previous = -2
    for place in places:
        line = lines[place]
        if table and (len(line.cells) != len(table[0].cells) or line.gap or place != previous + 1):
            yield from _table(table)
            table = []
        previous = place
        if readings[place] is Reading.HEADING:
            outer = []
            yield Heading(line.full_text, _range(line), _UNDERLINE_LEVELS.get(line.underline))
        elif line.marker:
            starts = not outer
            while outer and line.indent < outer[-1]:
                outer.pop()
            if not outer or line.indent > outer[-1]:
                outer.append(line.indent)
            yield Bullet(line.text, _range(line), len(outer), line.is_numbered, starts)
        elif line.cells:
            outer = []
            table.append(line)
        else:
            outer = []
            yield Text(line.text, _range(line))
    yield from _table(table)


def _table(rows: Sequence[Line]) -> Iterator[Block]:
    if len(rows) >= _LEAST_ROWS:
        yield Grid(
            rows[0].cells,
            tuple(row.cells for row in rows[1:]),
            LineRange(rows[0].first, rows[-1].last),
        )
    else:
        for row in rows:
            yield Text(row.text, _range(row))


def _range(line: Line) -> LineRange:
    return LineRange(line.first, line.last)
