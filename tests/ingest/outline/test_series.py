"""Series of numbered headings in which some were not recognised by their looks."""

from collections.abc import Sequence

import pytest

from index.document import LineRange
from ingest.blocks import Block, Heading, Text
from ingest.outline.series import with_series_filled

PROSE = "Let your arm hang and swing it in small circles."


def page(*lines: str) -> list[Block]:
    """Return one block a line: a heading where the line begins with "# "."""
    return [
        (Heading if line.startswith("# ") else Text)(line.removeprefix("# "), LineRange(at, at))
        for at, line in enumerate(lines, start=1)
    ]


def headings(content: Sequence[Block]) -> list[str]:
    """Return the wordings of its headings."""
    return [block.text for block in with_series_filled(content) if isinstance(block, Heading)]


@pytest.mark.parametrize(
    "series",
    [
        ["Step 1 - Pendulum stretch", "Step 2 - Towel stretch", "Step 3 - Wall climb"],
        ["Stage 1: Freezing", "Stage 2: Frozen", "Stage 3: Thawing"],
        ["1. Medication", "2. Exercise", "3. Surgery"],
        ["B) Exercise", "C) Surgery", "D) Rest"],
        ["2.1. Heat", "2.2. Cold", "2.3. Rest"],
    ],
)
@pytest.mark.parametrize("known", [0, 1, 2])
def test_one_heading_of_a_series_makes_the_others_headings(series: list[str], known: int) -> None:
    """Whichever of them was recognised, those before and after it follow, one by one."""
    lines = [
        line
        for place, number in enumerate(series)
        for line in (f"# {number}" if place == known else number, PROSE)
    ]
    assert headings(page(*lines)) == series


@pytest.mark.parametrize(
    "line",
    [
        "Step 2 - Hold one end of a towel and pull it.",
        "Step 2 - now follow these:",
        "Step 2 " + "and so on " * 5,
        "2. Towel stretch",
        "Step 5 - Towel stretch",
        "Step 1 - Pendulum stretch",
        "Towel stretch",
    ],
)
def test_other_paragraphs_stay_text(line: str) -> None:
    """A sentence, a lead-in, a long line, another numbering, a far number, one known, no number."""
    assert headings(page("# Step 1 - Pendulum stretch", PROSE, line, PROSE)) == [
        "Step 1 - Pendulum stretch"
    ]


@pytest.mark.parametrize(
    "below", [["Step 3 - Wall climb", "# Step 1 - Pendulum stretch", PROSE], []]
)
def test_a_number_with_nothing_below_it_stays_text(below: list[str]) -> None:
    """Numbers one below the other are a list of contents, and the last line heads nothing."""
    content = page("# Step 1 - Pendulum stretch", PROSE, "Step 2 - Towel stretch", *below)
    assert with_series_filled(content) == tuple(content)


def test_a_page_without_numbered_headings_stays_as_it_is() -> None:
    """Numbered paragraphs alone make no series of headings."""
    content = page("# Exercises", "Step 1 - Pendulum stretch", PROSE, "Step 2 - Towel", PROSE)
    assert with_series_filled(content) == tuple(content)
