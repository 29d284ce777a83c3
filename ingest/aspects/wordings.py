"""The wordings that tell aspects, and where they stand in a text.

Folded words enter, Found wordings leave; the wordings come from data/aspects.toml, which ships with
the package. Used by `ingest.aspects.placing` for headings and `ingest.aspects.bodies` for running
text.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from index.aspect import Aspect
from ingest.wording import words

NAME = "~"
"""Stands in a wording for what the page is about."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One phrase of the vocabulary, folded; a word ending in "*" stands for all that begin so."""

    words: tuple[str, ...]
    aspect: Aspect
    is_exact: bool

    @classmethod
    def of(cls, words: tuple[str, ...], aspect: Aspect) -> "Wording":
        """Return the phrase of these words."""
        return cls(words, aspect, not any(word.endswith("*") for word in words))

    def ends_at(self, text: tuple[str, ...], start: int) -> int | None:
        """Return where the phrase ends in ``text`` if it stands at ``start``, else None."""
        end = start + len(self.words)
        if end > len(text):
            return None
        if self.is_exact:
            return end if text[start:end] == self.words else None
        agree = all(map(_word_agrees, self.words, text[start:end]))
        return end if agree else None


def _word_agrees(pattern: str, word: str) -> bool:
    return word.startswith(pattern[:-1]) if pattern.endswith("*") else pattern == word


@dataclass(frozen=True, slots=True, eq=False)
class Wordings:
    """Phrases, found by their first word, or by its first letters where only those are stated."""

    by_word: Mapping[str, tuple[Wording, ...]]
    by_start: Mapping[str, tuple[Wording, ...]]

    @classmethod
    def of(cls, wordings: Iterable[Wording]) -> "Wordings":
        """Build the look-up for ``wordings``."""
        by_word: dict[str, list[Wording]] = {}
        by_start: dict[str, list[Wording]] = {}
        for wording in wordings:
            first = wording.words[0]
            if first.endswith("*"):
                by_start.setdefault(_start(first), []).append(wording)
            else:
                by_word.setdefault(first, []).append(wording)
        return cls(
            {word: tuple(known) for word, known in by_word.items()},
            {start: tuple(known) for start, known in by_start.items()},
        )

    def may_begin_with(self, word: str) -> bool:
        """Return whether any phrase begins with ``word``, folded."""
        return bool(_opening_with(self, word))

    def found_in(self, text: tuple[str, ...]) -> list["Found"]:
        """Return every phrase in ``text`` that is not part of a longer one, in order."""
        found = [
            Found(start, end, wording)
            for start, word in enumerate(text)
            for wording in _opening_with(self, word)
            if (end := wording.ends_at(text, start)) is not None
        ]
        found.sort(key=lambda match: (match.start - match.end, match.start))
        taken = bytearray(len(text))
        kept: list[Found] = []
        for match in found:
            if not any(taken[match.start : match.end]):
                taken[match.start : match.end] = b"\1" * (match.end - match.start)
                kept.append(match)
        return sorted(kept, key=lambda match: match.start)


_KEPT_WORDS = 2**15
# Words whose wordings are remembered; a page has hundreds of different ones, and most open none.


@lru_cache(maxsize=_KEPT_WORDS)
def _opening_with(wordings: Wordings, word: str) -> tuple[Wording, ...]:
    """Return those of ``wordings`` whose first word agrees with ``word``."""
    stated = wordings.by_start.get(word[:_START_LETTERS], ())
    agreeing = (wording for wording in stated if _word_agrees(wording.words[0], word))
    return (*wordings.by_word.get(word, ()), *agreeing)


_START_LETTERS = 2
# The shortest beginning that a wording states with "*" ("do*").


def _start(word: str) -> str:
    return word.rstrip("*")[:_START_LETTERS]


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase at the words ``start`` to ``end`` (exclusive) of a text."""

    start: int
    end: int
    wording: Wording


@dataclass(frozen=True, slots=True)
class AspectVocabulary:
    """All wordings of the shipped vocabulary."""

    phrases: Wordings
    weak: Wordings
    body: Wordings


@cache
def shipped_vocabulary() -> AspectVocabulary:
    """Return the vocabulary of data/aspects.toml, read once."""
    text = files("ingest").joinpath("data/aspects.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(text)

    def kind(name: str) -> Wordings:
        return Wordings.of(
            Wording.of(_pattern(phrase), Aspect(aspect))
            for aspect, table in tables.items()
            for phrase in table.get(name, ())
        )

    return AspectVocabulary(kind("phrases"), kind("weak"), kind("body"))


def _pattern(phrase: str) -> tuple[str, ...]:
    return tuple(
        token if token == NAME or token.endswith("*") else folded
        for token in phrase.split()
        for folded in words(token) or (token,)
    )
