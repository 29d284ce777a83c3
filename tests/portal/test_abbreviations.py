"""Abbreviations that a text explains, and nothing that only looks like it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.abbreviations import explained_in


def pairs(text: str) -> list[tuple[str, str]]:
    """Return short and long form of each abbreviation that ``text`` explains."""
    return [(found.short, found.long) for found in explained_in(text)]


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("Fibromyalgia (FM) is common.", "FM", "Fibromyalgia"),
        ("an electromyography (EMG) of the arm", "EMG", "electromyography"),
        ("Some need physical therapy (PT).", "PT", "physical therapy"),
        ("dual-energy scans (DESs)", "DES", "dual-energy scans"),
        ("EMG (electromyography) shows it", "EMG", "electromyography"),
        ("Rest. Magnetic resonance imaging (MRI) shows it.", "MRI", "Magnetic resonance imaging"),
    ],
)
def test_what_a_text_explains_is_found_word_for_word(text: str, short: str, long: str) -> None:
    """The long form is the text's own words, no more of them than the letters need."""
    assert pairs(text) == [(short, long)]


@pytest.mark.parametrize(
    "text",
    [
        "Take it twice a day (NOT more).",
        "widespread pain (and fatigue)",
        "The nerves of the arm (C5) are pressed.",
        "Massage helps. (MPS)",
        "MPS (MPS)",
        "()",
    ],
)
def test_what_stands_in_parentheses_is_not_always_an_abbreviation(text: str) -> None:
    """Letters that the words before do not have explain nothing."""
    assert pairs(text) == []


@given(st.text(alphabet="AaBbSs()- .,1", max_size=60))
def test_nothing_is_composed(text: str) -> None:
    """Both forms stand in the text, whatever it is."""
    for found in explained_in(text):
        assert found.long in text
        assert text[found.start :].startswith(found.short)
