"""The golden queries: what visitors type, and the sections that ought to answer.

tests/data/queries.toml enters, GoldenQuery objects leave; the file explains its own form. For tests
and benchmarks only.
"""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from ingest.queries import Accepted, load_queries

FILE = Path(__file__).parent.parent / "data" / "queries.toml"


class Kind(StrEnum):
    """What a search has to master to answer a query; the file explains each."""

    LITERAL = "literal"
    STEM = "stem"
    SYNONYM = "synonym"
    ABBREVIATION = "abbreviation"
    TYPO = "typo"
    SPLIT_JOIN = "split-join"
    RELAXATION = "relaxation"
    INTENT = "intent"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class GoldenQuery:
    """One query as typed, its kind, the sections that answer it; why not, where none is found."""

    text: str
    kind: Kind
    accept: tuple[Accepted, ...]
    missed: str = ""

    def is_answered_by(self, page: str, breadcrumb: Sequence[str]) -> bool:
        """Return whether a hit on ``page`` with ``breadcrumb`` answers the query."""
        return any(accepted.covers(page, breadcrumb) for accepted in self.accept)


def golden_queries(file: Path = FILE) -> tuple[GoldenQuery, ...]:
    """Return the queries of ``file``, in its order.

    Raises:
        KeyError, ValueError, QueriesError: ``file`` is not of the form that it describes.
    """
    entries = tomllib.loads(file.read_text(encoding="utf-8"))["query"]
    return tuple(
        GoldenQuery(query.text, Kind(entry["kind"]), query.accept, entry.get("missed", ""))
        for query, entry in zip(load_queries(file), entries, strict=True)
    )
