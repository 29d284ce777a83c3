"""The heads and feet of printed sheets, which the text of a document has in its midst.

Lines enter; the page's own, and those that belong to the sheets, leave. Pure; for the text format
only.

A foot counts the sheets: it says the same each time but for a number that grows by one. Headings
count too ("Step 1", "Step 2"), so the number must be a sheet's by its looks. Right above or below
stands what else is printed on every sheet, and one paragraph may go on across both.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from ingest.formats.text.lines import Line, Lines

_NUMBERED = re.compile(
    r"\b(?:page|sheet|p\.)\s*(?P<page>\d{1,3})\b"
    r"|(?:^|[|•·]\s*)(?P<part>\d{1,3})\s*(?:of|/)\s*\d{1,3}(?=\s*(?:$|[|•·]))"
    r"|^(?P<first>\d{1,3})\s*[|•·]|[|•·]\s*(?P<last>\d{1,3})$",
    re.IGNORECASE,
)
"""How feet write the number of their sheet: by name, out of all, or parted from the rest."""

_FIGURE = re.compile(r"\d")

_LEAST = 2
_LONGEST = 140
"""Characters: a foot is one line of print, with a name, a number to call and the sheet's."""


def part_sheets(lines: Lines) -> tuple[Lines, tuple[Line, ...]]:
    """Return the page's own lines, at least one, and those that its sheets have in common."""
    feet = _feet(lines)
    if not feet:
        return lines, ()
    places = set(feet)
    for foot in feet:
        for place in (foot - 1, foot + 1):
            if 0 <= place < len(lines) and _is_printed(lines, place, last=foot == feet[-1]):
                places.add(place)
    if len(places) == len(lines):
        return lines, ()
    own = Lines.of(
        line._replace(gap=0) if place - 1 in places and _goes_on(own_above, line) else line
        for place, line, own_above in _with_above(lines, places)
    )
    return own, tuple(lines[place] for place in sorted(places))


def _with_above(lines: Sequence[Line], places: Set[int]) -> Iterator[tuple[int, Line, Line | None]]:
    """Yield the places of the page's own lines, each line, and the one of its own above it."""
    above = None
    for place, line in enumerate(lines):
        if place not in places:
            yield place, line, above
            above = line


def _goes_on(above: Line | None, line: Line) -> bool:
    """Whether the sheets part a paragraph there: it breaks off, and goes on in small letters."""
    breaks_off = above is not None and above.text[-1:].isalnum()
    return breaks_off and not line.marker and line.text[:1].islower()


def _feet(lines: Lines) -> list[int]:
    """Return the places of the lines that count sheets."""
    figured = [
        place
        for place, (text, marker) in enumerate(zip(lines.texts, lines.markers, strict=True))
        if not marker and len(text) <= _LONGEST and _FIGURE.search(text)
    ]
    rests = [_FIGURE.sub("", lines.texts[place]) for place in figured]
    if len(set(rests)) == len(rests):
        return []
    often = Counter(rests)
    series: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for place, rest in zip(figured, rests, strict=True):
        if often[rest] >= _LEAST and (found := _sheet_number(lines, place)) is not None:
            series[found[0]].append((place, found[1]))
    return sorted(
        place
        for counted in series.values()
        if len(counted) >= _LEAST and all(b[1] - a[1] == 1 for a, b in pairwise(counted))
        for place, _ in counted
    )


def _sheet_number(lines: Lines, place: int) -> tuple[str, int] | None:
    """Return what a line with a figure says but for the number of its sheet, and that."""
    text = " | ".join(lines.cells.get(place, ())) or lines.texts[place]
    match = _NUMBERED.search(text)
    if match is None or match.lastgroup is None:
        return None
    start, end = match.span(match.lastgroup)
    return f"{text[:start]}#{text[end:]}", int(match[match.lastgroup])


def _is_printed(lines: Lines, place: int, *, last: bool) -> bool:
    """Whether what stands beside a foot is on every sheet: it recurs, or is set in columns."""
    recurs = lines.texts.count(lines.texts[place]) >= _LEAST
    return not lines.markers[place] and (recurs or (place in lines.cells and not last))
