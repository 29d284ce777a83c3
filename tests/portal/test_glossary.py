"""The glossary quotes the pages that explain a word, and explains nothing itself."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from index.aspect import Aspect
from portal.definitions import defines, sentences, terms_of
from tests.support.markup import Markup
from tests.support.pages import page, section
from tests.support.portal import TWINS, build_library, portal_over


def test_each_word_is_explained_in_the_words_of_its_page(client: TestClient) -> None:
    """With the way to where they stand."""
    shown = Markup(client.get("/glossary").text)
    (term,) = [one for one in shown.select(".terms > div") if one.texts("dt")[0].startswith("MPS")]
    assert term.texts("dt") == ["MPS Myofascial Pain Syndrome"]
    assert term.texts("q") == [
        "Fibromyalgia (FM) and Myofascial Pain Syndrome (MPS) are chronic pain disorders."
    ]
    assert term.attributes("a", "href") == [f"/topics/{TWINS}/understanding-both"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Neck pain is pain felt in the neck.", "Neck Pain"),
        ("A nerve block is an injection.", "Nerve Blocks"),
        ("Fibromyalgia (FM) is a chronic disorder.", "Fibromyalgia"),
        ("Hip bursitis, also called GTPS, is pain at the hip.", "Hip Bursitis"),
        ("The term means any ache.", "Term"),
        ("Migraines are attacks of headache.", "Migraine"),
    ],
)
def test_a_sentence_that_says_what_something_is_defines_it(text: str, name: str) -> None:
    """It opens with the name, in the singular or the plural, an article before it or not."""
    assert defines(text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Neck pain often gets better.", "Neck Pain"),
        ("Severe neck pain is a reason to call.", "Neck Pain"),
        ("Neck painkillers are drugs.", "Neck Pain"),
        ("", "Neck Pain"),
        ("Neck pain", "Neck Pain"),
    ],
)
def test_other_sentences_define_nothing(text: str, name: str) -> None:
    """Not what happens to it, nor what something else is."""
    assert not defines(text, name)


def test_a_stop_within_a_number_ends_no_sentence() -> None:
    """Half a sentence would be half a dose."""
    assert list(sentences("Take 2.5 mg. Then rest!  Call us?")) == [
        "Take 2.5 mg.",
        "Then rest!",
        "Call us?",
    ]


def test_an_abbreviation_of_two_things_is_two_terms() -> None:
    """Both are quoted; nobody chooses between them."""
    pages = [
        page("One", section("What", "Physical therapy (PT) helps.")),
        page("Two", section("What", "Prothrombin time (PT) is measured.")),
    ]
    found = terms_of(pages)
    assert [(term.name, term.meaning) for term in found] == [
        ("PT", "Physical therapy"),
        ("PT", "Prothrombin time"),
    ]


def test_the_sentence_that_defines_a_page_is_quoted_once() -> None:
    """From the first part that says what it is; a title's abbreviation is no part of its name."""
    one = page(
        "Nerve Blocks (NB)",
        section("What it is", "A nerve block is an injection. It helps.", aspect=Aspect.OVERVIEW),
        section("More", "A nerve block is a drug.", aspect=Aspect.OVERVIEW),
    )
    (term,) = terms_of([one])
    assert (term.name, term.meaning) == ("Nerve Blocks", "")
    assert [quote.text for quote in term.quotes] == ["A nerve block is an injection."]


def test_a_big_glossary_is_shown_letter_by_letter(tmp_path: Path) -> None:
    """One page of thousands of words would be slow to open and no help."""
    names = [
        f"{first}{second}alia number {n}" for first in "ABC" for second in "xyz" for n in range(10)
    ]
    pages = [
        page(name, section("What", f"{name} is a disease.", aspect=Aspect.OVERVIEW))
        for name in names
    ]
    build_library(tmp_path / "library", pages)
    with portal_over(tmp_path / "library") as client:
        first = Markup(client.get("/glossary").text)
        assert first.texts(".letter h2") == ["A"]
        assert first.attributes(".letters a", "href") == [
            f"/glossary?letter={one}" for one in "ABC"
        ]
        second = Markup(client.get("/glossary?letter=B").text)
        assert second.texts(".letter h2") == ["B"]
        assert len(second.select("dt")) == 30
        assert len(client.get("/glossary.json").json()["terms"]) == 90


def test_a_library_that_explains_nothing_says_so(tmp_path: Path) -> None:
    """The page is there all the same."""
    build_library(tmp_path / "library", [page("Plain", section("Part", "Nothing."))])
    with portal_over(tmp_path / "library") as client:
        assert "No page explains" in client.get("/glossary").text
