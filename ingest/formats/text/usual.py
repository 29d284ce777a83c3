"""How much of a line is a wording that sections of health pages usually have as their heading.

A PageText enters, a share a line leaves. "Symptoms", "Causes and risk factors" are nothing but
such wordings, "Knee Surgery" is half of one, "Opening hours" none. Pure; imported by the measures
of the text format.
"""

from functools import lru_cache

import numpy as np

from ingest.aspects.wordings import shipped_vocabulary
from ingest.formats.text.words import Matrix, PageText
from ingest.wording import CONNECTORS, QUESTION_WORDS, singular, words

_MOST_WORDS = 10
"""Words of the longest line looked at: one heading in forty of the labelled pages is longer."""

_KEPT_WORDS = 2**15
_KEPT_LINES = 2**12
"""Words and lines remembered: the pages of a site repeat their menus and headings."""

_GLUE = CONNECTORS | QUESTION_WORDS | frozenset(words("the of for to your it this you have i"))
"""Words of a heading that neither tell nor hide what it is about."""


def usual_shares(page: PageText) -> Matrix:
    """Return the share of each line's words that usual wordings cover; 0 for long lines."""
    shares = np.zeros(len(page.lines), dtype=np.float32)
    short = page.counts <= _MOST_WORDS
    said = page.words[short[page.word_lines]]
    opens = np.zeros(len(page.spelled), dtype=bool)
    for word in np.flatnonzero(np.bincount(said)).tolist():
        opens[word] = _may_open(page.lowered[word])
    opening = page.sum_words(opens)
    for place in np.flatnonzero((opening > 0) & short).tolist():
        shares[place] = usual_share(page.lines[place].text)
    return shares


@lru_cache(maxsize=_KEPT_WORDS)
def _may_open(word: str) -> bool:
    """Whether a usual wording may begin with ``word``, in lower case; compounds are not parted."""
    plain = word.isascii() and word.isalnum()
    return not plain or shipped_vocabulary().phrases.may_begin_with(singular(word))


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
