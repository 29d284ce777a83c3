"""An open index: queries answered by many threads at once.

Queries enter, Results leave. Whoosh's searchers are not safe to share between threads (under load
they give damaged data), so each thread has its own; all else here is made once and only read.
"""

import threading
from pathlib import Path

import numpy as np
from whoosh import index as whoosh_index
from whoosh.index import IndexError as WhooshIndexError
from whoosh.searching import Searcher

from index.engines.whoosh.completions import Completions
from index.engines.whoosh.corrections import correct
from index.engines.whoosh.matching import Asked, Matches, ask, match
from index.engines.whoosh.records import Records
from index.engines.whoosh.snippets import snippet_of
from index.errors import LibraryDamagedError
from index.query import Query
from index.results import Hit, Results, Suggestion


class WhooshSearcher:
    """One generation of a Whoosh index, open for reading."""

    def __init__(self, folder: Path) -> None:
        """Open the index in ``folder`` and read what hits show into memory.

        Raises:
            LibraryDamagedError: the folder holds no whole index.
        """
        try:
            self._index = whoosh_index.open_dir(str(folder))
            with self._index.reader() as reader:
                self._records = Records(reader)
                self._surfaces = {
                    text.decode(): reader.doc_frequency("surface", text)
                    for text in reader.lexicon("surface")
                }
        except (WhooshIndexError, OSError, ValueError, KeyError, EOFError) as error:
            raise LibraryDamagedError(
                f"{folder}: no whole search index ({error}); run: python -m ingest raw/"
            ) from error
        self._completions = Completions(
            record for _, record in sorted(self._records.by_number.items())
        )
        self._own = threading.local()
        self._opened: list[Searcher] = []
        self._lock = threading.Lock()

    def search(self, query: Query) -> Results:
        """Answer ``query``; never fails on any text."""
        searcher = self._searcher()
        asked = ask(query.words)
        found = self._found(searcher, asked)
        kept = self._records.narrowed(found.mask, query.filters)
        corrections = correct(searcher, query.text, self._surfaces) if asked.ranked else ()
        return Results(
            query=query,
            total=int(kept.sum()),
            hits=tuple(
                self._hit(number, asked, float(found.scores[number]))
                for number in self._best(kept, found, query)
            ),
            facets=self._records.facet_counts(found.mask, query.filters),
            corrections=corrections,
            dropped=found.dropped,
        )

    def suggest(self, prefix: str, limit: int = 8) -> tuple[Suggestion, ...]:
        """Complete ``prefix`` to at most ``limit`` suggestions, best first."""
        return self._completions.of(prefix, limit)

    def close(self) -> None:
        """Let go of files and memory; no search may follow."""
        with self._lock:
            for searcher in self._opened:
                searcher.close()
            self._opened.clear()
        self._index.close()

    def _searcher(self) -> Searcher:
        searcher: Searcher | None = getattr(self._own, "searcher", None)
        if searcher is None:
            searcher = self._own.searcher = self._index.searcher()
            with self._lock:
                self._opened.append(searcher)
        return searcher

    def _found(self, searcher: Searcher, asked: Asked) -> Matches:
        """Match the words; a query of no words at all, or of exclusions only, browses."""
        return match(searcher, asked, self._records.alive)

    def _best(self, kept: "np.ndarray", found: Matches, query: Query) -> list[int]:
        """Return the document numbers of the requested page: by score, then in library order."""
        numbers = np.flatnonzero(kept)
        order = np.lexsort((self._records.rank[numbers], -found.scores[numbers]))
        first = (query.page - 1) * query.page_size
        best: list[int] = numbers[order][first : first + query.page_size].tolist()
        return best

    def _hit(self, number: int, asked: Asked, score: float) -> Hit:
        record = self._records.by_number[number]
        stems = {word.stem for word in asked.required}
        stems.update(stem for phrase in asked.phrases for stem in phrase)
        return Hit(
            page=record.page,
            title=record.title,
            anchor=record.anchor,
            heading=record.heading,
            aspect=record.aspect,
            conditions=record.conditions,
            topic=record.topic,
            category=record.category,
            breadcrumb=record.breadcrumb,
            snippet=snippet_of(record.body, stems),
            score=score,
        )
