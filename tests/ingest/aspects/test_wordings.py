"""Phrases of the vocabulary are found in one pass over a text's words."""

import pytest

from index.aspect import Aspect
from ingest.aspects.wordings import Wording, Wordings
from ingest.wording import words


def wordings(*phrases: str) -> Wordings:
    """Return the look-up of these phrases; each has the aspect of its place among them."""
    aspects = tuple(Aspect)
    return Wordings.of(
        Wording(tuple(phrase.split()), aspects[place]) for place, phrase in enumerate(phrases)
    )


def found(known: Wordings, text: str) -> list[str]:
    """Return the phrases found in ``text``, each with where it stands."""
    return [
        f"{match.start}-{match.end} {' '.join(match.wording.words)}"
        for match in known.found_in(words(text))
    ]


@pytest.mark.parametrize(
    ("phrases", "text", "expected"),
    [
        (("risk factor", "cause"), "Causes and risk factors", ["0-1 cause", "2-4 risk factor"]),
        (("treat*",), "treated, treatable, retreat", ["0-1 treat*", "1-2 treat*"]),
        (("side effect", "effect"), "Side effects", ["0-2 side effect"]),
        (("work out", "out of reach today"), "work out of reach", ["0-2 work out"]),
        (("a b", "b c d"), "a b c d", ["1-4 b c d"]),
        (("a", "a b", "b c d"), "a b c d", ["0-1 a", "1-4 b c d"]),
        (("cause of",), "cause", []),
        (("cause",), "", []),
        ((), "cause", []),
    ],
)
def test_every_phrase_that_is_not_part_of_a_longer_one_is_found(
    phrases: tuple[str, ...], text: str, expected: list[str]
) -> None:
    """Longer phrases go before those that share words with them; the order is the text's."""
    assert found(wordings(*phrases), text) == expected


@pytest.mark.parametrize(
    ("phrases", "expected"),
    [
        (("treat* pain", "treat pain"), "treat pain"),
        (("treat* pain", "treat pai*"), "treat pai*"),
        (("treat pai*", "tre* pain"), "treat pai*"),
        (("tre* pain", "treat* pain"), "tre* pain"),
    ],
)
def test_of_phrases_that_fit_the_same_words_the_one_stated_in_full_counts(
    phrases: tuple[str, ...], expected: str
) -> None:
    """An earlier word in full goes before a later one; else the first of the vocabulary counts."""
    assert found(wordings(*phrases), "treat pain") == [f"0-2 {expected}"]
