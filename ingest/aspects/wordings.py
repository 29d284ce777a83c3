"""The wordings that tell aspects, and where they stand in a text.

Folded words enter, Found wordings leave; the wordings come from data/aspects.toml, which ships with
the package. Used by `ingest.aspects.placing` for headings and `ingest.aspects.bodies` for running
text.
"""

import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from itertools import chain
from typing import NamedTuple

from index.aspect import Aspect
from ingest.wording import Words, words

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

    def ends_at(self, text: Words, start: int) -> int | None:
        """Return where the phrase ends in ``text`` if it stands at ``start``, else None."""
        end = start + len(self.words)
        if end > len(text):
            return None
        for pattern, word in zip(self.words, text[start:end], strict=True):
            if pattern != word and not (pattern[-1] == "*" and word.startswith(pattern[:-1])):
                return None
        return end


class Found(NamedTuple):
    """A phrase at the words ``start`` to ``end`` (exclusive) of a text."""

    start: int
    end: int
    wording: Wording


Exact = Mapping[int, Mapping[Words, Wording]]
"""Phrases by how many words they have, then by these."""


class _Opened(NamedTuple):
    """The phrases that a word may begin: exact ones, and those with a "*"."""

    exact: Exact
    loose: Sequence[Wording]


_KEPT_WORDS = 2**15
# Words of texts of which it is remembered what they may begin: pages share most of theirs.


@dataclass(frozen=True, slots=True, eq=False)
class Wordings:
    """Phrases, found by their first word, or by its first letters where only those are stated.

    Phrases of the same words count once, the first of them; exact ones are looked up as a whole,
    and go before those with a "*".
    """

    exact: Mapping[str, Exact]
    loose: Mapping[str, tuple[Wording, ...]]
    by_start: Mapping[str, tuple[tuple[str, Wording], ...]]
    letters: int
    """Letters of the shortest beginning that a phrase states, and of each key of ``by_start``."""
    opened_by: Callable[[str], _Opened | None] = field(init=False)
    """Returns what a word may begin, None if nothing."""

    def __post_init__(self) -> None:
        """Prepare to remember what words may begin."""
        object.__setattr__(self, "opened_by", lru_cache(_KEPT_WORDS)(self._opened_by))

    @classmethod
    def of(cls, wordings: Iterable[Wording]) -> "Wordings":
        """Build the look-up for ``wordings``."""
        exact: dict[str, dict[int, dict[tuple[str, ...], Wording]]] = {}
        loose: dict[str, list[Wording]] = {}
        stated: list[tuple[str, Wording]] = []
        for wording in wordings:
            first = wording.words[0]
            if wording.is_exact:
                by_size = exact.setdefault(first, {})
                by_size.setdefault(len(wording.words), {}).setdefault(wording.words, wording)
            elif first.endswith("*"):
                stated.append((first.rstrip("*"), wording))
            else:
                loose.setdefault(first, []).append(wording)
        letters = min((len(start) for start, _ in stated), default=0)
        by_start: dict[str, list[tuple[str, Wording]]] = {}
        for start, wording in stated:
            by_start.setdefault(start[:letters], []).append((start, wording))
        return cls(
            exact,
            {word: tuple(known) for word, known in loose.items()},
            {start: tuple(known) for start, known in by_start.items()},
            letters,
        )

    def sizes_beginning_with(self, word: str) -> frozenset[int]:
        """Return how many words the phrases have that begin with ``word``, folded."""
        opened = self.opened_by(word)
        if opened is None:
            return frozenset()
        return frozenset({*opened.exact, *(len(wording.words) for wording in opened.loose)})

    def second_words(self) -> frozenset[str]:
        """Return the second words of the phrases that have one."""
        exact = (
            words for sizes in self.exact.values() for size in sizes.values() for words in size
        )
        loose = (wording.words for wordings in self.loose.values() for wording in wordings)
        stated = (wording.words for pairs in self.by_start.values() for _, wording in pairs)
        return frozenset(words[1] for words in chain(exact, loose, stated) if len(words) > 1)

    def found_in(self, text: Words) -> list[Found]:
        """Return every phrase in ``text`` that is not part of a longer one, in order."""
        found: list[Found] = []
        for start, here in enumerate(map(self.opened_by, text)):
            if here is None:
                continue
            for size, known in here.exact.items():
                wording = known.get(text[start : start + size])
                if wording is not None:
                    found.append(Found(start, start + size, wording))
            for wording in here.loose:
                end = wording.ends_at(text, start)
                if end is not None:
                    found.append(Found(start, end, wording))
        return _longest(found)

    def _opened_by(self, word: str) -> _Opened | None:
        exact = self.exact.get(word, {})
        stated = self.by_start.get(word[: self.letters], ())
        agreeing = [wording for start, wording in stated if word.startswith(start)]
        loose = (*self.loose.get(word, ()), *agreeing)
        return _Opened(exact, loose) if exact or loose else None


def _longest(found: list[Found]) -> list[Found]:
    """Return those of ``found`` that are not part of a longer one, in order."""
    if len(found) <= 1:
        return found
    found.sort(key=lambda match: (match.start - match.end, match.start))
    taken = bytearray(max(match.end for match in found))
    kept: list[Found] = []
    for match in found:
        if not any(taken[match.start : match.end]):
            taken[match.start : match.end] = b"\1" * (match.end - match.start)
            kept.append(match)
    return sorted(kept, key=lambda match: match.start)


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
