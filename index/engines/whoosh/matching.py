"""Words to passages: which match, how well, and which words had to be left out.

A Question and a Collection enter, Matches leave. Arrays are only read; nothing is changed.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from index.engines.whoosh.asking import Asked, Question
from index.engines.whoosh.collection import Collection, Mask, Numbers, Scores, Term
from index.engines.whoosh.names import Names
from index.engines.whoosh.ranking import SHORT, Ranking
from index.engines.whoosh.running import Running
from index.engines.whoosh.terms import Terms
from index.engines.whoosh.understanding import Understanding

_ROUNDING = 1e-4
"""Difference of two shares that is none: they are sums of up to MAX_WORDS 32-bit numbers."""


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
    references: Mask

    def match(self, question: Question, ranking: Ranking, understanding: Understanding) -> Matches:
        """Find what has the words, every phrase, and nothing excluded.

        Where enough passages have every word that the library knows, those are found; where few
        have, so is what has a good share of what the words tell (`Ranking`), after them. The words
        that the best of all lacks are named.
        """
        allowed = self._allowed(question)
        required = question.required
        terms = [self.terms.of(asked) for asked in required]
        parts = [_Part(term, one.factor) for one, term in zip(required, terms, strict=True) if term]
        others = [self.collection.term(stem) for phrase in question.phrases for stem in phrase]
        scores = self._sum([*parts, *(_Part(term, 1) for term in others if term)])
        if not required:
            documents = _numbers(self.collection.count, allowed)
            return Matches(documents, scores[documents])
        if ranking.least_share:
            share = self._share(parts)
            documents = _found(allowed, share, ranking).nonzero()[0]
        else:
            share = scores
            documents = (scores > 0 if allowed is None else allowed & (scores > 0)).nonzero()[0]
        scores, share = scores[documents], share[documents]
        power = ranking.short_coverage if len(required) <= SHORT else ranking.coverage
        if power and len(parts) > 1:
            scores = scores * np.power(share, np.float32(power), dtype=np.float32)
        if ranking.naming:
            scores = self._named(documents, scores, required, ranking)
        if ranking.adjacency or ranking.literal:
            scores = self._nearer(documents, scores, question, ranking)
        if ranking.page_share:
            scores = self._with_page(documents, scores, ranking)
        scores = self._of_kind(documents, scores, question, understanding)
        return Matches(documents, scores, _dropped(required, terms, documents, scores))

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

    def _sum(self, parts: Sequence["_Part"]) -> Scores:
        """Return the sum of the weights of ``parts`` in each document."""
        scores: Scores = np.zeros(self.collection.count, dtype=np.float32)
        for part in parts:
            term, factor = part.term, np.float32(part.factor)
            if term.row is not None:
                scores += term.row if part.factor == 1 else factor * term.row
            else:
                scores[term.documents] += (
                    term.weights if part.factor == 1 else factor * term.weights
                )
        return scores

    def _share(self, parts: Sequence["_Part"]) -> Scores:
        """Return the share of the idf of ``parts`` that each document has."""
        share: Scores = np.zeros(self.collection.count, dtype=np.float32)
        total = sum(part.idf for part in parts)
        for part in parts:
            idf = np.float32(part.idf / total)
            if part.term.row is not None:
                share += (part.term.row > 0) * idf
            else:
                share[part.term.documents] += idf
        return share

    def _named(
        self, documents: Numbers, scores: Scores, required: Sequence[Asked], ranking: Ranking
    ) -> Scores:
        """Return ``scores`` with the names that the query says counted in."""
        literal = (self.collection.term(asked.word.stem) for asked in required)
        said = self.names.said([term for term in literal if term])
        if said is None:
            return scores
        return scores + np.float32(ranking.naming) * said[self.names.groups[documents]]

    def _nearer(
        self, documents: Numbers, scores: Scores, question: Question, ranking: Ranking
    ) -> Scores:
        """Return ``scores`` with those raised that have the words in a row, or as typed."""
        places = self.running.places(question.stems)
        if not len(places):
            return scores
        # One more than there are documents: places of deleted ones are at -1.
        factor: Scores = np.ones(self.collection.count + 1, dtype=np.float32)
        if len(question.stems) > 1:
            factor[self.running.whose(places)] += np.float32(ranking.adjacency)
        surface = {asked.word.stem: asked.word.surface for asked in question.ranked}
        typed = [surface.get(stem, "") for stem in question.stems]
        literal = self.running.literal(places, typed)
        factor[self.running.whose(literal)] += np.float32(ranking.literal)
        nearer: Scores = scores * factor[documents]
        return nearer

    def _with_page(self, documents: Numbers, scores: Scores, ranking: Ranking) -> Scores:
        """Return ``scores`` with a share of the best score of the same page."""
        if not len(documents):
            return scores
        pages = self.pages[documents]
        firsts = np.concatenate(([0], (pages[1:] != pages[:-1]).nonzero()[0] + 1))
        best: Scores = np.maximum.reduceat(scores, firsts)
        of_page = np.repeat(best, np.diff(firsts, append=len(documents)))
        share = np.float32(ranking.page_share)
        mixed: Scores = (1 - share) * scores + share * of_page
        return mixed

    def _of_kind(
        self,
        documents: Numbers,
        scores: Scores,
        question: Question,
        understanding: Understanding,
    ) -> Scores:
        """Return ``scores`` with the aspect asked for raised, and lists of works lowered."""
        if question.aspects and understanding.intent:
            factor: Scores = np.ones(self.collection.count, dtype=np.float32)
            factor[self.terms.about(question.aspects)] += np.float32(understanding.intent)
            scores = scores * factor[documents]
        if understanding.reference != 1:
            lowered = self.references[documents].nonzero()[0]
            if len(lowered):
                scores = scores.copy()
                scores[lowered] *= np.float32(understanding.reference)
        return scores


@dataclass(frozen=True, slots=True)
class _Part:
    """A term and how much of its weight it counts."""

    term: Term
    factor: float

    @property
    def idf(self) -> float:
        return self.term.idf * self.factor


def _numbers(count: int, allowed: Mask | None) -> Numbers:
    return np.arange(count, dtype=np.int32) if allowed is None else allowed.nonzero()[0]


def _found(allowed: Mask | None, share: Scores, ranking: Ranking) -> Mask:
    """Return which of ``allowed`` are found, by the ``share`` of the words' idf that each has."""
    if allowed is not None:
        share = share * allowed
    every = share >= 1 - _ROUNDING
    if int(np.count_nonzero(every)) >= ranking.enough:
        return every
    least = ranking.least_share * float(share.max(initial=0))
    return share >= max(least - _ROUNDING, _ROUNDING)


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
        if term is None or not _has(term, best)
    )


def _has(term: Term, document: int) -> bool:
    if term.row is not None:
        return bool(term.row[document] > 0)
    place = int(np.searchsorted(term.documents, document))
    return place < len(term.documents) and int(term.documents[place]) == document
