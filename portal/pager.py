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
    return pager_over(results.total, results.query.page, results.query.page_size, url)


def pager_over(total: int, page: int, size: int, url: Callable[[int], str]) -> Pager:
    """Return the pager of a list of ``total`` entries, ``size`` a page, at page number ``page``."""
    pages = max(1, -(-total // size))
    near = range(max(1, page - PAGES_BESIDE), min(pages, page + PAGES_BESIDE) + 1)
    return Pager(
        page=page,
        pages=pages,
        first=(page - 1) * size + 1 if total else 0,
        last=min(total, page * size),
        previous=url(page - 1) if page > 1 else "",
        next=url(page + 1) if page < pages else "",
        near=tuple(PageLink(number, url(number)) for number in near),
    )
