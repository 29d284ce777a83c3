"""The numbers of documents across segments: in the order in which they are browsed.

The segments' sidecars and which of their documents are deleted enter, a Numbering leaves. The order
is a page's title, whatever the case of its letters, the page, its passages in turn; so the passages
of a page stand side by side.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.engines.whoosh.postings import Mask, Numbers
from index.engines.whoosh.sidecar import Arrays, texts_in

GONE = -1
"""The number of a deleted document."""


@dataclass(frozen=True, slots=True)
class Numbering:
    """``numbers`` has, for each segment, the number of each of its documents, or GONE.

    The documents of page ``i``, called ``slugs[i]``, are ``bounds[i]`` to before ``bounds[i + 1]``;
    ``pages`` gives the page of each document.
    """

    numbers: Sequence[Numbers]
    slugs: Sequence[str]
    bounds: NDArray[np.int64]
    pages: Numbers

    @property
    def count(self) -> int:
        """How many documents there are."""
        return len(self.pages)

    def in_order(self, segments: Sequence[NDArray[np.generic]]) -> NDArray[np.generic]:
        """Return values of the documents of each segment as values of documents by number."""
        found = np.zeros(self.count, dtype=segments[0].dtype if segments else np.int64)
        for values, numbers in zip(segments, self.numbers, strict=True):
            alive = numbers != GONE
            found[numbers[alive]] = values[alive]
        return found


@dataclass(frozen=True, slots=True)
class _Pages:
    """The pages of one segment: how many documents each still has, and had before those."""

    slugs: Sequence[str]
    titles: Sequence[str]
    firsts: Numbers
    alive: Mask
    alive_before: Numbers
    sizes: Sequence[int]


def browsing_order(title: str, slug: str) -> tuple[str, str]:
    """Return what pages are sorted by when they are browsed."""
    return title.casefold(), slug


def number_documents(segments: Sequence[Arrays], deleted: Sequence[Collection[int]]) -> Numbering:
    """Return the numbers of the documents of ``segments`` that are not ``deleted``."""
    pages = [_pages(one, gone) for one, gone in zip(segments, deleted, strict=True)]
    order = sorted(
        (*browsing_order(title, slug), place, number)
        for place, one in enumerate(pages)
        for number, (title, slug) in enumerate(zip(one.titles, one.slugs, strict=True))
        if one.sizes[number]
    )
    sizes = [pages[place].sizes[number] for *_, place, number in order]
    bounds = np.cumsum([0, *sizes], dtype=np.int64)
    starts = [np.zeros(len(one.slugs), dtype=np.int64) for one in pages]
    for (_, _, place, number), start in zip(order, bounds.tolist(), strict=False):
        starts[place][number] = start
    return Numbering(
        numbers=[_numbers(one, start) for one, start in zip(pages, starts, strict=True)],
        slugs=[slug for _, slug, _, _ in order],
        bounds=bounds,
        pages=np.repeat(np.arange(len(sizes)), sizes),
    )


def _pages(arrays: Arrays, deleted: Collection[int]) -> _Pages:
    alive = np.ones(len(arrays.record_ends), dtype=np.bool_)
    alive[list(deleted)] = False
    counted = np.concatenate(([0], np.cumsum(alive)))
    firsts = np.concatenate(([0], arrays.page_ends))[:-1].astype(np.int64)
    return _Pages(
        slugs=[text.decode() for text in texts_in(arrays.pages, arrays.page_text_ends)],
        titles=[text.decode() for text in texts_in(arrays.titles, arrays.title_ends)],
        firsts=firsts,
        alive=alive,
        alive_before=counted[:-1],
        sizes=(counted[arrays.page_ends] - counted[firsts]).tolist(),
    )


def _numbers(pages: _Pages, starts: Numbers) -> Numbers:
    """Return the number of each document, of pages whose first ones have the numbers ``starts``."""
    shifts = starts - pages.alive_before[pages.firsts]
    numbers = pages.alive_before + np.repeat(shifts, np.diff(pages.firsts, append=len(pages.alive)))
    return np.where(pages.alive, numbers, GONE)


def least_type(most: int) -> type[np.signedinteger[Any] | np.unsignedinteger[Any]]:
    """Return the smallest type that holds numbers from 0 to ``most``."""
    return np.uint16 if most <= np.iinfo(np.uint16).max else np.int32
