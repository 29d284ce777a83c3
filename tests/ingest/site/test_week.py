"""Opening hours as a week."""

import pytest

from index.site import OpeningHours
from ingest.site.week import contradict, week


def table(**rows: str) -> tuple[OpeningHours, ...]:
    """Return rows of opening hours; "_" in a day stands for a hyphen."""
    return tuple(OpeningHours(day.replace("_", "-"), hours) for day, hours in rows.items())


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Monday", "mon"),
        ("Mon - Thu", "mon tue wed thu"),
        ("Fri to Mon", "fri sat sun mon"),
        ("Sat, Sun", "sat sun"),
        ("Tues & Thurs.", "tue thu"),
        ("Mon-Wed and Fri", "mon tue wed fri"),
        ("Weekdays", "mon tue wed thu fri"),
        ("Daily", "mon tue wed thu fri sat sun"),
        ("7 days a week", "mon tue wed thu fri sat sun"),
    ],
)
def test_days_are_counted_out(text: str, days: str) -> None:
    """Ranges run through the week, also over its end; lists are lists."""
    assert list(week((OpeningHours(text, "8-5"),))) == days.split()


def test_the_same_hours_in_other_words_are_no_contradiction() -> None:
    """Zeros, capitals, spaces, points; days together or apart; days left out."""
    apart = table(Mon="08:30 am – 04:30 pm", Tue="8:30 AM - 4:30 PM", Sat="Closed")
    assert not contradict(apart, table(Mon_Tue="8:30am-4:30pm", Sat="closed."))
    assert not contradict(apart, table(Tuesday="8:30 a.m. to 4:30 p.m."))


def test_other_hours_on_one_day_are_a_contradiction() -> None:
    """However the rest agrees."""
    assert contradict(table(Mon_Fri="8-5"), table(Mon_Thu="8-5", Fri="8-12"))
    assert contradict(table(Sun="Closed"), table(Sun="By appointment"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("9-5", "09:00–17:00"),
        ("8:30 AM - 4:30 PM", "0830-1630"),
        ("9 am to noon", "9:00-12:00"),
        ("1 - 5 pm", "13:00 - 17:00"),
        ("8-12, 1-5", "08:00-12:00 and 13:00-17:00"),
    ],
)
def test_twelve_hours_and_twenty_four_are_one_clock(one: str, other: str) -> None:
    """Where the half of the day is left out, it is the one that makes sense for a clinic."""
    assert not contradict(table(Mon=one), table(Mon=other))
    assert contradict(table(Mon=one), table(Mon="7:15 am - 9:45 am"))
