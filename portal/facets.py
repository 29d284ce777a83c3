"""Facets as visitors see them: form controls, links and chips, each with its address.

Results enter, FacetViews and Chips leave.

The count beside a value is the number of passages that have this value and meet every other
facet's choice, whatever is chosen in its own facet. So the address beside it chooses that value
alone in its facet, keeps every other facet, and starts at the first page: the total there is the
count here, always, chosen or not (docs/decisions/0004-portal.md). Several values of a facet are
chosen together by the form's checkboxes, and taken away by the chips.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import chain, islice

from index.aspect import Aspect
from index.query import Facet
from index.results import FacetCount, Results
from portal import urls

LEGENDS = {
    Facet.ASPECT: "Subject",
    Facet.CONDITION: "Condition",
    Facet.TOPIC: "Treatment or topic",
    Facet.CATEGORY: "Part of the site",
}
"""What visitors read above each facet's values."""

SHOWN_VALUES = 6
"""Values of a facet that stand open; four facets of these fit a screen's height beside results."""

LISTED_VALUES = 50
"""Values of a facet that a page offers at all; whoever needs the rest adds a word to the query."""


_ASPECTS = {aspect.value: aspect.label for aspect in Aspect}


@dataclass(frozen=True, slots=True)
class FacetChoice:
    """One value: ``url`` chooses it alone in its facet, and ``count`` is the total there.

    ``spell`` makes an address of a value; most are never asked for, so none is made before.
    """

    value: str
    label: str
    count: int
    selected: bool
    spell: Callable[[str], str]

    @property
    def url(self) -> str:
        """The address of the search with this value alone chosen in its facet."""
        return self.spell(self.value)


@dataclass(frozen=True, slots=True)
class FacetView:
    """One facet as a group of checkboxes: the values that stand open and those folded away.

    ``narrowed`` tells whether anything is chosen in it.
    """

    name: str
    legend: str
    shown: tuple[FacetChoice, ...]
    folded: tuple[FacetChoice, ...]
    narrowed: bool


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter in force, ``value`` of ``facet``; ``url`` is the same search without it."""

    facet: Facet
    value: str
    legend: str
    label: str
    url: str


def facet_choices(results: Results, facet: Facet) -> list[FacetChoice]:
    """Return every value of ``facet`` with its address, in the index's order."""
    return _choices(results, facet, results.facets.get(facet, ()))


def facet_views(results: Results) -> tuple[FacetView, ...]:
    """Return the facets that have values, chosen values before all others."""
    return tuple(_view(results, facet) for facet in Facet if results.facets.get(facet))


def chips(results: Results) -> tuple[Chip, ...]:
    """Return every filter in force with the way to take it off."""
    query = results.query
    if not query.filters:
        return ()
    return tuple(
        Chip(
            facet,
            count.value,
            LEGENDS[facet],
            _label(facet, count),
            urls.search_url(
                replace(query, filters=query.filters.toggled(facet, count.value), page=1)
            ),
        )
        for facet in Facet
        for count in results.facets.get(facet, ())
        if count.selected
    )


def _view(results: Results, facet: Facet) -> FacetView:
    """Return ``facet`` with as many values as a page offers; only those get an address."""
    counts = results.facets[facet]
    chosen = [count for count in counts if count.selected]
    others = (count for count in counts if not count.selected)
    choices = _choices(results, facet, islice(chain(chosen, others), LISTED_VALUES))
    standing = max(SHOWN_VALUES, len(chosen))
    return FacetView(
        name=facet.value,
        legend=LEGENDS[facet],
        shown=tuple(choices[:standing]),
        folded=tuple(choices[standing:]),
        narrowed=bool(chosen),
    )


def _choices(results: Results, facet: Facet, counts: Iterable[FacetCount]) -> list[FacetChoice]:
    url = urls.alone_url(results.query, facet)
    return [
        FacetChoice(count.value, _label(facet, count), count.count, count.selected, url)
        for count in counts
    ]


def _label(facet: Facet, count: FacetCount) -> str:
    """Return what visitors read of a value; subjects have a name even where nothing has them."""
    is_nameless = facet is Facet.ASPECT and count.label == count.value
    return _ASPECTS.get(count.value, count.label) if is_nameless else count.label
