"""The wordings that tell aspects, and where they stand in a text.

Folded words enter, Found wordings leave; the wordings come from data/aspects.toml, which ships with
the package. Used by `ingest.aspects.placing` for headings and `ingest.aspects.bodies` for running
text.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from itertools import chain, compress, count
from typing import NamedTuple

from index.aspect import Aspect
from ingest.wording import QUESTION_WORDS, Remembered, Words, words

NAME = "~"
"""Stands in a wording for what the page is about."""

_IT = "it"
_ASKING = QUESTION_WORDS - {"what"}


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

    def stands_at(self, text: Words, start: int) -> bool:
        """Whether the phrase stands in ``text`` from the word ``start``."""
        here = text[start : start + len(self.words)]
        if len(here) < len(self.words):
            return False
        for pattern, word in zip(self.words, here, strict=True):
            if pattern != word and not (pattern[-1] == "*" and word.startswith(pattern[:-1])):
                return False
        return True


class Found(NamedTuple):
    """A phrase at the words ``start`` to ``end`` (exclusive) of a text."""

    start: int
    end: int
    wording: Wording


class _Opened(NamedTuple):
    """The phrases that a word may begin.

    Itself ``alone``; the ``longer`` ones that are exact, by their second word; and the ``loose``.
    """

    alone: Wording | None
    longer: Mapping[str, Sequence[Wording]]
    loose: Sequence[Wording]

    @classmethod
    def of(cls, exact: Sequence[Wording], loose: Sequence[Wording]) -> "_Opened":
        longer: dict[str, list[Wording]] = {}
        for wording in exact:
            if len(wording.words) > 1:
                longer.setdefault(wording.words[1], []).append(wording)
        alone = next((wording for wording in exact if len(wording.words) == 1), None)
        return cls(alone, longer, loose)


_KEPT_WORDS = 2**15
# Words of texts of which it is remembered what they may begin: pages share most of theirs.


@dataclass(frozen=True, slots=True, eq=False)
class Wordings:
    """Phrases, found by their first word, or by its first letters where only those are stated.

    Exact phrases of the same words count once, the first of them, and go before those with a "*".
    """

    exact: Mapping[str, tuple[Wording, ...]]
    loose: Mapping[str, tuple[Wording, ...]]
    by_start: Mapping[str, tuple[tuple[str, Wording], ...]]
    letters: int
    """Letters of the shortest beginning that a phrase states, and of each key of ``by_start``."""
    _opened_by: Mapping[str, _Opened | None] = field(init=False)

    def __post_init__(self) -> None:
        """Prepare to remember what words may begin."""
        object.__setattr__(self, "_opened_by", Remembered(self._open, _KEPT_WORDS))

    @classmethod
    def of(cls, wordings: Iterable[Wording]) -> "Wordings":
        """Build the look-up for ``wordings``."""
        exact: dict[str, dict[Words, Wording]] = {}
        loose: dict[str, list[Wording]] = {}
        stated: list[tuple[str, Wording]] = []
        for wording in wordings:
            first = wording.words[0]
            if wording.is_exact:
                exact.setdefault(first, {}).setdefault(wording.words, wording)
            elif first.endswith("*"):
                stated.append((first.rstrip("*"), wording))
            else:
                loose.setdefault(first, []).append(wording)
        letters = min((len(start) for start, _ in stated), default=0)
        by_start: dict[str, list[tuple[str, Wording]]] = {}
        for start, wording in stated:
            by_start.setdefault(start[:letters], []).append((start, wording))
        return cls(
            {word: tuple(known.values()) for word, known in exact.items()},
            {word: tuple(known) for word, known in loose.items()},
            {start: tuple(known) for start, known in by_start.items()},
            letters,
        )

    def sizes_beginning_with(self, word: str) -> frozenset[int]:
        """Return how many words the phrases have that begin with ``word``, folded."""
        return frozenset(len(wording.words) for wording in self._beginning_with(word))

    def second_words(self) -> frozenset[str]:
        """Return the second words of the phrases that have one."""
        stated = [wording for pairs in self.by_start.values() for _, wording in pairs]
        known = chain(*self.exact.values(), *self.loose.values(), stated)
        return frozenset(wording.words[1] for wording in known if len(wording.words) > 1)

    def found_in(self, text: Words) -> list[Found]:
        """Return every phrase in ``text`` that is not part of a longer one, in order."""
        opened = list(map(self._opened_by.__getitem__, text))
        found: list[Found] = []
        for start, here, after in compress(zip(count(), opened, (*text[1:], "")), opened):
            if here is None:
                continue
            if here.alone is not None:
                found.append(Found(start, start + 1, here.alone))
            for wording in here.longer.get(after, ()):
                end = start + len(wording.words)
                if text[start:end] == wording.words:
                    found.append(Found(start, end, wording))
            found += [
                Found(start, start + len(wording.words), wording)
                for wording in here.loose
                if wording.stands_at(text, start)
            ]
        return _longest(found)

    def _beginning_with(self, word: str) -> tuple[Wording, ...]:
        return (*self.exact.get(word, ()), *self._loose(word))

    def _loose(self, word: str) -> tuple[Wording, ...]:
        stated = self.by_start.get(word[: self.letters], ())
        agreeing = (wording for start, wording in stated if word.startswith(start))
        return (*self.loose.get(word, ()), *agreeing)

    def _open(self, word: str) -> _Opened | None:
        exact, loose = self.exact.get(word, ()), self._loose(word)
        return _Opened.of(exact, loose) if exact or loose else None


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
        wordings = [
            Wording.of(_pattern(phrase), Aspect(aspect))
            for aspect, table in tables.items()
            for phrase in table.get(name, ())
        ]
        return Wordings.of((*wordings, *_asking_of_it(wordings)))

    return AspectVocabulary(kind("phrases"), kind("weak"), kind("body"))


def _asking_of_it(wordings: Iterable[Wording]) -> Iterator[Wording]:
    """Yield the questions among ``wordings`` that name the topic, with "it" for its name.

    "How is ~ spread" asks the same as "How is it spread"; "What is it" opens many.
    """
    for wording in wordings:
        if NAME in wording.words and wording.words[0] in _ASKING:
            said = (_IT if word == NAME else word for word in wording.words)
            yield Wording.of(tuple(said), wording.aspect)


def _pattern(phrase: str) -> tuple[str, ...]:
    return tuple(
        token if token == NAME or token.endswith("*") else folded
        for token in phrase.split()
        for folded in words(token) or (token,)
    )
