"""Words found by arrays are the words that `folding` finds one by one."""

from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from index.engines.whoosh.folding import fold, words_of
from index.engines.whoosh.tokens import Tokenizer, Tokens

TRICKY = "aZ09_-'’.\n\0 éßİſµŁ漢かﬁ́½²·٣\ud800😀\u200b" + "x" * 5


def spelled(tokens: Tokens) -> list[list[tuple[str, int, int]]]:
    """Return surface, start and width of each token, text by text, but for the ends of lines."""
    rows = zip(tokens.numbers.tolist(), tokens.starts.tolist(), tokens.widths.tolist(), strict=True)
    found = [(tokens.surfaces[number].decode(), start, width) for number, start, width in rows]
    firsts = [0, *tokens.ends.tolist()]
    texts = (found[first:last] for first, last in pairwise(firsts))
    return [[row for row in text if row[0]] for text in texts]


def one_by_one(text: str) -> list[tuple[str, int, int]]:
    """Return the same by `folding`."""
    return [
        (word.surface.encode(errors="replace").decode(), word.start, word.end - word.start)
        for word in words_of(text.replace("\0", " "))
    ]


@given(st.lists(st.lists(st.text(st.sampled_from(TRICKY) | st.characters()), max_size=5)))
@example([["Don't o''clock rock'n'roll 'quoted' x’s"], ["", "\n\n", "'"]])
@example([["sevenlet eightlet ninelette sixteencharacter seventeencharacte" + "s" * 99]])
def test_words_are_those_found_one_by_one(batches: list[list[str]]) -> None:
    """Whatever the texts, and however many are taken at a time."""
    tokenizer = Tokenizer()
    for batch in batches:
        tokenizer.add(batch)
    texts = [text for batch in batches for text in batch]
    assert spelled(tokenizer.tokens()) == [one_by_one(text) for text in texts]


def test_lines_and_texts_end_with_a_token_that_is_no_word() -> None:
    """So no phrase reaches from one to the next."""
    tokenizer = Tokenizer()
    tokenizer.add(["Hip pain\nand heat", ""])
    tokens = tokenizer.tokens()
    surfaces = [tokens.surfaces[number] for number in tokens.numbers.tolist()]
    assert surfaces == [b"hip", b"pain", b"", b"and", b"heat", b"", b""]
    assert tokens.ends.tolist() == [6, 7]
    assert tokens.starts.tolist() == [0, 4, 8, 9, 13, 17, 0]


def test_different_words_with_the_same_beginning_stay_different() -> None:
    """Eight characters are compared at once; what follows counts too."""
    words = [f"osteoarthr{tail}" for tail in ("itis", "osis", "otic", "")]
    words += [f"{word}{tail}" for word in words for tail in ("x", "longerthansixteen")]
    tokenizer = Tokenizer()
    tokenizer.add([" ".join(words * 3).upper()])
    tokens = tokenizer.tokens()
    found = [tokens.surfaces[number].decode() for number in tokens.numbers.tolist()[:-1]]
    assert found == words * 3
    assert len(tokens.surfaces) == len(words) + 1
    assert all(fold(word) == word for word in words)
