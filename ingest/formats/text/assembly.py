"""Read lines to blocks: headings, paragraphs, list items with their depth, tables.

Lines with their readings enter, an Extract leaves. Pure; for the text format only.
"""

import re
from bisect import bisect
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, groupby

from index.document import LineRange
from ingest.blocks import Block, Bullet, Extract, Grid, Heading, Text
from ingest.formats.text.lines import Lines
from ingest.formats.text.regions import Reading

_Writer = Callable[[Lines, Sequence[int]], Iterable[Block]]
"""What makes blocks of the lines at some places, each right below another or not."""

_UNDERLINE_LEVELS = {"=": 1, "━": 1, "═": 1, "-": 2, "─": 2, "~": 3, "^": 4}
"""Heading levels by underline: setext headings of Markdown for two, then the usual order in
reStructuredText."""

_PERMALINKS = "¶§#"
_PERMALINK = re.compile(r"\s*¶$|\s+[§#]$")
"""What documentation sites put behind a heading as a link to it, and the signs it ends with."""

_LEAST_ROWS = 2

_STEP = 2
"""Columns that every renderer sets an inner list further in, or more; numbers of two figures begin
one column before those of one, so that their points stand in line."""

_RANKS = {"•": 1, "·": 1, "●": 1, "o": 2, "◦": 2, "○": 2, "▪": 3, "§": 3, "■": 3}
"""Glyphs by the depth at which word processors use them: their text, pasted, often has no other
sign of it. Columns count first; glyphs that are not listed tell nothing."""

_NUMBER = -1
"""The rank of a number: a glyph in its column, right below, is of what it numbers."""


def assemble(lines: Lines, readings: Sequence[Reading], title: int | None) -> Extract:
    """Build the page's blocks; every line goes into exactly one, the title's into none.

    Furniture between two parts of the content goes behind it.
    """
    places = [place for place in range(len(lines)) if place != title]
    content = [place for place in places if readings[place]]
    furniture = [place for place in places if not readings[place]]
    opening = bisect(furniture, content[0]) if content else len(furniture)
    writers = _writers(lines, readings)
    return Extract(
        title=_heading_text(lines, title) if title is not None else None,
        content=_blocks(lines, writers, content),
        before=_blocks(lines, writers, furniture[:opening]),
        after=_blocks(lines, writers, furniture[opening:]),
    )


def _writers(lines: Lines, readings: Sequence[Reading]) -> list[_Writer]:
    """Return for each line what makes blocks of it and of the lines beside that are like it."""
    heading = Reading.HEADING
    writers: list[_Writer] = [
        _headings if reading is heading else _items if marker else _texts
        for reading, marker in zip(readings, lines.markers, strict=True)
    ]
    for place in lines.cells:
        if writers[place] is _texts:
            writers[place] = _rows
    return writers


def _blocks(lines: Lines, writers: Sequence[_Writer], places: Sequence[int]) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for write, alike in groupby(places, writers.__getitem__):
        blocks += write(lines, [*alike])
    return tuple(blocks)


def _headings(lines: Lines, places: Sequence[int]) -> Iterable[Block]:
    return [
        Heading(
            _heading_text(lines, place),
            _range(lines, place),
            lines.levels.get(place) or _UNDERLINE_LEVELS.get(lines.underlines.get(place, "")),
            lines.indents[place],
        )
        for place in places
    ]


def _texts(lines: Lines, places: Sequence[int]) -> Iterable[Block]:
    return [Text(lines.texts[place], _range(lines, place)) for place in places]


def _items(lines: Lines, places: Sequence[int]) -> Iterable[Block]:
    """Return the items of one list with all lists inside it."""
    texts, markers, indents, gaps = lines.texts, lines.markers, lines.indents, lines.gaps
    items: list[Block] = []
    outer: list[tuple[int, int]] = []  # columns and ranks of the markers of the open items
    leftmost = [*accumulate([indents[place] for place in reversed(places)], min)]
    for place in places:
        indent, marker = indents[place], markers[place]
        ordered = len(marker) > 1
        rank = _NUMBER if ordered else _RANKS.get(marker, 0)
        while outer and indent <= outer[-1][0]:
            if indent == outer[-1][0] and _is_below(rank, outer[-1][1], gaps[place]):
                break
            outer.pop()
        leftmost.pop()
        unsaid = 0
        if not outer and leftmost and indent - leftmost[-1] >= _STEP:
            outer.append((leftmost[-1], 0))  # it stands further in than what comes, below nothing
            unsaid = 1
        outer.append((indent, rank))
        span = LineRange(lines.firsts[place], lines.lasts[place])
        items.append(Bullet(texts[place], span, len(outer), ordered, not items, unsaid))
    return items


def _is_below(rank: int, outer: int, gap: int) -> bool:
    """Whether an item is inside of one that stands in the same column, by the ranks of both."""
    return rank != outer and (rank > outer > 0 or (outer == _NUMBER and not gap))


def _rows(lines: Lines, places: Sequence[int]) -> Iterator[Block]:
    """Yield the rows as tables, and as text those that stand alone."""
    table: list[int] = []
    for place in places:
        if table and not (place == table[-1] + 1 and _same_table(lines, place)):
            yield from _table(lines, table)
            table = []
        table.append(place)
    yield from _table(lines, table)


def _same_table(lines: Lines, place: int) -> bool:
    """Whether the row at ``place`` is of the table of the row right above."""
    as_many = len(lines.cells[place - 1]) == len(lines.cells[place])
    return as_many and (not lines.gaps[place] or place - 1 in lines.underlines)


def _table(lines: Lines, places: Sequence[int]) -> Iterable[Block]:
    if len(places) < _LEAST_ROWS:
        return _texts(lines, places)
    rows = tuple([lines.cells[place] for place in places])
    header = 1 if _is_header(lines, places) else 0
    span = LineRange(lines.firsts[places[0]], lines.lasts[places[-1]])
    return [Grid(rows[0] if header else (), rows[header:], span)]


def _is_header(lines: Lines, places: Sequence[int]) -> bool:
    """A first row is a header if it is underlined, or the only one without a figure."""
    figures = [any(map(str.isdigit, lines.texts[place])) for place in places]
    return places[0] in lines.underlines or (not figures[0] and all(figures[1:]))


def _heading_text(lines: Lines, place: int) -> str:
    text, marker = lines.texts[place], lines.markers[place]
    said = f"{marker} {text}" if len(marker) > 1 else text
    return _PERMALINK.sub("", said) if text[-1] in _PERMALINKS else said


def _range(lines: Lines, place: int) -> LineRange:
    return LineRange(lines.firsts[place], lines.lasts[place])
