"""Text to words: what counts as the same word, whoever typed it.

Text enters, Words leave. Used when indexing and when searching, so that both sides agree.
Case, accents, ligatures and possessive endings are folded; a hyphen or slash parts two words
("dry-needling" is "dry needling"); stems are Porter's (Porter, "An algorithm for suffix
stripping", Program 14(3), 1980) as Whoosh has them.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from whoosh.lang.porter import stem as porter_stem

from index.words import STOP_WORDS, WORD, fold, surfaces_of

__all__ = ["STOP_WORDS", "WORD", "Word", "fold", "stem_of", "surfaces_of", "words_of"]

_WORD = re.compile(WORD)


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text: ``surface`` folded, ``stem`` of it, and where it stands.

    ``start`` and ``end`` are 0-based character offsets into the text it was found in.
    """

    surface: str
    stem: str
    start: int
    end: int


def words_of(text: str) -> list[Word]:
    """Return the words of ``text`` in order."""
    return [
        Word(surface, stem_of(surface), match.start(), match.end())
        for match in _WORD.finditer(text)
        if (surface := fold(match.group()))
    ]


@lru_cache(maxsize=65_536)
def stem_of(surface: str) -> str:
    """Return the stem of a folded word; words with digits and very short ones are their own."""
    if len(surface) < 3 or not surface.isalpha() or not surface.isascii():  # noqa: PLR2004
        return surface
    stemmed: str = porter_stem(surface)
    return stemmed
