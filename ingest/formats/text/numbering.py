"""Numbers that lines begin with: those of sections, and those of a series.

A PageText enters, flags and relations of its lines leave. Pure; imported by the measures and the
relations of the text format.
"""

import re
from collections.abc import Iterator

import numpy as np

from ingest.formats.text.characters import BRACKET, END, FIGURE, Flags
from ingest.formats.text.words import PageText
from ingest.trees import Matrix

_SECTION_NUMBER = re.compile(
    r"(?:\(?\d{1,3}(?:\.\d{1,3})*[.):]?|[IVX]{1,5}[.)]|[A-Z][.)]"
    r"|(?:step|part|section|chapter)\s\d+\W?)\s",
    re.IGNORECASE,
)
_SERIES_NUMBER = re.compile(
    r"\(?(?:step |part |day |week |chapter |#)?(\d{1,3})(?![\d,%])", re.IGNORECASE
)
_OPENING = 10
"""Characters among which both have their first digit ("(chapter 1")."""

_LETTERS = 5
"""Letters that number a section at most ("XVIII."); a full stop or bracket follows."""

_BEGINNING = 20
"""Characters that a section's number and the word before it take up."""

_SERIES_REACH = 400


def section_numbers(page: PageText) -> Flags:
    """Flag the lines that begin with the number of a section, their marker included."""
    closed = _opening_with(page, END | BRACKET, _LETTERS + 1)
    may = page.layout.numbered | closed | _opening_with(page, FIGURE, _OPENING)
    flags = np.zeros(len(page), dtype=bool)
    for place, text in _beginnings(page, may):
        flags[place] = _SECTION_NUMBER.match(text) is not None
    return flags


def series(page: PageText) -> Matrix:
    """Return for each line the distances to the lines with the number before and the number after
    its own, and how many of the two there are; three rows."""
    rows = np.zeros((3, len(page)), dtype=np.float32)
    last: dict[int, int] = {}
    may = page.layout.numbered | _opening_with(page, FIGURE, _OPENING)
    for place, text in _beginnings(page, may):
        number = _SERIES_NUMBER.match(text)
        if number is None:
            continue
        value = int(number.group(1))
        last[value] = place
        above = last.get(value - 1)
        if above is None:
            continue
        distance = min(place - above, _SERIES_REACH)
        rows[0, place] = distance
        rows[2, place] += 1
        if not rows[1, above]:
            rows[1, above] = distance
            rows[2, above] += 1
    return rows


def _opening_with(page: PageText, kind: int, reach: int) -> Flags:
    """Flag the lines with a character of ``kind`` among their first ``reach``."""
    characters = page.characters
    places = characters.places_of(kind)
    lines = characters.lines_of(places)
    flags = np.zeros(len(page), dtype=bool)
    flags[lines.compress(places - characters.bounds.take(lines) < reach)] = True
    return flags


def _beginnings(page: PageText, chosen: Flags) -> Iterator[tuple[int, str]]:
    """Yield place and beginning, the number of its marker included, of the ``chosen`` lines."""
    layout = page.layout
    for place in np.flatnonzero(chosen).tolist():
        text, marker = layout.texts[place], layout.markers[place]
        yield place, (f"{marker} {text}" if len(marker) > 1 else text)[:_BEGINNING]
