"""Pages on several conditions, one after the other: each a chapter with the same parts.

HeadingFacts of one page enter, in page order; the chapters among them leave. Used by
`ingest.outline.levels`.

"Sciatica", "Causes", "Treatment", "Piriformis syndrome", "Causes", "Treatment": the names stand
above the parts. Where the names recur below the parts instead ("Causes", "Sciatica", "Piriformis
syndrome", "Treatment", "Sciatica" ...) there are no chapters.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from index.aspect import Aspect
from ingest.outline.headings import HeadingFacts

_LEAST = 2
"""Conditions that must have a heading of their own."""

_UNTOLD = frozenset({None, Aspect.OTHER, Aspect.OVERVIEW, Aspect.COMPARISON})


def find_chapters(headings: Sequence[HeadingFacts]) -> tuple[range, ...]:
    """Return the places of the headings of each chapter, its name first; none where there is none.

    All headings up to the next name belong to a chapter; to the last one, those up to the last
    that tells what another chapter tells.
    """
    counts = Counter(heading.key for heading in headings)
    names = [
        place
        for place, heading in enumerate(headings)
        if heading.is_name and counts[heading.key] == 1
    ]
    if len(names) < _LEAST or any(heading.stated is not None for heading in headings):
        return ()
    *closed, last = (range(*ends) for ends in pairwise([*names, len(headings)]))
    told = Counter(aspect for chapter in closed for aspect in _told(headings, chapter))
    shared = [place for place in last if headings[place].aspect in told]
    if not shared or not all(_told(headings, chapter) for chapter in closed):
        return ()
    return (*closed, range(last.start, shared[-1] + 1))


def _told(headings: Sequence[HeadingFacts], chapter: range) -> set[Aspect]:
    """Return the aspects that the headings below the name of ``chapter`` tell."""
    inside = (headings[place].aspect for place in chapter[1:])
    return {aspect for aspect in inside if aspect is not None and aspect not in _UNTOLD}
