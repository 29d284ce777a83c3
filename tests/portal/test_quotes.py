"""The bullet that answers is quoted word for word, or nothing is."""

from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from index.library import LibraryReader
from index.query import Query
from portal.quotes import quotable
from tests.support.markup import Markup
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
    page = Markup(client.get("/search?q=dry+needling").text)
    assert page.texts(".quote-source") == [
        "Treatment Options › Medications › Myofascial Pain Syndrome, "
        "from Fibromyalgia & Myofascial Pain Syndrome"
    ]
    assert page.attributes(".quote-source a", "href") == [
        f"/topics/{TWINS}/treatment-options-medications-myofascial-pain-syndrome"
    ]


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
