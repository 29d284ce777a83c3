"""Wrapping: paragraphs and items that a narrow page broke are whole again, and no others."""

import textwrap

import pytest

from ingest.formats.text.splitting import split_lines
from ingest.formats.text.wrapping import join_wrapped

_PARAGRAPH = (
    "Neck pain is pain felt anywhere from the base of the skull to the top of the shoulder blades. "
    "It may stay in the neck or spread to the head, the shoulder or the arm. Most neck pain is "
    "mechanical: it comes from the joints, discs, muscles and ligaments and not from a disease."
)
_ITEM = (
    "Wound pain eases within one to two weeks, and the settings are tuned at several visits to the "
    "clinic until the relief is as good as it can be."
)


def joined(text: str) -> list[str]:
    """Return the texts of the joined lines of ``text``."""
    return [line.text for line in join_wrapped(split_lines(text, "page.txt"))]


@pytest.mark.parametrize("width", [60, 72, 80, 132])
@pytest.mark.parametrize("indent", ["", "   "])
def test_joins_paragraphs_at_any_usual_width(width: int, indent: str) -> None:
    """A paragraph is one line again, at whatever column it was broken."""
    wrapped = textwrap.fill(_PARAGRAPH, width, initial_indent=indent, subsequent_indent=indent)
    text = f"Neck Pain\n\n{wrapped}\n\n{wrapped}\n"
    assert joined(text) == ["Neck Pain", _PARAGRAPH, _PARAGRAPH]


def test_joins_items_with_a_hanging_indent() -> None:
    """The rest of an item stands below its text."""
    item = textwrap.fill(_ITEM, 72, initial_indent="  * ", subsequent_indent="    ")
    assert joined(f"{item}\n{item}\n{item}\n") == [_ITEM] * 3


def test_joins_items_without_a_hanging_indent() -> None:
    """The rest of an item may also stand at the margin."""
    item = textwrap.fill(_ITEM, 72, initial_indent="* ")
    assert joined(f"{item}\n{item}\n{item}\n") == [_ITEM] * 3


def test_knows_the_raw_lines_of_what_it_joined() -> None:
    """A joined paragraph spans the raw lines it was made of."""
    wrapped = textwrap.fill(_PARAGRAPH, 72)
    (line,) = join_wrapped(split_lines(f"\n{wrapped}\n", "page.txt"))
    assert (line.first, line.last) == (2, 1 + len(wrapped.splitlines()))


def test_leaves_a_page_that_is_not_wrapped() -> None:
    """Lines right below each other stay apart where nothing shows a margin."""
    text = "\n".join(["Mon", "08:30 am to 04:30 pm", "Tue", "Closed", _PARAGRAPH, "Hours", _ITEM])
    assert len(joined(text)) == 7


def test_keeps_short_lines_of_a_wrapped_page_apart() -> None:
    """An address below a wrapped paragraph keeps its lines: the next word had room."""
    wrapped = textwrap.fill(_PARAGRAPH, 72)
    text = f"{wrapped}\n\n{wrapped}\n\nA Clinic\n2405 West Main Street\nRussellville\n"
    assert joined(text)[2:] == ["A Clinic", "2405 West Main Street", "Russellville"]


def test_does_not_join_across_a_blank_line_or_a_new_item() -> None:
    """A full line ends a paragraph all the same when a blank line or a marker follows."""
    item = textwrap.fill(_ITEM, 72, initial_indent="  * ", subsequent_indent="    ")
    wrapped = textwrap.fill(_PARAGRAPH, 72)
    assert joined(f"{wrapped}\n\n{item}\n{item}\n\n{wrapped}\n") == [
        _PARAGRAPH,
        _ITEM,
        _ITEM,
        _PARAGRAPH,
    ]


def test_joins_lines_of_print_that_are_full_at_different_columns() -> None:
    """Broken by the width of its letters, a line may have had room for the next word in columns."""
    wrapped = textwrap.fill(_PARAGRAPH, 80)
    printed = (
        "The numbing stings for a few seconds, and after that most people will feel\nit no more."
    )
    assert joined(f"{wrapped}\n\n{wrapped}\n\n{printed}\n")[2:] == [printed.replace("\n", " ")]
