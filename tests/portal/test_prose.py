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


@given(st.text(), st.lists(st.text(min_size=1, max_size=4), max_size=3))
def test_nothing_is_added_or_lost(text: str, abbreviations: list[str]) -> None:
    """The stretches, joined, are the text, whatever the abbreviations are made of."""
    glossary = Glossary((Condition("Anything", tuple(abbreviations)),))
    assert "".join(part.text for part in glossary.stretches(text)) == text
