"""Pieces of pages that are the same in many pages, written once and then kept.

A template's macro and plain values enter, the HTML that the macro makes of them leaves. What a page
of results shows is mostly the same few thousand names, of facets, conditions and subjects: to
escape them anew for each page took a third of its processor time. Safe for many threads.
"""

from collections.abc import Callable, Hashable, Iterable
from functools import lru_cache

from markupsafe import Markup

from portal.facets import FacetChoice, FacetView

MOST_FRAGMENTS = 8_192
"""Pieces kept at once, 4 MB of them; the one longest unused makes room. A library of 17,908
sections has some 7,000 values of facets."""

Macro = Callable[..., Markup]
"""A macro of a template: escapes what it is given, and depends on nothing else."""


class Fragments:
    """The pieces of one set of templates."""

    def __init__(self) -> None:
        """Begin empty."""
        self._made = lru_cache(MOST_FRAGMENTS)(_made)

    def of(self, macro: Macro, *values: Hashable) -> Markup:
        """Return what ``macro`` makes of ``values``."""
        return self._made(macro, *values)

    def rows(
        self, values: Iterable[FacetChoice], begin: Macro, end: Macro, facet: FacetView, form: str
    ) -> Markup:
        """Return a row for each of ``values`` of ``facet``, whose boxes belong to ``form``.

        ``begin`` makes what a value always looks like, ``end`` its count and, where another value
        is chosen, the way to it alone.
        """
        made, name, narrowed = self._made, facet.name, facet.narrowed
        rows: list[str] = []
        for one in values:
            empty = not (one.count or one.selected)
            rows.append(made(begin, name, one.value, one.label, form, one.selected, empty))
            if narrowed and one.count and not one.selected:
                rows.append(end(one.count, one.url, one.label))
            else:
                rows.append(made(end, one.count))
        return Markup("".join(rows))  # noqa: S704  # joined of what the macros have escaped


def _made(macro: Macro, *values: Hashable) -> Markup:
    return macro(*values)
