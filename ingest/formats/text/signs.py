"""What words tell by themselves: how they are written, and to which tables they belong.

Words enter, one whole number of flags each leaves. Pure; for the text format only.
"""

from collections.abc import Mapping, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from ingest.formats.sentences import notice_pieces
from ingest.formats.text.characters import lines_saying
from ingest.formats.text.word_table import COUNT_BITS
from ingest.formats.wording import FURNITURE_WORDS, STOP_WORDS

CAPITAL, STOP, FURNITURE = (1 << n for n in range(0, 3 * COUNT_BITS, COUNT_BITS))
TELLING, NOTICE = 2, 4
"""It begins with a capital; is a function word; only furniture says it; it tells what its line is
about; a notice of the site may hold it. The first three are as far apart as sums need to hold the
counts of all of them, see `ingest.formats.text.words`."""

_TELLING_LETTERS = 3


@cache
def _tables() -> Mapping[str, int]:
    """Return the flags of every word that a table holds."""
    flags = dict.fromkeys(STOP_WORDS, STOP)
    for word in FURNITURE_WORDS:
        flags[word] = flags.get(word, 0) | FURNITURE
    return flags


def signs_of(words: Sequence[str]) -> NDArray[np.intp]:
    """Return the flags of each word as written."""
    lowered = [*map(str.lower, words)]
    tables = _tables()
    signs = np.array([tables.get(word, 0) for word in lowered], dtype=np.intp)
    telling = np.array([*map(len, lowered)], dtype=np.intp) >= _TELLING_LETTERS
    signs |= TELLING * (telling & (signs & STOP == 0))
    signs |= CAPITAL * np.array([word[0].isupper() for word in words], dtype=bool)
    text = "".join([f"{word}\n" for word in lowered])
    for piece in notice_pieces():
        signs[lines_saying(piece, text)] |= NOTICE
    return signs
