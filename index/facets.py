"""Under which facet values a passage is found: the one place that says so.

A Passage enters, its values leave. Used by every engine when it indexes, and by the oracle.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from index.aspect import Aspect
from index.passage import Passage
from index.query import Facet
from index.text import slugify


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value of a facet: ``value`` in URLs and filters, ``label`` for visitors."""

    value: str
    label: str


def facet_values(passage: Passage, facet: Facet) -> tuple[FacetValue, ...]:
    """Return the values of ``facet`` that ``passage`` is found under, in its own order.

    An aspect's value is its own ("presentation", labelled "Symptoms"); the other facets' values
    are the slugs of their labels.
    """
    return _VALUES[facet](passage)


def aspect_value(aspect: Aspect) -> FacetValue:
    """Return the facet value of an aspect."""
    return FacetValue(aspect.value, aspect.label)


@lru_cache(maxsize=1_024)  # the passages of a page have the same ones again and again
def named_value(label: str) -> FacetValue:
    """Return the facet value of a condition, topic or category."""
    return FacetValue(slugify(label), label)


def _aspects(passage: Passage) -> tuple[FacetValue, ...]:
    return (aspect_value(passage.aspect),)


def _conditions(passage: Passage) -> tuple[FacetValue, ...]:
    return tuple(named_value(name) for name in passage.conditions)


def _topics(passage: Passage) -> tuple[FacetValue, ...]:
    return (named_value(passage.topic),) if passage.topic else ()


def _categories(passage: Passage) -> tuple[FacetValue, ...]:
    return (named_value(passage.category),) if passage.category else ()


_VALUES: dict[Facet, Callable[[Passage], tuple[FacetValue, ...]]] = {
    Facet.ASPECT: _aspects,
    Facet.CONDITION: _conditions,
    Facet.TOPIC: _topics,
    Facet.CATEGORY: _categories,
}
