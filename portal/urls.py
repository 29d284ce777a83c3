"""The address of everything: the only place that spells a path of this site.

Slugs and Queries enter, path-absolute addresses leave. Used by views and, through the templates'
globals, by templates; the paths are those of `portal.routes`.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache
from urllib.parse import quote, urlencode

from index.aspect import Aspect
from index.query import Facet, Filters, Order, Query

HOME = "/"
SEARCH = "/search"
CONDITIONS = "/conditions/"
ASPECTS = "/aspects/"
TREATMENTS = "/treatments/"
COMPARE = "/compare/"
LETTERS = "/a-z"
ABOUT = "/about"
PRIVACY = "/privacy"
GLOSSARY = "/glossary"
HISTORY = "/history"
LEAFLET = "/leaflet"
FEED = "/feed.atom"
SITEMAP = "/sitemap.xml"
DESCRIPTION = "/opensearch.xml"
OPENAPI = "/openapi.json"

FACETS = tuple(Facet)

ORDER = "sort"
"""The parameter that says how results are sorted."""

MARK = "mark"
"""The parameter that says which words of a page to mark: those by which it was found."""


def twin_of(path: str) -> str:
    """Return the address of the JSON twin of the HTML page at ``path`` (without a query)."""
    return f"{path}index.json" if path.endswith("/") else f"{path}.json"


def page_url(page: str, anchor: str = "") -> str:
    """Return the address of a page, or of the section or item at ``anchor`` in it."""
    return f"/topics/{quote(page)}/{quote(anchor)}" if anchor else f"/topics/{quote(page)}"


def markdown_url(page: str) -> str:
    """Return the address of a page as Markdown."""
    return f"{page_url(page)}.md"


def place_url(page: str, anchor: str, words: Iterable[str] = ()) -> str:
    """Return the address of ``anchor`` within the whole page, where ``words`` are marked."""
    return f"{marked(page_url(page), words)}#{quote(anchor)}"


def condition_url(slug: str) -> str:
    """Return the address of all that is said about a condition."""
    return f"/conditions/{quote(slug)}"


def aspect_url(aspect: Aspect) -> str:
    """Return the address of all that is said under an aspect."""
    return f"/aspects/{quote(aspect.value)}"


def treatment_url(slug: str) -> str:
    """Return the address of all that mentions a treatment or another term."""
    return f"/treatments/{quote(slug)}"


def compare_url(first: str, second: str) -> str:
    """Return the address of two conditions side by side."""
    return f"{COMPARE}{quote(first)}/{quote(second)}"


def choice_url(first: str) -> str:
    """Return the address at which a condition is chosen to compare with ``first``."""
    return f"{COMPARE}?{urlencode({'first': first})}"


def search_url(query: Query) -> str:
    """Return the one address of ``query``: sorted values, nothing empty, no first page."""
    return pages_url(query)(query.page)


def pages_url(query: Query) -> Callable[[int], str]:
    """Return what spells the address of each page of ``query``; all but its number only once."""
    fields = _fields(query, FACETS)
    if query.order is not Order.BEST:
        fields.append((ORDER, query.order.value))
    spelled = urlencode(fields)
    first = f"{SEARCH}?{spelled}" if spelled else SEARCH
    later = f"{first}&page=" if spelled else f"{SEARCH}?page="
    return lambda page: f"{later}{page}" if page > 1 else first


def alone_url(query: Query, facet: Facet) -> Callable[[str], str]:
    """Return what spells the address of ``query`` with one value alone chosen in ``facet``.

    Of the hundreds of addresses that a facet may need only that value differs, so the rest is
    spelled once, when the first is asked for. They are what `search_url` gives, at the first page.
    """

    @cache
    def around() -> tuple[str, str]:
        at = FACETS.index(facet)
        before = urlencode([*_fields(query, FACETS[:at]), (facet.value, "")])
        rest = _fields(replace(query, text=""), FACETS[at + 1 :])
        if query.order is not Order.BEST:
            rest.append((ORDER, query.order.value))
        return before, f"&{urlencode(rest)}" if rest else ""

    def spell(value: str) -> str:
        before, after = around()
        return f"{SEARCH}?{before}{quote(value)}{after}"

    return spell


def marked(url: str, words: Iterable[str]) -> str:
    """Return ``url``, which has neither query nor fragment, so that ``words`` are marked."""
    text = " ".join(words)
    return f"{url}?{urlencode({MARK: text})}" if text else url


def sitemap_url(number: int) -> str:
    """Return the address of a part of a long site map."""
    return f"/sitemap-{number}.xml"


def history_url(page: str, anchor: str = "") -> str:
    """Return the address of all that changed on a page, or in the section at ``anchor``."""
    return f"{HISTORY}/{quote(page)}/{quote(anchor)}" if anchor else f"{HISTORY}/{quote(page)}"


def feed_url(page: str) -> str:
    """Return the address of the feed of all that changes on a page."""
    return f"{history_url(page)}.atom"


def leaflet_url(places: Iterable[tuple[str, str]]) -> str:
    """Return the address of the leaflet of ``places``, pairs of a page and an anchor in it."""
    chosen = urlencode([("s", f"{page}/{anchor}") for page, anchor in places], safe="/")
    return f"{LEAFLET}?{chosen}" if chosen else LEAFLET


def leaflet_choice_url(page: str) -> str:
    """Return the address at which sections of a page are chosen for a leaflet."""
    return f"{LEAFLET}?{urlencode({'page': page})}"


def paged(url: str, page: int) -> str:
    """Return the address of page number ``page`` of the list at ``url``."""
    return f"{url}?page={page}" if page > 1 else url


def words_url(text: str, filters: Filters | None = None) -> str:
    """Return the address of a search for ``text``, keeping ``filters``."""
    return search_url(Query(text=text, filters=filters or Filters()))


def _fields(query: Query, facets: Iterable[Facet]) -> list[tuple[str, str]]:
    fields = [("q", query.text)] if query.text else []
    if query.filters:
        fields += [(facet.value, value) for facet in facets for value in query.filters.of(facet)]
    return fields
