"""What staff and pages say about words: which mean the same, what a search shows first.

Built by ingest from the clinic's vocabulary file, kept with each generation of the library, given
to engines when they open it, together with the abbreviations that pages explain. Pure data; words
are as written, folding is the engine's work.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from index.document import Condition


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


def with_abbreviations(lexicon: Lexicon, conditions: Iterable[Condition]) -> Lexicon:
    """Return ``lexicon`` with the abbreviations of ``conditions`` as synonyms of their names.

    An abbreviation that several names share finds all of them, but none of the names finds it: it
    would lead to the others.
    """
    known = {condition: None for condition in conditions if condition.abbreviations}
    names = Counter(
        short
        for short, _ in {
            (short.casefold(), condition.name.casefold())
            for condition in known
            for short in condition.abbreviations
        }
    )
    learned = tuple(
        Synonyms((short, condition.name), one_way=names[short.casefold()] > 1)
        for condition in known
        for short in condition.abbreviations
    )
    return replace(lexicon, synonyms=(*lexicon.synonyms, *dict.fromkeys(learned)))
