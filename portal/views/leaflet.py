"""A leaflet of chosen sections, to print or to send: the address holds the choice.

A Visit enters, an Answer leaves. Sections are chosen by ticking them, in a plain form; what is not
on a page chosen so far is found by searching on the same page.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from index.codec import section_to_json
from index.document import Page
from index.query import Query
from portal import urls
from portal.answer import Answer, Visit
from portal.params import MAX_VALUE_CHARACTERS, read_text
from portal.places import Place, places_of
from portal.prose import Glossary, glossary_of

MOST_SECTIONS = 30
"""Sections of a leaflet; more is a brochure, and the address would outgrow what mail programs take
(2,000 characters at some 60 a section)."""

FOUND_LISTED = 10
"""Passages offered for some words: what fits a screen below the box."""

OFFERED_DEPTH = 2
"""Levels of a page that are offered to tick; whoever wants a part of a part finds it by searching,
and what is chosen is always offered."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One place that can be ticked; ``value`` is what the form sends."""

    value: str
    label: str
    depth: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class PageChoices:
    """The places of one page that can be ticked."""

    title: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the leaflet has of one page; ``glossary`` explains its abbreviations."""

    page: Page
    url: str
    glossary: Glossary
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class LeafletModel:
    """A leaflet and the form that changes it.

    ``missing`` counts chosen sections that are not in the library (any more); ``text`` is what was
    searched for to add, and ``found`` what that found.
    """

    sheets: tuple[Sheet, ...]
    offered: tuple[PageChoices, ...]
    text: str
    found: tuple[PageChoices, ...]
    missing: int
    full: bool
    url: str


def show(visit: Visit) -> Answer:
    """Show the leaflet that the address asks for."""
    wanted = tuple(dict.fromkeys(_wanted(visit)))
    asked = visit.parameters.get("page", "")[:MAX_VALUE_CHARACTERS]
    slugs = dict.fromkeys((*(page for page, _ in wanted), *((asked,) if asked else ())))
    pages = [page for slug in slugs if (page := visit.generation.page(slug))]
    sheets = tuple(sheet for page in pages if (sheet := _sheet(page, wanted)).places)
    chosen = [(sheet.page.slug, place.section.anchor) for sheet in sheets for place in sheet.places]
    text = read_text(visit.parameters.get("q", ""))
    url = urls.leaflet_url(chosen)
    known = {(page.slug, place.section.anchor) for page in pages for place in places_of(page)}
    offered = tuple(_offered(page, frozenset(wanted)) for page in pages)
    model = LeafletModel(
        sheets=sheets,
        offered=offered,
        text=text,
        found=_found(visit, text, offered) if text else (),
        missing=len(set(wanted) - known),
        full=len(wanted) == MOST_SECTIONS,
        url=url,
    )
    return Answer(
        "views/leaflet.html",
        model,
        lambda: {
            "url": url,
            "missing": model.missing,
            "sections": [
                {
                    "page": sheet.page.slug,
                    "title": sheet.page.title,
                    "url": place.url,
                    **section_to_json(place.section),
                }
                for sheet in sheets
                for place in sheet.places
            ],
        },
        url,
        indexed=False,
    )


def _wanted(visit: Visit) -> Iterator[tuple[str, str]]:
    """Yield page and anchor of each section chosen; what is neither is left out."""
    for raw in visit.parameters.getlist("s")[:MOST_SECTIONS]:
        page, slash, anchor = raw[: 2 * MAX_VALUE_CHARACTERS].partition("/")
        if page and slash and anchor:
            yield page, anchor


def _sheet(page: Page, wanted: Iterable[tuple[str, str]]) -> Sheet:
    """Return what is chosen of ``page``, in page order; what lies in another chosen part, once."""
    anchors = {anchor for slug, anchor in wanted if slug == page.slug}
    places = places_of(page)
    chosen = {place.url for place in places if place.section.anchor in anchors}
    return Sheet(
        page=page,
        url=urls.page_url(page.slug),
        glossary=glossary_of(page),
        places=tuple(
            place
            for place in places
            if place.url in chosen and not any(link.url in chosen for link in place.above)
        ),
    )


def _offered(page: Page, wanted: frozenset[tuple[str, str]]) -> PageChoices:
    return PageChoices(
        page.title,
        tuple(
            Choice(
                f"{page.slug}/{place.section.anchor}", place.section.title, place.depth, is_chosen
            )
            for place in places_of(page)
            for is_chosen in ((page.slug, place.section.anchor) in wanted,)
            if place.depth < OFFERED_DEPTH or is_chosen
        ),
    )


def _found(visit: Visit, text: str, offered: Iterable[PageChoices]) -> tuple[PageChoices, ...]:
    """Return what ``text`` finds, page by page, but for what is offered anyway."""
    known = {choice.value for page in offered for choice in page.choices}
    by_page: dict[str, list[Choice]] = {}
    for hit in visit.generation.search(Query(text=text, page_size=FOUND_LISTED, facets=())).hits:
        value = f"{hit.page}/{hit.anchor}"
        if value not in known:
            label = " › ".join(hit.breadcrumb)
            by_page.setdefault(hit.title, []).append(Choice(value, label, 0, chosen=False))
    return tuple(PageChoices(title, tuple(choices)) for title, choices in by_page.items())
