"""Labelled pages to what is known of their headings, and the levels they have in truth.

LabelledPages enter, HeadedPages leave. For the training of the level model only.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks.line_model.pages import LabelledPage
from ingest.conditions.titles import title_names
from ingest.formats.text.assembly import assemble
from ingest.formats.text.regions import Reading
from ingest.outline.facts import facts_of, part_at_headings
from ingest.outline.headings import HeadingFacts
from ingest.outline.parts import with_missed_headings
from ingest.outline.rules import ruled_depths


@dataclass(frozen=True, slots=True)
class HeadedPage:
    """The headings of one page in one dialect.

    Attributes:
        site: The registered domain, so that folds never part a site.
        split: The part of the collection that the page belongs to.
        dialect: The renderer that made the dump.
        headings: What is known of each heading.
        ruled: The depths that the rules give them.
        levels: The levels that the page's HTML gives them, 1 to 6; 0 for a line that is none.
    """

    site: str
    split: str
    dialect: str
    headings: tuple[HeadingFacts, ...]
    ruled: tuple[int, ...]
    levels: tuple[int, ...]


def headed_pages(pages: Sequence[LabelledPage]) -> Iterator[HeadedPage]:
    """Yield the pages that have headings, read as their labels say."""
    for page in pages:
        extract = assemble(page.lines, _readings(page), None)
        names = title_names(page.title)
        content = with_missed_headings(extract.content, names)
        above, headed = part_at_headings(content)
        facts = facts_of(headed, (*extract.before, *above), names, frozenset())
        if facts:
            level_at = {
                line.first: level for line, level in zip(page.lines, page.levels, strict=True)
            }
            yield HeadedPage(
                site=page.site,
                split=page.split,
                dialect=page.dialect,
                headings=facts,
                ruled=ruled_depths(facts),
                levels=tuple(level_at.get(heading.lines.first, 0) for heading, _ in headed),
            )


def _readings(page: LabelledPage) -> list[Reading]:
    """Return what the labels make of each line; the title is no heading of the content."""
    return [
        Reading.FURNITURE if title or not content else Reading.HEADING if heading else Reading.BODY
        for content, heading, title in zip(page.content, page.heading, page.titles, strict=True)
    ]
