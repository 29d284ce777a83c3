"""The results page, its JSON twin and the suggestions while typing.

A Visit enters; an Answer leaves. The JSON's shape is a promise to other programs: see
docs/decisions/0004-portal.md.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from index.explanation import Means
from index.query import Facet, Filters, Order, Query
from index.results import Results, Suggestion, Worded
from index.text import slugify
from index.words import TALK_WORDS
from portal import urls
from portal.answer import Answer, Visit
from portal.catalogue import Catalogue, Entry
from portal.contact import NO_CONTACT, Contact, contact_asked, contact_to_json
from portal.explained import MEANS, ExplainedHit, explain, explanations_to_json
from portal.facets import LISTED_VALUES, Chip, FacetView, chips, facet_choices, facet_views
from portal.hits import HitGroup, grouped, hit_to_json, without_snippet
from portal.pager import Pager, pager_of
from portal.params import read_query, read_text, within
from portal.places import Link
from portal.quotes import Quote, quotable, quote_of
from portal.relaxations import Relaxation, relaxations
from portal.replies.search import SearchJson, SuggestionJson

SUGGESTION_SECONDS = 60
"""How long a browser may keep them: whoever deletes a letter and types it again asks nobody."""

SUGGESTIONS = 8
"""Completions offered at once: what shows above a phone's keyboard, scrolling a little."""


ORDER_LABELS = {Order.BEST: "best match", Order.TITLE: "page title"}
"""What visitors read of each way to sort."""


@dataclass(frozen=True, slots=True)
class OrderView:
    """One way to sort: ``url`` is the same search sorted so."""

    value: str
    label: str
    url: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class SearchModel:
    """A results page.

    ``narrowable`` tells whether any choice of filters finds something; ``relaxations`` are less
    strict searches where this one finds nothing; ``searched_for`` is what was searched for instead
    of a misspelling, if anything was; ``contact`` is what was asked for of the clinic itself;
    ``explained`` is why each hit stands where it does, where that was asked for, ``means`` what
    people read of each means.
    """

    query: Query
    total: int
    quote: Quote | None
    groups: tuple[HitGroup, ...]
    facets: tuple[FacetView, ...]
    chips: tuple[Chip, ...]
    clear_url: str
    corrections: tuple[Link, ...]
    dropped: tuple[str, ...]
    searched_for: str
    worded: tuple[Worded, ...]
    pager: Pager
    narrowable: bool
    orders: tuple[OrderView, ...]
    relaxations: tuple[Relaxation, ...]
    absent: tuple[str, ...]
    contact: Contact
    aspects: tuple[Entry, ...]
    explained: tuple[ExplainedHit, ...]
    means: Mapping[Means, str]


def show(visit: Visit) -> Answer:
    """Answer a search."""
    results = _results(visit)
    url = urls.search_url(results.query)
    explained = explain(visit, results)
    return Answer(
        template="views/search.html",
        model=_model(visit, results, explained),
        json=lambda: results_to_json(results, explained, _contact(visit, results)),
        canonical=url,
        indexed=False,
        searched=results,
    )


def suggest(request: Request) -> Response:
    """Complete what a visitor is typing: a JSON list of texts and where each leads."""
    generation, catalogue = request.app.state.shelf.open()
    prefix = read_text(request.query_params.get("q", ""))
    found = generation.suggest(prefix, SUGGESTIONS) if prefix else ()
    offered: list[SuggestionJson] = [
        {"text": one.text, "kind": one.kind, "url": _leads_to(one, catalogue)} for one in found
    ]
    caching = f"private, max-age={SUGGESTION_SECONDS}"
    return JSONResponse(offered, headers={"cache-control": caching})


