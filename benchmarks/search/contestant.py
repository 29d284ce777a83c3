"""What a search engine does in the benchmark, and the table of those that take part.

A contestant is one module below contestants/, imported in its own process only; one whose library
is not installed is left out, and the table says so.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Protocol

from benchmarks.search.corpus import Document

TOP = 10
SNIPPET_CHARACTERS = 200


@dataclass(frozen=True, slots=True)
class Answer:
    """The best ids, how many were found, counts of both facets, a marked snippet for each id."""

    ids: tuple[str, ...]
    total: int
    kinds: Mapping[str, int] = field(default_factory=dict)
    sources: Mapping[str, int] = field(default_factory=dict)
    snippets: tuple[str, ...] = ()


class Contestant(Protocol):
    """One search engine."""

    def build(self, documents: Iterable[Document], folder: Path) -> None:
        """Write an index of ``documents`` into the empty ``folder``."""

    def open(self, folder: Path) -> None:
        """Open the index in ``folder``."""

    def search(self, text: str) -> Answer:
        """Answer a query."""


CONTESTANTS: dict[str, str] = {
    "ours": "benchmarks.search.contestants.ours:Ours",
    "ours, plain BM25F": "benchmarks.search.contestants.ours:OursPlain",
    "tantivy": "benchmarks.search.contestants.tantivy:Tantivy",
    "Xapian": "benchmarks.search.contestants.xapian:Xapian",
    "SQLite FTS5": "benchmarks.search.contestants.fts5:Fts5",
    "stock Whoosh": "benchmarks.search.contestants.stock_whoosh:StockWhoosh",
}
"""Name in the table -> "module:class"."""


def make_contestant(name: str) -> Contestant:
    """Return a contestant by its name.

    Raises:
        ImportError: what it needs is not installed.
    """
    module, _, attribute = CONTESTANTS[name].partition(":")
    contestant: Contestant = getattr(import_module(module), attribute)()
    return contestant
