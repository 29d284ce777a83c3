"""A whole page, and one section or item of it by itself.

A Visit enters each view, an Answer leaves.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index.codec import page_to_json, section_to_json
from index.document import Page, Section
from index.passage import block_lines
from index.query import Query
from portal import linked_data, urls
from portal.answer import Answer, Json, Moved, NothingHereError, Visit
from portal.changes import changed_places
from portal.frame import UNNAMED
from portal.hits import aspect_link, condition_links
from portal.params import read_marks
from portal.places import Link, Place, next_of, places_of, previous_of
from portal.prose import Glossary, glossary_of
from portal.replies.search import PageTwinJson, SectionTwinJson

MENTIONS_LISTED = 12
"""Related pages named at the end of a page, as many as a visitor looks over."""

NAMES_ASKED = 3
"""Conditions of a page whose mentions elsewhere are looked for, each by one search."""

PASSAGES_ASKED = 30
"""Passages looked at for pages that mention another: they are on several pages, the best first."""

OUTLINE_DEPTH = 2
"""Levels of the on-this-page list: sections and their parts; deeper it would repeat the page."""


@dataclass(frozen=True, slots=True)
class PageModel:
    """A whole page; ``outline`` is its on-this-page list.

    ``compare_url`` leads to the comparison of its two conditions, and is empty if they are not two.
    ``mentions`` is what it names that has a page, ``mentioned_in`` the pages that name it.
    ``history_url`` is empty where nothing is known to have changed.
    """

    page: Page
    glossary: Glossary
    conditions: tuple[Link, ...]
    outline: tuple[Place, ...]
    compare_url: str
    mentions: tuple[Link, ...]
    mentioned_in: tuple[Link, ...]
    leaflet_url: str
    history_url: str
    feed_url: str


@dataclass(frozen=True, slots=True)
class SectionModel:
    """One place of a page with the way to what is around it; ``outline`` is the top sections.

    ``above`` leads down to it: the page and the sections that it lies in.
    """

    page: Page
    above: tuple[Link, ...]
    glossary: Glossary
    place: Place
    aspect: Link
    conditions: tuple[Link, ...]
    treatment: Link | None
    whole_url: str
    previous: Place | None
    next: Place | None
    outline: tuple[Place, ...]
    mentions: tuple[Link, ...]
    mentioned_in: tuple[Link, ...]
    leaflet_url: str
    history_url: str


def page(visit: Visit) -> Answer | Moved:
    """Show a whole page."""
    found = _page(visit)
    if isinstance(found, Moved):
        return found
    places = places_of(found)
    model = PageModel(
        page=found,
        glossary=glossary_of(found, read_marks(visit.parameters)),
        conditions=condition_links(condition.name for condition in found.conditions),
        outline=tuple(place for place in places if place.depth < OUTLINE_DEPTH),
        compare_url=_comparison(found),
        mentions=_mentioned(visit, found, found.sections),
        mentioned_in=_mentioned_in(visit, found),
        leaflet_url=urls.leaflet_choice_url(found.slug),
        history_url=_history(visit, found.slug),
        feed_url=urls.feed_url(found.slug),
    )
    url = urls.page_url(found.slug)

    def linked(site: str) -> Sequence[Json]:
        return (
            linked_data.page(site, found, _publisher(visit)),
            linked_data.breadcrumbs(site, (Link(found.title, url),)),
        )

    return Answer(
        "views/page.html",
        model,
        lambda: PageTwinJson(**page_to_json(found), url=url),
        url,
        linked=linked,
    )


def section(visit: Visit) -> Answer | Moved:
    """Show one section of a page, or one item that stands by itself."""
    anchor = visit.path["section"]
    found = _page(visit, anchor)
    if isinstance(found, Moved):
        return found
    places = places_of(found)
    at = next((at for at, place in enumerate(places) if place.section.anchor == anchor), None)
    if at is None:
        raise NothingHereError(f"The page “{found.title}” has no such section.")
    place = places[at]
    topic = place.section.topic
    marks = read_marks(visit.parameters)
    above = (Link(found.title, urls.page_url(found.slug)), *place.above)
    treatment = visit.catalogue.treatment_called(topic) if topic else None
    model = SectionModel(
        page=found,
        above=above,
        glossary=glossary_of(found, marks),
        place=place,
        aspect=aspect_link(place.section.aspect),
        conditions=condition_links(place.conditions),
        treatment=Link(treatment.label, treatment.url) if treatment else None,
        whole_url=urls.place_url(found.slug, anchor, marks),
        previous=previous_of(places, at),
        next=next_of(places, at),
        outline=tuple(place for place in places if place.depth == 0),
        mentions=_mentioned(visit, found, (place.section,)),
        mentioned_in=(),
        leaflet_url=urls.leaflet_url(((found.slug, anchor),)),
        history_url=_history(visit, found.slug, place.within),
    )

    def to_json() -> SectionTwinJson:
        return {
            "page": found.slug,
            "title": found.title,
            "url": place.url,
            **section_to_json(place.section),
        }

    def linked(site: str) -> Sequence[Json]:
        return (
            linked_data.section(site, found, place, _publisher(visit)),
            linked_data.breadcrumbs(site, (*above, place.link)),
        )

    return Answer("views/section.html", model, to_json, place.url, linked=linked)


def _comparison(page: Page) -> str:
    """Return the address of the comparison of the two conditions that ``page`` covers, if two."""
    slugs = [condition.slug for condition in page.conditions]
    return urls.compare_url(*slugs) if len(slugs) == len(("first", "second")) else ""


def _mentioned(visit: Visit, page: Page, sections: Iterable[Section]) -> tuple[Link, ...]:
    """Return what ``sections`` of ``page`` mention that has a page of its own."""
    text = "\n".join(
        line
        for section in sections
        for part in section.walk()
        for line in (part.heading, *block_lines(part.blocks))
    )
    own = (urls.page_url(page.slug), *(urls.condition_url(known.slug) for known in page.conditions))
    return visit.catalogue.directory.mentioned(text, except_for=own)[:MENTIONS_LISTED]


def _mentioned_in(visit: Visit, page: Page) -> tuple[Link, ...]:
    """Return the other pages that mention ``page`` or a condition it covers, by these names."""
    found: dict[str, Link] = {}
    for name in [known.name for known in page.conditions][:NAMES_ASKED] or [page.title]:
        results = visit.generation.search(
            Query(text=f'"{name}"', page_size=PASSAGES_ASKED, facets=())
        )
        for hit in () if results.dropped else results.hits:
            if hit.page != page.slug:
                found.setdefault(hit.page, Link(hit.title, urls.page_url(hit.page)))
    return tuple(found.values())[:MENTIONS_LISTED]


def _history(visit: Visit, page: str, anchor: str = "") -> str:
    """Return where it is told what changed there; "" where nothing is known to have changed."""
    changed = visit.catalogue.changed.get(lambda: changed_places(visit.generation))
    return urls.history_url(page, anchor) if (page, anchor) in changed else ""


def _publisher(visit: Visit) -> Json:
    site = visit.catalogue.site
    return linked_data.clinic(site, site.name or UNNAMED)


def _page(visit: Visit, anchor: str = "") -> Page | Moved:
    """Return the page asked for, or where it has gone since it was renamed."""
    slug = visit.path["page"]
    found = visit.generation.page(slug)
    if found is not None:
        return found
    present = visit.generation.redirect(slug)
    if present is None:
        raise NothingHereError("The library has no page of that name.")
    return Moved(urls.page_url(present, anchor))
