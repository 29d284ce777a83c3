"""What visitors type, answered over the pages in raw/: read, written and opened as in earnest.

The queries and the sections that answer them stand in tests/data/queries.toml.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.explanation import Means
from index.library import Generation
from index.query import Query
from tests.support.golden_queries import GoldenQuery, golden_queries
from tests.support.ingest import ingest, live

RAW = Path(__file__).parent.parent.parent / "raw"
FIRST = 3
"""Hits among which the answer is to be: what a visitor sees without scrolling."""

BY_CORRECTION = [
    ("acupunture", "acupuncture", "Complementary Therapies"),
    ("needeling", "needling", "Myofascial Pain Syndrome"),
    ("firbomyalgia", "fibromyalgia", "Fibromyalgia"),
]
"""Misspelt, the query that is searched for instead, and a heading of the answer."""

AS_TYPED = [
    ("dryneedling", Means.PARTED, "Myofascial Pain Syndrome"),
    ("fibro myalgia", Means.JOINED, "Fibromyalgia"),
    ("trouble sleeping", Means.WORD, "What are the symptoms?"),
    ("can't sleep", Means.WORD, "Clinical Presentation"),
    ("tired", Means.SYNONYM, "Fibromyalgia"),
    ("FM", Means.SYNONYM, "Fibromyalgia"),
    ("MPS treatment", Means.ASPECT, "Treatment and Management Options"),
    ("nsaid", Means.WORD, "Medicines"),
    ("trigger point shot", Means.SYNONYM, "Trigger Point Injections"),
    ("tumour in the spine", Means.VARIANT, "Causes"),
    ("swelled limb", Means.VARIANT, "When should I call?"),
]
"""Taken for what it means; the means by which the answer has one of the words, a heading of it.

Words written apart or together or as in Britain, the clinic's own synonyms, abbreviations that
pages explain, an aspect asked for.
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Generation]:
    """Return the library of raw/."""
    folder = tmp_path_factory.mktemp("golden") / "library"
    ingest(RAW, folder)
    generation = live(folder)
    yield generation
    generation.close()


def _expected() -> Iterator[object]:
    """Yield the golden queries; one that is known to be missed has to fail."""
    for golden in golden_queries():
        marks = pytest.mark.xfail(reason=golden.missed) if golden.missed else ()
        yield pytest.param(golden, marks=marks, id=golden.text)


@pytest.mark.parametrize("golden", list(_expected()))
def test_the_answer_is_among_the_first_three(library: Generation, golden: GoldenQuery) -> None:
    """A visitor who types this sees a section that answers without scrolling."""
    hits = library.search(Query(golden.text)).hits[:FIRST]
    assert any(golden.is_answered_by(hit.page, hit.breadcrumb) for hit in hits), [
        (hit.page, hit.breadcrumb) for hit in hits
    ]


@pytest.mark.parametrize(("typed", "searched_for", "heading"), BY_CORRECTION)
def test_a_misspelling_is_mended_and_told(
    library: Generation, typed: str, searched_for: str, heading: str
) -> None:
    """Sure corrections are searched for; the results say so, and can be had as typed."""
    results = library.search(Query(typed))
    assert results.searched_for == searched_for
    assert any(heading in hit.breadcrumb for hit in results.hits[:FIRST])
    assert library.search(Query(typed, as_typed=True)).searched_for == ""


@pytest.mark.parametrize(("typed", "means", "heading"), AS_TYPED)
def test_what_is_meant_is_found_as_it_is_typed(
    library: Generation, typed: str, means: Means, heading: str
) -> None:
    """No correction is needed to lead to the right section."""
    results, explained = library.search(Query(typed)), library.explain(Query(typed))
    assert results.searched_for == ""
    by = {
        match.means
        for hit, explanation in zip(results.hits[:FIRST], explained, strict=False)
        for match in explanation.matches
        if heading in hit.breadcrumb
    }
    assert means in by


@pytest.mark.parametrize("drug", ["duloxetine", "fluoxetine", "prednisolone", "hydroxyzine"])
def test_a_drug_never_becomes_another_by_itself(library: Generation, drug: str) -> None:
    """A well-formed name is searched for as it is, be it in the library or not."""
    assert library.search(Query(drug)).searched_for == ""


@pytest.mark.parametrize("text", ["tired all the time", "will it ever go away", "leftover pills"])
def test_english_words_are_no_mistakes(library: Generation, text: str) -> None:
    """What the library lacks, but English has, is neither mended nor questioned."""
    results = library.search(Query(text))
    assert (results.searched_for, results.corrections) == ("", ())


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        ("does insurance cover spinal cord stimulator", "insurance"),
        ("metformin", "metformin"),
        ("hydroxyzine", "hydroxyzine"),
        ("mal de dos", "mal"),
        ("knee replacement surgery recovery", "replacement"),
        ("covid vaccine side effects", "covid"),
        ("is ibuprofen safe for dogs", "dogs"),
        ("kidney transplant", "transplant"),
        ("headache from hangover", "hangover"),
        ("parking", "parking"),
        ("cookie policy", "cookie"),
    ],
)
def test_what_no_page_has_is_said_to_be_left_out(
    library: Generation, text: str, lacking: str
) -> None:
    """Nobody takes what is found without the word for an answer, nor the word for another."""
    results = library.search(Query(text))
    assert lacking in results.dropped
    assert (results.searched_for, results.corrections) == ("", ())
