"""Suggestions while a visitor types: pages, conditions, treatments, sections whose words begin so.

Records enter once; a prefix enters, Suggestions leave. Held in memory, shared by all threads. All
that is suggested is the name of something that has passages.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

import numpy as np

from index.engines.whoosh.folding import surfaces_of
from index.engines.whoosh.postings import Mask, Numbers
from index.engines.whoosh.records import Record
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

    def __init__(self, records: Iterable[Record]) -> None:
        """Collect the names there are; each is offered once."""
        entries = sorted(
            ((suggestion, surfaces_of(suggestion.text)) for suggestion in _offered(records)),
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


def _offered(records: Iterable[Record]) -> list[Suggestion]:
    found: dict[tuple[str, str], Suggestion] = {}
    for record in records:
        names = [Suggestion(record.title, "page", page=record.page)]
        names += [Suggestion(name, "condition", anchor=slugify(name)) for name in record.conditions]
        if record.topic:
            names.append(Suggestion(record.topic, "treatment", anchor=slugify(record.topic)))
        names.append(Suggestion(record.heading, "section", record.page, record.anchor))
        for suggestion in names:
            found.setdefault((suggestion.text.casefold(), suggestion.kind), suggestion)
    best: dict[str, Suggestion] = {}
    for kind in _KINDS:
        for (text, other), suggestion in found.items():
            if other == kind:
                best.setdefault(text, suggestion)
    return list(best.values())


def _sorted(pairs: Iterable[tuple[str, int]]) -> tuple[Sequence[str], Numbers]:
    """Return the texts of ``pairs`` in order, and their numbers in the same order."""
    ordered = sorted(pairs)
    numbers: Numbers = np.array([number for _, number in ordered], dtype=np.int32)
    return [text for text, _ in ordered], numbers
