"""What words sound like, whoever writes them."""

import pytest

from index.engines.whoosh.sounds import consonants_of, initials_alike, sound_of


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("nefritis", "nephritis"),
        ("soriasis", "psoriasis"),
        ("numonia", "pneumonia"),
        ("eksema", "eczema"),
        ("servical", "cervical"),
        ("bronkitis", "bronchitis"),
        ("rumatoid", "rheumatoid"),
        ("azma", "asthma"),
        ("fibromialja", "fibromyalgia"),
        ("exercize", "exercise"),
        ("migrain", "migraine"),
        ("diarea", "diarrhea"),
        ("hemmorrage", "haemorrhage"),
    ],
)
def test_spellings_of_one_sound_are_one(written: str, meant: str) -> None:
    """However differently they are written."""
    assert sound_of(written) == sound_of(meant)


@pytest.mark.parametrize(
    ("one", "other"),
    [("arteritis", "arthritis"), ("neuritis", "nephritis"), ("ilium", "ileum"), ("pain", "pen")],
)
def test_words_that_sound_otherwise_stay_apart(one: str, other: str) -> None:
    """Vowels tell words apart too."""
    assert sound_of(one) != sound_of(other)


def test_vowels_are_misheard_consonants_are_not() -> None:
    """The skeleton of consonants is the same through mistakes by ear."""
    assert consonants_of(sound_of("injecshun")) == consonants_of(sound_of("injection"))


@pytest.mark.parametrize(("written", "meant"), [("servical", "c"), ("numonia", "p"), ("kist", "c")])
def test_a_sound_may_begin_with_another_letter(written: str, meant: str) -> None:
    """The letters it may be are looked under."""
    assert meant in initials_alike(written)
