"""The ways from one page of a long list to the others.

Results and a way to spell addresses enter, a Pager leaves.
"""

from collections.abc import Callable
from dataclasses import dataclass

from index.results import Results

PAGES_BESIDE = 2
"""Pages linked on either side of the one shown: five targets fit a phone's width."""


@dataclass(frozen=True, slots=True)
class PageLink:
    """One page of a list by its number."""

    number: int
    url: str


@dataclass(frozen=True, slots=True)
class Pager:
    """Where in a list one is; ``previous`` and ``next`` are empty at the ends.

    ``first`` and ``last`` number the entries shown, 1-based, both 0 where there are none.
    """

    page: int
    pages: int
    first: int
    last: int
    previous: str
    next: str
    near: tuple[PageLink, ...]


def pager_of(results: Results, url: Callable[[int], str]) -> Pager:
    """Return the pager of ``results``; ``url`` spells the address of a page by its number."""
    query, pages = results.query, results.page_count
    near = range(max(1, query.page - PAGES_BESIDE), min(pages, query.page + PAGES_BESIDE) + 1)
    return Pager(
        page=query.page,
        pages=pages,
        first=(query.page - 1) * query.page_size + 1 if results.total else 0,
        last=min(results.total, query.page * query.page_size),
        previous=url(query.page - 1) if query.page > 1 else "",
        next=url(query.page + 1) if query.page < pages else "",
        near=tuple(PageLink(number, url(number)) for number in near),
    )
