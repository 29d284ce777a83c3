"""Dates of review and update are taken from a page's own statements, word for word."""

import pytest

from index.document import LineRange
from ingest.blocks import Heading, Text
from ingest.pages.dates import MOST, stated_dates

LINE = LineRange(1, 1)


@pytest.mark.parametrize(
    "line",
    [
        "Last reviewed: 12 March 2024",
        "Page last reviewed: 29 January 2024",
        "Next review due: 29 January 2027",
        "Last Updated: Nov. 8, 2021",
        "Medically reviewed by Jane Roe, MD on March 3rd, 2023.",
        "Reviewed on 2023-05-04",
        "Last medically reviewed on February 1, 2022",
        "Content last updated 3/4/2023",
        "This page was last updated on 3 May 2020.",
        "Date last revised: June 2019",
    ],
)
def test_a_line_that_states_a_review_or_an_update_is_kept(line: str) -> None:
    """As it stands; nothing is made of it."""
    assert stated_dates([Heading("Neck", LINE), Text(line, LINE)]) == (line,)


@pytest.mark.parametrize(
    "line",
    [
        "12 March 2024",
        "Copyright 2024",
        "Last reviewed",
        "Guidelines were updated in 2021 and again in 2023",
        "The law was last revised on 3 May 2020, and since then doctors must report it.",
        "Appointment: 12 March 2024",
        "Posted on 12 March 2024",
    ],
)
def test_other_lines_state_nothing_of_the_page(line: str) -> None:
    """Neither a date alone nor a review without one, nor a sentence about something else."""
    assert stated_dates([Text(line, LINE)]) == ()


def test_each_statement_is_kept_once_and_only_a_few() -> None:
    """A list of updates is a history, not a date of the page."""
    lines = [Text(f"Updated: {day} May 2020", LINE) for day in (1, 1, 2, 3, 4)]
    assert stated_dates(lines) == (
        "Updated: 1 May 2020",
        "Updated: 2 May 2020",
        "Updated: 3 May 2020",
    )
    assert len(stated_dates(lines)) == MOST
