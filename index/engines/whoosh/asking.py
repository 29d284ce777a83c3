"""A visitor's words as they are looked for: each with what else would do for it.

Words and what is known of words enter, an Asked leaves.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from index.aspect import Aspect
from index.engines.whoosh.corrections import MOST_CORRECTED, Spelling
from index.engines.whoosh.folding import Word, words_of
from index.engines.whoosh.intent import Intent, begins_intent, intents_in
from index.engines.whoosh.memo import Memo
from index.engines.whoosh.telling import Telling
from index.engines.whoosh.thesaurus import Stems, Thesaurus, stems_of
from index.engines.whoosh.understanding import Understanding
from index.explanation import Means
from index.query import MAX_WORDS, MAX_WORDS_READ, Words

_KNOWN_WORDS = 8_192
"""Words of which it is kept what is known: what visitors type consists of the same few thousand."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """``stems`` in a row, which count ``factor`` of their weight for the word asked for."""

    stems: Stems
    means: Means
    factor: float


@dataclass(frozen=True, slots=True)
class Asked:
    """One word asked for; ``aspects`` do for it too; it counts ``factor`` of its weight.

    In other forms than typed it counts ``form`` of that. ``is_stop`` tells that it is too common to
    be asked for.
    """

    word: Word
    alternatives: tuple[Alternative, ...] = ()
    aspects: frozenset[Aspect] = frozenset()
    factor: float = 1.0
    form: float = 1.0
    is_stop: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """A query, folded: what ranks, what must stand in a row, what must not be there.

    ``required`` are the ranked words that are asked for: all but stop words, or all where there are
    only those. ``stems`` are those of all words as they follow each other, ``aspects`` what they
    ask for.
    """

    ranked: tuple[Asked, ...] = ()
    required: tuple[Asked, ...] = ()
    phrases: tuple[Stems, ...] = ()
    excluded: tuple[Stems, ...] = ()
    stems: Stems = ()
    aspects: frozenset[Aspect] = frozenset()


@dataclass(frozen=True, slots=True)
class _Known:
    """A word typed, as it is ``asked`` for where no word around it says more.

    ``begins_term`` tells whether a term of the thesaurus begins with it, ``begins_intent`` whether
    what asks for an aspect does.
    """

    asked: Asked
    is_stop: bool
    is_unknown: bool
    begins_term: bool
    begins_intent: bool


class Asking:
    """Reads queries with what a library knows of words; safe for many threads."""

    def __init__(
        self,
        spelling: Spelling,
        thesaurus: Thesaurus,
        telling: Telling,
        understanding: Understanding,
    ) -> None:
        """Take how words are spelt, what they mean and tell, and what of it is to be understood."""
        self._spelling = spelling
        self._thesaurus = thesaurus
        self._telling = telling
        self._understanding = understanding
        self._known: Memo[str, tuple[_Known, ...]] = Memo(_KNOWN_WORDS)

    def ask(self, words: Words) -> Question:
        """Fold a visitor's words; a hyphenated word is the words it is made of, each asked once."""
        typed = [one for text in words.words for one in self._of(text)][:MAX_WORDS_READ]
        intents: Sequence[Intent] = ()
        if self._understanding.intent and any(one.begins_intent for one in typed):
            intents = intents_in([one.asked.word.surface for one in typed])
        ranked: dict[str, Asked] = {}
        for asked in self._together(typed, intents):
            stem = asked.word.stem
            known = ranked.get(stem)
            if known is None:
                ranked[stem] = asked
            elif asked.alternatives:
                both = (*known.alternatives, *asked.alternatives)
                ranked[stem] = replace(known, alternatives=tuple(dict.fromkeys(both)))
        kept = self._most_telling(tuple(ranked.values()))
        return Question(
            ranked=kept,
            required=tuple([one for one in kept if not one.is_stop]) or kept,
            phrases=tuple(_rows(words.phrases)),
            excluded=tuple(_rows(words.excluded)),
            stems=tuple([one.asked.word.stem for one in typed]),
            aspects=frozenset(aspect for intent in intents for aspect in intent.aspects),
        )

    def _of(self, text: str) -> tuple[_Known, ...]:
        return self._known.of(text, lambda: tuple(map(self._learn, words_of(text))))

    def _learn(self, word: Word) -> _Known:
        """Return all that is known of ``word`` by itself."""
        spelling = self._understanding.spelling
        variants = self._spelling.variants(word) if spelling else ()
        asked = Asked(
            word,
            tuple(Alternative((stem,), Means.VARIANT, spelling) for stem in variants),
            factor=self._telling.of(word.stem),
            form=self._understanding.form,
            is_stop=self._spelling.is_stop(word),
        )
        return _Known(
            asked,
            is_stop=asked.is_stop,
            is_unknown=self._spelling.is_unknown(word),
            begins_term=self._thesaurus.begins(word.stem),
            begins_intent=begins_intent(word.surface),
        )

    def _together(self, typed: Sequence[_Known], intents: Sequence[Intent]) -> list[Asked]:
        """Return each word of ``typed`` as it is asked for among the others."""
        others = self._others(typed)
        aspects = _aspects(typed, intents)
        if not (others or aspects):  # most queries
            return [one.asked for one in typed]
        topical = any(not one.is_stop and place not in aspects for place, one in enumerate(typed))
        asking = self._understanding.asking if topical else 1.0
        together = []
        for place, one in enumerate(typed):
            asked = one.asked
            if place in others:
                asked = replace(asked, alternatives=others[place])
            if place in aspects:
                asked = replace(asked, aspects=aspects[place], factor=asking)
            together.append(asked)
        return together

    def _most_telling(self, asked: tuple[Asked, ...]) -> tuple[Asked, ...]:
        """Return those of ``asked`` that are searched for, in their order."""
        if len(asked) <= MAX_WORDS:
            return asked
        worth = [0 if one.is_stop else self._telling.weight_of(one.word.stem) for one in asked]
        best = sorted(range(len(asked)), key=lambda number: -worth[number])[:MAX_WORDS]
        return tuple(asked[number] for number in sorted(best))

    def _others(self, typed: Sequence[_Known]) -> dict[int, tuple[Alternative, ...]]:
        """Return what does for words because of the words around them, by the words' places."""
        before: dict[int, list[Alternative]] = {}
        after: dict[int, list[Alternative]] = {}
        if self._understanding.synonym and any(one.begins_term for one in typed):
            self._add_synonyms(typed, before)
        if self._understanding.spelling:
            self._add_joined(typed, before)
            self._add_parted(typed, after)
        if not (before or after):  # most queries
            return {}
        return {
            place: (
                *before.get(place, ()),
                *typed[place].asked.alternatives,
                *after.get(place, ()),
            )
            for place in (*before, *after)
        }

    def _add_synonyms(self, typed: Sequence[_Known], others: dict[int, list[Alternative]]) -> None:
        """Give each telling word of a known term its share in what the term also finds."""
        for found in self._thesaurus.found_in([one.asked.word.stem for one in typed]):
            span = range(found.start, found.end)
            telling = [place for place in span if not typed[place].is_stop] or span
            factor = self._understanding.synonym / len(telling)
            for place in telling:
                others.setdefault(place, []).extend(
                    [Alternative(other, Means.SYNONYM, factor) for other in found.others]
                )

    def _add_joined(self, typed: Sequence[_Known], others: dict[int, list[Alternative]]) -> None:
        """Take two neighbouring words as one where the library writes them together."""
        for place, (left, right) in enumerate(pairwise(typed)):
            surfaces = left.asked.word.surface, right.asked.word.surface
            if self._spelling.together(*surfaces):
                stems, factor = stems_of("".join(surfaces)), self._understanding.spelling / 2
                for number in (place, place + 1):
                    others.setdefault(number, []).append(Alternative(stems, Means.JOINED, factor))

    def _add_parted(self, typed: Sequence[_Known], others: dict[int, list[Alternative]]) -> None:
        """Take words that stand nowhere as two where the library writes them apart."""
        unknown = [place for place, one in enumerate(typed) if one.is_unknown]
        for place in unknown if len(unknown) <= MOST_CORRECTED else ():
            if apart := self._spelling.apart(typed[place].asked.word.surface):
                factor = self._understanding.spelling
                others[place] = [Alternative(stems_of(apart), Means.PARTED, factor)]


def _aspects(typed: Sequence[_Known], intents: Iterable[Intent]) -> dict[int, frozenset[Aspect]]:
    """Return the aspects of words that ask for any; a stop word ("how is") asks for none itself."""
    return {
        place: intent.aspects
        for intent in intents
        for place in range(intent.start, intent.end)
        if not typed[place].is_stop
    }


def _rows(texts: Iterable[str]) -> Iterator[Stems]:
    yield from (stems for text in texts if (stems := stems_of(text)))
