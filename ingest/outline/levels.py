"""Which heading stands below which.

HeadingFacts of one page enter, in page order; one depth each (1 is the top) leaves. Used by
`ingest.outline.tree`.

Levels that a format states are kept, skipped ones closed up. Where it states none, what the rules
say of each heading (`ingest.outline.rules`) is weighed with how it looks beside the headings above
it, by a model fitted on labelled pages (`ingest.outline.level_model`). Where it states some, as
pages do that underline only their larger headings, the rules alone decide, statements first. Pages
made of chapters (`ingest.outline.chapters`) are weighed chapter by chapter.
"""

from collections.abc import Sequence

from ingest.outline.chapters import find_chapters
from ingest.outline.headings import HeadingFacts
from ingest.outline.level_model import load_level_model
from ingest.outline.rules import ruled_depths


def depths(headings: Sequence[HeadingFacts]) -> tuple[int, ...]:
    """Return each heading's depth, 1 for the top, at most one deeper than the one before it."""
    if any(heading.stated is not None for heading in headings):
        return ruled_depths(headings)
    chapters = find_chapters(headings)
    return _of_chapters(headings, chapters) if chapters else _weighed(headings)


def _weighed(headings: Sequence[HeadingFacts]) -> tuple[int, ...]:
    return load_level_model().depths(headings, ruled_depths(headings))


def _of_chapters(headings: Sequence[HeadingFacts], chapters: Sequence[range]) -> tuple[int, ...]:
    """Return the depths of chapters' names and the headings around them, and below each name."""
    depths = dict.fromkeys((chapter.start for chapter in chapters), 1)
    for chapter in chapters:
        inside = chapter[1:]
        within = _weighed([headings[place] for place in inside])
        depths |= {place: 1 + depth for place, depth in zip(inside, within, strict=True)}
    around = [place for place in range(len(headings)) if place not in depths]
    before = [place for place in around if place < chapters[0].start]
    after = [place for place in around if place >= chapters[0].start]
    for run in (before, after):
        within = _weighed([headings[place] for place in run])
        depths |= dict(zip(run, within, strict=True))
    return tuple(depths[place] for place in range(len(headings)))


def closed_up(levels: Sequence[int]) -> tuple[int, ...]:
    """Return stated levels as depths, skipped ones closed up (2, 4, 4, 2 -> 1, 2, 2, 1)."""
    path: list[int] = []
    result: list[int] = []
    for level in levels:
        while path and path[-1] >= level:
            path.pop()
        path.append(level)
        result.append(len(path))
    return tuple(result)
