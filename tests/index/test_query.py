"""A visitor's text taken apart, and facet choices."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.query import (
    MAX_PHRASES,
    MAX_QUERY_CHARACTERS,
    MAX_WORDS_READ,
    Facet,
    Filters,
    Words,
    parse_words,
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("dry needling", Words(("dry", "needling"))),
        ("dry-needling", Words(("dry-needling",))),
        ('"dry needling" back', Words(("back",), ("dry needling",))),
        ("“dry needling”", Words((), ("dry needling",))),
        ("pain -opioids", Words(("pain",), (), ("opioids",))),
        ('pain -"muscle relaxants"', Words(("pain",), (), ("muscle relaxants",))),
        ('"sleep"', Words(("sleep",))),
        ('sleep "unclosed phrase', Words(("sleep", "unclosed", "phrase"))),
        ("- pain", Words(("pain",))),
        ("non-restorative", Words(("non-restorative",))),
        ("slug:x AND (title:y) *", Words(("slug:x", "AND", "(title:y)"))),
        ('""', Words()),
        (" \t\n", Words()),
    ],
)
def test_words_quotes_and_minus_are_the_whole_language(text: str, words: Words) -> None:
    """Plain words, quoted phrases and exclusions are read; everything else is just text."""
    assert parse_words(text) == words


@given(st.text(max_size=2000))
def test_any_text_at_all_is_a_query_of_bounded_size(text: str) -> None:
    """Nothing a visitor types fails, and the number of pieces is capped."""
    words = parse_words(text)
    for pieces in (words.words, words.phrases, words.excluded):
        assert len(pieces) <= MAX_WORDS_READ
        assert sum(len(piece) for piece in pieces) <= MAX_QUERY_CHARACTERS


def test_text_past_the_cap_is_not_read() -> None:
    """A query of a million characters costs no more than one of the cap's length."""
    assert parse_words("x" * 1_000_000).words == ("x" * MAX_QUERY_CHARACTERS,)


def test_toggling_a_choice_twice_gives_the_first_filters_again() -> None:
    """A facet link that was followed is undone by following its opposite."""
    filters = Filters(aspect=("causes",))
    assert filters.toggled(Facet.ASPECT, "treatment") == Filters(aspect=("causes", "treatment"))
    assert filters.toggled(Facet.ASPECT, "treatment").toggled(Facet.ASPECT, "treatment") == filters
    assert not filters.toggled(Facet.ASPECT, "causes")


def test_clearing_a_facet_leaves_the_others() -> None:
    """Nothing but the named facet is cleared."""
    filters = Filters(aspect=("causes",), topic=("exercise",))
    assert filters.without(Facet.ASPECT) == Filters(topic=("exercise",))


def test_more_phrases_and_exclusions_than_anyone_types_are_left_out() -> None:
    """Each costs far more than a word; the first ones count."""
    phrases = [f'"dry needling {number}"' for number in range(20)]
    excluded = [f"-heat{number}" for number in range(20)]
    words = parse_words(" ".join([*phrases, "pain"])[-400:])
    assert len(words.phrases) <= MAX_PHRASES
    assert words.words[-1] == "pain"
    assert parse_words(" ".join(excluded)).excluded == tuple(
        f"heat{number}" for number in range(MAX_PHRASES)
    )
