"""What the characters of each line add up to, and what it begins and ends with.

A PageText enters, counts and flags a line leave, by name. Pure; imported by the evidence of the
text format.
"""

from functools import cache

import numpy as np

from ingest.formats.text.characters import (
    BRACKET,
    CLOSING,
    CODE,
    COLON,
    COMMA,
    COPYRIGHT,
    COUNTED,
    DIGIT,
    END,
    FIELD,
    LOWER,
    MARK,
    QUESTION,
    QUOTE,
    SEPARATOR,
    SPACE,
    UPPER,
    Column,
    Kinds,
    Places,
    Sequels,
    sequels_of,
)
from ingest.formats.text.words import PageText

_NEXT_SENTENCE = ((SPACE, UPPER), (QUOTE, SPACE, UPPER), (SPACE, QUOTE, UPPER))
"""How the next sentence begins after the end of one."""

_FIRST = {"starts_lower": LOWER, "starts_upper": UPPER, "starts_quote": QUOTE}
_LAST = {"ends_colon": COLON, "ends_comma": COMMA, "ends_bracket": BRACKET, "ends_mark": MARK}
"""The flags that a line's first and its last character give."""

_COUNTS = {
    "digits": DIGIT,
    "separators": SEPARATOR,
    "code": CODE,
    "fields": FIELD,
    "copyrights": COPYRIGHT,
}

_CLOSED = 3
"""Quotes and brackets at a line's end that its full stop may stand before."""


def count_characters(page: PageText) -> dict[str, Column]:
    """Return by name the counts and flags of the lines.

    ``letters`` counts what is of a word, ``symbols`` what is neither that nor a space; ``glued``
    capitals right after a small letter ("HomeAbout"); ``breaks`` the ends of sentences that another
    sentence follows; ``ends_mark`` is a pilcrow or the like, a heading's link.
    """
    characters = page.characters
    starts, stops, kinds = characters.starts, characters.stops, characters.kinds
    count = len(starts)
    rare, rare_kinds = characters.rare, characters.rare_kinds
    lines = characters.lines_of(rare)
    tally = np.bincount(lines * COUNTED + (rare_kinds & COUNTED - 1), minlength=count * COUNTED)
    by_kind = tally.reshape(count, COUNTED).T
    capitals = characters.places_of(UPPER)
    glued = capitals.compress(kinds[capitals - 1] & LOWER > 0)
    ends = characters.places_of(END | QUESTION)
    breaks = ends.compress(characters.following(ends, _next_sentence()))
    all_kinds = np.bitwise_or.reduceat(kinds, starts)
    first, last = kinds.take(starts), kinds.take(stops - 1)
    before = kinds.take(stops - 2, mode="clip")
    outside = lines.compress(~characters.in_words.take(rare))
    length, letters = stops - starts, page.sum_words(page.lengths)
    symbols = np.bincount(outside, minlength=count)
    return {
        "length": length,
        "letters": letters,
        "symbols": symbols,
        "spaces": length - letters - symbols,
        **{name: by_kind[kind] for name, kind in _COUNTS.items()},
        "glued": np.bincount(characters.lines_of(glued), minlength=count),
        "breaks": np.bincount(characters.lines_of(breaks), minlength=count),
        "all_capitals": all_kinds & (LOWER | UPPER) == UPPER,
        "starts_digit": first & (COUNTED - 1) == DIGIT,
        "ends_sentence": _last_open(kinds, starts, stops) & END > 0,
        "ends_question": (last & QUESTION > 0) | ((last & QUOTE > 0) & (before & QUESTION > 0)),
        **{name: first & kind > 0 for name, kind in _FIRST.items()},
        **{name: last & kind > 0 for name, kind in _LAST.items()},
    }


@cache
def _next_sentence() -> Sequels:
    return sequels_of(_NEXT_SENTENCE)


def _last_open(kinds: Kinds, starts: Places, stops: Places) -> Kinds:
    """Return the kinds of the lines' last characters, up to _CLOSED that only close left out."""
    places = stops - 1
    closed = np.flatnonzero(kinds.take(places) & CLOSING > 0)
    for _ in range(_CLOSED):
        places[closed] = np.maximum(places[closed] - 1, starts[closed])
        closed = closed.compress(kinds[places[closed]] & CLOSING > 0)
    return kinds.take(places)
