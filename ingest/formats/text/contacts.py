"""Lines that tell how or when to reach somebody.

A PageText enters, a flag a line leaves. Pure; imported by the evidence of the text format.

The patterns are slow, and most lines with a figure in them match neither: first the arrays tell
beside which figures the rest of a match may stand.
"""

import re

import numpy as np

from ingest.formats.text.characters import (
    BRACKET,
    COLON,
    END,
    FIGURE,
    GROUPING,
    MERIDIEM,
    NOON,
    SPACE,
    UPPER,
    Characters,
    Flags,
    lines_saying,
)
from ingest.formats.text.word_table import Places
from ingest.formats.text.words import PageText
from ingest.formats.wording import ADDRESS_SIGNS, CONTACT, TIME

_LEAST_DIGITS = 2

_NEXT_GROUP = (
    (GROUPING, FIGURE),
    (GROUPING, GROUPING, FIGURE),
    (BRACKET, GROUPING, FIGURE),
    (BRACKET, GROUPING, GROUPING, FIGURE),
)
"""What a telephone number goes on with after the last figure of a group."""

_POST_CODE = ((FIGURE, FIGURE, FIGURE, FIGURE), (UPPER, UPPER))
"""What post codes go on with after their space and a figure."""

_TIME = (
    (COLON, FIGURE, FIGURE),
    (NOON, MERIDIEM),
    (NOON, END, MERIDIEM),
    (SPACE, NOON, MERIDIEM),
    (SPACE, NOON, END, MERIDIEM),
)
"""What a time of day goes on with after a figure."""


def may_give_contact(page: PageText) -> Flags:
    """Flag the lines in which CONTACT, telephone numbers and post codes, may be found."""
    characters = page.characters
    figures = characters.places_of(FIGURE)
    kinds = characters.kinds
    grouped = figures[(kinds[figures - 1] & kinds[figures - 2] & FIGURE) > 0]
    spaced = figures[kinds[figures - 1] & SPACE > 0]
    flags = _flagged(characters, characters.following(grouped, *_NEXT_GROUP))
    flags |= _flagged(characters, characters.following(spaced, *_POST_CODE))
    return flags


def find_contacts(page: PageText, digits: Places, may_contact: Flags) -> Flags:
    """Flag the lines that hold a telephone number, an address or a time of day.

    Args:
        page: the lines.
        digits: how many each has.
        may_contact: those in which CONTACT may be found.
    """
    characters = page.characters
    flags = np.zeros(len(page), dtype=bool)
    for sign in ADDRESS_SIGNS:
        flags[lines_saying(sign, characters.text)] = True
    times = characters.following(characters.places_of(FIGURE), *_TIME)
    numbered = digits >= _LEAST_DIGITS
    _search(page, CONTACT, may_contact & numbered, flags)
    _search(page, TIME, _flagged(characters, times) & numbered, flags)
    return flags


def _search(page: PageText, wanted: re.Pattern[str], lines: Flags, flags: Flags) -> None:
    """Flag those of ``lines``, not flagged so far, in which ``wanted`` is found."""
    for line in np.flatnonzero(lines & ~flags).tolist():
        flags[line] = wanted.search(page.layout.texts[line]) is not None


def _flagged(characters: Characters, places: Places) -> Flags:
    """Flag the lines on which ``places`` are."""
    flags = np.zeros(len(characters.starts), dtype=bool)
    flags[characters.lines_of(places)] = True
    return flags
