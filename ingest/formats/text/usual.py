"""How much of a line is a wording that sections of health pages usually have as their heading.

A PageText enters, a share a line leaves. "Symptoms", "Causes and risk factors" are nothing but
such wordings, "Knee Surgery" is half of one, "Opening hours" none. Pure; imported by the measures
of the text format.
"""

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from ingest.aspects.wordings import shipped_vocabulary
from ingest.formats.text.words import PageText
from ingest.trees import Matrix
from ingest.wording import CONNECTORS, QUESTION_WORDS, singular, words

_MOST_WORDS = 10
"""Words of the longest line looked at: one heading in forty of the labelled pages is longer."""

_KEPT_LINES = 2**12
"""Lines remembered: the pages of a site repeat their menus and headings."""

_GLUE = CONNECTORS | QUESTION_WORDS | frozenset(words("of the for to your it this you have i"))
"""Words of a heading that neither tell nor hide what it is about."""

_WHOLE, _OPENS, _GOES_ON = 1, 2, 4
"""A usual wording may be the word by itself, begin with it, or have it for a second word."""

_ANY = _WHOLE | _OPENS | _GOES_ON


def usual_shares(page: PageText) -> Matrix:
    """Return the share of each line's words that usual wordings cover; 0 for long lines."""
    shares = np.zeros(len(page), dtype=np.float32)
    signs = page.table.column(_wording_signs)[page.words]
    follows = np.zeros(len(page), dtype=bool)
    follows[page.characters.unplain_lines()] = True
    follows = follows[page.word_lines]
    follows[:-1] |= (signs[1:] & _GOES_ON > 0) & (page.word_lines[1:] == page.word_lines[:-1])
    may = (signs & _WHOLE > 0) | ((signs & _OPENS > 0) & follows)
    short = page.counts <= _MOST_WORDS
    for place in np.flatnonzero((page.sum_words(may) > 0) & short).tolist():
        shares[place] = usual_share(page.layout.texts[place])
    return shares


def _wording_signs(spelled: Sequence[str]) -> NDArray[np.uint8]:
    """Return what each word may be to a usual wording."""
    lowered = [*map(str.lower, spelled)]
    signs = {word: _signs(word) for word in dict.fromkeys(lowered)}
    return np.array([*map(signs.__getitem__, lowered)], dtype=np.uint8)


def _signs(word: str) -> int:
    if not word.isascii():
        return _ANY
    if word.isalnum():
        return _part_signs(singular(word))
    parts = [*map(_part_signs, words(word))]
    whole = any(part & _WHOLE for part in parts) or any(
        one & _OPENS and other & _GOES_ON for one, other in pairwise(parts)
    )
    return _WHOLE * whole | (parts[-1] & _OPENS) | (parts[0] & _GOES_ON)


def _part_signs(word: str) -> int:
    """Return the signs of one word, folded, that is no compound."""
    whole, starts = _second_words()
    signs = _GOES_ON if word in whole or word.startswith(starts) else 0
    for size in shipped_vocabulary().phrases.sizes_beginning_with(word):
        signs |= _WHOLE if size == 1 else _OPENS
    return signs


@cache
def _second_words() -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the second words of usual wordings, and those of which only the start is stated."""
    seconds = shipped_vocabulary().phrases.second_words()
    return (
        frozenset(word for word in seconds if not word.endswith("*")),
        tuple(word[:-1] for word in seconds if word.endswith("*")),
    )


@lru_cache(maxsize=_KEPT_LINES)
def usual_share(text: str) -> float:
    """Return the share of the telling words of ``text`` that usual wordings cover."""
    said = words(text)
    found = shipped_vocabulary().phrases.found_in(said)
    if not found:
        return 0.0
    covered = {place for match in found for place in range(match.start, match.end)}
    telling = [place for place, word in enumerate(said) if word not in _GLUE or place in covered]
    return len(covered) / len(telling)
