"""What changed at which ingest: of the whole library, of a page, of a section.

A Visit enters each view, an Answer leaves. The words come from the library's history; nothing is
said of what was before it began.
"""

from dataclasses import dataclass
from datetime import datetime

from index.history import History
from portal import urls
from portal.answer import Answer, Moved, NothingHereError, Visit
from portal.changes import EditionView, edition_to_json, edition_view
from portal.pager import Pager, pager_over
from portal.params import read_page
from portal.places import Link

EDITIONS_LISTED = 10
"""Editions on a page of the history: more than a clinic makes in a month."""


@dataclass(frozen=True, slots=True)
class HistoryModel:
    """A history: of the library, or of the page, and the section in it, that ``above`` links.

    ``worded`` tells that old and new words are shown; ``since`` when the history begins.
    """

    title: str
    above: tuple[Link, ...]
    editions: tuple[EditionView, ...]
    since: datetime | None
    feed_url: str
    worded: bool
    pager: Pager


def library(visit: Visit) -> Answer:
    """Show what changed in the whole library, page by page; the words are a click away."""
    return _answer(visit, visit.generation.history(), Scope("What changed", urls.HISTORY))


def page(visit: Visit) -> Answer | Moved:
    """Show what changed on one page, in old and new words."""
    slug = visit.path["page"]
    scope = scope_of(visit, slug)
    if isinstance(scope, Moved):
        return scope
    return _answer(visit, visit.generation.history().of_page(names_of(visit, slug)), scope)


def section(visit: Visit) -> Answer | Moved:
    """Show what changed in one section."""
    slug, anchor = visit.path["page"], visit.path["section"]
    scope = scope_of(visit, slug, anchor)
    if isinstance(scope, Moved):
        return scope
    return _answer(visit, visit.generation.history().of_page(names_of(visit, slug), anchor), scope)


@dataclass(frozen=True, slots=True)
class Scope:
    """What a history is of."""

    title: str
    url: str
    page: Link | None = None
    section: Link | None = None
    feed_url: str = urls.FEED


def scope_of(visit: Visit, slug: str, anchor: str = "") -> Scope | Moved:
    """Return the page, or section, whose history is asked for; it may be gone but remembered."""
    present = visit.generation.redirect(slug)
    if present is not None and visit.generation.page(slug) is None:
        return Moved(urls.history_url(present, anchor))
    history = visit.generation.history().of_page((slug,), anchor)
    newest = history.editions[0].changes[-1] if history.editions else None
    found = visit.generation.page(slug)
    if found is None and newest is None:
        raise NothingHereError("The library has no page of that name, and remembers none.")
    title = found.title if found else newest.title if newest else slug
    whole = Link(title, urls.page_url(slug) if found else "")
    if not anchor:
        return Scope(
            f"What changed in {title}", urls.history_url(slug), whole, None, urls.feed_url(slug)
        )
    known = next((one for one in found.walk() if one.anchor == anchor), None) if found else None
    if known is None and newest is None:
        raise NothingHereError(f"The page “{title}” has no such section, and none is remembered.")
    heading = known.title if known else " › ".join(newest.path if newest else (anchor,))
    return Scope(
        title=f"What changed in {heading}",
        url=urls.history_url(slug, anchor),
        page=whole,
        section=Link(heading, urls.page_url(slug, anchor) if known else ""),
        feed_url=urls.feed_url(slug),
    )


def names_of(visit: Visit, slug: str) -> set[str]:
    """Return every slug the page called ``slug`` has had."""
    known = visit.generation.history().pages()
    return {slug, *(old for old in known if visit.generation.redirect(old) == slug)}


def _answer(visit: Visit, history: History, scope: Scope) -> Answer:
    number = min(read_page(visit.parameters), pages_of(len(history.editions)))
    first = (number - 1) * EDITIONS_LISTED
    shown = history.editions[first : first + EDITIONS_LISTED]
    worded = scope.page is not None
    model = HistoryModel(
        title=scope.title,
        above=tuple(link for link in (scope.page, scope.section) if link),
        editions=tuple(edition_view(visit.generation, edition, worded=worded) for edition in shown),
        since=visit.generation.history().since,
        feed_url=scope.feed_url,
        worded=worded,
        pager=pager_over(
            len(history.editions), number, EDITIONS_LISTED, lambda page: urls.paged(scope.url, page)
        ),
    )
    return Answer(
        "views/history.html",
        model,
        lambda: {
            "title": scope.title,
            "since": model.since.isoformat() if model.since else None,
            "pages": model.pager.pages,
            "page": number,
            "editions": [edition_to_json(edition) for edition in shown],
        },
        urls.paged(scope.url, number),
        indexed=False,
    )


def pages_of(editions: int) -> int:
    """Return how many pages of the history so many editions fill, at least 1."""
    return max(1, -(-editions // EDITIONS_LISTED))
