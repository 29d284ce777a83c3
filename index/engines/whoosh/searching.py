"""An open index: queries answered by many threads at once.

Queries enter, Results leave. Whoosh's searchers are not safe to share between threads (under load
they give damaged data); here only arrays are read that never change.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from whoosh.index import IndexError as WhooshIndexError

from index.engines.whoosh.asking import Asking, Question
from index.engines.whoosh.collection import Mask
from index.engines.whoosh.matching import Matches
from index.engines.whoosh.opening import open_index
from index.engines.whoosh.ranking import DEFAULT, Ranking
from index.engines.whoosh.records import decode_record
from index.engines.whoosh.snippets import snippet_of
from index.engines.whoosh.understanding import FULL, Understanding
from index.engines.whoosh.wording import written_forms
from index.errors import LibraryDamagedError
from index.lexicon import EMPTY
from index.lexicon import Lexicon as Meanings
from index.query import Query, parse_words
from index.results import Hit, Results, Suggestion


class WhooshSearcher:
    """One generation of a Whoosh index, open for reading."""

    def __init__(
        self,
        folder: Path,
        meanings: Meanings = EMPTY,
        ranking: Ranking = DEFAULT,
        understanding: Understanding = FULL,
    ) -> None:
        """Open the index in ``folder``; ``meanings`` is what is said about words.

        Raises:
            LibraryDamagedError: the folder holds no whole index.
        """
        try:
            self._opened = open_index(folder, meanings)
        except (WhooshIndexError, OSError, ValueError, KeyError, EOFError) as error:
            raise LibraryDamagedError(
                f"{folder}: no whole search index ({error}); run: python -m ingest raw/"
            ) from error
        self._ranking = ranking
        self._understanding = understanding
        self._asking = Asking(self._opened.spelling, self._opened.thesaurus, understanding)

    def search(self, query: Query) -> Results:
        """Answer ``query``; never fails on any text."""
        opened = self._opened
        read = self._read(query)
        found = self._matched(read.question)
        kept = opened.facets.narrowed(found.mask, query.filters)
        forms = written_forms(read.question, opened.lexicon)
        return Results(
            query=query,
            total=int(np.count_nonzero(kept)),
            hits=tuple(
                self._hit(number, forms, float(found.scores[number]))
                for number in self._best(kept, found, query)
            ),
            facets=opened.facets.counts(found.mask, query.filters, query.facet_values),
            corrections=read.offered,
            dropped=found.dropped,
            searched_for=read.searched_for,
        )

    def suggest(self, prefix: str, limit: int = 8) -> tuple[Suggestion, ...]:
        """Complete ``prefix`` to at most ``limit`` suggestions, best first."""
        return self._opened.completions.of(prefix, limit)

    def close(self) -> None:
        """Let go of memory; no search may follow."""
        del self._opened

    def _read(self, query: Query) -> "_Read":
        """Return what ``query`` asks for, mended where that is sure."""
        correction = self._opened.spelling.correct(query.text) if query.words.words else None
        mending = self._understanding.correct and not query.as_typed
        if correction is not None and correction.sure and mending:
            words = parse_words(correction.text)
            return _Read(self._asking.ask(words), searched_for=correction.text)
        offered = (correction.text,) if correction is not None else ()
        return _Read(self._asking.ask(query.words), offered=offered)

    def _matched(self, question: Question) -> Matches:
        """Return what answers ``question``, staff's own answer to it first."""
        opened = self._opened
        found = opened.matcher.match(question, self._ranking, self._understanding)
        bet = opened.thesaurus.best_bet(question.stems) if self._understanding.best_bets else None
        number = opened.places.get((bet.page, bet.anchor)) if bet else None
        return found if number is None else found.led_by(number)

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


@dataclass(frozen=True, slots=True)
class _Read:
    """A query as it was understood: the whole text it was mended to, or texts to offer."""

    question: Question
    searched_for: str = ""
    offered: tuple[str, ...] = ()
