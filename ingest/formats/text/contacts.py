"""Lines that tell how or when to reach somebody.

A PageText enters, flags a line leave. Pure; imported by the evidence of the text format.

The patterns are slow, and most lines with a figure in them match neither: first the arrays tell
beside which figures the rest of a match may stand.
"""

import re
from functools import cache
from typing import NamedTuple

import numpy as np

from ingest.formats.text.characters import (
    ADDRESS,
    BRACKET,
    COLON,
    END,
    FIGURE,
    GROUPING,
    LOWER,
    MERIDIEM,
    NOON,
    SPACE,
    UPPER,
    Characters,
    Flags,
    Sequels,
    sequels_of,
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

_IS_GROUP, _IS_POST_CODE, _IS_TIME = (1 << n for n in range(3))


class Contacts(NamedTuple):
    """Which lines ``may_give`` a telephone number or a post code, as CONTACT tells, and which do
    ``give`` one, an address or a time of day."""

    may_give: Flags
    give: Flags


def find_contacts(page: PageText, digits: Places) -> Contacts:
    """Tell which lines of ``page`` say how to reach somebody; ``digits`` is how many each has."""
    characters = page.characters
    figures = characters.places_of(FIGURE)
    sequels = characters.following(figures, _figure_sequels())
    last = characters.kinds[figures - 1]
    grouped = (sequels & _IS_GROUP > 0) & (last & characters.kinds[figures - 2] & FIGURE > 0)
    coded = (sequels & _IS_POST_CODE > 0) & (last & SPACE > 0)
    may_give = _flagged(characters, figures.compress(grouped | coded))
    timed = _flagged(characters, figures.compress(sequels & _IS_TIME > 0))
    numbered = digits >= _LEAST_DIGITS
    give = _flagged(characters, _addresses(characters))
    _search(page, CONTACT, may_give & numbered, give)
    _search(page, TIME, timed & numbered, give)
    return Contacts(may_give, give)


@cache
def _figure_sequels() -> Sequels:
    return sequels_of(_NEXT_GROUP, _POST_CODE, _TIME)


def _addresses(characters: Characters) -> Places:
    """Return the places where the signs of addresses stand: "@", and a full stop with letters."""
    signs = characters.places_of(ADDRESS)
    full_stop = characters.kinds_at(signs) & END > 0
    signs = signs.compress(~full_stop | (characters.kinds_at(signs + 1) & LOWER > 0))
    says = characters.text.startswith
    return np.array(
        [place for place in signs.tolist() if says(ADDRESS_SIGNS, place)], dtype=np.intp
    )


def _search(page: PageText, wanted: re.Pattern[str], lines: Flags, flags: Flags) -> None:
    """Flag those of ``lines``, not flagged so far, in which ``wanted`` is found."""
    for line in np.flatnonzero(lines & ~flags).tolist():
        flags[line] = wanted.search(page.layout.texts[line]) is not None


def _flagged(characters: Characters, places: Places) -> Flags:
    """Flag the lines on which ``places`` are."""
    flags = np.zeros(len(characters.starts), dtype=bool)
    flags[characters.lines_of(places)] = True
    return flags
