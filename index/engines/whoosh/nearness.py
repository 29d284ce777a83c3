"""How near two words are, as they are written and as they sound.

Folded words enter, a Near leaves. Nearness is optimal string alignment: insertions, deletions,
substitutions and swaps of neighbours, which make up 80 % of misspellings (Damerau, "A technique for
computer detection and correction of spelling errors", Communications of the ACM 7(3), 1964). Those
who write by ear make more mistakes, but the word still sounds alike (`sounds`).
"""

from dataclasses import dataclass

from rapidfuzz.distance import OSA

from index.engines.whoosh.sounds import consonants_of, sound_of

_BY_EAR = 3
"""Mistakes that are allowed in a long word with the same consonants that sounds alike:
"kifoplasty", "injecshun"."""


@dataclass(frozen=True, slots=True)
class Near:
    """A word, how many mistakes it is away, and how many as it is ``written``.

    ``apart`` is the sum of those in writing and in sound, one more where consonants differ.
    """

    word: str
    mistakes: int
    written: int
    apart: int


def farthest(surface: str, most: int) -> int:
    """Return how many mistakes in writing a word may be away that is near to ``surface``.

    That is ``most``, and more in words that sound alike: fewer in short ones, of which there are
    too many.
    """
    return max(most, min(_BY_EAR, len(surface) // 2))


def compare(surface: str, word: str, written: int, most: int) -> Near | None:
    """Return how near ``word`` is to ``surface``, so many mistakes away in writing; None if not.

    With ``most`` mistakes or fewer it is near; with more, if it sounds alike, in a long word but
    for a vowel. A word that begins with another letter has to begin with the same sound.
    """
    sound, other = sound_of(surface), sound_of(word)
    differ = consonants_of(sound) != consonants_of(other)
    heard = OSA.distance(sound, other)
    if written > most:
        is_near = heard < most and not differ
    else:
        is_near = word[0] == surface[0] or (sound[:1] == other[:1] and heard <= most)
    mistakes = min(written, heard)
    return Near(word, mistakes, written, written + heard + differ) if is_near else None
