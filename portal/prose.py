"""Running text in which abbreviations are explained and the words searched for are marked.

Page text enters with what the page says of abbreviations, stretches of text leave; the template
writes <abbr> and <mark> around those that are.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from index.document import Condition, Page
from index.passage import block_lines
from portal.abbreviations import explained_in


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of text; ``meaning`` is the full name where it is an abbreviation, else empty.

    ``found`` tells that it is a word that was searched for.
    """

    text: str
    meaning: str = ""
    found: bool = False


class Glossary:
    """The abbreviations of one page and what they stand for; the words to be marked in it."""

    def __init__(
        self,
        conditions: Iterable[Condition],
        explained: Iterable[tuple[str, str]] = (),
        marks: Iterable[str] = (),
    ) -> None:
        """Learn the abbreviations of ``conditions`` and those ``explained`` (short, long).

        One given two meanings means neither. ``marks`` are words, marked in any case.
        """
        pairs = [(short, known.name) for known in conditions for short in known.abbreviations]
        self._meanings = _agreed(pairs, explained)
        self._marks = frozenset(word.casefold() for word in marks)
        # Words joined by hyphens are marked as one: "dry-needling".
        marked = _any_of(self._marks)
        parts = [_any_of(self._meanings), f"(?i:{marked}(?:-{marked})*)" if marked else ""]
        # What counts stands as a word: "FM" is not in "FMRI".
        choice = "|".join(filter(None, parts))
        self._pattern = re.compile(rf"(?<!\w)(?:{choice})(?!\w)") if choice else None

    def stretches(self, text: str) -> Iterator[Stretch]:
        """Yield ``text`` in stretches whose texts, joined, are ``text`` again."""
        end = 0
        for found in self._pattern.finditer(text) if self._pattern else ():
            if found.start() > end:
                yield Stretch(text[end : found.start()])
            word = found[0]
            is_marked = self._marks.issuperset(word.casefold().split("-"))
            yield Stretch(word, self._meanings.get(word, ""), is_marked)
            end = found.end()
        if end < len(text):
            yield Stretch(text[end:])

    def __iter__(self) -> Iterator[Stretch]:
        """Yield every abbreviation with its meaning, in alphabetical order."""
        return (Stretch(short, self._meanings[short]) for short in sorted(self._meanings))


def glossary_of(page: Page, marks: Iterable[str] = ()) -> Glossary:
    """Return the glossary of ``page``: those of its conditions, and those its text explains."""
    explained = (
        (found.short, found.long)
        for section in page.walk()
        for line in block_lines(section.blocks)
        if "(" in line
        for found in explained_in(line)
    )
    return Glossary(page.conditions, explained, marks)


def _any_of(words: Iterable[str]) -> str:
    """Return a pattern of any of ``words``, the longest first; "" for none."""
    choice = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    return f"(?:{choice})" if choice else ""


def _agreed(
    given: Iterable[tuple[str, str]], explained: Iterable[tuple[str, str]]
) -> Mapping[str, str]:
    """Return short -> long; what conditions give outweighs what the text explains."""
    meanings = _unambiguous(explained)
    meanings.update(_unambiguous(given))
    return {short: long for short, long in meanings.items() if short and long}


def _unambiguous(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    meanings: dict[str, str] = {}
    for short, long in pairs:
        known = meanings.setdefault(short, long)
        if known.casefold() != long.casefold():
            meanings[short] = ""
    return meanings
