"""Lists that close a page: sources and further reading belong to it.

Lines with their readings enter, readings leave; for the text format only.

A list of titles ("Sources", then a bullet a source) looks like a list of links, and stands where
footers begin. What tells it from a footer is its form: its heading is written like headings of the
page's own text, and its bullets are the page's own.
"""

import re
from collections.abc import Sequence

from ingest.formats.text.lines import Line
from ingest.formats.text.regions import Reading

_LEAST_ITEMS = 2
_ITEM_WORDS = 3
"""Words that the items have on average at least: entries of menus have one or two."""

NOTICE = re.compile(
    r"copyright|©|all rights reserved|recaptcha|\buses? cookies|accept all|privacy policy"
    r"|newsletter|powered by|skip to|sign up for",
    re.IGNORECASE,
)
"""What makes a line the site's and not the page's."""


def with_closing_lists(
    lines: Sequence[Line], shapes: Sequence[Sequence[int]], readings: Sequence[Reading]
) -> tuple[Reading, ...]:
    """Return ``readings`` with the lists right after the content read as content where they are.

    ``shapes`` are the places of lines that look alike, group by group.
    """
    inside = [place for place, reading in enumerate(readings) if reading is not Reading.FURNITURE]
    if not inside:
        return tuple(readings)
    alike = {place: group for group in shapes for place in group}
    glyphs = {lines[place].marker for place in inside if lines[place].marker}
    changed = list(readings)
    place = inside[-1] + 1
    while place < len(lines) and any(
        changed[other] is Reading.HEADING for other in alike.get(place, ())
    ):
        end = _list_end(lines, place + 1, glyphs)
        if lines[place].marker or not _is_list_of_titles(lines[place + 1 : end]):
            break
        changed[place:end] = [Reading.HEADING, *[Reading.BODY] * (end - place - 1)]
        place = end
    return tuple(changed)


def _list_end(lines: Sequence[Line], start: int, glyphs: set[str]) -> int:
    """Return the place after the list that begins at ``start``, with markers of ``glyphs``."""
    end = start
    while (
        end < len(lines)
        and lines[end].marker in glyphs
        and (end == start or not lines[end].gap)
        and not NOTICE.search(lines[end].text)
    ):
        end += 1
    return end


def _is_list_of_titles(items: Sequence[Line]) -> bool:
    words = sum(len(item.text.split()) for item in items)
    return len(items) >= _LEAST_ITEMS and words >= _ITEM_WORDS * len(items)
