"""Furniture as plain lines."""

import re

from index.document import LineRange
from ingest.blocks import Grid, Text
from ingest.site.lines import LONGEST, furniture_lines, places_matching, places_of

HERE = LineRange(1, 1)


def test_statements_on_one_line_are_told_apart() -> None:
    """Bars and bullets part them; commas and hyphens do not."""
    footer = Text("1 Example Street, Springfield | 555-010-0100 • © 2025 Clinic", HERE)
    assert furniture_lines([footer]) == (
        "1 Example Street, Springfield",
        "555-010-0100",
        "© 2025 Clinic",
    )


def test_a_row_of_a_table_is_a_line() -> None:
    """As a list of hours would be written; empty cells say nothing."""
    grid = Grid(("Day", "Hours"), (("Mon", "8-12", "1-5"), ("", "Closed"), ("", "")), HERE)
    assert furniture_lines([grid]) == ("Day: Hours", "Mon: 8-12 1-5", "Closed")


def test_long_notices_are_left_out() -> None:
    """A number in a story is no contact."""
    assert furniture_lines([Text("word " * LONGEST, HERE)]) == ()


def test_lines_that_hold_a_sign() -> None:
    """In any case, in order, each once."""
    lines = ("Open daily", "Home", "Monday", "MON-DAY", "Copyright")
    assert places_of(("mon", "day", "daily", "sun"), lines) == [0, 2, 3]
    assert places_of(("sun",), lines) == []


def test_lines_with_a_match() -> None:
    """Each once, however many matches it has."""
    lines = ("", "1 and 2", "none", "3")
    assert places_matching(re.compile(r"\d"), lines) == [1, 3]
    assert places_matching(re.compile("x"), lines) == []


def test_signs_on_the_last_line_and_several_on_one_are_found_once() -> None:
    """Each line is named once, in order, to the end of the page."""
    assert places_of(("©", "(c)"), ("© and ©", "none", "(C) ©")) == [0, 2]
    assert places_of(("©",), ()) == []
