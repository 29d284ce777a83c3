"""Words that mean the same, as a query is read: one-way, mutual, of one word or several.

An index.lexicon.Lexicon enters, a Thesaurus leaves: made once, shared by all threads.
"""

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from index.engines.whoosh.folding import stem_of, surfaces_of, words_of
from index.engines.whoosh.variants import as_american, as_british
from index.lexicon import BestBet, Lexicon

Stems = tuple[str, ...]

_KEPT = 8_192
"""Terms of the lexicon that are kept taken apart: the next generation has most of them too, and is
to be open within a second."""


@dataclass(frozen=True, slots=True)
class Found:
    """A term at the words ``start`` to ``end`` (exclusive) of a query, and what it also finds."""

    start: int
    end: int
    others: tuple[Stems, ...]


class Thesaurus:
    """All that is said about words, folded.

    ``leading`` are the folded words of the terms that lead to something in the library.
    """

    def __init__(self, lexicon: Lexicon, library: Container[str]) -> None:
        """Fold the terms of ``lexicon``; what is found are rows of stems that ``library`` has."""
        others: dict[Stems, dict[Stems, None]] = defaultdict(dict)
        words: dict[str, None] = {}
        self._written: dict[Stems, str] = {}
        for known in lexicon.synonyms:
            for term in known.terms:
                self._written.setdefault(_term_stems(term), term)
            spelt = [[*_spellings(term)] for term in known.terms]
            found = [
                [stems for stems in map(_stems, term) if all(stem in library for stem in stems)]
                for term in spelt
            ]
            for place, ways in enumerate(spelt[:1] if known.one_way else spelt):
                leads_to = [*chain.from_iterable(found[:place] + found[place + 1 :])]
                for surfaces in ways if leads_to else ():
                    others[_stems(surfaces)].update(dict.fromkeys(leads_to))
                    words.update(dict.fromkeys(surfaces))
        by_first: dict[str, list[tuple[Stems, tuple[Stems, ...]]]] = defaultdict(list)
        for stems, leads in others.items():
            by_first[stems[0]].append((stems, tuple(other for other in leads if other != stems)))
        self._by_first: Mapping[str, list[tuple[Stems, tuple[Stems, ...]]]] = by_first
        self._words = frozenset(
            stem for known in lexicon.synonyms for term in known.terms for stem in _term_stems(term)
        )
        self.leading = tuple(words)
        self._best_bets = {_gist(stems_of(bet.query)): bet for bet in lexicon.best_bets}

    def found_in(self, stems: Sequence[str]) -> Iterator[Found]:
        """Yield every term that stands in a row in a query of ``stems``."""
        for start, stem in enumerate(stems):
            for term, others in self._by_first.get(stem, ()):
                end = start + len(term)
                if tuple(stems[start:end]) == term:
                    yield Found(start, end, others)

    def written(self, stems: Stems) -> str:
        """Return the term of ``stems`` as it is written where it is said, "" if nowhere."""
        return self._written.get(stems, "")

    def begins(self, stem: str) -> bool:
        """Return whether a known term begins with a word of ``stem``."""
        return stem in self._by_first

    def knows(self, stem: str) -> bool:
        """Return whether ``stem`` is that of a word of some term: it is no mistake then."""
        return stem in self._words

    def best_bet(self, stems: Sequence[str]) -> BestBet | None:
        """Return what staff want a query of ``stems`` to show first, `_LINKING` words aside."""
        return self._best_bets.get(_gist(stems))


@lru_cache(maxsize=_KEPT)
def _spellings(term: str) -> tuple[Stems, ...]:
    """Return the folded words of ``term``, as America and as Britain spell them too."""
    surfaces = tuple(surfaces_of(term))
    ways = (surfaces, tuple(map(as_american, surfaces)), tuple(map(as_british, surfaces)))
    return tuple(dict.fromkeys(way for way in ways if way))


def _stems(surfaces: Sequence[str]) -> Stems:
    return tuple(map(stem_of, surfaces))


def stems_of(text: str) -> Stems:
    """Return the stems of all words of ``text``."""
    return tuple(word.stem for word in words_of(text))


_term_stems = lru_cache(maxsize=_KEPT)(stems_of)
"""The same for terms of the lexicon; what visitors type is not kept."""


_LINKING = frozenset(
    stems_of("a an the my your am is are was were be do does did will would shall please")
)
"""Words that ask for nothing else where they are others or fewer: "will the injection hurt", "does
an injection hurt". Question words and "not" are none of them."""


def _gist(stems: Sequence[str]) -> Stems:
    return tuple(stem for stem in stems if stem not in _LINKING) or tuple(stems)
