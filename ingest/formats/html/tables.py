"""Tables: which hold data and which only lay out the page, and the Grid of those that hold data.

A ``<table>`` tag enters, a Grid or None leaves. For this package only.
"""

from collections.abc import Iterator

from bs4 import Tag

from index.document import LineRange
from ingest.blocks import Grid
from ingest.formats.html.inline import flat_text

_STRUCTURE = frozenset(
    ["h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "dl", "form", "section"]
)
"""Blocks that a layout cell holds and a data cell, as a rule, does not."""

_WORDS_A_CELL = 60
"""Above this a table's average cell is prose set in columns, not data."""

_FEWEST = 2
"""Rows, and columns, below which a table says nothing that a list would not."""

_MARKED = frozenset({"th", "caption", "thead"})
"""Elements that only tables of data have (the HTML standard's own advice to tell them apart)."""

_ROWS = frozenset({"tr"})
_CELLS = frozenset({"td", "th"})

_WIDEST_SPAN = 100
"""Columns one cell may claim; the standard allows 1,000, no page that people read needs them."""


def data_table(table: Tag, first_line: int) -> Grid | None:
    """Return the table's Grid, or None if it only lays out other content.

    ``first_line`` is the raw line of the table. A cell that spans columns stands in its first one
    and is empty in the others, so that columns line up and no text is repeated. A layout table is
    one that says so (``role``), has one row or column, holds headings, lists or tables, or reads
    like prose.
    """
    if table.get("role") in ("presentation", "none"):
        return None
    rows = list(_own(table, _ROWS))
    cells = [list(_own(row, _CELLS)) for row in rows]
    flat = [cell for row in cells for cell in row]
    if min(len(rows), max(map(len, cells), default=0)) < _FEWEST:
        return None
    structured = sum(_holds(cell, _STRUCTURE) for cell in flat)
    if structured * (4 if _holds(table, _MARKED) else len(flat)) >= len(flat):
        return None
    texts = [tuple(_spread(row)) for row in cells]
    words = sum(len(text.split()) for row in texts for text in row)
    if not 0 < words <= _WORDS_A_CELL * len(flat):
        return None
    headed = _starts_with_header(rows[0], cells[0])
    header, body = (texts[0], texts[1:]) if headed else ((), texts)
    lines = LineRange(first_line, max(first_line, _last_line(table)))
    return Grid(header, tuple(row for row in body if any(row)), lines)


def _own(tag: Tag, names: frozenset[str]) -> Iterator[Tag]:
    """Yield the elements of these names in ``tag``, those in tables inside it left out.

    Whatever else stands between is passed through: pages have forms between a table and its rows.
    """
    open_children = [iter(tag.contents)]
    while open_children:
        for child in open_children[-1]:
            if not isinstance(child, Tag):
                continue
            if child.name in names:
                yield child
            elif child.name != "table":
                open_children.append(iter(child.contents))
                break
        else:
            open_children.pop()


def _holds(tag: Tag, names: frozenset[str]) -> bool:
    return any(isinstance(inner, Tag) and inner.name in names for inner in tag.descendants)


def _spread(row: list[Tag]) -> list[str]:
    texts: list[str] = []
    for cell in row:
        texts.append(flat_text(cell))
        span = str(cell.get("colspan", "1"))
        texts.extend([""] * (min(int(span), _WIDEST_SPAN) - 1 if span.isdecimal() else 0))
    return texts


def _starts_with_header(row: Tag, cells: list[Tag]) -> bool:
    """Tell whether the first row is a header: it stands in ``<thead>`` or is all ``<th>``."""
    in_head = row.parent is not None and row.parent.name == "thead"
    return in_head or all(cell.name == "th" for cell in cells)


def _last_line(table: Tag) -> int:
    lines = (tag.sourceline or 0 for tag in table.descendants if isinstance(tag, Tag))
    return max(lines, default=0)
