"""The order in which the lines of one sheet are read: column by column where there are columns.

Placed lines enter, the same lines leave, in order. For this package only.
"""

from collections.abc import Sequence
from itertools import groupby
from typing import Protocol, TypeVar


class Placed(Protocol):
    """What a line must tell of itself, in points from the sheet's lower left."""

    @property
    def text(self) -> str:
        """Its words."""

    @property
    def left(self) -> float:
        """Its left edge."""

    @property
    def right(self) -> float:
        """Its right edge."""

    @property
    def bottom(self) -> float:
        """Its lower edge."""

    @property
    def box(self) -> int:
        """What it shares with the lines that were found together with it."""


Line = TypeVar("Line", bound=Placed)

_LEAST_SHARE = 0.25
"""Share of the sheet's lines that each side of a gutter must have to be a column."""

_MOST_CROSSING = 0.2
"""Share of the lines that may cross a gutter: a title, a heading over all columns."""

_FILLED = 0.6
_FEWEST_WORDS = 4
_RUNNING = 0.25
"""Share of a column's width that a line of running text fills, its words at least, and the share of
such lines in a column: the rest are headings, items and last lines. The cells of a table, which is
read row by row, are shorter."""

_NEAR = 20
"""Boxes before one among which its neighbours are looked for."""

_BESIDE = 6.0
"""Points by which lines' lower edges differ if they stand below each other: the smallest print."""

_SET_IN = 100.0
"""Points that the innermost of nested items is set in at most; columns are wider."""

_DEEPEST = 3
"""Times that a column is looked into for columns: no sheet has more than eight."""


def in_reading_order(lines: Sequence[Line], gutter: float | None, depth: int = 0) -> list[Line]:
    """Return the lines of one sheet as they are read.

    Where the ``gutter`` parts them, each column comes as a whole, from the top down, between the
    lines that run over all columns. Without one the order is that of their boxes, those taken
    together that lie between each other's lines, as items set further in do.
    """
    if gutter is None or depth >= _DEEPEST:
        return _by_box(lines)
    ordered: list[Line] = []
    band: list[Line] = []
    for line in sorted(lines, key=lambda line: -line.bottom):
        if line.left < gutter < line.right:
            ordered += [*_columns(band, gutter, depth), line]
            band = []
        else:
            band.append(line)
    return ordered + _columns(band, gutter, depth)


def _by_box(lines: Sequence[Line]) -> list[Line]:
    groups: list[list[Line]] = []
    for _, box in groupby(lines, key=lambda line: line.box):
        own = list(box)
        together = next((one for one in groups[-_NEAR:] if _between(one, own)), None)
        if together is not None:
            together += own
            together.sort(key=lambda line: -line.bottom)
            continue
        place = len(groups)
        while place and len(groups) - place < _NEAR and _above(own, groups[place - 1]):
            place -= 1
        groups.insert(place, own)
    return [line for group in groups for line in group]


def _above(one: Sequence[Line], other: Sequence[Line]) -> bool:
    """Tell whether a box lies above another, set in by no more than items of one list are."""
    set_in = abs(min(line.left for line in one) - min(line.left for line in other))
    higher = min(line.bottom for line in one) > max(line.bottom for line in other)
    return higher and set_in < _SET_IN


def _between(one: Sequence[Line], other: Sequence[Line]) -> bool:
    """Tell whether the lines of two boxes alternate, and none stands beside one of the other."""
    highest = min(max(line.bottom for line in box) for box in (one, other))
    lowest = max(min(line.bottom for line in box) for box in (one, other))
    beside = any(abs(a.bottom - b.bottom) < _BESIDE for a in one for b in other)
    return highest >= lowest and not beside


def _columns(band: Sequence[Line], gutter: float, depth: int) -> list[Line]:
    ordered: list[Line] = []
    for column in _parted(band, gutter):
        ordered += in_reading_order(column, find_gutter(column), depth + 1)
    return ordered


def find_gutter(lines: Sequence[Line], known: float | None = None) -> float | None:
    """Return where, in points from the left, a gutter parts two columns; None if none does.

    ``known``: that of the sheet before, which holds here if hardly anything crosses it, however
    little there is in one of the columns.
    """
    starts = sorted({round(line.left) - 1.0 for line in lines})
    found = next((start for start in starts if _parts(lines, start, _LEAST_SHARE)), None)
    if found is None and known is not None and _crossing(lines, known) <= _MOST_CROSSING:
        return known
    return found


def _parts(lines: Sequence[Line], gutter: float, least: float) -> bool:
    """Tell whether two columns of running text stand on either side of ``gutter``."""
    columns = _parted(lines, gutter)
    return (
        min(map(len, columns)) >= least * len(lines)
        and _crossing(lines, gutter) <= _MOST_CROSSING
        and all(map(_is_text, columns))
    )


def _parted(lines: Sequence[Line], gutter: float) -> tuple[list[Line], list[Line]]:
    left = [line for line in lines if line.right <= gutter]
    return left, [line for line in lines if line.left >= gutter]


def _crossing(lines: Sequence[Line], gutter: float) -> float:
    """Return the share of the lines that cross the gutter."""
    return sum(line.left < gutter < line.right for line in lines) / max(len(lines), 1)


def _is_text(column: Sequence[Line]) -> bool:
    """Tell whether a side of the gutter is a column of running text."""
    width = max(line.right for line in column) - min(line.left for line in column)
    running = sum(
        line.right - line.left >= _FILLED * width and len(line.text.split()) >= _FEWEST_WORDS
        for line in column
    )
    return running >= _RUNNING * len(column)
