"""Words that mean the same, as a query is read: one-way, mutual, of one word or several.

An index.lexicon.Lexicon enters, a Thesaurus leaves: made once, shared by all threads.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from index.engines.whoosh.folding import words_of
from index.lexicon import BestBet, Lexicon

Stems = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A term at the words ``start`` to ``end`` (exclusive) of a query, and what it also finds."""

    start: int
    end: int
    others: tuple[Stems, ...]


class Thesaurus:
    """All that is said about words, folded."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Fold the terms of ``lexicon``."""
        others: dict[Stems, dict[Stems, None]] = defaultdict(dict)
        for known in lexicon.synonyms:
            terms = [stems for term in known.terms if (stems := stems_of(term))]
            for place, term in enumerate(terms[:1] if known.one_way else terms):
                others[term].update(dict.fromkeys(terms[:place] + terms[place + 1 :]))
        by_first: dict[str, list[tuple[Stems, tuple[Stems, ...]]]] = defaultdict(list)
        for term, found in others.items():
            by_first[term[0]].append((term, tuple(other for other in found if other != term)))
        self._by_first: Mapping[str, list[tuple[Stems, tuple[Stems, ...]]]] = by_first
        self._words = frozenset(
            stem for known in lexicon.synonyms for term in known.terms for stem in stems_of(term)
        )
        self._best_bets = {stems_of(bet.query): bet for bet in lexicon.best_bets}

    def found_in(self, stems: Sequence[str]) -> Iterator[Found]:
        """Yield every term that stands in a row in a query of ``stems``."""
        for start, stem in enumerate(stems):
            for term, others in self._by_first.get(stem, ()):
                end = start + len(term)
                if tuple(stems[start:end]) == term:
                    yield Found(start, end, others)

    def begins(self, stem: str) -> bool:
        """Return whether a known term begins with a word of ``stem``."""
        return stem in self._by_first

    def knows(self, stem: str) -> bool:
        """Return whether ``stem`` is that of a word of some term: it is no mistake then."""
        return stem in self._words

    def best_bet(self, stems: Sequence[str]) -> BestBet | None:
        """Return what staff want a query of exactly ``stems`` to show first."""
        return self._best_bets.get(tuple(stems))


def stems_of(text: str) -> Stems:
    """Return the stems of all words of ``text``."""
    return tuple(word.stem for word in words_of(text))
