"""Anchors: the addresses of sections and of items that stand by themselves.

Breadcrumbs enter, anchors unique within a page leave. Used by `ingest.page` alone.

An anchor is made of the headings above a section and its own, nothing else, so that it stays the
same when neighbours are added, removed or moved; only where two sections of a page have the very
same headings does the later one carry a number.
"""

from collections.abc import Iterable, Sequence

from index.text import slugify


def anchor_of(breadcrumb: Iterable[str]) -> str:
    """Return the anchor for ``breadcrumb`` (display headings from the top section down)."""
    return "-".join(slugify(heading) for heading in breadcrumb)


def unique(anchors: Sequence[str]) -> tuple[str, ...]:
    """Return ``anchors`` in the same order, the second of the same name ending in "-2" and so on.

    A number that another anchor already ends in ("grade-2") is passed over, so that the result
    never repeats itself; the first of a name always keeps it.
    """
    taken = set(anchors)
    seen: set[str] = set()
    result: list[str] = []
    for anchor in anchors:
        chosen, count = anchor, 1
        while chosen in seen or (count > 1 and chosen in taken):
            count += 1
            chosen = f"{anchor}-{count}"
        seen.add(chosen)
        result.append(chosen)
    return tuple(result)
