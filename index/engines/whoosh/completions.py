"""Suggestions while a visitor types: pages, conditions, sections whose words begin so.

Records enter once; a prefix enters, Suggestions leave. Held in memory, shared by all threads.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from index.engines.whoosh.folding import surfaces_of
from index.engines.whoosh.records import Record
from index.results import Suggestion
from index.text import slugify

_KINDS = ("page", "condition", "section")
"""In the order they are offered: a page says most, a section's heading may stand on many pages."""

MAX_PREFIX_CHARACTERS = 80
"""Characters of a prefix that are read; no heading offered is longer."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """One suggestion and its folded words, a space before each."""

    suggestion: Suggestion
    folded: str


class Completions:
    """All that can be suggested of one generation."""

    def __init__(self, records: Iterable[Record]) -> None:
        """Collect the names there are; each is offered once."""
        found: dict[tuple[str, str], Suggestion] = {}
        for record in records:
            _add(found, Suggestion(record.title, "page", page=record.page))
            for name in record.conditions:
                _add(found, Suggestion(name, "condition", anchor=slugify(name)))
            section = Suggestion(record.heading, "section", record.page, record.anchor)
            _add(found, section)
        titles = {text for text, kind in found if kind == "page"}
        self._entries = sorted(
            (
                _Entry(suggestion, _folded(suggestion.text))
                for (text, kind), suggestion in found.items()
                if kind == "page" or text not in titles
            ),
            key=lambda entry: (
                _KINDS.index(entry.suggestion.kind),
                len(entry.folded),
                entry.folded,
                entry.suggestion.page,
            ),
        )

    def of(self, prefix: str, limit: int) -> tuple[Suggestion, ...]:
        """Return at most ``limit`` names in which every word typed begins a word, in that order.

        Names that begin with the prefix come first.
        """
        typed = _folded(prefix[:MAX_PREFIX_CHARACTERS])
        if not typed or limit <= 0:
            return ()
        begin = [entry for entry in self._entries if entry.folded.startswith(typed)]
        inside = [
            entry
            for entry in self._entries
            if typed in entry.folded and not entry.folded.startswith(typed)
        ]
        return tuple(entry.suggestion for entry in [*begin, *inside][:limit])


def _add(found: dict[tuple[str, str], Suggestion], suggestion: Suggestion) -> None:
    found.setdefault((suggestion.text.casefold(), suggestion.kind), suggestion)


def _folded(text: str) -> str:
    return "".join(f" {surface}" for surface in surfaces_of(text))