def results_to_json(
    results: Results, explained: Sequence[ExplainedHit] = (), contact: Contact = NO_CONTACT
) -> SearchJson:
    """Return ``results`` as JSON values, the keys in reading order."""
    answer: SearchJson = {
        "query": results.query.text,
        "total": results.total,
        "pages": results.page_count,
        "page": results.query.page,
        "hits": [hit_to_json(hit) for hit in results.hits],
        "facets": {
            facet.value: [
                {
                    "value": value.value,
                    "label": value.label,
                    "count": value.count,
                    "selected": value.selected,
                    "url": value.url,
                }
                for value in facet_choices(results, facet)
            ]
            for facet in Facet
        },
        "corrections": list(filter(None, (results.searched_for, *results.corrections))),
    }
    if results.dropped and results.hits:
        answer["left_out"] = list(results.dropped)
    if contact:
        answer["contact"] = contact_to_json(contact)
    if explained:
        answer["explanations"] = explanations_to_json(explained)
    return answer


def _leads_to(suggestion: Suggestion, catalogue: Catalogue) -> str:
    """Return where a suggestion leads: its page or section, its condition, or a search for it."""
    if suggestion.page:
        return urls.page_url(suggestion.page, suggestion.anchor)
    entry = catalogue.conditions.get(slugify(suggestion.text))
    return entry.url if entry else urls.words_url(suggestion.text)


def _results(visit: Visit) -> Results:
    """Return the results asked for; a page beyond the last is brought down to the last.

    A page offers the commonest values of a facet only, and so no others are counted for it.
    """
    values = None if visit.for_program else LISTED_VALUES
    query = replace(read_query(visit.parameters), facet_values=values)
    results = visit.generation.search(query)
    reachable = within(query, results.page_count)
    return results if reachable == query else visit.generation.search(reachable)


def _model(visit: Visit, results: Results, explained: tuple[ExplainedHit, ...]) -> SearchModel:
    query, views = results.query, facet_views(results)
    quote, groups = _quote(visit, results), grouped(results.hits)
    return SearchModel(
        query=query,
        total=results.total,
        quote=quote,
        groups=without_snippet(groups, quote.hit.url) if quote else groups,
        facets=views,
        chips=chips(results),
        clear_url=urls.search_url(replace(query, filters=Filters(), page=1)),
        corrections=tuple(
            Link(text, urls.search_url(replace(query, text=text, page=1)))
            for text in results.corrections
        ),
        dropped=tuple(word for word in results.dropped if word not in TALK_WORDS),
        searched_for=results.searched_for,
        worded=results.worded,
        pager=pager_of(results, urls.pages_url(query)),
        narrowable=any(one.count for facet in views for one in (*facet.shown, *facet.folded)),
        orders=_orders(query),
        relaxations=() if results.total else relaxations(results, partial(_count, visit)),
        absent=_listed_without_page(visit, results),
        contact=_contact(visit, results),
        aspects=visit.catalogue.aspects,
        explained=explained,
        means=MEANS,
    )


def _orders(query: Query) -> tuple[OrderView, ...]:
    """Return the ways to sort; of what was not searched for by words there is but one."""
    if not query.words:
        return ()
    return tuple(
        OrderView(
            order.value,
            label,
            urls.search_url(replace(query, order=order, page=1)),
            order is query.order,
        )
        for order, label in ORDER_LABELS.items()
    )


def _contact(visit: Visit, results: Results) -> Contact:
    return contact_asked(results.query.text, visit.catalogue.site)


def _count(visit: Visit, query: Query) -> int:
    return visit.generation.search(replace(query, page_size=1, facets=())).total


def _quote(visit: Visit, results: Results) -> Quote | None:
    page_of = cache(visit.generation.page)  # hits of one page often stand together
    for hit in quotable(results):
        page = page_of(hit.page)
        quote = quote_of(hit, page) if page else None
        if quote:
            return quote
    return None


def _listed_without_page(visit: Visit, results: Results) -> tuple[str, ...]:
    """Return the entries of the clinic's menu that were asked for and have no page yet.

    Those that the words name in full; where nothing was found, those too that have all the words.
    """
    asked = set(slugify(results.query.text).split("-"))
    return tuple(
        entry
        for group in visit.catalogue.absent
        for entry in group.entries
        if (named := set(slugify(entry).split("-"))) <= asked
        or (not results.total and asked <= named)
    )
