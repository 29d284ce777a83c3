"""What changed, as feeds that readers follow.

A Visit and the site's public address enter, the text of an Atom feed leaves.
"""

from index.history import Edition, History, SectionChange
from portal import urls
from portal.answer import Moved, NothingHereError, Visit
from portal.changes import KINDS, by_page
from portal.feeds import FeedEntry, feed
from portal.frame import frame_of
from portal.views.history import names_of, scope_of

FEED_ENTRIES = 50
"""Entries of a feed; readers that look in once a week miss nothing."""


def library(visit: Visit, site: str) -> str:
    """Return the Atom feed of all that changes, an entry a page and edition, newest first."""
    title = f"What changed on {frame_of(visit.catalogue).name}"
    return _feed(visit, site, visit.generation.history(), title, (urls.HISTORY, urls.FEED))


def page(visit: Visit, site: str) -> str:
    """Return the Atom feed of one page."""
    slug = visit.path["page"]
    scope = scope_of(visit, slug)
    if isinstance(scope, Moved):
        raise NothingHereError("The page has another name now; so has its feed.")
    history = visit.generation.history().of_page(names_of(visit, slug))
    return _feed(visit, site, history, scope.title, (scope.url, urls.feed_url(slug)))


def _feed(visit: Visit, site: str, history: History, title: str, addresses: tuple[str, str]) -> str:
    entries = (
        _entry(edition, slug, changes)
        for edition in history.editions
        for slug, changes in by_page(edition)
    )
    newest = [entry for _, entry in zip(range(FEED_ENTRIES), entries, strict=False)]
    about, own = addresses
    return feed(
        site,
        title=title,
        about=about,
        own=own,
        author=frame_of(visit.catalogue).name,
        updated=newest[0].updated if newest else visit.generation.info.created,
        entries=newest,
    )


def _entry(edition: Edition, slug: str, changes: tuple[SectionChange, ...]) -> FeedEntry:
    lines = [f"{KINDS[change.kind]}: {' › '.join(change.path)}" for change in changes]
    return FeedEntry(
        key=f"{slug}/{edition.number}",
        title=changes[0].title,
        url=f"{urls.history_url(slug)}#edition-{edition.number}",
        updated=edition.created,
        summary="\n".join(lines),
    )
