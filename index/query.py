"""What a visitor asks for: words, facet choices, a page of results.

Raw visitor text enters `parse_words`; a Query leaves. No engine's syntax is known here: plain
words, "quoted phrases" and -exclusions are all there is, everything else is just text.
"""

import re
from dataclasses import dataclass, field, replace
from enum import StrEnum

MAX_QUERY_CHARACTERS = 400
"""Characters of a query that are read; long enough for any question a visitor types (the longest
of 52 real consumers' questions of TREC 2017 LiveQA, summarised, has fewer than 200)."""

MAX_WORDS_READ = 80
"""Words of a query that are read: as many as its characters hold, of English as it is written."""

MAX_WORDS = 32
"""Words of a query that are searched, those that tell most; the cost of a search grows with them,
and must be bounded. Whoever tells a story may come to the point at its end."""

MAX_PHRASES = 8
"""Phrases that are searched, and pieces that are excluded: each costs as much as a dozen words, and
nobody types more than two or three."""

_PIECE = re.compile(r'(?P<minus>(?<!\S)-)?(?:"(?P<phrase>[^"]*)"|(?P<word>[^\s"]+))')
_WORD = re.compile(r"\w")
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"'})


class Facet(StrEnum):
    """The four ways to narrow a search; the value is the parameter's name in URLs."""

    ASPECT = "aspect"
    CONDITION = "condition"
    TOPIC = "topic"
    CATEGORY = "category"


class Order(StrEnum):
    """The ways to sort what is found; the value is the parameter's in URLs."""

    BEST = "best"
    TITLE = "title"
    """By page title from A to Z, passages of a page as they stand on it."""


@dataclass(frozen=True, slots=True)
class Filters:
    """The values chosen in each facet, as slugs, sorted: OR within a facet, AND across facets."""

    aspect: tuple[str, ...] = ()
    condition: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    category: tuple[str, ...] = ()

    def of(self, facet: Facet) -> tuple[str, ...]:
        """Return the values chosen in ``facet``."""
        chosen: tuple[str, ...] = getattr(self, facet.value)
        return chosen

    def toggled(self, facet: Facet, value: str) -> "Filters":
        """Return these filters with ``value`` of ``facet`` switched on or off."""
        changed = set(self.of(facet)) ^ {value}
        return replace(self, **{facet.value: tuple(sorted(changed))})

    def without(self, facet: Facet) -> "Filters":
        """Return these filters with nothing chosen in ``facet``."""
        return replace(self, **{facet.value: ()})

    def __bool__(self) -> bool:
        """Return whether anything is chosen."""
        return bool(self.aspect or self.condition or self.topic or self.category)


@dataclass(frozen=True, slots=True)
class Words:
    """A visitor's text, taken apart: words to rank by, phrases to require, pieces to exclude.

    ``excluded`` holds words and phrases alike; a phrase is a text with a space in it. Case and
    hyphens are kept: folding is the engine's analyzer's work.
    """

    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Return whether there is anything to look for."""
        return bool(self.words or self.phrases)


def parse_words(text: str) -> Words:
    """Take visitor text apart; any text at all is accepted.

    Only the first MAX_QUERY_CHARACTERS characters, MAX_WORDS_READ words, MAX_PHRASES phrases and as
    many exclusions count. A quote without its partner is ignored, an exclusion of nothing nothing.
    """
    words: list[str] = []
    phrases: list[str] = []
    excluded: list[str] = []
    shortened = text[:MAX_QUERY_CHARACTERS].translate(_QUOTES)
    if '"' not in shortened and "-" not in shortened:  # most queries
        plain = [word for word in shortened.split() if _WORD.search(word)]
        return Words(tuple(plain[:MAX_WORDS_READ]))
    for piece in _PIECE.finditer(shortened):
        phrase, word = piece["phrase"], piece["word"]
        found = " ".join(phrase.split()) if phrase is not None else word
        if not _WORD.search(found):
            continue
        if piece["minus"]:
            excluded.append(found)
        elif phrase is not None and " " in found:
            phrases.append(found)
        else:
            words.append(found)
    return Words(
        tuple(words[:MAX_WORDS_READ]), tuple(phrases[:MAX_PHRASES]), tuple(excluded[:MAX_PHRASES])
    )


@dataclass(frozen=True, slots=True)
class Query:
    """One search: the visitor's text, the facet choices, which page of results (1-based).

    ``facets`` are those whose counts are wanted, ``facet_values`` how many values of each, those
    with the highest counts; None for all. ``as_typed`` has no misspelling mended.
    """

    text: str = ""
    filters: Filters = field(default_factory=Filters)
    page: int = 1
    page_size: int = 10
    facets: tuple[Facet, ...] = tuple(Facet)
    facet_values: int | None = None
    as_typed: bool = False
    order: Order = Order.BEST

    @property
    def words(self) -> Words:
        """The text taken apart."""
        return parse_words(self.text)
