"""Sections that close a page: the last words and the sources belong to it.

Lines with their readings enter, readings leave; for the text format only.

A short last section ("Outlook" and one sentence; "Sources" and a bullet a source) stands where
footers begin and is as short as they are. What tells it from a footer is its form: its heading is
written like the headings of the page's own text, and below stand sentences, or bullets with the
page's own glyph.
"""

import re
from collections.abc import Sequence

from ingest.formats.text.lines import Line
from ingest.formats.text.regions import Reading

_LEAST_ITEMS = 2
_ITEM_WORDS = 3
"""Words that the items have on average at least: entries of menus have one or two."""

_SENTENCE_WORDS = 6
"""Words from which a line with an end mark is a sentence; buttons and teasers are shorter."""

_TEXT_WORDS = 15
"""Words from which a line is text even if it breaks off; no menu entry is so long."""

_SENTENCE_END = re.compile(r"[.!?:;][\"'”’)\]]*$")

NOTICE = re.compile(
    r"copyright|©|all rights reserved|recaptcha|\buses? cookies|accept all|privacy policy"
    r"|newsletter|powered by|skip to|sign up for",
    re.IGNORECASE,
)
"""What makes a line the site's and not the page's."""


def with_closing_sections(
    lines: Sequence[Line], shapes: Sequence[Sequence[int]], readings: Sequence[Reading]
) -> tuple[Reading, ...]:
    """Return ``readings`` with sections right after the content read as content where they are.

    ``shapes`` are the places of lines that look alike, group by group.
    """
    inside = [place for place, reading in enumerate(readings) if reading is not Reading.FURNITURE]
    if not inside:
        return tuple(readings)
    alike = {place: group for group in shapes for place in group}
    glyphs = {lines[place].marker for place in inside if lines[place].marker}
    changed = list(readings)
    place = inside[-1] + 1
    while (
        place < len(lines)
        and not lines[place].marker
        and any(changed[other] is Reading.HEADING for other in alike.get(place, ()))
    ):
        end = max(_list_end(lines, place + 1, glyphs), _text_end(lines, place + 1))
        if end == place + 1:
            break
        changed[place:end] = [Reading.HEADING, *[Reading.BODY] * (end - place - 1)]
        place = end
    return tuple(changed)


def is_sentence(text: str) -> bool:
    """Return whether ``text`` is a sentence, and none that a site says on every page."""
    words = len(text.split())
    ends = words >= _SENTENCE_WORDS and _SENTENCE_END.search(text[-4:]) is not None
    return (ends or words >= _TEXT_WORDS) and NOTICE.search(text) is None


def _text_end(lines: Sequence[Line], start: int) -> int:
    """Return the place after the sentences that begin at ``start``."""
    end = start
    while end < len(lines) and not lines[end].marker and is_sentence(lines[end].text):
        end += 1
    return end


def _list_end(lines: Sequence[Line], start: int, glyphs: set[str]) -> int:
    """Return the place after the list of titles that begins at ``start``, or ``start``."""
    end = start
    while (
        end < len(lines)
        and lines[end].marker in glyphs
        and (end == start or not lines[end].gap)
        and not NOTICE.search(lines[end].text)
    ):
        end += 1
    words = sum(len(item.text.split()) for item in lines[start:end])
    is_list = end - start >= _LEAST_ITEMS and words >= _ITEM_WORDS * (end - start)
    return end if is_list else start
