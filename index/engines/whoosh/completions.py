"""Suggestions while a visitor types: pages, conditions, treatments, sections whose words begin so.

Passages enter once; a prefix enters, Suggestions leave. Held in memory, shared by all threads. All
that is suggested is the name of something that has passages.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

import numpy as np

from index.engines.whoosh.folding import surfaces_of
from index.engines.whoosh.postings import Mask, Numbers
from index.engines.whoosh.records import Shown
from index.results import Suggestion
from index.text import slugify

_KINDS = ("page", "condition", "treatment", "section")
"""In the order they are offered: a page says most, a section's heading may stand on many pages."""

MAX_PREFIX_CHARACTERS = 80
"""Characters of a prefix that are read; no heading offered is longer."""

_MAX_PREFIX_WORDS = 8
"""Words of a prefix that are looked up; its cost grows with them."""

_LAST = "\U0010ffff"
"""Behind every letter in order."""


class Completions:
    """All that can be suggested of one generation.

    Suggestions are numbered best first: by kind, then the shorter. Names and words are sorted, so
    that what begins with a prefix stands in a row of either.
    """

    def __init__(self, passages: Iterable[Shown]) -> None:
        """Collect the names there are; each is offered once."""
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
        self._names, self._by_name = _sorted(
            (" ".join(surfaces), number) for number, (_, surfaces) in enumerate(entries)
        )
        self._words, self._by_word = _sorted(
            (surface, number)
            for number, (_, surfaces) in enumerate(entries)
            for surface in surfaces
        )

    def of(self, prefix: str, limit: int) -> tuple[Suggestion, ...]:
        """Return at most ``limit`` names in which every word typed begins a word.

        Names that begin with the whole prefix come first.
        """
        typed = surfaces_of(prefix[:MAX_PREFIX_CHARACTERS])[:_MAX_PREFIX_WORDS]
        if not typed or limit <= 0:
            return ()
        begin = self._flagged(self._names, self._by_name, " ".join(typed))
        found = self._flagged(self._words, self._by_word, typed[0])
        for word in typed[1:]:
            found &= self._flagged(self._words, self._by_word, word)
        first, others = begin.nonzero()[0][:limit], (found & ~begin).nonzero()[0][:limit]
        numbers = [*first.tolist(), *others.tolist()][:limit]
        return tuple(self._suggestions[number] for number in numbers)

    def _flagged(self, texts: Sequence[str], numbers: Numbers, prefix: str) -> Mask:
        """Return which suggestions have one of the ``texts`` that begin with ``prefix``."""
        flags = np.zeros(len(self._suggestions), dtype=np.bool_)
        first, last = bisect_left(texts, prefix), bisect_left(texts, prefix + _LAST)
        flags[numbers[first:last]] = True
        return flags


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


def _sorted(pairs: Iterable[tuple[str, int]]) -> tuple[Sequence[str], Numbers]:
    """Return the texts of ``pairs`` in order, and their numbers in the same order."""
    ordered = sorted(pairs)
    numbers: Numbers = np.array([number for _, number in ordered], dtype=np.int32)
    return [text for text, _ in ordered], numbers
