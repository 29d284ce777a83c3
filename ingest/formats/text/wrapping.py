"""Lines that a narrow page broke apart, joined again.

Lines as they stand in the raw file enter, Lines as they were written leave. Whether a page is
wrapped, and at which column, is seen from the page itself. Pure; for the text format only.
"""

import re
from collections.abc import Sequence

from ingest.formats.text.lines import Line, Lines
from ingest.formats.text.marks import TAB_COLUMNS

_NARROWEST, _WIDEST = 40, 140
"""Columns. Mail wraps at 72, terminals at 80, wide ones at 132; pages broken under 40 are verse."""

_LEAST_FULL_LINES = 3
_LEAST_FULL_SHARE = 0.6
"""Of the lines with another right below them, at least this share must be too full to take its
first word before a page counts as wrapped. Address lines and menus are short, at random."""

_WITHIN = 0.97
"""Share of the lines that end before the column: the rest are addresses that cannot be broken."""

_MOST_ENDED = 0.5
"""Of the full lines at most this share may end a sentence: a column breaks sentences anywhere, and
one line in ten ends with one by chance. Where most do, they are paragraphs of a line each."""

_NEARLY = 0.85
"""Share of the column from which a line that breaks off is full: "most" is wider than "fill"."""

_SENTENCE_END = re.compile(r"[.!?:…][\"'”’)\]]*$")


def join_wrapped(lines: Lines) -> Lines:
    """Return ``lines`` with wrapped paragraphs and items joined; unwrapped pages unchanged."""
    if _column(sorted(map(len, lines.texts))) > _WIDEST:  # no line is shorter than its text
        return lines
    widths = [*map(_width, lines.raws)]
    column = _wrap_column(lines, widths)
    if column is None:
        return lines
    joined: list[Line] = []
    parts: list[str] = []
    for place, line in enumerate(lines):
        if place and _goes_on(joined[-1], lines, widths, place, column):
            parts.append(line.text)
            joined[-1] = joined[-1]._replace(last=line.last, underline=line.underline)
        else:
            _close(joined, parts)
            joined.append(line)
            parts = [line.text]
    _close(joined, parts)
    return Lines.of(joined)


def _close(joined: list[Line], parts: list[str]) -> None:
    if len(parts) > 1:
        joined[-1] = joined[-1]._replace(text=" ".join(parts), cells=())


def _goes_on(start: Line, lines: Lines, widths: Sequence[int], place: int, column: int) -> bool:
    """Whether the line at ``place`` is the rest of what ``start`` began and the one above, which
    is ``start`` or its rest, went on with."""
    above, indent = place - 1, lines.indents[place]
    if lines.gaps[place] or lines.markers[place] or place in lines.cells or place in lines.levels:
        return False
    if above in lines.cells or above in lines.underlines or above in lines.levels:
        return False
    if start.marker and indent == _text_column(start):
        return True  # below the item's text, as only its rest stands
    flush = indent in {start.indent, _text_column(start), 0}
    return flush and (
        _is_full(lines, widths, above, column) or _breaks_off(lines, widths, above, column)
    )


def _breaks_off(lines: Lines, widths: Sequence[int], place: int, column: int) -> bool:
    """Whether a nearly full line ends within a sentence that goes on in small letters below.

    Lines of print, whose letters are of several widths, are full at different columns.
    """
    return (
        widths[place] >= _NEARLY * column
        and _SENTENCE_END.search(lines.texts[place][-4:]) is None
        and lines.texts[place + 1][0].islower()
    )


def _is_full(lines: Lines, widths: Sequence[int], place: int, column: int) -> bool:
    """Whether the first word of the line below had no room left on the one at ``place``."""
    return widths[place] + 1 + len(lines.texts[place + 1].split(" ", 1)[0]) > column


def _wrap_column(lines: Lines, widths: Sequence[int]) -> int | None:
    """Return the column at which the page is wrapped, or None."""
    wide = sorted(width for width in widths if width >= _NARROWEST)
    if len(wide) < _LEAST_FULL_LINES:
        return None
    column = _column(wide)
    if column > _WIDEST:
        return None
    followed = [
        place
        for place, (width, gap, marker) in enumerate(
            zip(widths, lines.gaps[1:], lines.markers[1:], strict=False)
        )
        if gap == 0 and not marker and width >= column // 2
    ]
    full = [place for place in followed if _is_full(lines, widths, place, column)]
    if len(full) < _LEAST_FULL_LINES or len(full) < _LEAST_FULL_SHARE * len(followed):
        return None
    ended = sum(_SENTENCE_END.search(lines.texts[place][-4:]) is not None for place in full)
    if ended > _MOST_ENDED * len(full):
        return None
    return column


def _column(widths: Sequence[int]) -> int:
    """Return the column that nearly all of the sorted ``widths`` keep within."""
    return widths[int(_WITHIN * (len(widths) - 1))]


def _width(raw: str) -> int:
    """Return the columns that a raw line takes up."""
    return len(raw.expandtabs(TAB_COLUMNS).rstrip())


def _text_column(line: Line) -> int:
    """Return the columns before the text of ``line``, its marker included."""
    said = line.raw.strip()
    if said[len(line.marker) : len(line.marker) + 1].isspace():
        said = said.removeprefix(line.marker).lstrip()
    return _width(line.raw) - len(said.expandtabs(TAB_COLUMNS))
