"""Facets as visitors see them: form controls, links and chips, each with its address.

Results enter, FacetViews and Chips leave.

The count beside a value is the number of passages that have this value and meet every other
facet's choice, whatever is chosen in its own facet. So the address beside it chooses that value
alone in its facet, keeps every other facet, and starts at the first page: the total there is the
count here, always, chosen or not (docs/decisions/0004-portal.md). Several values of a facet are
chosen together by the form's checkboxes, and taken away by the chips.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from index.query import Facet, Query
from index.results import Results
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


@dataclass(frozen=True, slots=True)
class FacetChoice:
    """One value: ``url`` chooses it alone in its facet, and ``count`` is the total there."""

    value: str
    label: str
    count: int
    selected: bool
    url: str


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
    """A filter in force; ``url`` is the same search without it."""

    legend: str
    label: str
    url: str


def facet_values(results: Results, facet: Facet) -> tuple[FacetChoice, ...]:
    """Return every value of ``facet`` with its address, in the index's order."""
    return tuple(
        FacetChoice(
            count.value,
            count.label,
            count.count,
            count.selected,
            urls.search_url(_alone(results.query, facet, count.value)),
        )
        for count in results.facets.get(facet, ())
    )


def facet_views(results: Results) -> tuple[FacetView, ...]:
    """Return the facets that have values, chosen values before all others."""
    views = []
    for facet in Facet:
        values = facet_values(results, facet)
        chosen = [value for value in values if value.selected]
        ordered = (*chosen, *(value for value in values if not value.selected))
        open_values = max(SHOWN_VALUES, len(chosen))
        if ordered:
            views.append(
                FacetView(
                    name=facet.value,
                    legend=LEGENDS[facet],
                    shown=ordered[:open_values],
                    folded=ordered[open_values:LISTED_VALUES],
                    narrowed=bool(chosen),
                )
            )
    return tuple(views)


def chips(results: Results) -> tuple[Chip, ...]:
    """Return every filter in force with the way to take it off."""
    query = results.query
    return tuple(
        Chip(
            LEGENDS[facet],
            value.label,
            urls.search_url(
                replace(query, filters=query.filters.toggled(facet, value.value), page=1)
            ),
        )
        for facet in Facet
        for value in _chosen(facet_values(results, facet))
    )


def _chosen(values: Iterable[FacetChoice]) -> Iterable[FacetChoice]:
    return (value for value in values if value.selected)


def _alone(query: Query, facet: Facet, value: str) -> Query:
    filters = query.filters.without(facet).toggled(facet, value)
    return replace(query, filters=filters, page=1)
