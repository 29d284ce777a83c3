"""What staff and pages say about words: which mean the same, what a search shows first.

Built by ingest from the clinic's vocabulary file, kept with each generation of the library, given
to engines when they open it, together with the abbreviations that pages explain. Pure data; words
are as written, folding is the engine's work.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Synonyms:
    """Words that find each other; or, with ``one_way``, the first that finds the others too.

    A term may be several words ("slipped disc").
    """

    terms: tuple[str, ...]
    one_way: bool = False


@dataclass(frozen=True, slots=True)
class BestBet:
    """What a search for exactly ``query`` shows first: a page's slug, maybe an anchor in it."""

    query: str
    page: str
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All that is said about words."""

    synonyms: tuple[Synonyms, ...] = ()
    best_bets: tuple[BestBet, ...] = ()


EMPTY = Lexicon()
"""Nothing said."""


class Abbreviated(Protocol):
    """Something with a name, of a condition or a page, and what it is called for short."""

    @property
    def name(self) -> str:
        """The name in full."""

    @property
    def abbreviations(self) -> tuple[str, ...]:
        """The short forms, maybe none."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name and what it is called for short."""

    name: str
    abbreviations: tuple[str, ...]


def with_abbreviations(lexicon: Lexicon, named: Iterable[Abbreviated]) -> Lexicon:
    """Return ``lexicon`` with the abbreviations of what is ``named`` as synonyms of the names.

    An abbreviation that several names share finds all of them, but none of the names finds it: it
    would lead to the others.
    """
    known = {(one.name, one.abbreviations): None for one in named if one.abbreviations}
    names = Counter(
        short
        for short, _ in {
            (short.casefold(), name.casefold()) for name, shorts in known for short in shorts
        }
    )
    learned = tuple(
        Synonyms((short, name), one_way=names[short.casefold()] > 1)
        for name, shorts in known
        for short in shorts
    )
    return replace(lexicon, synonyms=(*lexicon.synonyms, *dict.fromkeys(learned)))
