"""What staff and pages say about words: which mean the same, what a search shows first.

Built by ingest from the clinic's vocabulary file, kept with each generation of the library, read
by engines when they open it. Pure data; words are as written, folding is the engine's work.
"""

from dataclasses import dataclass


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
    """All that is said about words, abbreviations that pages explain themselves aside."""

    synonyms: tuple[Synonyms, ...] = ()
    best_bets: tuple[BestBet, ...] = ()
