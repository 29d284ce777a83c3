"""Headings that say an aspect and nothing else: "Causes", "How is gout treated?".

A heading enters, yes or no leaves. Used by `ingest.outline.parts`, where such headings are the main
parts of a page, and by `ingest.conditions.coverage`, where such a title names no condition.
"""

from collections.abc import Sequence

from ingest.aspects.placing import Placement, heading_words, place_heading
from ingest.aspects.wordings import NAME
from ingest.wording import QUESTION_WORDS, words

_SMALL_WORDS = (
    frozenset(words("of for in with it this them they these those we the a an your and or"))
    | QUESTION_WORDS
    | {NAME}
)


def bare_aspect(heading: str, names: Sequence[tuple[str, ...]] = ()) -> Placement | None:
    """Return the aspect that all the words of ``heading`` tell, small ones aside; else None.

    Args:
        heading: verbatim.
        names: what the page is about, folded, longest first; they may stand in the heading.
    """
    placement = place_heading(heading, names)
    if placement is None or placement.weak:
        return None
    told = tuple([known.rstrip("*") for known in placement.wording.split()])
    others = set(heading_words(heading, names)) - _SMALL_WORDS
    return placement if all(word.startswith(told) for word in others) else None
