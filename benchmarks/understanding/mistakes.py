"""Names as people mistype them.

A name and chance enter, the name with one or two mistakes leaves.
"""

import random
from collections.abc import Callable
from string import ascii_lowercase

_SHORTEST = 5
"""Letters of a word that a mistake is made in; shorter ones become other words."""

_SHORTEST_FOR_TWO = 10
"""Letters of a word in which half the time two mistakes are made."""

_Mistake = Callable[[str, int, random.Random], str]

_MISTAKES: tuple[_Mistake, ...] = (
    lambda word, at, _: word[:at] + word[at + 1 :],
    lambda word, at, _: word[:at] + word[at] + word[at:],
    lambda word, at, chance: word[:at] + chance.choice(ascii_lowercase) + word[at + 1 :],
    lambda word, at, _: word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :],
)
"""A letter left out, doubled, another one, two swapped: four in five misspellings (Damerau, "A
technique for computer detection and correction of spelling errors", CACM 7(3), 1964)."""


def misspelt(name: str, chance: random.Random) -> str:
    """Return ``name`` with its longest word misspelt behind its first letter, or "" if none is."""
    words = name.split()
    place = max(range(len(words)), key=lambda number: len(words[number]))
    word = words[place]
    if not word.isalpha() or len(word) < _SHORTEST:
        return ""
    count = 2 if len(word) >= _SHORTEST_FOR_TWO and chance.random() < 0.5 else 1  # noqa: PLR2004  # half
    mistaken = word
    for _ in range(count):
        mistaken = chance.choice(_MISTAKES)(mistaken, chance.randrange(2, len(mistaken)), chance)
    if mistaken.casefold() == word.casefold():
        return ""
    return " ".join([*words[:place], mistaken, *words[place + 1 :]])
