"""Lines that a narrow page broke apart, joined again.

Lines as they stand in the raw file enter, Lines as they were written leave. Whether a page is
wrapped, and at which column, is seen from the page itself. Pure; for the text format only.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.formats.text.lines import Line

_NARROWEST, _WIDEST = 40, 140
"""Columns. Mail wraps at 72, terminals at 80, wide ones at 132; pages broken under 40 are verse."""

_LEAST_FULL_LINES = 3
_LEAST_FULL_SHARE = 0.6
"""Of the lines with another right below them, at least this share must be too full to take its
first word before a page counts as wrapped. Address lines and menus are short, at random."""


_MOST_ENDED = 0.5
"""Of the full lines at most this share may end a sentence: a column breaks sentences anywhere, and
one line in ten ends with one by chance. Where most do, they are paragraphs of a line each."""

_NEARLY = 0.85
"""Share of the column from which a line that breaks off is full: "most" is wider than "fill"."""

_SENTENCE_END = re.compile(r"[.!?:…][\"'”’)\]]*$")


def join_wrapped(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return ``lines`` with wrapped paragraphs and items joined; unwrapped pages unchanged."""
    width = _wrap_column(lines)
    if width is None:
        return tuple(lines)
    joined: list[Line] = []
    previous: Line | None = None
    parts: list[str] = []
    for line in lines:
        if previous is not None and _goes_on(joined[-1], previous, line, width):
            parts.append(line.text)
            joined[-1] = joined[-1]._replace(last=line.last, underline=line.underline)
        else:
            _close(joined, parts)
            joined.append(line)
            parts = [line.text]
        previous = line
    _close(joined, parts)
    return tuple(joined)


def _close(joined: list[Line], parts: list[str]) -> None:
    if len(parts) > 1:
        joined[-1] = joined[-1]._replace(text=" ".join(parts), cells=())


def _goes_on(start: Line, previous: Line, line: Line, width: int) -> bool:
    """Whether ``line`` is the rest of what ``start`` began and ``previous`` went on with."""
    if line.gap or line.marker or line.cells or line.level:
        return False
    if previous.cells or previous.underline or previous.level:
        return False
    if start.marker and line.indent == start.column:
        return True  # below the item's text, as only its rest stands
    flush = line.indent in {start.indent, start.column, 0}
    return flush and (_is_full(previous, line, width) or _breaks_off(previous, line, width))


def _breaks_off(previous: Line, line: Line, width: int) -> bool:
    """Whether a nearly full line ends within a sentence that goes on in small letters below.

    Lines of print, whose letters are of several widths, are full at different columns.
    """
    nearly = previous.width >= _NEARLY * width
    return nearly and _SENTENCE_END.search(previous.text[-4:]) is None and line.text[0].islower()


def _is_full(line: Line, following: Line, width: int) -> bool:
    """Whether the first word of ``following`` had no room left on ``line``."""
    return line.width + 1 + len(following.text.split(" ", 1)[0]) > width


def _wrap_column(lines: Sequence[Line]) -> int | None:
    """Return the column at which the page is wrapped, or None."""
    widths = sorted(line.width for line in lines if line.width >= _NARROWEST)
    if len(widths) < _LEAST_FULL_LINES:
        return None
    width = widths[int(0.97 * (len(widths) - 1))]  # the rest: addresses that cannot be broken
    if width > _WIDEST:
        return None
    pairs = [
        (line, below)
        for line, below in pairwise(lines)
        if below.gap == 0 and not below.marker and line.width >= width // 2
    ]
    full = [line for line, below in pairs if _is_full(line, below, width)]
    if len(full) < _LEAST_FULL_LINES or len(full) < _LEAST_FULL_SHARE * len(pairs):
        return None
    ended = sum(_SENTENCE_END.search(line.text[-4:]) is not None for line in full)
    if ended > _MOST_ENDED * len(full):
        return None
    return width
