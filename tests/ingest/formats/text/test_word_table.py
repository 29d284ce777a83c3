"""Words as numbers: the same word has one number, and is asked one time."""

from collections.abc import Sequence

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from ingest.formats.text.signs import signs_of
from ingest.formats.text.splitting import split_lines
from ingest.formats.text.word_table import Places, WordTable, codes_of
from ingest.formats.text.words import take_apart


def numbers_of(table: WordTable, words: Sequence[str]) -> Places:
    """Return the numbers of ``words``, written one after the other with a space behind each."""
    ends = np.cumsum([len(word) + 1 for word in words], dtype=np.intp) - 1
    begins = ends - np.array([*map(len, words)], dtype=np.intp)
    text = "".join(f"{word} " for word in words)
    return table.number(text, codes_of(text), begins, ends)


@given(st.lists(st.text("aAbé9'中", min_size=1, max_size=4), min_size=1, max_size=60))
def test_each_spelling_has_a_number_of_its_own(words: list[str]) -> None:
    """Two words have the same number if, and only if, they are spelled alike."""
    table = WordTable()
    numbers = numbers_of(table, words).tolist()
    assert [table.spelled[number] for number in numbers] == words
    assert numbers_of(table, words).tolist() == numbers


def test_numbers_stay_as_the_table_grows() -> None:
    """A word that was met early is found again after 20,000 others."""
    table = WordTable()
    first = numbers_of(table, ["Gout", "gout", "pain"])
    others = [f"word{number}" for number in range(20_000)]
    assert len(set(numbers_of(table, others).tolist())) == len(others)
    assert numbers_of(table, ["Gout", "gout", "pain"]).tolist() == first.tolist()


def test_words_are_folded_by_number() -> None:
    """A word in capitals leads to the same in lower case, whether that was on a page or not."""
    table = WordTable()
    folded = table.fold(numbers_of(table, ["GOUT", "Gout", "gout"]))
    assert [table.spelled[number] for number in folded.tolist()] == ["gout"] * 3


def test_a_question_is_asked_of_new_words_alone() -> None:
    """What is known of a word is not asked again, and stays as it was told."""
    asked: list[str] = []

    def length(words: Sequence[str]) -> NDArray[np.intp]:
        asked.extend(words)
        return np.array([*map(len, words)], dtype=np.intp)

    table = WordTable()
    first = numbers_of(table, ["pain", "in"])
    assert table.column(length)[first].tolist() == [4, 2]
    second = numbers_of(table, ["pain", "joints"])
    assert table.column(length)[second].tolist() == [4, 6]
    assert asked == ["pain", "in", "joints"]


def test_a_table_without_words_can_be_asked() -> None:
    """A page of signs alone may be the first that is read."""
    table = WordTable()
    numbers = numbers_of(table, [])
    assert table.fold(numbers).tolist() == []
    assert table.column(signs_of)[numbers].dtype == np.intp


def test_a_page_without_words_is_taken_apart() -> None:
    """Signs alone make lines, and no words."""
    page = take_apart(split_lines("!!!\n\n?!?", "page.txt"))
    assert page.counts.tolist() == [0, 0]
    assert page.words_of(0) == ()
