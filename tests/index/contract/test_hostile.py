"""Whatever a visitor types, every engine answers."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.engine import Searcher
from index.query import Query

HOSTILE = [
    "slug:x",
    "page:neck-pain",
    'sleep "unclosed',
    "(",
    ")))(((",
    "*",
    "sl*",
    "sleep AND OR NOT",
    "NOT sleep",
    "sleep~2^9",
    "[a TO z]",
    "{sleep}",
    "\\",
    "\x00\x01\x1f",
    "\ud800",
    "боль во сне",
    "睡眠",
    "😴 sleep 😴",
    "a" * 10_000,
    "sleep " * 2_000,
    "-sleep",
    '-"" "" -',
    "'",
    "<script>alert(1)</script>",
    "%s %d {0}",
    "\u202esleep",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_is_an_error(clinic: Searcher, text: str) -> None:
    """Search and suggestion give an answer to anything."""
    results = clinic.search(Query(text))
    assert results.total >= len(results.hits)
    assert clinic.suggest(text) is not None


@pytest.mark.parametrize(
    "text", ["slug:x", "page:neck-pain", "title:neck", "record:x", "body:heat"]
)
def test_no_text_addresses_a_field_of_the_index(clinic: Searcher, text: str) -> None:
    """A colon is punctuation: the words around it are searched like any others."""
    assert clinic.search(Query(text)).total == clinic.search(Query(text.replace(":", " "))).total


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text(max_size=300), page=st.integers(1, 10_000))
def test_random_text_is_answered(clinic: Searcher, text: str, page: int) -> None:
    """No text, and no page number however high, is an error."""
    results = clinic.search(Query(text, page=page))
    assert len(results.hits) <= results.query.page_size
    assert clinic.suggest(text) is not None


def test_eight_threads_get_the_answers_one_gets(clinic: Searcher) -> None:
    """Nothing is shared that a search changes."""
    queries = [Query(text) for text in ("sleep", "pain", "FM", '"poor sleep"', "", "dry-needling")]
    expected = [clinic.search(query) for query in queries]
    with ThreadPoolExecutor(8) as pool:
        for answers in pool.map(lambda _: [clinic.search(query) for query in queries], range(40)):
            assert answers == expected
