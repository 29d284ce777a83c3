"""Rows of tables among the lines of a PDF: text set side by side, row below row.

Lines in reading order enter, the same with rows in place of their lines leave. For this package
only.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from ingest.formats.pdf.lines import Line

_LEVEL = 3.0
"""Points by which the lower edges of cells in one row may differ."""

_FEWEST = 2
"""Rows, and cells in each, below which nothing is a table."""

_MOST_WORDS = 12
"""Words of a cell on average; more is running text beside running text."""

_NEAR = 40
"""Rows within which the cells of one row come: pdfminer gives some tables column by column."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its cells' text from the left, the numbers of its lines, whether all is bold."""

    cells: tuple[str, ...]
    first: int
    last: int
    bold: bool
    starts_table: bool = False


def with_rows(lines: Sequence[Line]) -> list[Line | Row]:
    """Return the lines with each run of two rows or more of equally many cells as Rows."""
    result: list[Line | Row] = []
    for size, group in groupby(_levels(lines), key=_cells_in):
        levels = list(group)
        if size < _FEWEST or len(levels) < _FEWEST or _words(levels) > _MOST_WORDS:
            result += [line for level in levels for line in level]
            continue
        result += [_row(level, starts=place == 0) for place, level in enumerate(levels)]
    return result


def _levels(lines: Sequence[Line]) -> list[list[Line]]:
    """Return the lines that stand at one height of a sheet together, in the order of the first."""
    levels: list[list[Line]] = []
    for line in lines:
        for level in levels[-_NEAR:]:
            if all(_beside(one, line) for one in level):
                level.append(line)
                break
        else:
            levels.append([line])
    return [sorted(level, key=lambda line: line.left) for level in levels]


def _beside(one: Line, other: Line) -> bool:
    """Tell whether two lines stand side by side in one column of a sheet."""
    same_place = (one.sheet, one.column) == (other.sheet, other.column)
    apart = one.right <= other.left or one.left >= other.right
    return same_place and apart and abs(one.bottom - other.bottom) < _LEVEL


def _cells_in(level: Sequence[Line]) -> int:
    return sum(len(line.cells) for line in level)


def _words(levels: Sequence[Sequence[Line]]) -> float:
    words = sum(len(line.text.split()) for level in levels for line in level)
    return words / sum(map(_cells_in, levels))


def _row(level: Sequence[Line], *, starts: bool) -> Row:
    numbers = [line.number for line in level]
    return Row(
        cells=tuple(cell for line in level for cell in line.cells),
        first=min(numbers),
        last=max(numbers),
        bold=all(line.bold for line in level),
        starts_table=starts,
    )
