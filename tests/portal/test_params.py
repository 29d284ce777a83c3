"""What a visitor's browser sends becomes a Query, whatever it is."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.datastructures import QueryParams

from index.query import MAX_QUERY_CHARACTERS, Facet, Filters, Query
from portal.params import (
    MAX_FACET_VALUES,
    MAX_PAGE,
    PAGE_SIZE,
    read_page,
    read_query,
    read_text,
    within,
)
from portal.urls import alone_url, search_url


def query_of(url: str) -> Query:
    """Return the Query that the address ``url`` asks for."""
    return read_query(QueryParams(url.partition("?")[2]))


def test_words_filters_and_page_are_read() -> None:
    """The four facets may each be given several times; values come sorted and once."""
    query = query_of("/search?q=sleep&aspect=treatment&aspect=causes&aspect=causes&page=2")
    assert query == Query("sleep", Filters(aspect=("causes", "treatment")), 2, PAGE_SIZE)


def test_a_name_is_as_good_as_a_slug() -> None:
    """Whoever writes an address by hand need not know how names are spelled in it."""
    query = query_of("/search?condition=Myofascial+Pain+Syndrome")
    assert query.filters.condition == ("myofascial-pain-syndrome",)


@pytest.mark.parametrize(
    ("raw", "page"),
    [
        ("3", 3),
        ("", 1),
        ("0", 1),
        ("-2", 1),
        ("1e3", 1),
        ("٣", 1),
        ("1_0", 1),
        ("99999", MAX_PAGE),
        ("9" * 5000, 1),
    ],
)
def test_page_numbers_are_plain_and_bounded(raw: str, page: int) -> None:
    """Anything but a plain number is the first page; a huge one is the highest that is read."""
    assert read_page(QueryParams({"page": raw})) == page


def test_empty_parameters_mean_nothing() -> None:
    """A form sends every field; the empty ones do not narrow anything."""
    assert query_of("/search?q=&aspect=&condition=+&page=") == Query(page_size=PAGE_SIZE)


def test_unknown_parameters_are_ignored() -> None:
    """No parameter but ours has a meaning, the engine's field names least of all."""
    assert query_of("/search?slug=x&page_size=5000&text=y") == Query(page_size=PAGE_SIZE)


def test_no_more_values_are_read_than_anybody_ticks() -> None:
    """A crawler's hundred values of a facet cost no more than twenty."""
    url = "/search?" + "&".join(f"topic=t{number}" for number in range(100))
    assert len(query_of(url).filters.topic) == MAX_FACET_VALUES


def test_control_characters_become_spaces() -> None:
    """A line break or a null would only garble headers, logs and pages."""
    assert read_text("a\x00b\r\nc\td\ud800e") == "a b c d e"


def test_a_page_beyond_the_last_is_the_last() -> None:
    """Whoever followed an old link sees results, not an empty page."""
    assert within(Query(page=9), 3).page == 3
    assert within(Query(page=2), 3).page == 2


@given(st.text(max_size=600), st.lists(st.text(max_size=200), max_size=5), st.text(max_size=9))
def test_any_text_at_all_is_read(text: str, values: list[str], page: str) -> None:
    """Nothing a visitor sends is an error, and nothing unprintable or endless gets through."""
    fields = [("q", text), ("page", page), *(("condition", value) for value in values)]
    query = read_query(QueryParams(fields))
    assert len(query.text) <= MAX_QUERY_CHARACTERS
    assert query.text == " ".join(query.text.split())
    assert 1 <= query.page <= MAX_PAGE
    assert all(value.isascii() and value for value in query.filters.condition)


@given(
    st.text(max_size=80).map(read_text),
    st.lists(st.sampled_from(["causes", "treatment", "neck-pain", "a-1"]), max_size=3),
    st.integers(1, MAX_PAGE),
)
def test_a_query_and_its_address_are_the_same_thing(
    text: str, values: list[str], page: int
) -> None:
    """Reading the address that was built from a query gives that query back."""
    chosen = tuple(sorted(set(values)))
    filters = Filters(**{facet.value: chosen for facet in (Facet.ASPECT, Facet.TOPIC)})
    query = Query(text, filters, page, PAGE_SIZE)
    assert query_of(search_url(query)) == query


@given(
    st.text(max_size=20).map(read_text),
    st.lists(st.sampled_from(["causes", "treatment", "neck-pain"]), max_size=3, unique=True),
    st.sampled_from(list(Facet)),
)
def test_the_address_of_a_value_alone_is_that_of_its_query(
    text: str, values: list[str], facet: Facet
) -> None:
    """The quick way to spell many addresses gives the same ones."""
    chosen = tuple(sorted(values))
    query = Query(text, Filters(aspect=chosen, condition=chosen, category=chosen), page=3)
    alone = replace(query, filters=query.filters.without(facet).toggled(facet, "other"), page=1)
    assert alone_url(query, facet)("other") == search_url(alone)


def test_addresses_hold_nothing_empty() -> None:
    """The first page of everything has one address."""
    assert search_url(Query()) == "/search"
    assert search_url(Query("a b", Filters(topic=("x",)), 2)) == "/search?q=a+b&topic=x&page=2"
