"""Tables: which hold data and which only lay out the page, and the Grid of those that hold data.

A ``<table>`` tag enters, a Grid or None leaves. For this package only.
"""

from collections.abc import Callable, Iterator, Mapping

from index.document import LineRange
from ingest.blocks import Grid
from ingest.formats.html.elements import Element
from ingest.formats.html.inline import BOLD, flat_text

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
_CAPTIONS = frozenset({"caption"})

_WIDEST_SPAN = 100
"""Columns, or rows, one cell may claim; the standard allows 1,000 (and 65,534), no page that people
read needs them."""


def data_table(table: Element, first_line: int, hides: Callable[[Element], bool]) -> Grid | None:
    """Return the table's Grid, or None if it only lays out other content.

    ``first_line`` is the raw line of the table; ``hides`` tells which elements nobody sees. A cell
    that spans columns or rows stands in its first one and is empty in the others, so that columns
    line up and no text is repeated. A layout table is one that says so (``role``), has one row or
    column, holds headings, lists or tables, reads like prose, or has text outside its cells.
    """
    if table.attributes.get("role") in ("presentation", "none"):
        return None
    rows = list(_own(table, _ROWS))
    cells = [list(_own(row, _CELLS)) for row in rows]
    flat = [cell for row in cells for cell in row]
    if min(len(rows), max(map(len, cells), default=0)) < _FEWEST:
        return None
    structured = sum(_holds(cell, _STRUCTURE) for cell in flat)
    if structured * (4 if _holds(table, _MARKED) else len(flat)) >= len(flat):
        return None
    texts = {id(cell): flat_text(cell, hides) for cell in flat}
    words = sum(len(text.split()) for text in texts.values())
    if not 0 < words <= _WORDS_A_CELL * len(flat) or words != _words(table, hides):
        return None
    lined = _lined_up(cells, texts)
    headed = _starts_with_header(rows[0], cells)
    header, body = (lined[0], lined[1:]) if headed else ((), lined)
    lines = LineRange(first_line, max(first_line, _last_line(table)))
    return Grid(header, tuple(row for row in body if any(row)), lines)


def captions(table: Element, hides: Callable[[Element], bool]) -> list[str]:
    """Return the texts of a table's captions: one, unless the page is malformed."""
    return list(filter(None, (flat_text(one, hides) for one in _own(table, _CAPTIONS))))


def _words(table: Element, hides: Callable[[Element], bool]) -> int:
    """Return the words of all of a table but its captions."""
    above = sum(len(text.split()) for text in captions(table, hides))
    return len(flat_text(table, hides).split()) - above


def _own(tag: Element, names: frozenset[str]) -> Iterator[Element]:
    """Yield the elements of these names in ``tag``, those in tables inside it left out.

    Whatever else stands between is passed through: pages have forms between a table and its rows.
    """
    open_children = [iter(tag.contents)]
    while open_children:
        for child in open_children[-1]:
            if isinstance(child, str):
                continue
            if child.name in names:
                yield child
            elif child.name != "table":
                open_children.append(iter(child.contents))
                break
        else:
            open_children.pop()


def _holds(tag: Element, names: frozenset[str]) -> bool:
    return next(tag.elements(names), None) is not None


def _lined_up(cells: list[list[Element]], texts: Mapping[int, str]) -> list[tuple[str, ...]]:
    """Return the rows' texts with the columns that cells span, also from rows above, empty."""
    lined: list[tuple[str, ...]] = []
    below: dict[int, int] = {}  # column -> rows that a cell above still takes
    for row in cells:
        texts_of_row: list[str] = []
        taken, below = below, {column: rows - 1 for column, rows in below.items() if rows > 1}
        for cell in row:
            while len(texts_of_row) in taken:
                texts_of_row.append("")
            columns, rows = _span(cell, "colspan"), _span(cell, "rowspan")
            if rows > 1:
                for column in range(len(texts_of_row), len(texts_of_row) + columns):
                    below[column] = rows - 1
            texts_of_row += [texts[id(cell)], *[""] * (columns - 1)]
        lined.append(tuple(texts_of_row))
    return lined


def _span(cell: Element, name: str) -> int:
    span = cell.attributes.get(name, "1")
    return min(max(int(span), 1), _WIDEST_SPAN) if span.isdecimal() else 1


def _starts_with_header(row: Element, cells: list[list[Element]]) -> bool:
    """Tell whether the first row is a header, by its tags or by being the only one set bold.

    It stands in ``<thead>`` or is all ``<th>``; word processors and old editors know only bold.
    """
    in_head = row.parent is not None and row.parent.name == "thead"
    if in_head or all(cell.name == "th" for cell in cells[0]):
        return True
    return all(map(_is_bold, cells[0])) and not any(all(map(_is_bold, row)) for row in cells[1:])


def _is_bold(cell: Element) -> bool:
    """Tell whether all text of a cell is set bold by tag, and whether there is any."""
    holders = [
        around for node, around in cell.inside() if isinstance(node, str) and not node.isspace()
    ]
    return bool(holders) and all(
        any(one.name in BOLD for one in (holder, *holder.around()) if one is not cell.parent)
        for holder in holders
    )


def _last_line(table: Element) -> int:
    return max((node.line for node, _ in table.inside() if isinstance(node, Element)), default=0)
