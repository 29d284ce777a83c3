"""Suggestions while a visitor types: pages, conditions, treatments, sections whose words begin so.

Passages enter once; a prefix enters, Suggestions leave. Held in memory, shared by all threads. All
that is suggested is the name of something that has passages, or a search that finds some.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import numpy as np

from index.engines.whoosh.analysis import stable_order
from index.engines.whoosh.folding import surfaces_of
from index.engines.whoosh.postings import Mask, Numbers
from index.engines.whoosh.prefixes import Prefixes
from index.engines.whoosh.records import Shown
from index.results import Suggestion
from index.text import slugify

_KINDS = ("page", "condition", "treatment", "section")
"""In the order they are offered: a page says most, a section's heading may stand on many pages."""

MAX_PREFIX_CHARACTERS = 80
"""Characters of a prefix that are read; no heading offered is longer."""

_MAX_PREFIX_WORDS = 8
"""Words of a prefix that are looked up; its cost grows with them."""

_SEARCHES = 3
"""Searches offered behind the names: a name leads straight to what it names."""

_LAST = "\U0010ffff"
"""Behind every letter in order."""


class Completions:
    """All that can be suggested of one generation.

    Suggestions are numbered best first: by kind, then the shorter. Names and words are sorted, so
    that what begins with a prefix stands in a row of either.
    """

    def __init__(self, passages: Iterable[Shown], prefixes: Prefixes) -> None:
        """Collect the names there are; each is offered once."""
        self._prefixes = prefixes
        entries = sorted(
            ((suggestion, surfaces_of(suggestion.text)) for suggestion in _offered(passages)),
            key=lambda entry: (
                _KINDS.index(entry[0].kind),
                sum(map(len, entry[1])),
                entry[1],
                entry[0].page,
            ),
        )
        self._suggestions = tuple(suggestion for suggestion, _ in entries)
        surfaces_by_number = [surfaces for _, surfaces in entries]
        self._names = _Sorted([[" ".join(surfaces)] for surfaces in surfaces_by_number])
        self._words = _Sorted(surfaces_by_number)

    def of(self, prefix: str, limit: int) -> tuple[Suggestion, ...]:
        """Return at most ``limit`` names in which every word typed begins a word, then searches.

        Names that begin with the whole prefix come first. Searches are for what the last word may
        become; where it becomes nothing, it is taken as what it may be meant for.
        """
        typed = surfaces_of(prefix[:MAX_PREFIX_CHARACTERS])[:_MAX_PREFIX_WORDS]
        if not typed or limit <= 0:
            return ()
        named = self._named(typed, limit)
        if not named and not self._prefixes.begins_any(typed[-1]):
            mended = self._prefixes.mended(typed[-1])
            if not mended:
                return ()
            typed = [*typed[:-1], mended]
            named = self._named(typed, limit)
        return (*named, *self._searches(typed, named))[:limit]

    def _searches(self, typed: Sequence[str], named: Sequence[Suggestion]) -> Iterator[Suggestion]:
        """Yield a few searches that say more than the names do."""
        known = {surface for suggestion in named for surface in surfaces_of(suggestion.text)}
        said = (
            text for text in self._prefixes.completed(typed) if not known.issuperset(text.split())
        )
        for text in islice(said, _SEARCHES):
            yield Suggestion(text, "search")

    def _named(self, typed: Sequence[str], limit: int) -> tuple[Suggestion, ...]:
        """Return at most ``limit`` names in which every word of ``typed`` begins a word."""
        begin = self._flagged(self._names, " ".join(typed))
        found = self._flagged(self._words, typed[0])
        for word in typed[1:]:
            found &= self._flagged(self._words, word)
        first, others = begin.nonzero()[0][:limit], (found & ~begin).nonzero()[0][:limit]
        numbers = [*first.tolist(), *others.tolist()][:limit]
        return tuple(self._suggestions[number] for number in numbers)

    def _flagged(self, texts: "_Sorted", prefix: str) -> Mask:
        """Return which suggestions have one of the ``texts`` that begin with ``prefix``."""
        flags = np.zeros(len(self._suggestions), dtype=np.bool_)
        flags[texts.beginning_with(prefix)] = True
        return flags


class _Sorted:
    """Texts in order, and which numbers have each."""

    def __init__(self, texts_of: Sequence[Sequence[str]]) -> None:
        """Take the texts of number 0, 1, 2, ..."""
        self._texts = sorted({text for texts in texts_of for text in texts})
        place = {text: number for number, text in enumerate(self._texts)}
        places = np.array([place[text] for texts in texts_of for text in texts], dtype=np.int64)
        counts = np.bincount(places, minlength=len(self._texts))
        self._bounds: Sequence[int] = [0, *np.cumsum(counts).tolist()]
        numbers = np.repeat(np.arange(len(texts_of)), list(map(len, texts_of)))
        self._numbers: Numbers = numbers[stable_order(places)]

    def beginning_with(self, prefix: str) -> Numbers:
        """Return the numbers that have a text that begins with ``prefix``, maybe more than once."""
        first = bisect_left(self._texts, prefix)
        last = bisect_left(self._texts, prefix + _LAST)
        return self._numbers[self._bounds[first] : self._bounds[last]]


def _offered(passages: Iterable[Shown]) -> list[Suggestion]:
    """Return each name there is once, of the first kind and passage that has it."""
    found: dict[str, dict[str, Suggestion]] = {kind: {} for kind in _KINDS}
    pages, conditions, treatments, sections = (found[kind] for kind in _KINDS)
    for shown in passages:
        if shown.title not in pages:
            pages[shown.title] = Suggestion(shown.title, "page", page=shown.page)
        for name in shown.conditions:
            if name not in conditions:
                conditions[name] = Suggestion(name, "condition", anchor=slugify(name))
        topic = shown.topic
        if topic and topic not in treatments:
            treatments[topic] = Suggestion(topic, "treatment", anchor=slugify(topic))
        if shown.heading not in sections:
            sections[shown.heading] = Suggestion(shown.heading, "section", shown.page, shown.anchor)
    best: dict[str, Suggestion] = {}
    for suggestions in found.values():
        for text, suggestion in suggestions.items():
            best.setdefault(text.casefold(), suggestion)
    return list(best.values())
