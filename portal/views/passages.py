"""All that is said about one condition, one subject or one treatment, across pages.

A Visit enters each view, an Answer leaves; the passages come from one or two browsing searches.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from index.aspect import Aspect
from index.document import Condition
from index.query import Filters, Query
from index.results import Hit, Results
from index.text import slugify
from portal import linked_data, urls
from portal.answer import Answer, Moved, NothingHereError, Visit
from portal.catalogue import ConditionEntry
from portal.hits import HitGroup, aspect_link, grouped, hit_to_json
from portal.pager import Pager, pager_of
from portal.params import read_page, within
from portal.places import Link
from portal.replies.search import (
    AspectPassagesJson,
    ConditionPassagesJson,
    PassagesJson,
    TreatmentPassagesJson,
)

LISTED = 100
"""Passages listed on a page: all of nearly every condition and treatment, and still a page that
a phone loads at once."""

LISTED_OF_ASPECT = 40
"""Passages of a subject on a page, some 20 screens of a phone: of these there are always more."""


@dataclass(frozen=True, slots=True)
class AspectGroup:
    """What is said under one aspect, by page."""

    aspect: Aspect
    groups: tuple[HitGroup, ...]


@dataclass(frozen=True, slots=True)
class ConditionModel:
    """All about one condition, in the order of the aspects."""

    condition: ConditionEntry
    pages: tuple[Link, ...]
    aspects: tuple[AspectGroup, ...]
    total: int
    search_url: str
    compare_url: str
    pager: Pager


@dataclass(frozen=True, slots=True)
class AspectModel:
    """All that is said under one aspect, by page."""

    aspect: Aspect
    groups: tuple[HitGroup, ...]
    total: int
    search_url: str
    pager: Pager


@dataclass(frozen=True, slots=True)
class TreatmentModel:
    """All about one treatment: the passages about it, and those that mention it elsewhere.

    ``cut`` tells that there are more than are listed.
    """

    label: str
    about: tuple[HitGroup, ...]
    mentions: tuple[HitGroup, ...]
    cut: bool
    search_url: str


def condition(visit: Visit) -> Answer | Moved:
    """Show all about a condition; an abbreviation leads to the condition it stands for."""
    slug = visit.path["condition"]
    entry = visit.catalogue.conditions.get(slug)
    if entry is None:
        return _abbreviated(visit, slug)
    results = _browse(visit, Filters(condition=(slug,)))
    url = urls.condition_url(slug)
    own = Link(entry.label, url)
    by_aspect = [
        AspectGroup(aspect, grouped(said, LISTED, told=(aspect_link(aspect), own)))
        for aspect in Aspect
        if (said := [hit for hit in results.hits if hit.aspect is aspect])
    ]
    model = ConditionModel(
        condition=entry,
        pages=tuple(Link(page.title, urls.page_url(page.slug)) for page in entry.pages),
        aspects=tuple(by_aspect),
        total=results.total,
        search_url=urls.search_url(Query(filters=results.query.filters)),
        compare_url=urls.choice_url(slug) if len(visit.catalogue.conditions) > 1 else "",
        pager=pager_of(results, lambda page: urls.paged(url, page)),
    )

    def to_json() -> ConditionPassagesJson:
        return {
            "condition": entry.label,
            "abbreviations": list(entry.abbreviations),
            **_passages(results),
        }

    answer = _answer("views/condition.html", model, to_json, results, url)
    known = Condition(entry.label, entry.abbreviations)
    return replace(
        answer,
        linked=lambda site: (
            {"@context": linked_data.CONTEXT, **linked_data.condition(site, known)},
            linked_data.breadcrumbs(site, (Link("Conditions", urls.CONDITIONS), own)),
        ),
    )


def aspect(visit: Visit) -> Answer | Moved:
    """Show all that is said under an aspect; its label as a slug leads to it too."""
    slug = visit.path["aspect"]
    found = next((known for known in Aspect if known.value == slug), None)
    if found is None:
        labelled = [known for known in Aspect if slugify(known.label) == slug]
        if labelled:
            return Moved(urls.aspect_url(labelled[0]))
        raise NothingHereError("No subject has that name.")
    results = _browse(visit, Filters(aspect=(found.value,)), LISTED_OF_ASPECT)
    url = urls.aspect_url(found)
    model = AspectModel(
        aspect=found,
        groups=grouped(results.hits, LISTED_OF_ASPECT, told=(aspect_link(found),)),
        total=results.total,
        search_url=urls.search_url(Query(filters=results.query.filters)),
        pager=pager_of(results, lambda page: urls.paged(url, page)),
    )

    def to_json() -> AspectPassagesJson:
        return {"aspect": found.value, "label": found.label, **_passages(results)}

    return _answer("views/aspect.html", model, to_json, results, url)


def treatment(visit: Visit) -> Answer:
    """Show all about a treatment, or all that mentions any other term."""
    slug = visit.path["treatment"]
    entry = visit.catalogue.treatments.get(slug)
    label = entry.label if entry else slug.replace("-", " ")
    about: tuple[Hit, ...] = ()
    cut = False
    if entry:
        own = visit.generation.search(
            Query(filters=Filters(topic=(slug,)), page_size=LISTED, facets=())
        )
        about, cut = own.hits, own.total > LISTED
    found = visit.generation.search(Query(text=f'"{label}"', page_size=LISTED, facets=()))
    shown = {(hit.page, hit.anchor) for hit in about}
    # With a word left out it would no longer be this term that was found.
    named = () if found.dropped else found.hits
    mentions = tuple(hit for hit in named if (hit.page, hit.anchor) not in shown)
    if not about and not mentions:
        raise NothingHereError(f"No passage mentions “{label}”.")
    model = TreatmentModel(
        label=label,
        about=grouped(about, LISTED),
        mentions=grouped(mentions, LISTED),
        cut=cut or bool(mentions and found.total > LISTED),
        search_url=urls.words_url(label),
    )
    return Answer(
        "views/treatment.html",
        model,
        lambda: TreatmentPassagesJson(
            treatment=label,
            about=[hit_to_json(hit) for hit in about],
            mentions=[hit_to_json(hit) for hit in mentions],
        ),
        urls.treatment_url(slug),
    )


def _abbreviated(visit: Visit, slug: str) -> Moved:
    meant = [
        entry
        for entry in visit.catalogue.conditions.values()
        if slug in map(slugify, entry.abbreviations)
    ]
    if len(meant) != 1:
        raise NothingHereError("No page covers a condition of that name.")
    return Moved(meant[0].url)


def _browse(visit: Visit, filters: Filters, listed: int = LISTED) -> Results:
    page = read_page(visit.parameters)
    query = Query(filters=filters, page=page, page_size=listed, facets=())
    results = visit.generation.search(query)
    reachable = within(query, results.page_count)
    return results if reachable == query else visit.generation.search(reachable)


def _passages(results: Results) -> PassagesJson:
    return {
        "total": results.total,
        "pages": results.page_count,
        "page": results.query.page,
        "passages": [hit_to_json(hit) for hit in results.hits],
    }


def _answer(
    template: str,
    model: object,
    to_json: Callable[[], Mapping[str, object]],
    results: Results,
    url: str,
) -> Answer:
    return Answer(template, model, to_json, urls.paged(url, results.query.page))
