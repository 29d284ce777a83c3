"""How lists of a saved web page are read: nesting, labels, typed bullets."""

import pytest

from ingest.blocks import Bullet
from tests.ingest.formats.html_pages import content, extract


def test_nested_lists_keep_their_depth() -> None:
    """Each list inside an item is one level deeper, however many there are."""
    body = "<ul><li>Pain<ul><li>Outer elbow<ol><li>When gripping</li></ol></li></ul></li></ul>"
    assert content(body) == [("-", "Pain"), ("--", "Outer elbow"), ("---", "When gripping")]


def test_a_list_directly_inside_a_list_is_nested() -> None:
    """Old editors put the inner list beside the item instead of in it."""
    body = "<ul><li>Pain</li><ul><li>Outer elbow</li></ul><li>Weakness</li></ul>"
    assert content(body) == [("-", "Pain"), ("--", "Outer elbow"), ("-", "Weakness")]


def test_an_items_paragraphs_are_one_item() -> None:
    """Two paragraphs in one item do not make two items."""
    assert content("<ul><li><p>Rest.</p><p>Then stretch.</p></li><li>Ice</li></ul>") == [
        ("-", "Rest. Then stretch."),
        ("-", "Ice"),
    ]


def test_text_after_an_inner_list_stays_with_its_item() -> None:
    """What an item says after its inner list stands below it, after that list."""
    body = "<ul><li>Rest<ul><li>two weeks</li></ul>then exercise</li><li>Ice</li></ul>"
    assert content(body) == [
        ("-", "Rest"),
        ("--", "two weeks"),
        ("--", "then exercise"),
        ("-", "Ice"),
    ]


def test_a_heading_inside_an_item_is_a_heading() -> None:
    """Lists of cards have headings; their text is then text, and their lists start afresh."""
    body = "<ul><li><h2>Splints</h2><p>Worn at night.</p><ul><li>rigid</li></ul></li></ul>"
    assert content(body) == [("h2", "Splints"), "Worn at night.", ("-", "rigid")]


def test_a_definition_stands_below_its_term() -> None:
    """A definition list is a list of terms, each with what is said of it below."""
    assert content("<dl><dt>Tendinosis</dt><dd>Worn tendon.</dd><dd>Not inflamed.</dd></dl>") == [
        ("-", "Tendinosis"),
        ("--", "Worn tendon."),
        ("--", "Not inflamed."),
    ]


@pytest.mark.parametrize("mark", ["• ", "•", "- ", "* ", "▪ "])
def test_bullets_typed_by_hand_are_items(mark: str) -> None:
    """Lines parted by <br> that begin with a bullet are a list, the line before is not."""
    assert content(f"<p>Causes:<br>{mark}tennis<br>{mark}painting</p>") == [
        "Causes:",
        ("-", "tennis"),
        ("-", "painting"),
    ]


def test_one_dash_is_no_list() -> None:
    """A lone dash opens an attribution, not a list."""
    assert content("<p>– The clinic’s team</p>") == ["– The clinic’s team"]


def test_list_starts_and_numbering_are_told() -> None:
    """Two lists in a row stay two; numbered ones say so."""
    body = "<ol><li>Rest</li><li>Ice</li></ol><ul><li>Brace</li></ul>"
    bullets = [block for block in extract(body).content if isinstance(block, Bullet)]
    assert [(b.ordered, b.starts_list) for b in bullets] == [
        (True, True),
        (True, False),
        (False, True),
    ]


def test_what_an_item_tells_stands_below_its_name() -> None:
    """An item that begins with a name in a block of its own reads as a term and its definition."""
    body = (
        "<ul><li><div>Dry needling</div><div>Fine needles release tight bands.</div></li>"
        "<li><strong>Splinting</strong><br>A brace rests the elbow at night.</li></ul>"
    )
    assert content(body) == [
        ("-", "Dry needling"),
        ("--", "Fine needles release tight bands."),
        ("-", "Splinting"),
        ("--", "A brace rests the elbow at night."),
    ]


def test_all_that_an_item_tells_is_one_point() -> None:
    """However many blocks follow an item's name, they are one point below it."""
    body = "<ul><li><p>Splinting</p><p>A brace rests it.</p><p>Wear it at night.</p></li></ul>"
    assert content(body) == [("-", "Splinting"), ("--", "A brace rests it. Wear it at night.")]


@pytest.mark.parametrize("opening", ["1", "Hours:", "A sentence of its own.", "Rest, then ice,"])
def test_a_number_a_label_or_a_sentence_is_no_name(opening: str) -> None:
    """What goes on in the next block, or could stand alone, heads nothing."""
    body = f"<ul><li><div>{opening}</div><div>Wash your hands</div></li></ul>"
    assert content(body) == [("-", f"{opening} Wash your hands")]


def test_the_values_of_a_list_box_are_not_read() -> None:
    """A list box is a form's, as a select element is; a carousel that says so is not."""
    option = '<li role="option">Elbow clinic, 1 of 3</li>'
    assert content(f'<p>Choose:</p><ul role="listbox">{option * 3}</ul>') == ["Choose:"]
    slides = '<div role="listbox"><div role="option"><p>Rest the elbow first.</p></div></div>'
    assert content(slides) == ["Rest the elbow first."]


def test_lists_by_role_are_lists_of_plain_items() -> None:
    """Applications make them of any element; a grid of cards has the role, but parts of its own."""
    item = '<div role="listitem">{}</div>'
    plain = item.format("a warm pack") + item.format("gentle movement")
    assert content(f'<div role="list">{plain}</div>') == [
        ("-", "a warm pack"),
        ("-", "gentle movement"),
    ]
    card = item.format("<p>Week 1</p><ul><li>walk</li></ul>")
    assert content(f'<div role="list">{card}</div>') == ["Week 1", ("-", "walk")]
