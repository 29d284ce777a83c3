"""Lists shown a level deeper with nothing above them hang below an item without text."""

import pytest

from index.document import Item, ItemList, Page
from ingest.pages.reader import read_page
from ingest.vocabulary import Vocabulary
from tests.ingest.formats.html_pages import page

Outline = list[object]


def outline(items: tuple[Item, ...]) -> Outline:
    """Return items as texts, each followed by the outline of those below it, if any."""
    result: Outline = []
    for item in items:
        result.append(item.text)
        if item.items:
            result.append(outline(item.items))
    return result


def lists(read: Page) -> list[Outline]:
    """Return every list of a page as an outline."""
    blocks = [block for section in read.walk() for block in section.blocks]
    return [outline(block.items) for block in blocks if isinstance(block, ItemList)]


def read(raw: bytes, source: str) -> Page:
    """Return the page that ``raw`` is, with nothing declared by staff."""
    return read_page(raw, source, Vocabulary())


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        (
            "<ul><ul><li>Rest</li><li>Ice</li></ul><li>Brace</li></ul>",
            ["", ["Rest", "Ice"], "Brace"],
        ),
        ("<ul><li><ul><li>Rest</li></ul></li><li>Brace</li></ul>", ["", ["Rest"], "Brace"]),
        (
            '<ul><li style="list-style-type: none"><ul><li>Rest</li><li>Ice</li></ul></li></ul>',
            ["", ["Rest", "Ice"]],
        ),
        (
            "<ol><ol><li>Sit</li></ol><li>Lift</li><li>Lower</li></ol>",
            ["", ["Sit"], "Lift", "Lower"],
        ),
        ("<ul><li>Rest</li><ul><li>two weeks</li></ul></ul>", ["Rest", ["two weeks"]]),
        (
            "<ul><li>Rest</li><li><ul><li>two weeks</li></ul></li><li>Ice</li></ul>",
            ["Rest", ["two weeks"], "Ice"],
        ),
        (
            "<ul><li>Rest<ul><ul><li>at night</li></ul><li>by day</li></ul></li></ul>",
            ["Rest", ["", ["at night"], "by day"]],
        ),
        ("<ul><li>Rest<ul><ul><li>at night</li></ul></ul></li></ul>", ["Rest", ["at night"]]),
        (
            "<ul><li><ul><li>Rest</li></ul></li><li><ul><li>Ice</li></ul></li></ul>",
            ["", ["Rest", "Ice"]],
        ),
        (
            "<ul><li><dl><dt>Splint</dt><dd>A rail.</dd></dl></li><li>Brace</li></ul>",
            ["Splint", ["A rail."], "Brace"],
        ),
    ],
)
def test_what_the_page_shows_deeper_is_deeper(body: str, shown: Outline) -> None:
    """As far in as a browser sets it, and no further than what has text above it."""
    assert lists(read(page(body), "page.html")) == [shown]


def test_a_numbered_list_set_in_keeps_its_numbers() -> None:
    """Steps that an editor indented as a whole are still steps."""
    body = "<ol><li style='list-style: none'><ol><li>Sit</li><li>Lift</li></ol></li></ol>"
    (steps,) = [
        block
        for section in read(page(body), "page.html").walk()
        for block in section.blocks
        if isinstance(block, ItemList)
    ]
    assert steps.ordered
    assert outline(steps.items) == ["Sit", "Lift"]


def test_a_heading_in_an_item_leaves_no_item_above_its_list() -> None:
    """The item is a section then, and its list is that section's own."""
    body = "<ul><li><h3>Splints</h3><ul><li>rigid</li></ul></li></ul>"
    assert lists(read(page(body), "page.html")) == [["rigid"]]


def test_markdown_says_so_by_itself() -> None:
    """CommonMark has the very same item."""
    raw = b"# Elbow\n\n## Treatment\n\n- - Rest\n  - Ice\n- Brace\n"
    assert lists(read(raw, "page.md")) == [["", ["Rest", "Ice"], "Brace"]]


def test_a_text_dump_shows_it_by_columns() -> None:
    """An item further in than one that comes later, with none above it, is one level deeper."""
    raw = (
        b"Tennis elbow\n\nTreatment\n\nThe elbow needs rest from gripping, and then exercise.\n\n"
        b"    * Rest from gripping\n    * Ice after work\n  * A brace\n  * A course of exercises\n"
    )
    assert lists(read(raw, "page.txt")) == [
        ["", ["Rest from gripping", "Ice after work"], "A brace", "A course of exercises"]
    ]


def test_numbers_that_end_in_line_are_one_list() -> None:
    """A number of one figure stands a column further in than the tenth, and no level deeper."""
    steps = b"".join(b"%4d. Hold for %d seconds\n" % (number, number) for number in range(8, 12))
    raw = b"Tennis elbow\n\nExercises\n\nHold the weight with the arm straight, then let go.\n\n"
    (shown,) = lists(read(raw + steps, "page.txt"))
    assert shown == [f"Hold for {number} seconds" for number in range(8, 12)]


def test_a_condition_named_below_such_an_item_stands_by_itself() -> None:
    """What an item without text holds is outermost: it has an address and its condition."""
    body = (
        "<h2>Medication for fibromyalgia and gout</h2>"
        "<ul><ul><li>For fibromyalgia: duloxetine</li>"
        "<li>For gout: allopurinol</li></ul><li>Ask first.</li></ul>"
    )
    read_whole = read(page(body, "Fibromyalgia and Gout"), "page.html")
    items = [
        item
        for block in read_whole.sections[-1].blocks
        if isinstance(block, ItemList)
        for item in block.outermost()
    ]
    assert [(item.conditions, bool(item.anchor)) for item in items] == [
        (("Fibromyalgia",), True),
        (("Gout",), True),
        ((), False),
    ]
