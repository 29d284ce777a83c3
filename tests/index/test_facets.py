"""Facet values: what a passage is found under."""

from index.aspect import Aspect
from index.facets import FacetValue, facet_values
from index.passage import Passage
from index.query import Facet

PASSAGE = Passage(
    page="page",
    title="A page",
    anchor="a",
    heading="Medications",
    aspect=Aspect.PRESENTATION,
    breadcrumb=("Medications",),
    conditions=("Fibromyalgia", "Myofascial Pain Syndrome"),
    topic=None,
    category="Conditions We Treat",
    blocks=(),
)


def test_an_aspect_keeps_its_own_value_and_reads_in_plain_words() -> None:
    """The address says aspect=presentation, the visitor reads "Symptoms"."""
    assert facet_values(PASSAGE, Facet.ASPECT) == (FacetValue("presentation", "Symptoms"),)


def test_a_passage_is_found_under_each_of_its_conditions() -> None:
    """A facet may hold several values of one passage."""
    assert facet_values(PASSAGE, Facet.CONDITION) == (
        FacetValue("fibromyalgia", "Fibromyalgia"),
        FacetValue("myofascial-pain-syndrome", "Myofascial Pain Syndrome"),
    )


def test_what_is_not_stated_is_found_under_nothing() -> None:
    """No topic, no value."""
    assert facet_values(PASSAGE, Facet.TOPIC) == ()
    assert facet_values(PASSAGE, Facet.CATEGORY) == (
        FacetValue("conditions-we-treat", "Conditions We Treat"),
    )
