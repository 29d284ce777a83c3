"""What words tell by themselves: their letters, and to which tables they belong.

Words enter, one whole number of flags each leaves. Pure; for the text format only.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from ingest.formats.sentences import notice_pieces
from ingest.formats.text.characters import lines_saying
from ingest.formats.wording import (
    FURNITURE_PHRASES,
    FURNITURE_WORDS,
    STATEMENT_PHRASES,
    STOP_WORDS,
)

CAPITAL, STOP, FURNITURE, TELLING, NOTICE = (1 << n for n in range(5))
"""It begins with a capital; is a function word; only furniture says it; it tells what its line is
about; a notice of the site may hold it."""

OPENS_FURNITURE, GOES_ON_FURNITURE, OPENS_STATEMENT, GOES_ON_STATEMENT = (
    1 << n for n in range(5, 9)
)
"""A phrase of furniture, or one that makes a line a site's notice, may begin with it, or have it
for a second word."""

ALONE = 1 << 9
"""It is such a phrase by itself."""

LETTERS = 10
"""Bits above the flags: the number of its letters."""

_TELLING_LETTERS = 3

Phrases = Mapping[str, Sequence[tuple[str, ...]]]


@cache
def _tables() -> Mapping[str, int]:
    """Return the flags of every word that a table holds."""
    flags: defaultdict[str, int] = defaultdict(int)
    for flag, table in (
        (STOP, STOP_WORDS),
        (FURNITURE, FURNITURE_WORDS),
        (OPENS_FURNITURE, FURNITURE_PHRASES),
        (GOES_ON_FURNITURE, _second_words(FURNITURE_PHRASES)),
        (OPENS_STATEMENT, STATEMENT_PHRASES),
        (GOES_ON_STATEMENT, _second_words(STATEMENT_PHRASES)),
        (ALONE, _by_themselves(chain(FURNITURE_PHRASES.items(), STATEMENT_PHRASES.items()))),
    ):
        for word in table:
            flags[word] |= flag
    return dict(flags)


def _second_words(phrases: Phrases) -> Iterable[str]:
    return (rest[0] for rests in phrases.values() for rest in rests if rest)


def _by_themselves(phrases: Iterable[tuple[str, Sequence[tuple[str, ...]]]]) -> Iterable[str]:
    return (first for first, rests in phrases if () in rests)


def signs_of(words: Sequence[str]) -> NDArray[np.intp]:
    """Return the flags of each word as written, and above them the number of its letters."""
    lowered = [*map(str.lower, words)]
    tables = _tables()
    signs = np.array([tables.get(word, 0) for word in lowered], dtype=np.intp)
    letters = np.array([*map(len, words)], dtype=np.intp)
    telling = np.array([*map(len, lowered)], dtype=np.intp) >= _TELLING_LETTERS
    signs |= TELLING * (telling & (signs & STOP == 0))
    signs |= CAPITAL * np.array([word[0].isupper() for word in words], dtype=bool)
    signs |= letters << LETTERS
    text = "".join([f"{word}\n" for word in lowered])
    for piece in notice_pieces():
        signs[lines_saying(piece, text)] |= NOTICE
    return signs
