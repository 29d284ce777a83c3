"""The last lines of a page that are the clinic's and not the page's: forms, hours, addresses.

Lines with their readings enter, readings leave; for the text format only.

A short page runs into its contact form without anything between that looks like an edge. But the
lines of a form or a footer say what they are.
"""

import re
from collections.abc import Sequence

from ingest.formats.text.edges import is_notice, is_sentence
from ingest.formats.text.lines import Line
from ingest.formats.text.regions import Reading
from ingest.formats.text.wording import CONTACT, FORM_WORDS, FURNITURE_PHRASES, FURNITURE_WORDS

_WORD = re.compile(r"\w+")

_TEASERS = (
    "related ",
    "you may also",
    "you might also",
    "more from",
    "recent posts",
    "latest posts",
)
"""How a list of other pages is headed."""


def without_contact(lines: Sequence[Line], readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """Return ``readings`` with forms, hours, addresses and links at its end left out.

    The content ends before them or nowhere: lines are looked at from the last one up to the first
    that is none of these, and to the last heading of links with nothing but short lines below.
    """
    changed = list(readings)
    inside = [place for place, reading in enumerate(readings) if reading is not Reading.FURNITURE]
    while inside and is_contact(lines[inside[-1]].text):
        changed[inside.pop()] = Reading.FURNITURE
    for number in reversed(range(len(inside))):
        text = lines[inside[number]].text
        if is_sentence(text):
            break
        if text.lower().startswith(_TEASERS):
            for place in inside[number:]:
                changed[place] = Reading.FURNITURE
    return tuple(changed)


def is_contact(text: str) -> bool:
    """Return whether ``text`` is nothing but a line of a form, of hours or of a footer."""
    if is_sentence(text):
        return False
    if is_notice(text) or CONTACT.search(text):
        return True
    words = _WORD.findall(text.lower())
    if any(_follows(words, place) for place in range(len(words))):
        return True
    return bool(words) and all(
        word in FURNITURE_WORDS or word in FORM_WORDS or word.isdigit() for word in words
    )


def _follows(words: Sequence[str], place: int) -> bool:
    """Return whether a phrase of furniture begins at ``place``."""
    return any(
        tuple(words[place + 1 : place + 1 + len(rest)]) == rest
        for rest in FURNITURE_PHRASES.get(words[place], ())
    )
