"""Words to passages: which match, how well, and which words had to be left out.

A Question and a Collection enter, Matches leave. Arrays are only read; nothing is changed.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from index.aspect import Aspect
from index.engines.whoosh.asking import Asked, Question
from index.engines.whoosh.candidates import (
    Found,
    Part,
    found_by_any,
    found_by_filters,
    found_by_share,
)
from index.engines.whoosh.collection import Collection
from index.engines.whoosh.names import Names
from index.engines.whoosh.postings import Mask, Numbers, Scores, Term
from index.engines.whoosh.ranking import SHORT, Ranking
from index.engines.whoosh.running import Running
from index.engines.whoosh.terms import Terms
from index.engines.whoosh.understanding import Understanding

_OVERVIEW = frozenset({Aspect.OVERVIEW})

_WHOLE = np.float32(0.9)
"""Part of a name's weight that counts as all of it: what is left of it then, a twentieth, are words
that tell nothing, as "pain" at a pain clinic, where "sacroiliac joint" is a name as well."""


@dataclass(frozen=True, slots=True)
class Matches:
    """What was found: documents in order, the score of each, the words that the best one lacks."""

    documents: Numbers
    scores: Scores
    dropped: tuple[str, ...] = ()

    def led_by(self, document: int) -> "Matches":
        """Return the same with ``document`` first."""
        place = int(np.searchsorted(self.documents, document))
        documents, scores = self.documents, self.scores
        if place == len(documents) or documents[place] != document:
            documents = np.insert(documents, place, document)
            scores = np.insert(scores, place, 0)
        scores = scores.copy()
        scores[place] = 1 + scores.max()
        return Matches(documents, scores)


@dataclass(frozen=True, slots=True)
class Matcher:
    """Matches queries against one collection; safe for many threads.

    ``pages`` numbers the page of each document, ``references`` flags those that say nothing
    themselves.
    """

    collection: Collection
    running: Running
    terms: Terms
    names: Names
    pages: Numbers
    page_count: int
    references: Mask

    def match(self, question: Question, ranking: Ranking, understanding: Understanding) -> Matches:
        """Find what has the words, every phrase, and nothing excluded.

        Where enough passages have every word that the library knows, those are found; where few
        have, so is what has a good share of what the words tell (`Ranking`), after them. The words
        that the best of all lacks are named.
        """
        required = question.required
        terms = [self.terms.of(asked) for asked in required]
        parts = [Part(term, one.factor) for one, term in zip(required, terms, strict=True) if term]
        found = self._found(question, parts, ranking)
        documents, scores = found.documents, found.scores
        if not required:
            return Matches(documents, scores)
        power = ranking.short_coverage if len(required) <= SHORT else ranking.coverage
        if power and found.share is not None and len(parts) > 1:
            scores = scores * np.power(found.share, np.float32(power), dtype=np.float32)
        named: Mask | None = None
        if ranking.naming:
            scores, named = self._named(documents, scores, required, ranking)
        if found.whole and (ranking.adjacency or ranking.literal):
            scores = self._nearer(documents, scores, question, ranking)
        if ranking.page_share:
            scores = self._with_page(documents, scores, ranking)
        scores = self._of_kind(documents, scores, question, understanding, named)
        return Matches(documents, scores, _dropped(required, terms, documents, scores))

    def _found(self, question: Question, parts: Sequence[Part], ranking: Ranking) -> Found:
        count, allowed = self.collection.count, self._allowed(question)
        stems = [stem for phrase in question.phrases for stem in phrase]
        others = [Part(term, 1) for term in map(self.collection.term, stems) if term]
        if not question.ranked:
            return found_by_filters(others, allowed, count)
        if ranking.least_share:
            return found_by_share(parts, others, allowed, count, ranking)
        return found_by_any([*parts, *others], allowed, count)

    def _allowed(self, question: Question) -> Mask | None:
        """Return the documents that phrases and exclusions let through; None for all."""
        if not (question.phrases or question.excluded):
            return None
        allowed = np.ones(self.collection.count, dtype=np.bool_)
        for phrase in question.phrases:
            allowed &= self.terms.with_phrase(phrase)
        for phrase in question.excluded:
            allowed &= ~self.terms.with_phrase(phrase)
        return allowed

    def _named(
        self, documents: Numbers, scores: Scores, required: Sequence[Asked], ranking: Ranking
    ) -> tuple[Scores, Mask | None]:
        """Return ``scores`` with the names that the query says counted in, and who is so called.

        The latter are those of whose names one is the query, word for word; None if none can be.
        """
        each = [self._as_named(asked, documents) for asked in required]
        known = [*{term.number: term for terms in each for term in terms}.values()]
        said = self.names.said(known, documents)
        if said is None:
            return scores, None
        counted = scores + np.float32(ranking.naming) * said
        if not all(each):
            return counted, None
        return counted, said >= _WHOLE * self.names.weight(known)

    def _as_named(self, asked: Asked, documents: Numbers) -> tuple[Term, ...]:
        """Return the terms by which a name may say ``asked``.

        A word that stands nowhere is said by what does for it, if that is some name's: "tic
        douloureux" by "trigeminal neuralgia". None if nothing does.
        """
        term = self.collection.term(asked.word.stem)
        if term:
            return (term,)
        ways = [tuple(map(self.collection.term, other.stems)) for other in asked.alternatives]
        whole = [tuple(term for term in way if term) for way in ways if all(way)]

        def most_said(way: tuple[Term, ...]) -> float:
            said = self.names.said(way, documents)
            return 0.0 if said is None else float(said.max(initial=0))

        return max(whole, key=most_said, default=())

    def _nearer(
        self, documents: Numbers, scores: Scores, question: Question, ranking: Ranking
    ) -> Scores:
        """Return ``scores`` with those raised that have the words in a row, or as typed."""
        surface = {asked.word.stem: asked.word.surface for asked in question.ranked}
        typed = [surface.get(stem, "") for stem in question.stems]
        if len(typed) == 1:
            whose = self.collection.documents_with(typed[0])
            rows = whose[:0]
        else:
            places = self.running.places(question.stems)
            if not len(places):
                return scores
            rows = self.running.whose(places)
            whose = self.running.whose(self.running.literal(places, typed))
        # One more than there are documents: places of deleted ones are at the last.
        factor: Scores = np.ones(self.collection.count + 1, dtype=np.float32)
        factor[rows] += np.float32(ranking.adjacency * (len(typed) - 1))
        factor[whose] += np.float32(ranking.literal)
        nearer: Scores = scores * factor[documents]
        return nearer

    def _with_page(self, documents: Numbers, scores: Scores, ranking: Ranking) -> Scores:
        """Return ``scores`` with a share of the best score of the same page."""
        pages = self.pages[documents]
        best: Scores = np.zeros(self.page_count, dtype=np.float32)
        np.maximum.at(best, pages, scores)
        share = np.float32(ranking.page_share)
        mixed: Scores = (1 - share) * scores + share * best[pages]
        return mixed

    def _of_kind(
        self,
        documents: Numbers,
        scores: Scores,
        question: Question,
        understanding: Understanding,
        named: Mask | None,
    ) -> Scores:
        """Return ``scores`` with the aspect asked for raised, and lists of works lowered.

        Who asks for nothing but a name asks what it is: ``named`` are those called so.
        """
        if named is not None and understanding.overview and not question.aspects:
            asked = self.terms.are_about(_OVERVIEW)[documents] & named
            scores = scores * (1 + asked * np.float32(understanding.overview))
        if question.aspects and understanding.intent:
            asked = self.terms.are_about(question.aspects)[documents]
            scores = scores * (1 + asked * np.float32(understanding.intent))
        if understanding.reference != 1:
            lowered = self.references[documents].nonzero()[0]
            if len(lowered):
                scores = scores.copy()
                scores[lowered] *= np.float32(understanding.reference)
        return scores


def _dropped(
    required: Sequence[Asked],
    terms: Sequence[Term | None],
    documents: Numbers,
    scores: Scores,
) -> tuple[str, ...]:
    """Return the asked words that the best match lacks."""
    if not len(documents):
        return tuple(asked.word.surface for asked in required)
    best = int(documents[scores.argmax()])
    return tuple(
        asked.word.surface
        for asked, term in zip(required, terms, strict=True)
        if term is None or not term.stands_in(best)
    )
