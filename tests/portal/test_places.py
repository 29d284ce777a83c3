"""Every section and standing item of a page has an address and knows what is around it."""

from portal.places import next_of, places_of, previous_of
from tests.support.portal import MYOFASCIAL, TWINS, clinic_pages

PLACES = places_of(clinic_pages()[0])
TITLES = [(place.depth, place.section.title) for place in PLACES]


def at(title: str, depth: int) -> int:
    """Return where the place of that title and depth is."""
    return TITLES.index((depth, title))


def test_places_come_in_page_order_with_items_below_their_section() -> None:
    """An item that stands by itself is a place like a section."""
    assert TITLES == [
        (0, "Understanding both"),
        (0, "Differences"),
        (0, "Causes"),
        (1, "Fibromyalgia"),
        (1, MYOFASCIAL),
        (0, "Treatment Options"),
        (1, "Medications"),
        (2, "Fibromyalgia"),
        (2, MYOFASCIAL),
        (1, "Lifestyle"),
    ]


def test_an_item_is_shown_as_a_section_of_its_own() -> None:
    """It is headed by the condition, holds its nested items and knows the way down to it."""
    place = PLACES[at(MYOFASCIAL, 2)]
    assert place.url == f"/topics/{TWINS}/treatment-options-medications-myofascial-pain-syndrome"
    assert [link.label for link in place.above] == ["Treatment Options", "Medications"]
    assert place.conditions == (MYOFASCIAL,)
    assert "dry-needling" in str(place.section.blocks)


def test_next_is_beside_or_above_and_never_within() -> None:
    """After a section comes what its reader has not read yet."""
    assert next_of(PLACES, at("Causes", 0)) is PLACES[at("Treatment Options", 0)]
    assert next_of(PLACES, at(MYOFASCIAL, 2)) is PLACES[at("Lifestyle", 1)]
    assert next_of(PLACES, at("Lifestyle", 1)) is None


def test_previous_is_beside_or_above_and_never_around() -> None:
    """Before the first part of a section comes the section before, not the one it is in."""
    assert previous_of(PLACES, at(MYOFASCIAL, 1)) is PLACES[at("Fibromyalgia", 1)]
    assert previous_of(PLACES, at("Medications", 1)) is PLACES[at("Causes", 0)]
    assert previous_of(PLACES, 0) is None
