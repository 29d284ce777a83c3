"""Anchors come from headings alone and never repeat within a page."""

from hypothesis import given
from hypothesis import strategies as st

from ingest.outline.anchors import anchor_of, unique


def test_an_anchor_is_the_breadcrumb() -> None:
    """The headings from the top section down make the address."""
    above = anchor_of("Treatment and Management Options")
    assert anchor_of("Medications", above) == "treatment-and-management-options-medications"


def test_only_exact_repeats_are_numbered() -> None:
    """The first keeps its address; later ones count on, past addresses that are taken."""
    assert unique(["a", "b", "a", "a-2", "a"]) == ("a", "b", "a-3", "a-2", "a-4")


@given(st.lists(st.sampled_from(["a", "a-2", "a-3", "a-2-2", "b"]), max_size=30))
def test_anchors_are_unique_and_the_first_of_a_name_keeps_it(anchors: list[str]) -> None:
    """No two are alike; an anchor at its first appearance is what it would be alone."""
    result = unique(anchors)
    assert len(set(result)) == len(anchors)
    first = {anchor: result[anchors.index(anchor)] for anchor in anchors}
    assert all(given == kept for given, kept in first.items())
