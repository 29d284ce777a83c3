"""The edges of a page: the heading that opens it, the last words and the sources belong to it.

Lines with their readings enter, readings leave; for the text format only.

A short last section ("Outlook" and one sentence; "Sources" and a bullet a source) stands where
footers begin and is as short as they are. What tells it from a footer is its form: its heading is
written like the headings of the page's own text, and below stand sentences, or bullets with the
page's own glyph.
"""

import re
from collections.abc import Sequence

import numpy as np

from ingest.formats.sentences import is_notice, is_sentence
from ingest.formats.text.lines import Lines
from ingest.formats.text.regions import Reading
from ingest.formats.text.title import FIRST_SENTENCES, definitions
from ingest.formats.text.usual import usual_share
from ingest.formats.text.word_table import Places
from ingest.formats.trailing import is_contact
from ingest.trees import Matrix

_LEAST_ITEMS = 2
_ITEM_WORDS = 3
"""Words that the items have on average at least: entries of menus have one or two."""

_OTHER_NAMES = re.compile(
    r"\b(?:brand|trade|generic|other) names?\b|\b(?:also (?:called|known as)|pronounced)\b",
    re.IGNORECASE,
)
_NEAR_TITLE = 3
"""Lines below the title in which a page may say what else its topic is called."""


def with_closing_sections(
    lines: Lines, shapes: Places, readings: Sequence[Reading]
) -> tuple[Reading, ...]:
    """Return ``readings`` with sections right after the content read as content where they are.

    ``shapes`` tells by its number which lines look alike.
    """
    last = next((place for place in reversed(range(len(readings))) if readings[place]), None)
    if last is None:
        return tuple(readings)
    changed = list(readings)
    place = last + (readings[last] is not Reading.HEADING)  # none stands alone
    while (
        place < len(lines)
        and not lines.markers[place]
        and _any_heads(changed, np.flatnonzero(shapes == shapes[place]))
    ):
        glyphs = {
            marker for marker, reading in zip(lines.markers, readings, strict=True) if reading
        }
        end = max(_list_end(lines, place + 1, glyphs - {""}), _text_end(lines, place + 1))
        if end == place + 1:
            break
        changed[place:end] = [Reading.HEADING, *[Reading.BODY] * (end - place - 1)]
        place = end
    return tuple(changed)


def _any_heads(readings: Sequence[Reading], places: Places) -> bool:
    return any(readings[place] is Reading.HEADING for place in places.tolist())


def with_opening_sections(
    lines: Lines, readings: Sequence[Reading], title: int | None
) -> tuple[Reading, ...]:
    """Return ``readings`` with sections right above the content read as content where they are.

    A usual heading ("Causes") with a list or sentences below is no menu, however short they are.
    """
    changed = list(readings)
    floor = -1 if title is None else title
    inside = (place for place, reading in enumerate(readings) if reading is not Reading.FURNITURE)
    place = next((place for place in inside if place != title), 0)
    while (start := _section_start(lines, place, floor)) is not None:
        changed[start:place] = [Reading.HEADING, *[Reading.BODY] * (place - start - 1)]
        place = start
    return tuple(changed)


def _section_start(lines: Lines, end: int, floor: int) -> int | None:
    """Return the place of the usual heading above ``end`` with nothing but its text between."""
    for place in reversed(range(floor + 1, end)):
        text, marker = lines.texts[place], lines.markers[place]
        if usual_share(text) >= 1:
            return place if place + 1 < end and not (marker or place in lines.cells) else None
        if is_contact(text) or not (marker or is_sentence(text)):
            return None
    return None


def with_opening_heading(
    lines: Lines,
    readings: Sequence[Reading],
    heading: Matrix,
    title: int | None,
) -> tuple[Reading, ...]:
    """Return ``readings`` with a heading between the title and the first text kept.

    It is the edge of a menu above as much as of the text below, and one line: too little for the
    evidence on content. But its wording or its looks tell: ``heading`` are the log-odds of each
    line being a heading if it is content.
    """
    changed = list(readings)
    if title is not None and title + 2 < len(lines):
        line, below = changed[title + 1 : title + 3]
        opens = line is Reading.FURNITURE and below is Reading.BODY and heading[title + 1] > 0
        text = lines.texts[title + 1]
        heads = usual_share(text) >= 1 or is_sentence(lines.texts[title + 2])
        if opens and heads and not is_notice(text):
            changed[title + 1] = Reading.HEADING
    return tuple(changed)


def with_definition(
    lines: Lines,
    sentences: Sequence[int],
    readings: Sequence[Reading],
    title: int | None,
) -> tuple[Reading, ...]:
    """Return ``readings`` with the sentence that says what the page's title is read as content.

    Between buttons above and a list of contents below, a single sentence looks like a notice. So
    does a line of other names ("Brand names: ...") between the title and the text.
    """
    changed = list(readings)
    if title is not None:
        for place in range(title + 1, min(title + 1 + _NEAR_TITLE, len(lines))):
            if changed[place] is not Reading.FURNITURE:
                break
            if _OTHER_NAMES.search(lines.texts[place]):
                changed[place] = Reading.BODY
    lost = [place for place in sentences[:FIRST_SENTENCES] if not changed[place]]
    for name, sentence in definitions(lines, lost):
        if name == title:
            changed[sentence] = Reading.BODY
    return tuple(changed)


def _text_end(lines: Lines, start: int) -> int:
    """Return the place after the sentences that begin at ``start``."""
    end = start
    while end < len(lines) and not lines.markers[end] and is_sentence(lines.texts[end]):
        end += 1
    return end


def _list_end(lines: Lines, start: int, glyphs: set[str]) -> int:
    """Return the place after the list of titles that begins at ``start``, or ``start``."""
    end = start
    while (
        end < len(lines)
        and lines.markers[end] in glyphs
        and (end == start or not lines.gaps[end])
        and not is_notice(lines.texts[end])
    ):
        end += 1
    words = sum(len(text.split()) for text in lines.texts[start:end])
    is_list = end - start >= _LEAST_ITEMS and words >= _ITEM_WORDS * (end - start)
    return end if is_list else start
