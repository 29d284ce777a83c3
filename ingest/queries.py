"""Golden queries: what visitors type, and the sections that ought to answer (raw/queries.toml).

The file enters, GoldenQuery objects leave. Staff keep it beside the pages; a dry run asks every
query of the library as it is and as it would be. Used by the pipeline.

One table a query:

    [[query]]
    text = "dry needling"
    accept = ["trigger-point-injections # What is injected"]

``accept`` has a line for each section that answers: the page's slug, "#", then headings of the
section's breadcrumb as a reader sees them, joined by " › "; nothing after "#" takes the whole page.
"""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ingest.errors import QueriesError

FILE = "queries.toml"
"""The file's name in the raw folder."""

_MARK = "#"
_STEP = "›"


@dataclass(frozen=True, slots=True)
class Accepted:
    """A section that answers: ``headings`` is a run of its breadcrumb, empty for the whole page."""

    page: str
    headings: tuple[str, ...] = ()

    def covers(self, page: str, breadcrumb: Sequence[str]) -> bool:
        """Return whether a hit on ``page`` with ``breadcrumb`` is this section or one below it."""
        size = len(self.headings)
        runs = (tuple(breadcrumb[start : start + size]) for start in range(len(breadcrumb) + 1))
        return page == self.page and self.headings in runs

    def __str__(self) -> str:
        """Return it as it stands in the file, or the page with a word for the whole of it."""
        if not self.headings:
            return f"{self.page} (any part)"
        return f"{self.page} {_MARK} {f' {_STEP} '.join(self.headings)}"


@dataclass(frozen=True, slots=True)
class GoldenQuery:
    """One query as typed, and the sections that answer it."""

    text: str
    accept: tuple[Accepted, ...]


def load_queries(path: Path) -> tuple[GoldenQuery, ...]:
    """Read the file at ``path``; where there is none, there are no golden queries.

    Raises:
        QueriesError: the file is not of the form told above.
    """
    if not path.exists():
        return ()
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as problem:
        raise QueriesError(f"{path.name}: not UTF-8 text; save it as UTF-8") from problem
    except tomllib.TOMLDecodeError as problem:
        raise QueriesError(
            f"{path.name}: {problem}; check the quotes and brackets there"
        ) from problem
    entries = tables.get("query", [])
    if not isinstance(entries, list):
        raise QueriesError(f"{path.name}: write each query as a table of its own, [[query]]")
    return tuple(
        _query(entry, f"{path.name}: query {place}") for place, entry in enumerate(entries, start=1)
    )


def _query(entry: Any, where: str) -> GoldenQuery:
    text = entry.get("text") if isinstance(entry, dict) else None
    if not isinstance(text, str) or not text.strip():
        raise QueriesError(f'{where} has no text; write text = "what a visitor types"')
    accept = entry.get("accept")
    if not isinstance(accept, list) or not accept or not all(isinstance(x, str) for x in accept):
        raise QueriesError(f'{where} ("{text}") accepts nothing; write accept = ["page # heading"]')
    return GoldenQuery(text, tuple(_accepted(line, f'{where} ("{text}")') for line in accept))


def _accepted(line: str, where: str) -> Accepted:
    page, mark, path = line.partition(_MARK)
    if not mark or not page.strip():
        raise QueriesError(f"{where}: in {line!r} write the page's slug, then '#', then headings")
    return Accepted(page.strip(), tuple(step.strip() for step in path.split(_STEP) if step.strip()))
