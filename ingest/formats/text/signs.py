"""What a word tells by itself: its letters, and to which tables it belongs.

A word enters, one whole number of flags leaves, remembered: pages share most of their words. Pure;
for the text format only.
"""

from functools import lru_cache

from ingest.formats.wording import (
    FURNITURE_PHRASES,
    FURNITURE_WORDS,
    STATEMENT_PHRASES,
    STOP_WORDS,
)

CAPITAL, STOP, FURNITURE, OPENS_FURNITURE, OPENS_STATEMENT, TELLING = (1 << n for n in range(6))
"""It begins with a capital; is a function word; only furniture says it; a phrase of furniture, or
one that makes a line a site's notice, may begin with it; it tells what its line is about."""

LETTERS = 6
"""Bits above the flags: the number of its letters."""

_TELLING_LETTERS = 3
_KEPT_WORDS = 2**16
"""Words remembered. A page has some 700 different ones; the labelled pages together 60,000."""


@lru_cache(maxsize=_KEPT_WORDS)
def signs_of(word: str) -> int:
    """Return the flags of ``word``, as written, and above them the number of its letters."""
    lowered = word.lower()
    stop = lowered in STOP_WORDS
    return (
        CAPITAL * word[0].isupper()
        | STOP * stop
        | FURNITURE * (lowered in FURNITURE_WORDS)
        | OPENS_FURNITURE * (lowered in FURNITURE_PHRASES)
        | OPENS_STATEMENT * (lowered in STATEMENT_PHRASES)
        | TELLING * (len(lowered) >= _TELLING_LETTERS and not stop)
        | len(word) << LETTERS
    )
