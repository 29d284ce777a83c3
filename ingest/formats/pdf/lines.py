"""Sheets of a PDF -> its lines of text in reading order.

pdfminer's layout objects enter, Lines leave. For this package only.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from types import ModuleType
from typing import Any

from ingest.formats.html.inline import fold
from ingest.formats.pdf.columns import find_gutter, in_reading_order

_CELL_GAP = 1.0
"""Space between two characters, in the line's own size, from which they stand in different cells:
words stand a quarter to a half apart, even in justified text."""

_LARGEST_BULLET = 0.7
_SMALLEST_BULLET = 0.1
_SQUARE = 1.6
"""Sizes of a drawn bullet over the line's own, and how far from square it may be (its longer side
over its shorter): a disc, a ring or a square, no rule and no picture."""

_MARGIN = 72.0
"""Points at the top and the foot of a sheet in which running heads stand: an inch, the margin that
word processors start with."""

_BULLET_REACH = 2.5
"""Space between a drawn bullet and its line, in the line's own size."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text; ``size`` in points, the edges on the sheet in points from its lower left.

    ``cells``: its text in parts where it is set far apart. ``drawn_bullet``: a bullet is drawn
    before it, which is no text. ``in_margin``: it stands where running heads do. ``box``: lines of
    one paragraph share it; ``column``: lines of one column of the sheet.
    """

    text: str
    size: float
    bold: bool
    left: float
    right: float
    bottom: float
    sheet: int
    box: int
    number: int = 0
    cells: tuple[str, ...] = ()
    drawn_bullet: bool = False
    in_margin: bool = False
    column: int = 0


def lines_of(sheets: Sequence[Any], layout: ModuleType) -> list[Line]:
    """Return the lines of all sheets in reading order, numbered from 1.

    ``layout`` is `pdfminer.layout`, which the format imports when it is needed.
    """
    lines: list[Line] = []
    box = 0
    gutter: float | None = None
    for sheet, page in enumerate(sheets, 1):
        found: list[Line] = []
        for container in page:
            if isinstance(container, layout.LTTextContainer):
                box += 1
                inner = [container] if isinstance(container, layout.LTTextLine) else container
                found += _lines(inner, layout, sheet, box, page.height)
        shapes = [shape for shape in page if isinstance(shape, layout.LTCurve)]
        gutter = find_gutter(found, gutter)
        found = [_with_bullet(_in_column(line, gutter), shapes) for line in found]
        lines += in_reading_order(found, gutter)
    return [replace(line, number=number) for number, line in enumerate(lines, 1)]


def _lines(
    container: Any, layout: ModuleType, sheet: int, box: int, height: float
) -> Iterator[Line]:
    for line in container:
        marks = [mark for mark in line if isinstance(mark, layout.LTChar)]
        inked = [mark for mark in marks if not mark.get_text().isspace()]
        text = fold(line.get_text())
        if text and inked:
            size = Counter(round(mark.size, 1) for mark in inked).most_common(1)[0][0]
            yield Line(
                text=text,
                size=size,
                bold=all("bold" in mark.fontname.lower() for mark in inked),
                left=inked[0].x0,
                right=line.x1,
                bottom=line.y0,
                sheet=sheet,
                box=box,
                cells=_cells(line, layout, size),
                in_margin=not _MARGIN < line.y0 < height - _MARGIN,
            )


def _cells(line: Any, layout: ModuleType, size: float) -> tuple[str, ...]:
    """Return the line's text in parts, cut where nothing stands between for long."""
    parts: list[list[str]] = [[]]
    end: float | None = None
    for mark in line:
        if isinstance(mark, layout.LTChar) and not mark.get_text().isspace():
            if end is not None and mark.x0 - end > _CELL_GAP * size:
                parts.append([])
            end = mark.x1
        parts[-1].append(mark.get_text())
    return tuple(fold("".join(part)) for part in parts)


def _in_column(line: Line, gutter: float | None) -> Line:
    if gutter is None or line.left < gutter < line.right:
        return line
    return replace(line, column=1 if line.right <= gutter else 2)


def _with_bullet(line: Line, shapes: Sequence[Any]) -> Line:
    """Return the line, told whether one of the shapes drawn on the sheet is its bullet."""
    for shape in shapes:
        width, height = shape.x1 - shape.x0, shape.y1 - shape.y0
        small = _SMALLEST_BULLET * line.size < min(width, height)
        small = small and max(width, height) < _LARGEST_BULLET * line.size
        if not small or max(width, height) > _SQUARE * min(width, height):
            continue
        beside = 0 < line.left - shape.x1 < _BULLET_REACH * line.size
        middle = (shape.y0 + shape.y1) / 2
        if beside and line.bottom < middle < line.bottom + line.size:
            return replace(line, drawn_bullet=True)
    return line
