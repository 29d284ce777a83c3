"""Abbreviations are explained where they stand as words, and nowhere else."""

from hypothesis import given
from hypothesis import strategies as st

from index.document import Condition
from portal.prose import Glossary, Stretch

BOTH = (Condition("Fibromyalgia", ("FM",)), Condition("Myofascial Pain Syndrome", ("MPS",)))


def test_an_abbreviation_carries_its_meaning() -> None:
    """The text around it stays as it is."""
    assert list(Glossary(BOTH).stretches("Eases MPS, not FM.")) == [
        Stretch("Eases "),
        Stretch("MPS", "Myofascial Pain Syndrome"),
        Stretch(", not "),
        Stretch("FM", "Fibromyalgia"),
        Stretch("."),
    ]


def test_letters_within_a_word_are_no_abbreviation() -> None:
    """FM is not in FMRI, nor in fm."""
    assert list(Glossary(BOTH).stretches("FMRI and fm")) == [Stretch("FMRI and fm")]


def test_an_abbreviation_of_two_conditions_explains_neither() -> None:
    """Better no explanation than a wrong one."""
    glossary = Glossary((Condition("Back Pain", ("BP",)), Condition("Burning Pain", ("BP",))))
    assert list(glossary.stretches("BP")) == [Stretch("BP")]
    assert list(glossary) == []


def test_the_longer_abbreviation_wins() -> None:
    """CRPS-1 is not CRPS followed by a number."""
    glossary = Glossary((Condition("Regional", ("CRPS",)), Condition("Type one", ("CRPS-1",))))
    assert list(glossary.stretches("CRPS-1")) == [Stretch("CRPS-1", "Type one")]


def test_words_searched_for_are_marked_in_any_case_and_as_whole_words() -> None:
    """Joined by a hyphen they are one mark; an abbreviation is marked and explained at once."""
    glossary = Glossary(BOTH, marks=("dry", "needling", "mps"))
    assert list(glossary.stretches("Dry-needling for MPS; drying.")) == [
        Stretch("Dry-needling", "", found=True),
        Stretch(" for "),
        Stretch("MPS", "Myofascial Pain Syndrome", found=True),
        Stretch("; drying."),
    ]


def test_abbreviations_that_the_text_explains_are_known_too() -> None:
    """What conditions give outweighs it; two meanings are none."""
    explained = [("EMG", "electromyography"), ("FM", "something"), ("PT", "one"), ("PT", "two")]
    glossary = Glossary(BOTH, explained)
    assert [(short.text, short.meaning) for short in glossary] == [
        ("EMG", "electromyography"),
        ("FM", "Fibromyalgia"),
        ("MPS", "Myofascial Pain Syndrome"),
    ]


@given(st.text(), st.lists(st.text(min_size=1, max_size=4), max_size=3))
def test_nothing_is_added_or_lost(text: str, abbreviations: list[str]) -> None:
    """The stretches, joined, are the text, whatever the abbreviations are made of."""
    glossary = Glossary((Condition("Anything", tuple(abbreviations)),), marks=abbreviations)
    assert "".join(part.text for part in glossary.stretches(text)) == text
