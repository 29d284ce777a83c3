"""Which heading stands below which.

HeadingFacts of one page enter, in page order; one depth each (1 is the top) leaves. Used by
`ingest.outline.tree`.

Levels that a format states are kept. Where it states none, what the rules say of each heading
(`ingest.outline.rules`) is weighed with how it looks beside the headings above it, by a model
fitted on labelled pages (`ingest.outline.level_model`). Where it states some, as pages do that
underline only their larger headings, the rules alone decide, statements first.
"""

from collections.abc import Sequence

from ingest.outline.headings import HeadingFacts
from ingest.outline.level_model import load_level_model
from ingest.outline.rules import ruled_depths


def depths(headings: Sequence[HeadingFacts]) -> tuple[int, ...]:
    """Return each heading's depth, 1 for the top, at most one deeper than the one before it."""
    stated = [heading.stated for heading in headings if heading.stated is not None]
    if len(stated) == len(headings):
        return _closed_up(stated)
    ruled = ruled_depths(headings)
    return ruled if stated else load_level_model().depths(headings, ruled)


def _closed_up(levels: Sequence[int]) -> tuple[int, ...]:
    """Return stated levels as depths, skipped ones closed up (2, 4, 4, 2 -> 1, 2, 2, 1)."""
    path: list[int] = []
    result: list[int] = []
    for level in levels:
        while path and path[-1] >= level:
            path.pop()
        path.append(level)
        result.append(len(path))
    return tuple(result)
