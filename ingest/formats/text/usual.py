"""How much of a line is a wording that sections of health pages usually have as their heading.

A PageText enters, a share a line leaves. "Symptoms", "Causes and risk factors" are nothing but
such wordings, "Knee Surgery" is half of one, "Opening hours" none. Pure; imported by the measures
of the text format.
"""

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise

import numpy as np

from ingest.aspects.wordings import shipped_vocabulary
from ingest.formats.text.word_table import COUNT_BITS, Places
from ingest.formats.text.words import PageText
from ingest.trees import Matrix
from ingest.wording import CONNECTORS, QUESTION_WORDS, singular, words

_MOST_WORDS = 10
"""Words of the longest line looked at: one heading in forty of the labelled pages is longer."""

_KEPT_LINES = 2**12
"""Lines remembered: the pages of a site repeat their menus and headings."""

_GLUE = CONNECTORS | QUESTION_WORDS | frozenset(words("of the for to your it this you have i"))
"""Words of a heading that neither tell nor hide what it is about."""

_WHOLE, _TELLS, _DOUBTFUL = (1 << n for n in range(0, 3 * COUNT_BITS, COUNT_BITS))
"""A usual wording may be the word by itself; the word tells what the line is about; it may be
several."""

_PAIR_BITS = 62
"""The second words of usual wordings share so many bits. Those that words may open a wording with,
and those that the next word may be, have one in common where the two may be one."""

_Signs = tuple[int, int, int]
"""A word's flags, the bits of the second words it may open a wording with, and its own."""

_OTHER = (_TELLS, 0, 0)
_ANY = (_WHOLE | _TELLS | _DOUBTFUL, 2**_PAIR_BITS - 1, 2**_PAIR_BITS - 1)


def usual_shares(page: PageText) -> Matrix:
    """Return the share of each line's words that usual wordings cover; 0 for long lines.

    Where wordings of a single word are all that a line may have, its words are counted; only where
    two words may make one, or one word be several, is the line taken apart anew.
    """
    flags, opens, seconds = page.table.tell(_signs_of, page.words).T
    unplain, paired = (np.zeros(len(page), dtype=bool) for _ in range(2))
    unplain[page.characters.unplain_lines()] = True
    follows = unplain.take(page.word_lines) & (opens > 0)
    in_line = page.word_lines[1:] == page.word_lines[:-1]
    follows[:-1] |= (opens[:-1] & seconds[1:] > 0) & in_line
    paired[page.word_lines.compress(follows)] = True
    whole, tells, doubtful = page.count_words(flags, _WHOLE, _TELLS, _DOUBTFUL)
    short = page.counts <= _MOST_WORDS
    shares = np.where(short, whole / np.maximum(tells, 1), 0).astype(np.float32)
    asked = paired | ((whole > 0) & (unplain | (doubtful > 0)))
    for place in np.flatnonzero(short & asked).tolist():
        shares[place] = usual_share(page.layout.texts[place])
    return shares


def _signs_of(spelled: Sequence[str]) -> Places:
    """Return what each word may be to a usual wording, a row of _Signs."""
    lowered = [*map(str.lower, spelled)]
    signs = {word: _signs(word) for word in dict.fromkeys(lowered)}
    return np.array([*map(signs.__getitem__, lowered)], dtype=np.intp).reshape(-1, 3)


def _signs(word: str) -> _Signs:
    if not word.isascii():
        return _ANY
    if word.isalnum():
        return _part_signs(singular(word))
    parts = [*map(_part_signs, words(word))]
    whole = any(flags & _WHOLE for flags, _, _ in parts) or any(
        opens & seconds for (_, opens, _), (_, _, seconds) in pairwise(parts)
    )
    return _DOUBTFUL | _WHOLE * whole, parts[-1][1], parts[0][2]


def _part_signs(word: str) -> _Signs:
    """Return the signs of one word, folded, that is no compound.

    Nearly all words are in no wording, and none that one states the beginning of.
    """
    stated, begun = _words_of_wordings()
    if word not in stated and not word.startswith(begun):
        return _OTHER
    phrases = shipped_vocabulary().phrases.beginning_with(word)
    whole = any(len(phrase.words) == 1 for phrase in phrases)
    flags = _WHOLE | _TELLS if whole else _TELLS * (word not in _GLUE)
    seconds, loose = _second_words()
    opens = {seconds[phrase.words[1]] for phrase in phrases if len(phrase.words) > 1}
    fitting = {bit for second, bit in loose.items() if word.startswith(second)}
    return flags, sum(opens), sum(fitting | {seconds.get(word, 0)})


@cache
def _words_of_wordings() -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the words of all usual wordings, and those of which only the beginning is stated."""
    known = shipped_vocabulary().phrases.words()
    return known | _GLUE, tuple(word[:-1] for word in known if word.endswith("*"))


@cache
def _second_words() -> tuple[Mapping[str, int], Mapping[str, int]]:
    """Return the bit of every second word of a usual wording, and of those that are only begun."""
    stated = sorted(shipped_vocabulary().phrases.second_words())
    bits = {second: 1 << place % _PAIR_BITS for place, second in enumerate(stated)}
    return bits, {second[:-1]: bit for second, bit in bits.items() if second.endswith("*")}


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
