"""What an update does to the library, page by page, and the pages as they go into it.

A Gathering, the live generation and the spool enter; a Decision leaves, with the pages to write as
a stream. Used by the pipeline.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from index.document import Page
from index.library import Generation
from index.summary import PageSummary
from ingest.conditions.categories import Menu, category_of
from ingest.site import Agreement, agree
from ingest.telling.differences import SectionChanges, alike, section_changes
from ingest.telling.report import ChangedPage, PageLine, RenamedPage
from ingest.updating.gathering import Gathering, Waiting
from ingest.updating.plan import match_renamed
from ingest.updating.reading import PageFacts
from ingest.updating.spool import Spool


@dataclass(frozen=True, slots=True)
class Refiled:
    """A page of the library whose file is as it was, but that the site's menu lists elsewhere."""

    summary: PageSummary
    category: str | None


@dataclass(frozen=True, slots=True)
class Decision:
    """What is to be done, and what is to be told of it.

    Attributes:
        agreement: what the pages together state of the site.
        added, changed, renamed, removed: what the report says of them.
        unchanged: sources of pages that stay as they are.
        written: pages of the spool that go into the library.
        refiled: pages of the library that get another category.
        redirects: old slug -> new slug of renamed pages.
        categories: source -> the page's category, of all pages.
    """

    agreement: Agreement
    added: tuple[PageLine, ...]
    changed: tuple[ChangedPage, ...]
    renamed: tuple[RenamedPage, ...]
    removed: tuple[PageLine, ...]
    unchanged: tuple[str, ...]
    written: tuple[Waiting, ...]
    refiled: tuple[Refiled, ...]
    redirects: Mapping[str, str]
    categories: Mapping[str, str | None]

    @property
    def page_count(self) -> int:
        """How many pages are written."""
        return len(self.written) + len(self.refiled)


def decide(gathering: Gathering, live: Generation | None, spool: Spool) -> Decision:
    """Decide what becomes of every page."""
    agreement = agree({source: entry.site for source, entry in gathering.stated.items()})
    menu = Menu.of(agreement.facts.menu)
    new = [waiting for waiting in gathering.read if waiting.facts.source not in gathering.known]
    renames = _renames(new, gathering.gone, live, spool)
    added: list[PageLine] = []
    changed: list[ChangedPage] = []
    renamed: list[RenamedPage] = []
    written: list[Waiting] = []
    unchanged: list[str] = []
    for waiting in gathering.read:
        facts = waiting.facts
        old = gathering.known.get(facts.source) or renames.get(facts.source)
        before = live.page(old.slug) if live and old else None
        if old is None or before is None:
            added.append(_line(facts))
        else:
            after = filed(spool.page(waiting.place), menu)
            if before == after:
                unchanged.append(facts.source)
                continue
            sections = section_changes(before, after)
            if old.source == facts.source:
                changed.append(ChangedPage(_line(facts), sections))
            else:
                renamed.append(RenamedPage(_line(old), _line(facts), sections))
        written.append(waiting)
    categories = _categories(gathering, menu)
    refiled = _refiled(gathering, categories)
    moved = {entry.summary.source for entry in refiled}
    changed += [ChangedPage(_line(entry.summary), SectionChanges()) for entry in refiled]
    stayed = {summary.source for summary in (*gathering.unchanged, *gathering.kept)} - moved
    was_renamed = {old.source for old in renames.values()}
    return Decision(
        agreement=agreement,
        added=tuple(added),
        changed=tuple(sorted(changed, key=lambda entry: entry.page.source)),
        renamed=tuple(renamed),
        removed=tuple(_line(old) for old in gathering.gone if old.source not in was_renamed),
        unchanged=tuple(sorted({*unchanged, *stayed})),
        written=tuple(written),
        refiled=refiled,
        redirects={
            entry.before.slug: entry.page.slug
            for entry in renamed
            if entry.before.slug != entry.page.slug
        },
        categories=categories,
    )


def filed(page: Page, menu: Menu) -> Page:
    """Return ``page`` with the category that the ``menu`` gives it, unless it has its own."""
    category = _category(page.category, page, menu)
    return page if category == page.category else replace(page, category=category)


class Stream:
    """The pages that an update writes, read from where they wait each time they are asked for."""

    def __init__(self, decision: Decision, live: Generation | None, spool: Spool) -> None:
        """Prepare the pages of ``decision``."""
        self._decision = decision
        self._live = live
        self._spool = spool

    def __iter__(self) -> Iterator[Page]:
        """Yield each page."""
        menu = Menu.of(self._decision.agreement.facts.menu)
        for waiting in self._decision.written:
            yield filed(self._spool.page(waiting.place), menu)
        for entry in self._decision.refiled:
            page = self._live.page(entry.summary.slug) if self._live else None
            if page is not None:
                yield replace(page, category=entry.category)


def removed_slugs(decision: Decision) -> frozenset[str]:
    """Return the slugs that the library loses; one that another page has now is not lost."""
    old = {
        page.slug for page in (*decision.removed, *(renamed.before for renamed in decision.renamed))
    }
    return frozenset(old - {waiting.facts.slug for waiting in decision.written})


def _line(page: PageFacts | PageSummary) -> PageLine:
    return PageLine(page.source, page.slug, page.title)


def _renames(
    new: Sequence[Waiting],
    gone: Sequence[PageSummary],
    live: Generation | None,
    spool: Spool,
) -> dict[str, PageSummary]:
    places = {waiting.facts.source: waiting.place for waiting in new}

    def is_version(old: PageSummary, page: PageFacts) -> bool:
        before = live.page(old.slug) if live else None
        return before is not None and alike(before, spool.page(places[page.source]))

    return match_renamed([waiting.facts for waiting in new], gone, is_version)


def _refiled(gathering: Gathering, categories: Mapping[str, str | None]) -> tuple[Refiled, ...]:
    """Return the pages that were not read and that the menu files elsewhere than the library."""
    return tuple(
        Refiled(summary, categories[summary.source])
        for summary in (*gathering.unchanged, *gathering.kept)
        if categories[summary.source] != summary.category
    )


def _categories(gathering: Gathering, menu: Menu) -> dict[str, str | None]:
    pages: Iterator[PageFacts | PageSummary] = chain(
        (waiting.facts for waiting in gathering.read), gathering.unchanged, gathering.kept
    )
    return {
        page.source: _category(gathering.stated[page.source].category, page, menu) for page in pages
    }


def _category(own: str | None, page: Page | PageSummary | PageFacts, menu: Menu) -> str | None:
    """Return the page's own category, or the group of the menu that lists one of its names.

    Its title and its conditions, its other names, and the name of its file, which sites often
    take from the menu.
    """
    if own is not None:
        return own
    names = (page.title, *page.aliases, page.slug.replace("-", " "))
    categories = (category_of(name, page.conditions, menu) for name in names)
    return next((category for category in categories if category is not None), None)
