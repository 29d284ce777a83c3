"""Wordings are compared without regard to case, accents, plurals, hyphens and "&"."""

import pytest

from ingest.wording import same_words, words, words_of_each


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Joint & Bursa Injections", ("joint", "and", "bursa", "injection")),
        ("Ménière’s disease", ("meniere", "disease")),
        ("dry-needling", ("dry", "needling")),
        ("“Ménière’s”—what’s that…", ("meniere", "what", "that")),
        ("Straße – ‘Мигрень’", ("straße", "мигрень")),
        ("Biopsies and abscesses", ("biopsy", "and", "abscess")),
        ("illness lupus diagnosis", ("illness", "lupus", "diagnosis")),
        ("", ()),
    ],
)
def test_folding(text: str, folded: tuple[str, ...]) -> None:
    """Case, accents, apostrophes, hyphens and plural endings go; "&" is "and"."""
    assert words(text) == folded


@pytest.mark.parametrize(
    "texts",
    [
        (),
        ("",),
        ("Biopsies & abscesses", "", "IES, pies and sses: has gases?", "Crohn's buses"),
        ("illness lupus diagnosis", "Ménière’s – µg", "Straße", "ties"),
        ("the same", "The  same", "the same"),
        ("one line", "and\nanother"),
    ],
)
def test_many_texts_fold_as_each_by_itself(texts: tuple[str, ...]) -> None:
    """A page's texts at once, plurals by patterns: the words are those of `words`."""
    apart = [words(f"{text} ") for text in texts]
    assert words_of_each(texts) == apart
    assert [words(text) for text in texts] == apart


def test_texts_that_are_remembered_stand_among_those_that_are_not() -> None:
    """Each text has its own words, in the order of the texts, whichever were folded before."""
    words("Herniated discs")
    texts = ("Bulging discs", "Herniated discs", "Slipped\ndiscs", "Bulging discs")
    apart = [("bulging", "disc"), ("herniated", "disc"), ("slipped", "disc"), ("bulging", "disc")]
    assert words_of_each(texts[:2]) == apart[:2]
    assert words_of_each(texts) == apart


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Facial Pain & Headaches", "Headaches and facial pain"),
        ("Sacroiliac Joint Inj.", "Sacroiliac Joint Injections"),
        ("Peripheral N. Stimulator", "Peripheral nerve stimulators"),
        ("The knee", "Knee"),
    ],
)
def test_the_same_but_for_order_plurals_and_cut_words(one: str, other: str) -> None:
    """What a menu has no room to spell out still names the page, whichever way one asks."""
    assert same_words(one, other)
    assert same_words(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Neck Pain", "Lower Back Pain"),
        ("Fibromyalgia", "Fibromyalgia and fatigue"),
        ("Nerve Blocks", "Nerve Stimulators"),
        ("", ""),
        ("the", "a"),
    ],
)
def test_other_words_are_not_the_same(one: str, other: str) -> None:
    """A word more or less, or none at all, is another name."""
    assert not same_words(one, other)
