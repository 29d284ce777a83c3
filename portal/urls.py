"""The address of everything: the only place that spells a path of this site.

Slugs and Queries enter, path-absolute addresses leave. Used by views and, through the templates'
globals, by templates; the paths are those of `portal.routes`.
"""

from urllib.parse import quote, urlencode

from index.aspect import Aspect
from index.query import Facet, Filters, Query

HOME = "/"
SEARCH = "/search"
CONDITIONS = "/conditions/"
ASPECTS = "/aspects/"
TREATMENTS = "/treatments/"
COMPARE = "/compare/"
LETTERS = "/a-z"
ABOUT = "/about"
PRIVACY = "/privacy"


def twin_of(path: str) -> str:
    """Return the address of the JSON twin of the HTML page at ``path`` (without a query)."""
    return f"{path}index.json" if path.endswith("/") else f"{path}.json"


def page_url(page: str, anchor: str = "") -> str:
    """Return the address of a page, or of the section or item at ``anchor`` in it."""
    return f"/topics/{quote(page)}/{quote(anchor)}" if anchor else f"/topics/{quote(page)}"


def place_url(page: str, anchor: str) -> str:
    """Return the address of ``anchor`` within the whole page."""
    return f"/topics/{quote(page)}#{quote(anchor)}"


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


def search_url(query: Query) -> str:
    """Return the one address of ``query``: sorted values, nothing empty, no first page."""
    fields = [("q", query.text)] if query.text else []
    for facet in Facet:
        fields += [(facet.value, value) for value in query.filters.of(facet)]
    if query.page > 1:
        fields.append(("page", str(query.page)))
    return f"{SEARCH}?{urlencode(fields)}" if fields else SEARCH


def paged(url: str, page: int) -> str:
    """Return the address of page number ``page`` of the list at ``url``."""
    return f"{url}?page={page}" if page > 1 else url


def words_url(text: str, filters: Filters | None = None) -> str:
    """Return the address of a search for ``text``, keeping ``filters``."""
    return search_url(Query(text=text, filters=filters or Filters()))
