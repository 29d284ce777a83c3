"""The bullet that answers is quoted word for word, or nothing is."""

from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from index.aspect import Aspect
from index.document import Paragraph
from index.library import LibraryReader
from index.query import Query
from index.results import Hit, SnippetPart
from portal.quotes import quotable, quote_of
from tests.support.markup import Markup
from tests.support.pages import page, section
from tests.support.portal import TWINS


def quoted(client: TestClient, query: str) -> list[str]:
    """Return the quote on the results page of ``query``, if there is one."""
    return Markup(client.get("/search", params={"q": query}).text).texts("blockquote")


def test_the_one_bullet_with_all_words_is_quoted(client: TestClient) -> None:
    """As it stands in the page, and no more than it."""
    bullet = "Simple dry-needling may be effective for muscle pain."
    assert quoted(client, "dry needling") == [bullet]


def test_a_quote_says_where_it_is_from(client: TestClient) -> None:
    """Path, page and a link to the passage."""
    shown = Markup(client.get("/search?q=dry+needling").text)
    assert shown.texts(".quote-source") == [
        "Treatment Options › Medications › Myofascial Pain Syndrome, "
        "from Fibromyalgia & Myofascial Pain Syndrome"
    ]
    assert shown.attributes(".quote-source a", "href") == [
        f"/topics/{TWINS}/treatment-options-medications-myofascial-pain-syndrome?mark=dry+needling"
    ]


def test_what_is_quoted_is_not_said_again_below(client: TestClient) -> None:
    """The hit that it is from stands in its place, without its excerpt; the others have theirs."""
    shown = Markup(client.get("/search", params={"q": "dry needling"}).text)
    (source,) = shown.attributes(".quote-source a", "href")
    hits = {hit.attributes(".hit-heading a", "href")[0]: hit for hit in shown.select(".hit")}
    assert hits.pop(source).texts(".snippet") == []
    assert hits
    assert all(hit.texts(".snippet") for hit in hits.values())


@pytest.mark.parametrize(
    "query",
    [
        "sleep",  # one word: every passage found is an answer
        "neck pain xylophone",  # a word was left out
        "common stiffness",  # no single bullet or paragraph has both
        "",
    ],
)
def test_where_no_one_bullet_answers_nothing_is_quoted(client: TestClient, query: str) -> None:
    """Better no quote than one that does not answer."""
    assert quoted(client, query) == []


def test_only_the_first_page_of_results_quotes(clinic: Path) -> None:
    """Whoever pages on has seen it."""
    generation = LibraryReader(clinic).current()
    results = generation.search(Query("dry needling"))
    assert quotable(results)
    assert not quotable(replace(results, query=replace(results.query, page=2)))


def test_a_passage_to_read_is_not_a_quote() -> None:
    """Too long to take in at a glance, or the words far apart: the hit itself is the way in."""
    words = "Alpha beta gamma. " * 30
    found = page(
        "Long",
        section("Together", words),
        section("Apart", "Only delta here.", "Only epsilon here."),
    )
    assert quote_of(_hit("together", "alpha beta"), found) is None
    assert quote_of(_hit("apart", "delta epsilon"), found) is None
    quote = quote_of(_hit("apart", "only delta"), found)
    assert quote is not None
    assert quote.block == Paragraph("Only delta here.")


def _hit(anchor: str, marked: str) -> Hit:
    return Hit(
        page="long",
        title="Long",
        anchor=anchor,
        heading=anchor,
        aspect=Aspect.OTHER,
        conditions=(),
        topic=None,
        category=None,
        breadcrumb=(anchor,),
        snippet=tuple(SnippetPart(word, match=True) for word in marked.split()),
        score=1.0,
    )
