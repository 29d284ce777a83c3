"""Dumps that begin with the title which a browser shows."""

import pytest

from ingest.formats.text import read
from ingest.formats.text.browser_title import repeated_name

MENU = ["Home", "Neck Pain", "Back Pain & Sciatica", "Treatments", "Contact"]


@pytest.mark.parametrize(
    ("first", "name"),
    [
        ("Golfer's Elbow - harbourpain.example", "Golfer's Elbow"),
        ("Golfer's Elbow | Harbour Pain", "Golfer's  Elbow"),
        ("Harbour | Golfer's Elbow", "Golfer’s elbow"),
        ("Golfer's Elbow – Harbour Pain and Spine Clinic", "Golfer's Elbow"),
        ("Golfer's Elbow: Rest or Surgery?", "Golfer's Elbow: Rest or Surgery?"),
        ("Golfer's Elbow - harbourpain.example", "Golfer's Elbow: Causes and Treatment"),
    ],
)
def test_the_page_says_its_name_again(first: str, name: str) -> None:
    """Whichever side of the mark the site's name is; in full, where there is no mark."""
    assert repeated_name([first, *MENU, name, "Rest the arm."]) == [6]


@pytest.mark.parametrize("first", ["Home", "Skip to content", "Harbour Pain and Spine Clinic"])
def test_other_first_lines_are_no_title(first: str) -> None:
    """An entry of a menu, a line that stands once, the clinic's own name above and below."""
    assert repeated_name([first, "Home", "Harbour Pain and Spine Clinic", "Rest."]) == []


@pytest.mark.parametrize("title", ["Back Pain & Sciatica", "Back Pain & Sciatica: What Helps"])
def test_a_menu_between_the_browsers_title_and_the_pages_own_is_furniture(title: str) -> None:
    """The line that the page begins with is its title, not the first of the file or the menu's."""
    page = [
        "harbourpain.example - Back Pain & Sciatica",
        *MENU,
        title,
        "Sciatica is pain that runs from the back down one leg, and it eases by itself in weeks.",
        "Causes",
        "A disc that bulges presses on a nerve, and the nerve swells and hurts all the way down.",
    ]
    extract = read("\n".join(page).encode(), "page-7.txt")
    assert extract.title == title
    assert [getattr(block, "text", "") for block in extract.content] == page[7:]
