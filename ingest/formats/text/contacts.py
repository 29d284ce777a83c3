"""Lines that tell how or when to reach somebody.

A PageText enters, a flag a line leaves. Pure; imported by the measures of the text format.
"""

import numpy as np

from ingest.formats.text.characters import (
    COLON,
    FIGURE,
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


def find_contacts(page: PageText, digits: Places) -> Flags:
    """Flag the lines that hold a telephone number, an address or a time of day.

    ``digits`` counts those of each line.
    """
    flags = np.zeros(len(page), dtype=bool)
    for sign in ADDRESS_SIGNS:
        flags[lines_saying(sign, page.characters.text)] = True
    figures = page.characters.places_of(FIGURE)
    for said, may in ((CONTACT, _near_contacts), (TIME, _near_times)):
        lines = page.characters.lines_of(may(page.characters, figures))
        for line in np.unique(lines[(digits[lines] >= _LEAST_DIGITS) & ~flags[lines]]).tolist():
            flags[line] = said.search(page.layout.texts[line]) is not None
    return flags


def _near_contacts(characters: Characters, figures: Places) -> Places:
    """Return the ``figures`` with what CONTACT has in it: two more, or two capitals."""
    return characters.following(figures, (FIGURE, FIGURE), (UPPER, UPPER))


def _near_times(characters: Characters, figures: Places) -> Places:
    """Return the ``figures`` with what TIME has in it: a colon and another, "am" or "pm"."""
    return characters.following(figures, (COLON, FIGURE), (NOON,), (SPACE, NOON))
