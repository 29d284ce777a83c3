"""Abbreviations are learned where a page defines them, and only there."""

import pytest

from ingest.conditions.abbreviations import abbreviates, abbreviations_of


@pytest.mark.parametrize(
    ("text", "abbreviations"),
    [
        ("Fibromyalgia (FM) and Myofascial Pain Syndrome (MPS) are disorders.", ("FM",)),
        ("Fibromyalgia syndrome (FMS) is common.", ("FMS",)),
        ("FM (fibromyalgia) is common.", ("FM",)),
        ("Fibromyalgia, or FM, is common.", ("FM",)),
        ("Fibromyalgia, also called FM.", ("FM",)),
        ("Fibromyalgia (also known as FM or FMS)", ("FM", "FMS")),
        ("Fibromyalgia (widespread pain)", ()),
        ("Fibromyalgia (CRPS is another disorder)", ()),
        ("Fibromyalgia (NSAID)", ()),
        ("Juvenile arthritis (JA) is not fibromyalgia.", ()),
    ],
)
def test_definitions(text: str, abbreviations: tuple[str, ...]) -> None:
    """In parentheses after the name, before it, or after "or" and "also called"."""
    assert abbreviations_of("Fibromyalgia", [text]) == abbreviations


def test_a_longer_name_keeps_its_abbreviation() -> None:
    """What abbreviates "post-polio syndrome" does not abbreviate its closing words."""
    assert abbreviations_of("Polio Syndrome", ["Post-polio syndrome (PPS)"]) == ()


@pytest.mark.parametrize(
    ("text", "abbreviations"),
    [
        ("Doctors also say failed back surgery syndrome (FBSS).", ("FBSS",)),
        ("Doctors also say failed back surgery syndrome (FBS).", ()),
        ("A failed total back surgery syndrome (FTBSS)", ()),
        ("A back that failed, a syndrome (BFS)", ()),
    ],
)
def test_a_name_with_one_more_word_is_still_that_name(
    text: str, abbreviations: tuple[str, ...]
) -> None:
    """The word must be in the abbreviation too, and stand inside the name."""
    assert abbreviations_of("Failed Back Syndrome", [text]) == abbreviations


@pytest.mark.parametrize(
    ("short_form", "long_form", "fits"),
    [
        ("CRPS", "Complex Regional Pain Syndrome", True),
        ("TOS", "Thoracic outlet syndrome", True),
        ("ME/CFS", "Myalgic encephalomyelitis chronic fatigue syndrome", True),
        ("SPC", "Complex Regional Pain Syndrome", False),
        ("pain", "Pain", False),
        ("", "Pain", False),
    ],
)
def test_letters_must_occur_in_order(short_form: str, long_form: str, fits: bool) -> None:
    """The first letter opens a word, the others follow in order; a plain word is no short form."""
    assert abbreviates(short_form, long_form) is fits
