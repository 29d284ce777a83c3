"""Which line is the page's own title.

Lines with their readings enter, the place of the title among them leaves. Pure.
"""

import re
from collections.abc import Sequence
from pathlib import PurePosixPath

from ingest.formats.text.lines import Line
from ingest.formats.text.regions import Reading

_WORD = re.compile(r"[a-z0-9]+")
_LINES_ABOVE = 3
"""Lines above the content that may hold the title: a date or an author can stand between."""

_TITLE_UNDERLINES = frozenset("=#━═")

_SAME = 0.6
"""Share of their words, from which a heading and the file's name say the same."""


def find_title(lines: Sequence[Line], readings: Sequence[Reading], source: str) -> int | None:
    """Return the place in ``lines`` of the title, or None where the page shows none.

    A plain line right above the content, or a heading that opens it, is the title if it says what
    the file's name says. Otherwise the heading that opens the content is, if another heading
    follows it directly or it is underlined as a page's title is.
    """
    opening = next((place for place, reading in enumerate(readings) if reading in _INSIDE), None)
    if opening is None:
        return None
    below = opening
    while below < len(lines) and readings[below] is Reading.HEADING:
        below += 1
    name = PurePosixPath(source).stem
    candidates = [
        place for place in range(max(opening - _LINES_ABOVE, 0), below) if not lines[place].marker
    ]
    best = max(candidates, key=lambda place: _likeness(lines[place].text, name), default=None)
    if best is not None and _likeness(lines[best].text, name) >= _SAME:
        return best
    stacked = below - opening > 1 or lines[opening].underline in _TITLE_UNDERLINES
    return opening if below > opening and stacked else None


_INSIDE = (Reading.HEADING, Reading.BODY)


def _likeness(text: str, name: str) -> float:
    left, right = set(_WORD.findall(text.lower())), set(_WORD.findall(name.lower()))
    return len(left & right) / max(len(left | right), 1)
