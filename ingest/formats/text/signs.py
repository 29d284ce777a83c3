"""What words tell by themselves: their letters, and to which tables they belong.

Words enter, one whole number of flags each leaves. Pure; for the text format only.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import repeat
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

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


@cache
def _tables() -> Mapping[str, int]:
    """Return the flags of every word that a table holds."""
    flags: defaultdict[str, int] = defaultdict(int)
    for flag, table in (
        (STOP, STOP_WORDS),
        (FURNITURE, FURNITURE_WORDS),
        (OPENS_FURNITURE, FURNITURE_PHRASES),
        (OPENS_STATEMENT, STATEMENT_PHRASES),
    ):
        for word in table:
            flags[word] |= flag
    return dict(flags)


def signs_of(spelled: Sequence[str], lowered: Sequence[str]) -> NDArray[np.intp]:
    """Return the flags of each word, and above them the number of its letters.

    Args:
        spelled: the words as written, none empty.
        lowered: the same in lower case.
    """
    count = len(spelled)
    signs = np.fromiter(map(_tables().get, lowered, repeat(0)), dtype=np.intp, count=count)
    capital = np.fromiter(map(str.isupper, map(itemgetter(0), spelled)), dtype=bool, count=count)
    letters = np.fromiter(map(len, spelled), dtype=np.intp, count=count)
    telling = np.fromiter(map(len, lowered), dtype=np.intp, count=count) >= _TELLING_LETTERS
    telling &= signs & STOP == 0
    flags: NDArray[np.intp] = signs | CAPITAL * capital | TELLING * telling | letters << LETTERS
    return flags
