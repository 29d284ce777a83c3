"""The wordings that tell aspects, and where they stand in a text.

Folded words enter, Found wordings leave; the wordings come from data/aspects.toml, which ships with
the package. Used by `ingest.aspects.placing` for headings and `ingest.aspects.bodies` for running
text.
"""

import tomllib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import chain, compress
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

    words: Words
    aspect: Aspect


class Found(NamedTuple):
    """A phrase at the words ``start`` to ``end`` (exclusive) of a text."""

    start: int
    end: int
    wording: Wording


@dataclass(frozen=True, slots=True, eq=False)
class _Step:
    """The phrases that fit the words of a text so far.

    ``whole`` is the one that ends here; ``after`` gives the step that a next word leads to, or None
    where no phrase goes on so, and is itself None where all phrases end.
    """

    fitting: Sequence[Wording]
    whole: Wording | None
    after: Callable[[str], "_Step | None"] | None

    @classmethod
    def of(cls, fitting: Sequence[Wording], size: int) -> "_Step":
        """Return the step of the phrases that fit the first ``size`` words of a text."""
        whole = next((wording for wording in fitting if len(wording.words) == size), None)
        longer = [wording for wording in fitting if len(wording.words) > size]
        return cls(fitting, whole, _after(longer, size) if longer else None)


_KEPT_WORDS = 2**15
# Words of texts of which it is remembered where they lead to: pages share most of theirs.


def _after(longer: Sequence[Wording], place: int) -> Callable[[str], _Step | None]:
    """Return what leads on to those of the phrases ``longer`` that fit a text's word ``place``."""
    stated: dict[str, list[int]] = {}
    for number, wording in enumerate(longer):
        stated.setdefault(wording.words[place], []).append(number)
    begun = [word for word in stated if word.endswith("*")]
    starts = tuple(word[:-1] for word in begun)

    def step(*patterns: str) -> _Step | None:
        numbers = sorted(chain.from_iterable(stated.get(word, ()) for word in patterns))
        fitting = [longer[number] for number in numbers]
        return _Step.of(fitting, place + 1) if fitting else None

    def lead(word: str) -> _Step | None:
        if not word.startswith(starts):
            return step(word)
        return step(word, *(known for known in begun if word.startswith(known[:-1])))

    if not begun:
        return {word: step(word) for word in stated}.get
    return Remembered(lead, _KEPT_WORDS).__getitem__


@dataclass(frozen=True, slots=True, eq=False)
class Wordings:
    """Phrases, found word by word, in one pass over a text however many they are.

    Of several that fit the same words the one counts whose words are stated in full rather than by
    their beginnings, the earlier word before the later; else the first of them.
    """

    _all: Sequence[Wording]
    _opening: Callable[[str], _Step | None]

    @classmethod
    def of(cls, wordings: Iterable[Wording]) -> "Wordings":
        """Build the look-up for ``wordings``."""
        step = _Step.of(sorted(wordings, key=_as_begun), 0)
        nowhere: dict[str, _Step] = {}
        return cls(step.fitting, step.after or nowhere.get)

    def beginning_with(self, word: str) -> Sequence[Wording]:
        """Return the phrases that begin with ``word``, folded."""
        step = self._opening(word)
        return step.fitting if step else ()

    def second_words(self) -> frozenset[str]:
        """Return the second words of the phrases that have one."""
        return frozenset(wording.words[1] for wording in self._all if len(wording.words) > 1)

    def words(self) -> frozenset[str]:
        """Return the words of all phrases; one ending in "*" stands for all that begin so."""
        return frozenset(word for wording in self._all for word in wording.words)

    def found_in(self, text: Words) -> list[Found]:
        """Return every phrase in ``text`` that is not part of a longer one, in order."""
        steps: list[_Step | None] = [*map(self._opening, text)]
        found: list[Found] = []
        reached = 0
        overlap = False
        for start, opening in compress(enumerate(steps), steps):
            step, end = opening, start + 1
            while step is not None:
                if step.whole is not None:
                    found.append(Found(start, end, step.whole))
                    overlap = overlap or start < reached
                    reached = end
                if step.after is None or end == len(text):
                    break
                step = step.after(text[end])
                end += 1
        return _longest(found) if overlap else found


def _as_begun(wording: Wording) -> list[bool]:
    """Return of each word of a phrase whether only its beginning is stated."""
    return [word.endswith("*") for word in wording.words]


def _longest(found: list[Found]) -> list[Found]:
    """Return those of ``found`` that are not part of a longer one, in order."""
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
            Wording(_pattern(phrase), Aspect(aspect))
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
            yield Wording(tuple(said), wording.aspect)


def _pattern(phrase: str) -> tuple[str, ...]:
    return tuple(
        token if token == NAME or token.endswith("*") else folded
        for token in phrase.split()
        for folded in words(token) or (token,)
    )
