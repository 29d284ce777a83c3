"""Item labels, and lists nested as their depths say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.document import LineRange
from ingest.blocks import Bullet
from ingest.conditions.labels import Nested, label_of, lists_in
from tests.ingest.extracts import blocks


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Antidepressants: Duloxetine, amitriptyline.", "Antidepressants"),
        ("For Myofascial Pain Syndrome:", "For Myofascial Pain Syndrome"),
        ("Cognitive Behavioral Therapy (CBT):", "Cognitive Behavioral Therapy (CBT)"),
        ("Dose : 30 mg", "Dose"),
        ("睡眠： 休息", "睡眠"),
    ],
)
def test_the_opening_up_to_a_colon_is_the_label(text: str, label: str) -> None:
    """The label comes without its colon, and the text starts with it."""
    assert label_of(text) == label
    assert text.startswith(label)


@pytest.mark.parametrize(
    "text",
    [
        "Open from 8:30 to 16:30",
        "See https://example.test/page",
        "Rest well. Then do this: walk.",
        "Call our office at once if you notice any one of these: fever, chills.",
        "Persistent tiredness, even after adequate sleep.",
        ": nothing before it",
        "12: a number",
        "",
    ],
)
def test_times_addresses_sentences_and_clauses_are_no_labels(text: str) -> None:
    """A colon inside a word, after a sentence or after a whole clause opens no label."""
    assert label_of(text) is None


def outline(items: tuple[Nested, ...]) -> list[object]:
    """Return nested items as nested lists of texts."""
    return [
        [item.bullet.text, outline(item.below)] if item.below else item.bullet.text
        for item in items
    ]


def bullets(notes: str) -> list[Bullet]:
    """Return the bullets that ``notes`` hold."""
    return [block for block in blocks(notes) if isinstance(block, Bullet)]


def test_nesting_follows_depth() -> None:
    """Deeper items stand below the one before them, and shallower ones close them."""
    notes = "- a\n  - b\n    - c\n  - d\n- e"
    assert [outline(items) for items in lists_in(bullets(notes))] == [
        [["a", [["b", ["c"]], "d"]], "e"]
    ]


def test_skipped_and_inverted_depths() -> None:
    """Two steps deeper is one level deeper; shallower than the first is beside the first."""
    assert [outline(items) for items in lists_in(bullets("    - a\n- b\n    - c"))] == [
        ["a", ["b", ["c"]]]
    ]


def test_two_lists_in_a_row() -> None:
    """A list ends where the format starts another, and where numbers follow bullets."""
    second = Bullet("c", LineRange(3, 3), starts_list=True)
    assert len(list(lists_in([*bullets("- a\n- b"), second]))) == 2
    assert [outline(items) for items in lists_in(bullets("- a\n1. b\n2. c"))] == [["a"], ["b", "c"]]


@given(st.lists(st.integers(1, 6), min_size=1, max_size=40))
def test_every_item_once_and_in_order(depths: list[int]) -> None:
    """Whatever the depths, no item is lost, doubled or moved."""
    given_bullets = [
        Bullet(str(place), LineRange(place + 1, place + 1), depth)
        for place, depth in enumerate(depths)
    ]

    def flat(items: tuple[Nested, ...]) -> list[Bullet]:
        return [bullet for item in items for bullet in (item.bullet, *flat(item.below))]

    assert [bullet for items in lists_in(given_bullets) for bullet in flat(items)] == given_bullets
