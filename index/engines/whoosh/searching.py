"""An open index: queries answered by many threads at once.

Queries enter, Results leave. Whoosh's searchers are not safe to share between threads (under load
they give damaged data); here only arrays are read that never change.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from whoosh.index import IndexError as WhooshIndexError

from index.engines.whoosh.asking import Asked, Asking, Question
from index.engines.whoosh.explaining import Explaining
from index.engines.whoosh.matching import Matches
from index.engines.whoosh.opening import open_index
from index.engines.whoosh.postings import Numbers, Scores
from index.engines.whoosh.preparing import prepare
from index.engines.whoosh.ranking import DEFAULT, Ranking
from index.engines.whoosh.records import decode_shown, hit_of
from index.engines.whoosh.snippets import snippet_of
from index.engines.whoosh.understanding import FULL, Understanding
from index.engines.whoosh.wording import Marking
from index.errors import LibraryDamagedError
from index.explanation import Explanation
from index.lexicon import EMPTY
from index.lexicon import Lexicon as Meanings
from index.query import MAX_WORDS_READ, Order, Query, parse_words
from index.results import Hit, Results, Suggestion, Worded

_GROUPS = 8
"""Groups of scores, for each hit of a page, of which only the highest is looked at in choosing the
page: a few times as fast as looking at all, however many are found."""


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
            self._opened = open_index(folder, meanings, understanding)
        except (WhooshIndexError, OSError, ValueError, KeyError, EOFError) as error:
            raise LibraryDamagedError(
                f"{folder}: no whole search index ({error}); run: python -m ingest raw/"
            ) from error
        self._ranking = ranking
        self._understanding = understanding
        self._asking = Asking(
            self._opened.spelling, self._opened.thesaurus, self._opened.telling, understanding
        )
        prepare(self._asking, self._opened.matcher.terms, self._opened.lexicon)

    def search(self, query: Query) -> Results:
        """Answer ``query``; never fails on any text."""
        opened = self._opened
        read = self._read(query)
        found = self._matched(read.question)
        kept, scores = self._narrowed(found, query)
        marking = Marking(opened.collection, read.question)
        return Results(
            query=query,
            total=len(kept),
            hits=self._hits(_page(kept, scores, query), marking),
            facets=opened.facets.counts(
                found.documents, query.filters, query.facets, query.facet_values
            ),
            corrections=read.offered,
            dropped=found.dropped,
            searched_for=read.searched_for,
            worded=self._worded(read.question, found),
        )

    def explain(self, query: Query) -> tuple[Explanation, ...]:
        """Tell why each hit of ``query`` was found and stands where it does, in their order."""
        opened = self._opened
        question = self._read(query).question
        found = self._matched(question)
        kept, scores = self._narrowed(found, query)
        explaining = Explaining(opened.matcher, question, self._ranking, self._understanding)
        explanations = []
        for document, score in _page(kept, scores, query):
            (record,) = opened.records.of([document])
            shown = decode_shown(record)
            matches = explaining.matches(document)
            factors = explaining.factors(document, score, matches)
            explanations.append(Explanation(shown.page, shown.anchor, score, matches, factors))
        return tuple(explanations)

    def suggest(self, prefix: str, limit: int = 8) -> tuple[Suggestion, ...]:
        """Complete ``prefix`` to at most ``limit`` suggestions, best first."""
        return self._opened.completions.get().of(prefix, limit)

    def close(self) -> None:
        """Let go of memory; no search may follow."""
        del self._opened, self._asking

    def _read(self, query: Query) -> "_Read":
        """Return what ``query`` asks for, mended where that is sure."""
        asked = query.words
        question = self._asking.ask(asked)
        whole = not (asked.phrases or asked.excluded) and len(asked.words) < MAX_WORDS_READ
        if not asked.words or (whole and self._opened.spelling.knows_all(question.stems)):
            return _Read(question)
        correction = self._opened.spelling.correct(query.text)
        mending = self._understanding.correct and not query.as_typed
        if correction is not None and correction.sure and mending:
            words = parse_words(correction.text)
            return _Read(self._asking.ask(words), searched_for=correction.text)
        offered = (correction.text,) if correction is not None else ()
        return _Read(question, offered=offered)

    def _matched(self, question: Question) -> Matches:
        """Return what answers ``question``, staff's own answer to it first."""
        opened = self._opened
        found = opened.matcher.match(question, self._ranking, self._understanding)
        bet = opened.thesaurus.best_bet(question.stems) if self._understanding.best_bets else None
        number = opened.places.of(bet.page, bet.anchor) if bet else None
        return found if number is None else found.led_by(number)

    def _narrowed(self, found: Matches, query: Query) -> tuple[Numbers, Scores]:
        """Return the documents that the filters of ``query`` let through, and their scores."""
        if not query.filters:
            return found.documents, found.scores
        kept = self._opened.facets.narrowed(found.documents, query.filters)
        return kept, found.scores[np.searchsorted(found.documents, kept)]

    def _worded(self, question: Question, found: Matches) -> tuple[Worded, ...]:
        """Return what the best match says for words that stand nowhere, each once."""
        unknown = [one for one in question.required if one.alternatives and self._is_unknown(one)]
        if not (unknown and len(found.documents)):
            return ()
        best = int(found.documents[found.scores.argmax()])
        said: dict[str, list[str]] = {}
        for asked in unknown:
            ways = [way for way in self._opened.matcher.terms.ways(asked) if way.weight_in(best)]
            way = max(ways, key=lambda one: one.weight_in(best), default=None)
            if way is not None and (says := self._opened.thesaurus.written(way.stems)):
                said.setdefault(says, []).append(asked.word.surface)
        return tuple(Worded(" ".join(words), says) for says, words in said.items())

    def _is_unknown(self, asked: Asked) -> bool:
        return self._opened.spelling.is_unknown(asked.word)

    def _hits(self, found: Sequence[tuple[int, float]], marking: Marking) -> tuple[Hit, ...]:
        if not found:
            return ()
        documents = [document for document, _ in found]
        records = self._opened.records.of(documents)
        bodies = self._opened.bodies.of(documents)
        return tuple(
            hit_of(record, snippet_of(body, words), score)
            for record, body, words, (_, score) in zip(
                records, bodies, marking.found(documents), found, strict=True
            )
        )


def _page(documents: Numbers, scores: Scores, query: Query) -> list[tuple[int, float]]:
    """Return the requested page of documents with their scores: by score, then by number.

    Documents are numbered by title, page and place, so that their numbers are the other order.
    """
    first = (query.page - 1) * query.page_size
    last = first + query.page_size
    if query.order is Order.TITLE:
        asked = slice(first, last)
        return list(zip(documents[asked].tolist(), scores[asked].tolist(), strict=True))
    if len(documents) > _GROUPS * last:
        # Everything that could stand on this page or before it, ties included: at least ``last``
        # scores are as high as the last-highest of the groups' highest.
        rows = len(scores) // (_GROUPS * last)
        highest = scores[: rows * _GROUPS * last].reshape(rows, -1).max(axis=0)
        among = (scores >= np.partition(highest, -last)[-last]).nonzero()[0]
        documents, scores = documents[among], scores[among]
    best = np.argsort(-scores, kind="stable")[first:last]
    return list(zip(documents[best].tolist(), scores[best].tolist(), strict=True))


@dataclass(frozen=True, slots=True)
class _Read:
    """A query as it was understood: the whole text it was mended to, or texts to offer."""

    question: Question
    searched_for: str = ""
    offered: tuple[str, ...] = ()
