"""What an update would do to the golden queries: built in a scratch folder, and asked there.

A Decision, the live generation and golden queries enter, a QueryCheck leaves. The library itself is
not touched. Used by the pipeline, for dry runs.
"""

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from index.engine import Changes, Engine
from index.lexicon import Lexicon
from index.library import Generation
from index.query import Query
from index.storage.layout import Layout
from index.writer import LibraryWriter
from ingest.queries import GoldenQuery
from ingest.telling.report import QueryCheck, UnansweredQuery
from ingest.updating.decision import Decision, Stream, removed_slugs
from ingest.updating.spool import Spool

FIRST = 3
"""Hits among which an answer has to be: what a visitor sees without scrolling."""


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """An update that is tried out: ``decision`` on the ``live`` generation in ``library``."""

    library: Path
    engine: Engine
    decision: Decision
    live: Generation | None
    spool: Spool
    lexicon: Lexicon

    def ask(self, queries: Sequence[GoldenQuery]) -> QueryCheck:
        """Ask ``queries`` of the library as it is and as it would be.

        Raises:
            OSError: there is no room for the scratch folder.
            LibraryError: the library cannot be built.
        """
        before = frozenset() if self.live is None else _answered(queries, self.live)
        with self._rebuilt() as rebuilt:
            after = _answered(queries, rebuilt)
        return QueryCheck(
            asked=len(queries),
            lost=tuple(_told(query) for query in queries if query in before - after),
            unanswered=tuple(_told(query) for query in queries if query not in before | after),
            won=tuple(query.text for query in queries if query in after - before),
        )

    @contextmanager
    def _rebuilt(self) -> Iterator[Generation]:
        """Yield the library as it would be, in a folder that is gone afterwards."""
        with tempfile.TemporaryDirectory(prefix="ingest-rehearsal-") as folder:
            scratch = Path(folder) / "library"
            if self.live is not None:
                _copy(self.library, self.live.info.number, scratch)
            with LibraryWriter(scratch, self.engine) as writer:
                writer.write(
                    Changes(
                        Stream(self.decision, self.live, self.spool), removed_slugs(self.decision)
                    ),
                    self.decision.agreement.facts,
                    self.decision.redirects,
                    self.lexicon,
                )
                if writer.live is not None:
                    yield writer.live
                    writer.live.close()


def _copy(library: Path, number: int, scratch: Path) -> None:
    """Copy what the live generation ``number`` needs, and no other generation."""
    layout = Layout(library)
    shutil.copytree(layout.generation(number), scratch / layout.generation(number).name)
    shutil.copy2(layout.pointer, scratch / layout.pointer.name)


def _answered(queries: Sequence[GoldenQuery], library: Generation) -> frozenset[GoldenQuery]:
    return frozenset(query for query in queries if _is_answered(query, library))


def _is_answered(query: GoldenQuery, library: Generation) -> bool:
    hits = library.search(Query(query.text)).hits[:FIRST]
    return any(
        accepted.covers(hit.page, hit.breadcrumb) for accepted in query.accept for hit in hits
    )


def _told(query: GoldenQuery) -> UnansweredQuery:
    return UnansweredQuery(query.text, tuple(map(str, query.accept)))
