"""What is known of a library without reading its pages: a line a page, and facts of the whole.

Pure data, read from a generation's manifest. May be imported by anyone.
"""

from dataclasses import dataclass
from datetime import datetime

from index.document import Condition, Page


@dataclass(frozen=True, slots=True)
class PageSummary:
    """What lists and updates need of a page; each field as in Page."""

    slug: str
    title: str
    source: str
    content_hash: str
    aliases: tuple[str, ...]
    category: str | None
    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class GenerationInfo:
    """One generation as a whole; ``created`` is in UTC, ``engine`` a name in ENGINES.

    ``number`` grows with every generation of a library and is never used again.
    """

    number: int
    created: datetime
    page_count: int
    passage_count: int
    engine: str


def summarise(page: Page) -> PageSummary:
    """Return the summary of ``page``."""
    return PageSummary(
        slug=page.slug,
        title=page.title,
        source=page.source,
        content_hash=page.content_hash,
        aliases=page.aliases,
        category=page.category,
        conditions=page.conditions,
    )
