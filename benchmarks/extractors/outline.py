"""What an extractor found on a page, in terms that all of them share.

For the benchmarks of the readers only.
"""

import re
from dataclasses import dataclass

_WORD = re.compile(r"\w+")


def words_of(text: str) -> tuple[str, ...]:
    """Return a text's words in lower case."""
    return tuple(_WORD.findall(text.lower()))


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading with its level, or a list item with its depth."""

    words: tuple[str, ...]
    rank: int


@dataclass(frozen=True, slots=True)
class Outline:
    """Headings, list items, and all words of the content, headings and items included."""

    headings: tuple[Entry, ...]
    items: tuple[Entry, ...]
    words: tuple[str, ...]
