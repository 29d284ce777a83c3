"""Hits as visitors see them: with addresses, grouped by page, conditions as links.

Hits of the index enter, HitGroups leave. Used by every view that lists passages.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import chain

from index.aspect import Aspect
from index.codec import conditions_to_json
from index.results import Hit, SnippetPart
from index.text import slugify
from portal import urls
from portal.places import Link
from portal.replies.search import HitJson

SHOWN_OF_A_PAGE = 3
"""Hits of one page that a group shows at once; the rest open below them, so that one long page
does not hide all others."""

MOST_CONDITIONS = 4_096
"""Conditions whose links are kept, some 1 MB; the one longest unused makes room."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class HitView:
    """One passage in a list: where it leads, which way leads there, whom and what it is about.

    ``aspect`` is None where the list itself says it; ``snippet`` is empty where its words stand on
    the page already.
    """

    url: str
    heading: str
    trail: tuple[str, ...]
    aspect: Link | None
    conditions: tuple[Link, ...]
    snippet: tuple[SnippetPart, ...]


@dataclass(frozen=True, slots=True)
class HitGroup:
    """The hits of one page, best first; ``more`` are those beyond the first few."""

    title: str
    url: str
    hits: tuple[HitView, ...]
    more: tuple[HitView, ...] = ()


def grouped(
    hits: Iterable[Hit], shown: int = SHOWN_OF_A_PAGE, *, told: Iterable[Link] = ()
) -> tuple[HitGroup, ...]:
    """Return ``hits`` grouped by page, pages in the order of their best hit.

    Where all are on one page there are no others to hide, and all are shown. ``told`` are the
    subject and the condition that the list is about: no hit repeats them.
    """
    by_page: dict[tuple[str, str], list[Hit]] = defaultdict(list)
    for hit in hits:
        by_page[hit.page, hit.title].append(hit)
    standing = shown if len(by_page) > 1 else None
    known = frozenset(told)
    return tuple(
        _group(page, title, found, standing, known) for (page, title), found in by_page.items()
    )


def _group(
    page: str, title: str, found: list[Hit], standing: int | None, told: frozenset[Link]
) -> HitGroup:
    words = [marked_words((hit,)) for hit in found]
    views = tuple(_view(hit, marks, told) for hit, marks in zip(found, words, strict=True))
    return HitGroup(
        title=title,
        url=urls.marked(urls.page_url(page), dict.fromkeys(chain.from_iterable(words))),
        hits=views[:standing],
        more=views[len(views[:standing]) :],
    )


def without_snippet(groups: Iterable[HitGroup], url: str) -> tuple[HitGroup, ...]:
    """Return ``groups`` with the hit at ``url`` shown without its words: these are quoted above."""
    return tuple(
        replace(
            group,
            hits=tuple(replace(hit, snippet=()) if hit.url == url else hit for hit in group.hits),
        )
        for group in groups
    )


def hit_view(hit: Hit) -> HitView:
    """Return one hit as lists show it; its address has the words found marked."""
    return _view(hit, marked_words((hit,)), frozenset())


def _view(hit: Hit, words: tuple[str, ...], told: frozenset[Link]) -> HitView:
    aspect, conditions = aspect_link(hit.aspect), condition_links(hit.conditions)
    if told:
        conditions = tuple(link for link in conditions if link not in told)
    return HitView(
        url=urls.marked(urls.page_url(hit.page, hit.anchor), words),
        heading=hit.heading,
        trail=hit.breadcrumb[:-1],
        aspect=None if aspect in told else aspect,
        conditions=conditions,
        snippet=hit.snippet,
    )


def marked_words(hits: Iterable[Hit]) -> tuple[str, ...]:
    """Return the words that the engine marked in the snippets of ``hits``, each once."""
    return tuple(dict.fromkeys(word for hit in hits for word in _marked(hit)))


def _marked(hit: Hit) -> Iterator[str]:
    for part in hit.snippet:
        if part.match:
            yield from _WORD.findall(part.text.casefold())


@cache
def aspect_link(aspect: Aspect) -> Link:
    """Return the way to all that is said under ``aspect``."""
    return Link(aspect.label, urls.aspect_url(aspect))


def condition_links(names: Iterable[str]) -> tuple[Link, ...]:
    """Return the ways to the conditions called ``names``."""
    return tuple(map(_condition_link, names))


@lru_cache(MOST_CONDITIONS)
def _condition_link(name: str) -> Link:
    return Link(name, urls.condition_url(slugify(name)))


def hit_to_json(hit: Hit) -> HitJson:
    """Return one hit as JSON values, the keys in reading order."""
    return {
        "page": hit.page,
        "title": hit.title,
        "anchor": hit.anchor,
        "heading": hit.heading,
        "aspect": hit.aspect.value,
        "condition": conditions_to_json(hit.conditions),
        "topic": hit.topic,
        "breadcrumb": list(hit.breadcrumb),
        "url": urls.page_url(hit.page, hit.anchor),
        "snippet": [{"text": part.text, "match": part.match} for part in hit.snippet],
        "score": hit.score,
    }
