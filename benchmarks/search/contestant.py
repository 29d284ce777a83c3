"""What a search engine does in the benchmark, and the table of those that take part.

A contestant is one module below contestants/, imported in its own process only; one whose library
is not installed is left out, and the table says so.
"""

import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from importlib.util import find_spec
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

GROWING = tuple(name for name in CONTESTANTS if name not in ("ours, plain BM25F", "stock Whoosh"))
"""Those measured on a growing library; at 16 times its size stock Whoosh builds for a quarter of an
hour and takes seconds a query."""

_DEBIAN_PYTHON = Path("/usr/bin/python3")
"""Debian's own Python, which alone sees the bindings that Debian packages."""


def interpreter_of(name: str) -> str:
    """Return the Python that a contestant runs in: ours, unless only Debian's has its binding."""
    debian = name == "Xapian" and find_spec("xapian") is None and _DEBIAN_PYTHON.exists()
    return str(_DEBIAN_PYTHON) if debian else sys.executable


def make_contestant(name: str) -> Contestant:
    """Return a contestant by its name.

    Raises:
        ImportError: what it needs is not installed.
    """
    module, _, attribute = CONTESTANTS[name].partition(":")
    contestant: Contestant = getattr(import_module(module), attribute)()
    return contestant
