"""An open index: queries answered by many threads at once.

Queries enter, Results leave. Whoosh's searchers are not safe to share between threads (under load
they give damaged data); here only arrays are read that never change.
"""

from collections.abc import Iterable
from pathlib import Path

import numpy as np
from whoosh.index import IndexError as WhooshIndexError

from index.engines.whoosh.collection import Mask
from index.engines.whoosh.corrections import correct
from index.engines.whoosh.matching import Asked, Matches, ask
from index.engines.whoosh.opening import open_index
from index.engines.whoosh.ranking import DEFAULT, Ranking
from index.engines.whoosh.records import decode_record
from index.engines.whoosh.snippets import snippet_of
from index.errors import LibraryDamagedError
from index.lexicon import EMPTY, Lexicon
from index.query import Query
from index.results import Hit, Results, Suggestion


class WhooshSearcher:
    """One generation of a Whoosh index, open for reading."""

    def __init__(self, folder: Path, lexicon: Lexicon = EMPTY, ranking: Ranking = DEFAULT) -> None:
        """Open the index in ``folder``, to be read by ``lexicon`` and ranked by ``ranking``.

        Raises:
            LibraryDamagedError: the folder holds no whole index.
        """
        try:
            self._opened = open_index(folder)
        except (WhooshIndexError, OSError, ValueError, KeyError, EOFError) as error:
            raise LibraryDamagedError(
                f"{folder}: no whole search index ({error}); run: python -m ingest raw/"
            ) from error
        self._ranking = ranking

    def search(self, query: Query) -> Results:
        """Answer ``query``; never fails on any text."""
        opened = self._opened
        asked = ask(query.words)
        found = opened.matcher.match(asked, self._ranking)
        kept = opened.facets.narrowed(found.mask, query.filters)
        forms = self._forms(asked)
        return Results(
            query=query,
            total=int(np.count_nonzero(kept)),
            hits=tuple(
                self._hit(number, forms, float(found.scores[number]))
                for number in self._best(kept, found, query)
            ),
            facets=opened.facets.counts(found.mask, query.filters, query.facet_values),
            corrections=correct(query.text, opened.lexicon) if asked.ranked else (),
            dropped=found.dropped,
        )

    def suggest(self, prefix: str, limit: int = 8) -> tuple[Suggestion, ...]:
        """Complete ``prefix`` to at most ``limit`` suggestions, best first."""
        return self._opened.completions.of(prefix, limit)

    def close(self) -> None:
        """Let go of memory; no search may follow."""
        del self._opened

    def _forms(self, asked: Asked) -> list[str]:
        """Return how texts write the words asked for, to be marked."""
        stems = dict.fromkeys(word.stem for word in asked.required)
        stems |= dict.fromkeys(stem for phrase in asked.phrases for stem in phrase)
        forms = self._opened.lexicon.forms
        return [form for stem in stems for form in forms.get(stem, ())]

    def _best(self, kept: Mask, found: Matches, query: Query) -> list[int]:
        """Return the document numbers of the requested page: by score, then in library order."""
        first = (query.page - 1) * query.page_size
        last = first + query.page_size
        numbers = np.flatnonzero(kept)
        scores = found.scores[numbers]
        if len(numbers) > last:
            # Everything that could stand on this page or before it, ties included.
            least = np.partition(scores, len(numbers) - last)[len(numbers) - last]
            among = scores >= least
            numbers, scores = numbers[among], scores[among]
        best = np.lexsort((self._opened.order[numbers], -scores))[first:last]
        chosen: list[int] = numbers[best].tolist()
        return chosen

    def _hit(self, number: int, forms: Iterable[str], score: float) -> Hit:
        record = decode_record(self._opened.records.of(number))
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
            snippet=snippet_of(self._opened.bodies.of(number).decode(), list(forms)),
            score=score,
        )
