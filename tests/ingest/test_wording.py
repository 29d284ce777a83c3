"""Wordings are compared without regard to case, accents, plurals, hyphens and "&"."""

import pytest

from ingest.wording import same_words, words


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
