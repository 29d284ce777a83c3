"""Raw query strings become domain types here, and nowhere else.

What a visitor's browser sent enters, a Query leaves; views and everything below never see raw
strings. Nothing a visitor can send is an error: what cannot be meant is left out.
"""

import re
import unicodedata
from dataclasses import replace

from starlette.datastructures import QueryParams

from index.query import MAX_QUERY_CHARACTERS, MAX_WORDS, Facet, Filters, Order, Query
from index.text import slugify
from portal.urls import MARK, ORDER

PAGE_SIZE = 10
"""Hits on a page of results: what fits two to three screens, as search engines have settled on."""

MAX_PAGE = 1000
"""Highest page of results that is read; no visitor gets there, and paging deep costs."""

MAX_PAGE_DIGITS = 6
"""Longer numbers are not read at all: int() of a long text is slow."""

MAX_FACET_VALUES = 20
"""Values read per facet; more than anybody ticks, and the cost of a search grows with them."""

MAX_VALUE_CHARACTERS = 120
"""Characters of a facet value that are read; no condition's or treatment's name is longer."""


_WORD = re.compile(r"\w+")

ORDERS = {order.value: order for order in Order}


def read_query(parameters: QueryParams) -> Query:
    """Return the search that ``parameters`` ask for.

    Facet values are read as names or slugs ("Myofascial Pain Syndrome" too). A value that nothing
    has stays: it finds nothing and is shown as a filter that can be taken away, so that an old
    bookmark never quietly shows other results than it promises.
    """
    return Query(
        text=read_text(parameters.get("q", "")),
        filters=Filters(**{facet.value: _values(parameters, facet) for facet in Facet}),
        page=read_page(parameters),
        page_size=PAGE_SIZE,
        order=ORDERS.get(parameters.get(ORDER, ""), Order.BEST),
    )


def read_page(parameters: QueryParams) -> int:
    """Return which page of a list is asked for, 1-based; 1 for anything that is no number."""
    raw = parameters.get("page", "")
    if not (raw.isascii() and raw.isdecimal() and len(raw) <= MAX_PAGE_DIGITS):
        return 1
    return min(max(1, int(raw)), MAX_PAGE)


def read_text(raw: str) -> str:
    """Return visitor text shortened, on one line, without control and surrogate characters."""
    shortened = raw[:MAX_QUERY_CHARACTERS]
    if shortened.isprintable():  # most texts, and none with such characters
        return " ".join(shortened.split())
    printable = "".join(
        " " if unicodedata.category(character) in ("Cc", "Cs") else character
        for character in shortened
    )
    return " ".join(printable.split())


def read_marks(parameters: QueryParams) -> tuple[str, ...]:
    """Return the words that a page is to be marked with, each once, folded in case."""
    words = _WORD.findall(read_text(parameters.get(MARK, "")).casefold())
    return tuple(dict.fromkeys(words[:MAX_WORDS]))


def within(query: Query, page_count: int) -> Query:
    """Return ``query`` with its page brought down to the last there is."""
    return query if query.page <= page_count else replace(query, page=page_count)


def _values(parameters: QueryParams, facet: Facet) -> tuple[str, ...]:
    given = parameters.getlist(facet.value)[:MAX_FACET_VALUES]
    return tuple(sorted({_value(raw) for raw in given if raw.strip()}))


def _value(raw: str) -> str:
    """Return the slug of a facet value, cut as well: that of a sign such as "¼" is longer."""
    return slugify(raw[:MAX_VALUE_CHARACTERS])[:MAX_VALUE_CHARACTERS].strip("-")
