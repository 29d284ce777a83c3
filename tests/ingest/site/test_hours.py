"""Opening hours."""

import pytest

from ingest.site.hours import find_hours


def rows(*lines: str) -> list[tuple[str, str]]:
    """Return the rows found in ``lines`` as pairs."""
    return [(row.day, row.hours) for row in find_hours(lines)]


@pytest.mark.parametrize(
    "lines",
    [
        ["Mon-Fri: 8-5", "Sat: Closed"],
        ["Hours: Mon-Fri 8-5, Sat closed"],
        ["Mon-Fri", "8-5", "Sat", "Closed"],
        ["Mon-Fri", "Sat", "8-5", "Closed"],
        ["8-5, Mon-Fri", "Closed Sat"],
    ],
)
def test_days_and_hours_in_any_arrangement(lines: list[str]) -> None:
    """One line a row, all on one line, line by line, column by column, hours first."""
    found = [(day, hours.lower()) for day, hours in rows("Office Hours", *lines, "Follow us")]
    assert found == [("Mon-Fri", "8-5"), ("Sat", "closed")]


@pytest.mark.parametrize(
    ("line", "day", "hours"),
    [
        ("Monday – Thursday: 8:30am – 4:30pm", "Monday – Thursday", "8:30am – 4:30pm"),
        ("Mon to Thu 8:30 am to 4:30 pm", "Mon to Thu", "8:30 am to 4:30 pm"),
        ("Wed & Thurs: 8:30am-4pm PT", "Wed & Thurs", "8:30am-4pm PT"),
        ("(Mon-Fri, 9am-5pm)", "Mon-Fri", "9am-5pm"),
        ("Fri: By Appointment Only", "Fri", "By Appointment Only"),
        ("Daily: open 24 hours", "Daily", "open 24 hours"),
        ("Open 24 hours, 7 days a week", "7 days a week", "Open 24 hours"),
        ("Mon–Thu 0900–1730", "Mon–Thu", "0900–1730"),
        ("Weekends and holidays 9 a.m. to noon", "Weekends and holidays", "9 a.m. to noon"),
        ("Tuesday 8:00-12:00, 13:00-17:00", "Tuesday", "8:00-12:00, 13:00-17:00"),
        ("Saturday: 9:00 a.m.-1:00 p.m. (first of the month)", "Saturday",
         "9:00 a.m.-1:00 p.m. (first of the month)"),
    ],
)  # fmt: skip
def test_a_row_is_kept_as_written(line: str, day: str, hours: str) -> None:
    """Ranges, lists of days, several spans, time zones and notes."""
    assert rows(line) == [(day, hours)]


def test_two_spans_below_a_day_belong_to_it() -> None:
    """Morning and afternoon on lines of their own."""
    assert rows("Mon", "8-12", "1-5", "Tue", "8-12") == [("Mon", "8-12, 1-5"), ("Tue", "8-12")]


@pytest.mark.parametrize(
    "lines",
    [
        ["Mon, 02 Mar 26 09:53:50"],
        ["We have a walk in center open most saturdays from 1 – 4 pm, please call first."],
        ["Monday", "Lunch: soup", "Tuesday", "Lunch: salad"],
        ["72 hours", "120 hours"],
        ["Mon", "Tue", "Wed", "8-5"],
    ],
)
def test_days_in_other_places_are_no_opening_hours(lines: list[str]) -> None:
    """Dates, sentences, menus of the week, durations, and columns that do not match."""
    assert rows(*lines) == []


def test_the_longest_table_is_taken() -> None:
    """A telephone line's hours elsewhere on the page do not mix with the clinic's."""
    phone = ["Call us", "Mon-Fri: 7-7"]
    between = [f"Footer line {letter}" for letter in "abcdefgh"]
    clinic = ["Mon-Thu: 8-5", "Fri: 8-12", "Sat: Closed"]
    assert [day for day, _ in rows(*phone, *between, *clinic)] == ["Mon-Thu", "Fri", "Sat"]


def test_hours_of_another_place_do_not_mix() -> None:
    """A day that comes again begins the table of the next clinic."""
    north = ["North Clinic", "Mon-Thu: 8-5", "Fri: 8-12"]
    south = ["South Clinic", "Mon-Wed: 9-4"]
    assert rows(*north, *south) == [("Mon-Thu", "8-5"), ("Fri", "8-12")]
