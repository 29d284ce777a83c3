"""A visitor's words as they are looked for: each with what else would do for it.

Words and what is known of words enter, an Asked leaves.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import pairwise

from index.aspect import Aspect
from index.engines.whoosh.corrections import MOST_CORRECTED, Spelling
from index.engines.whoosh.folding import STOP_WORDS, Word, words_of
from index.engines.whoosh.intent import Intent, intents_in
from index.engines.whoosh.telling import Telling
from index.engines.whoosh.thesaurus import Stems, Thesaurus, stems_of
from index.engines.whoosh.understanding import Understanding
from index.explanation import Means
from index.query import MAX_WORDS, MAX_WORDS_READ, Words

_KNOWN_WORDS = 8_192
"""Words whose folding is kept: what visitors type consists of the same few thousand."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """``stems`` in a row, which count ``factor`` of their weight for the word asked for."""

    stems: Stems
    means: Means
    factor: float


@dataclass(frozen=True, slots=True)
class Asked:
    """One word asked for; ``aspects`` do for it too; it counts ``factor`` of its weight.

    In other forms than typed it counts ``form`` of that.
    """

    word: Word
    alternatives: tuple[Alternative, ...] = ()
    aspects: frozenset[Aspect] = frozenset()
    factor: float = 1.0
    form: float = 1.0


@dataclass(frozen=True, slots=True)
class Question:
    """A query, folded: what ranks, what must stand in a row, what must not be there.

    ``stems`` are those of all words as they follow each other, ``aspects`` what they ask for.
    """

    ranked: tuple[Asked, ...] = ()
    phrases: tuple[Stems, ...] = ()
    excluded: tuple[Stems, ...] = ()
    stems: Stems = ()
    aspects: frozenset[Aspect] = field(default_factory=frozenset)

    @property
    def required(self) -> tuple[Asked, ...]:
        """The words that are asked for: all but stop words, or all where there are only those."""
        telling = tuple(one for one in self.ranked if one.word.surface not in STOP_WORDS)
        return telling or self.ranked


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

    def ask(self, words: Words) -> Question:
        """Fold a visitor's words; a hyphenated word is the words it is made of, each asked once."""
        typed = [word for text in words.words for word in _words_of(text)][:MAX_WORDS_READ]
        others: list[list[Alternative]] = [[] for _ in typed]
        stems = [word.stem for word in typed]
        if self._understanding.synonym:
            self._add_synonyms(typed, others)
        if self._understanding.spelling:
            self._add_spellings(typed, others)
        intents = intents_in([word.surface for word in typed]) if self._understanding.intent else []
        aspects = _aspects(typed, intents)
        topical = any(
            not aspects[number] and word.surface not in STOP_WORDS
            for number, word in enumerate(typed)
        )
        asking = self._understanding.asking if topical else 1.0
        ranked: dict[str, Asked] = {}
        for number, word in enumerate(typed):
            factor = asking if aspects[number] else self._telling.of(word.stem)
            form = self._understanding.form
            asked = Asked(word, tuple(others[number]), aspects[number], factor, form)
            known = ranked.get(word.stem)
            if known is None:
                ranked[word.stem] = asked
            elif asked.alternatives:
                both = (*known.alternatives, *asked.alternatives)
                ranked[word.stem] = replace(known, alternatives=tuple(dict.fromkeys(both)))
        return Question(
            ranked=self._most_telling(tuple(ranked.values())),
            phrases=tuple(_rows(words.phrases)),
            excluded=tuple(_rows(words.excluded)),
            stems=tuple(stems),
            aspects=frozenset(aspect for intent in intents for aspect in intent.aspects),
        )

    def _most_telling(self, asked: tuple[Asked, ...]) -> tuple[Asked, ...]:
        """Return those of ``asked`` that are searched for, in their order."""
        if len(asked) <= MAX_WORDS:
            return asked
        worth = [
            0 if one.word.surface in STOP_WORDS else self._telling.weight_of(one.word.stem)
            for one in asked
        ]
        best = sorted(range(len(asked)), key=lambda number: -worth[number])[:MAX_WORDS]
        return tuple(asked[number] for number in sorted(best))

    def _add_synonyms(self, typed: Sequence[Word], others: list[list[Alternative]]) -> None:
        """Give each telling word of a known term its share in what the term also finds."""
        surfaces = [word.surface for word in typed]
        for found in self._thesaurus.found_in([word.stem for word in typed]):
            span = range(found.start, found.end)
            telling = [number for number in span if surfaces[number] not in STOP_WORDS] or span
            factor = self._understanding.synonym / len(telling)
            for number in telling:
                others[number] += [
                    Alternative(other, Means.SYNONYM, factor) for other in found.others
                ]

    def _add_spellings(self, typed: Sequence[Word], others: list[list[Alternative]]) -> None:
        """Take words as the library writes them: together, apart, as the other side of the sea."""
        factor = self._understanding.spelling
        for number, (left, right) in enumerate(pairwise(typed)):
            if self._spelling.together(left.surface, right.surface):
                joined = stems_of(left.surface + right.surface)
                one = Alternative(joined, Means.JOINED, factor / 2)
                others[number].append(one)
                others[number + 1].append(one)
        for number, word in enumerate(typed):
            for stem in self._spelling.variants(word):
                others[number].append(Alternative((stem,), Means.VARIANT, factor))
        unknown = [number for number, word in enumerate(typed) if self._spelling.is_unknown(word)]
        for number in unknown if len(unknown) <= MOST_CORRECTED else ():
            if apart := self._spelling.apart(typed[number].surface):
                others[number].append(Alternative(stems_of(apart), Means.PARTED, factor))


@lru_cache(maxsize=_KNOWN_WORDS)
def _words_of(text: str) -> tuple[Word, ...]:
    return tuple(words_of(text))


def _aspects(typed: Sequence[Word], intents: Iterable[Intent]) -> list[frozenset[Aspect]]:
    """Return the aspects that each word asks for; a stop word ("how is") asks for none itself."""
    aspects: list[frozenset[Aspect]] = [frozenset() for _ in typed]
    for intent in intents:
        for number in range(intent.start, intent.end):
            if typed[number].surface not in STOP_WORDS:
                aspects[number] = intent.aspects
    return aspects


def _rows(texts: Iterable[str]) -> Iterator[Stems]:
    yield from (stems for text in texts if (stems := stems_of(text)))
