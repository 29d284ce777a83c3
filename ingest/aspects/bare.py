"""Headings that say an aspect and nothing else: "Causes", "How is gout treated?".

A heading enters, yes or no leaves. Used by `ingest.outline.parts`, where such headings are the main
parts of a page, and by `ingest.conditions.coverage`, where such a title names no condition.
"""

from collections.abc import Sequence
from functools import cache

from ingest.aspects.placing import Placement, heading_words, place_heading
from ingest.aspects.wordings import NAME, shipped_vocabulary
from ingest.wording import QUESTION_WORDS, Remembered, Words, words

_SMALL_WORDS = (
    frozenset(words("of for in with it this them they these those we the a an your and or"))
    | QUESTION_WORDS
    | {NAME}
)
_LONGEST_NUMBER = 4
# Characters: headings are numbered by up to three digits, or by Roman numbers such as "viii".


def bare_aspect(heading: str, names: Sequence[Words] = ()) -> Placement | None:
    """Return the aspect that all the words of ``heading`` tell, small ones aside; else None.

    Args:
        heading: verbatim.
        names: what the page is about, folded, longest first; they may stand in the heading.
    """
    if not all(map(_may_tell.__getitem__, set(words(heading)).difference(*names))):
        return None
    placement = place_heading(heading, names)
    if placement is None or placement.weak:
        return None
    told = placement.wording.split()
    begun = tuple(known[:-1] for known in told if known.endswith("*"))
    others = set(heading_words(heading, names)) - _SMALL_WORDS - set(told)
    return placement if all(word.startswith(begun) for word in others) else None


@cache
def _telling() -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the words of all phrases, and those of which only the beginning is stated."""
    known = shipped_vocabulary().phrases.words()
    begun = tuple(word[:-1] for word in known if word.endswith("*"))
    return known | _SMALL_WORDS, begun


def _is_told(word: str) -> bool:
    """Whether ``word`` may be one of those that tell an aspect, small, or a heading's number.

    Most lines that are asked about hold one that is not, and need no closer look.
    """
    known, begun = _telling()
    return word in known or len(word) <= _LONGEST_NUMBER or word.startswith(begun)


_KEPT_WORDS = 2**14
# Words of short lines of which it is remembered whether they may tell an aspect.
_may_tell = Remembered(_is_told, _KEPT_WORDS)
