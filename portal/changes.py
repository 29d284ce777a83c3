"""Editions of the library as visitors see them: page by page, with the words that went and came.

An Edition and the Generation that is live enter, an EditionView leaves. Used by the views of the
history.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from index.history import ChangeKind, Edition, SectionChange
from index.library import Generation
from portal import urls
from portal.replies.extras import EditionJson
from portal.wording import Rewording, rewordings

PAGES_LISTED = 50
"""Pages named of one edition; the JSON twin names all."""

CHANGES_LISTED = 6
"""Sections named of one page in the history of the whole library; the page's own names all."""

KINDS = {
    ChangeKind.ADDED: "Added",
    ChangeKind.CHANGED: "Changed",
    ChangeKind.REMOVED: "Removed",
}
"""What visitors read of each kind of change."""


@dataclass(frozen=True, slots=True)
class ChangeView:
    """A section that changed: how, where it is (nowhere once it is gone), and in which words."""

    kind: str
    label: str
    url: str
    path: str
    told: bool
    rewordings: tuple[Rewording, ...]


@dataclass(frozen=True, slots=True)
class PageChanges:
    """What one edition changed on one page; ``url`` leads to the page's own history.

    ``more`` counts the changes that are only listed there.
    """

    title: str
    url: str
    changes: tuple[ChangeView, ...]
    more: int


@dataclass(frozen=True, slots=True)
class EditionView:
    """One edition as lists show it."""

    number: int
    created: datetime
    anew: bool
    left_out: int
    pages: tuple[PageChanges, ...]
    more_pages: int


def edition_to_json(edition: Edition) -> EditionJson:
    """Return an edition as JSON values."""
    return {
        "generation": edition.number,
        "created": edition.created.isoformat(),
        "anew": edition.anew,
        "left_out": edition.left_out,
        "changes": [
            {
                "page": change.page,
                "title": change.title,
                "anchor": change.anchor,
                "path": list(change.path),
                "kind": change.kind.value,
                "before": list(change.before),
                "after": list(change.after),
                "told": change.told,
            }
            for change in edition.changes
        ],
    }


def edition_view(generation: Generation, edition: Edition, *, worded: bool) -> EditionView:
    """Return ``edition`` as lists show it, with its old and new words if ``worded``."""
    pages = list(by_page(edition))
    return EditionView(
        number=edition.number,
        created=edition.created,
        anew=edition.anew,
        left_out=edition.left_out,
        pages=tuple(
            _page_changes(generation, slug, changes, worded=worded)
            for slug, changes in pages[:PAGES_LISTED]
        ),
        more_pages=max(0, len(pages) - PAGES_LISTED),
    )


def changed_places(generation: Generation) -> frozenset[tuple[str, str]]:
    """Return page and anchor of every place that the history tells something of.

    By the slugs that pages have now; a page as a whole has the anchor "".
    """
    changes = [change for edition in generation.history().editions for change in edition.changes]
    now = {slug: generation.redirect(slug) or slug for slug in {one.page for one in changes}}
    return frozenset((now[one.page], anchor) for one in changes for anchor in ("", one.anchor))


def by_page(edition: Edition) -> Iterator[tuple[str, tuple[SectionChange, ...]]]:
    """Yield what ``edition`` changed page by page, each with the slug it had then."""
    for slug, changes in groupby(edition.changes, key=lambda change: change.page):
        yield slug, tuple(changes)


def _page_changes(
    generation: Generation, slug: str, changes: tuple[SectionChange, ...], *, worded: bool
) -> PageChanges:
    """Return what changed on the page then called ``slug``; links lead to where it is now."""
    now = generation.redirect(slug) or slug
    present = generation.page(now)
    anchors = {one.anchor for one in present.walk()} if present else set()
    listed = changes if worded else changes[:CHANGES_LISTED]
    return PageChanges(
        title=changes[0].title,
        url=urls.history_url(now),
        changes=tuple(
            ChangeView(
                kind=change.kind.value,
                label=KINDS[change.kind],
                url=urls.page_url(now, change.anchor) if change.anchor in anchors else "",
                path=" › ".join(change.path),
                told=change.told,
                rewordings=rewordings(change.before, change.after) if worded else (),
            )
            for change in listed
        ),
        more=len(changes) - len(listed),
    )
