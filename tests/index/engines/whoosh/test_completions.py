"""Suggestions while a visitor types."""

from collections.abc import Iterator

import pytest

from index.engine import Changes
from index.engines.whoosh.searching import WhooshSearcher
from index.engines.whoosh.writing import write_index
from tests.support.pages import page, section


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WhooshSearcher]:
    """Return a library of two pages, opened."""
    pages = [
        page(
            "Hip Bursitis",
            section("What helps the hip", "dry needling, rest", topic="Physical Therapy"),
            section("Symptoms", "an ache"),
            conditions=("Hip Bursitis", "Sacroiliac Joint Pain"),
        ),
        page("Neck Pain", section("Symptoms", "an ache"), section("Pain at night", "rest")),
    ]
    folder = tmp_path_factory.mktemp("completions")
    write_index(folder, Changes(pages), None)
    opened = WhooshSearcher(folder)
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("hip b", [("Hip Bursitis", "page")]),
        ("HIP", [("Hip Bursitis", "page"), ("What helps the hip", "section")]),
        ("burs hi", [("Hip Bursitis", "page")]),
        ("pai", [("Pain at night", "section"), ("Neck Pain", "page")]),
        ("phys", [("Physical Therapy", "treatment")]),
        ("symp", [("Symptoms", "section")]),
        ("need", [("needling", "search")]),
        ("dry need", [("dry needling", "search")]),
        ("rest need", []),
        ("bursits", [("Hip Bursitis", "page")]),
        ("sacrolia", [("sacroiliac", "search")]),
        ("nedl", [("needling", "search")]),
        ("ip", []),
        ("?", []),
    ],
)
def test_every_word_typed_begins_a_word_of_what_is_offered(
    searcher: WhooshSearcher, typed: str, offered: list[tuple[str, str]]
) -> None:
    """In any order; names that begin so stand first, each text once, as the best kind.

    A word of the texts is offered as a search; one that begins nothing as what it may be meant for.
    """
    assert [(one.text, one.kind) for one in searcher.suggest(typed)] == offered


def test_no_more_is_offered_than_asked_for(searcher: WhooshSearcher) -> None:
    """The best are kept; none is an answer too."""
    assert len(searcher.suggest("s", 1)) == 1
    assert searcher.suggest("s", 0) == ()
