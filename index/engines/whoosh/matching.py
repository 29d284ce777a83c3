"""Words to passages: which match, how well, and which words had to be left out.

A Question and a Collection enter, Matches leave. Only arrays are read; nothing is changed.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.engines.whoosh.asking import Asked, Question
from index.engines.whoosh.collection import Collection, Mask, Scores, Term
from index.engines.whoosh.folding import Word
from index.engines.whoosh.ranking import SHORT, Ranking
from index.engines.whoosh.running import Running
from index.engines.whoosh.terms import Terms
from index.engines.whoosh.understanding import Understanding

RAISED = 200
"""Best matches of a short query that are looked at for words in a row: twenty pages of results,
more than anybody turns."""


_ROUNDING = 1e-4
"""Difference of two shares that is none: they are sums of up to MAX_WORDS 32-bit numbers."""


@dataclass(frozen=True, slots=True)
class Matches:
    """What was found: which documents, their scores, and the words that the best one lacks."""

    mask: Mask
    scores: Scores
    dropped: tuple[str, ...] = ()

    def led_by(self, number: int) -> "Matches":
        """Return the same with document ``number`` first."""
        mask, scores = self.mask.copy(), self.scores.copy()
        mask[number] = True
        scores[number] = 1 + scores.max()
        return Matches(mask, scores)


class Matcher:
    """Matches queries against one collection; safe for many threads."""

    def __init__(
        self,
        collection: Collection,
        running: Running,
        terms: Terms,
        page_starts: NDArray[np.int64],
        references: Mask,
    ) -> None:
        """Take the postings, the running texts, what does for a word, the first document of each
        page, and which documents say nothing themselves."""
        self._collection = collection
        self._running = running
        self._terms = terms
        self._page_starts = page_starts
        self._page_sizes = np.diff(page_starts, append=collection.count)
        self._references = np.flatnonzero(references)

    def match(self, question: Question, ranking: Ranking, understanding: Understanding) -> Matches:
        """Find what has the words, every phrase, and nothing excluded.

        Where enough passages have every word that the library knows, those are found; where few
        have, so is what has a good share of what the words tell (`Ranking`), after them. The words
        that the best of all lacks are named.
        """
        allowed = self._allowed(question)
        required = question.required
        terms = [self._terms.of(asked) for asked in required]
        others = [self._collection.term(stem) for phrase in question.phrases for stem in phrase]
        scores, share = self._added(terms, others)
        mask = _found(allowed, share, ranking) if required else allowed
        scores = self._departed(scores, share, mask, len(required), ranking)
        if required and len(required) <= SHORT:
            words = tuple(asked.word for asked in required)
            scores = self._nearer(scores, mask, words, ranking)
        if required:
            scores[self._terms.about(question.aspects)] *= np.float32(1 + understanding.intent)
            scores[self._references] *= np.float32(understanding.reference)
        return Matches(mask, scores, self._dropped(required, terms, mask, scores))

    def _allowed(self, question: Question) -> Mask:
        allowed = self._collection.alive
        for phrase in question.phrases:
            allowed = allowed & self._terms.with_phrase(phrase)
        for phrase in question.excluded:
            allowed = allowed & ~self._terms.with_phrase(phrase)
        return allowed

    def _added(
        self, required: list[Term | None], others: list[Term | None]
    ) -> tuple[Scores, Scores]:
        """Return the sum of the terms' weights, and the share of the required terms' idf that each
        document has."""
        count = self._collection.count
        scores = np.zeros(count, dtype=np.float32)
        share = np.zeros(count, dtype=np.float32)
        total = sum(term.idf for term in required if term) or 1.0
        for term in required:
            if term is None:
                continue
            if term.row is not None:
                scores += term.row
                share += (term.row > 0) * np.float32(term.idf / total)
            else:
                scores[term.documents] += term.weights
                share[term.documents] += np.float32(term.idf / total)
        for term in others:
            if term is not None:
                scores[term.documents] += term.weights
        return scores, share

    def _departed(
        self, scores: Scores, share: Scores, mask: Mask, asked: int, ranking: Ranking
    ) -> Scores:
        """Return ``scores`` with the coverage of the query and the rest of the page counted in."""
        power = ranking.short_coverage if asked <= SHORT else ranking.coverage
        if power and asked > 1:
            factor: Scores = (share**power).astype(np.float32)
            scores = scores * factor
        if ranking.page_share and len(self._page_starts):
            best = np.maximum.reduceat(np.where(mask, scores, 0), self._page_starts)
            of_page = np.repeat(best, self._page_sizes)
            shared = np.float32(ranking.page_share)
            blended: Scores = scores + shared * (of_page - scores).astype(np.float32)
            return blended
        return scores

    def _nearer(
        self, scores: Scores, mask: Mask, required: tuple[Word, ...], ranking: Ranking
    ) -> Scores:
        """Return ``scores`` with those raised that have the words in a row, or as typed."""
        if not (ranking.adjacency or ranking.literal):
            return scores
        candidates = _highest(scores, mask, RAISED)
        raised = np.ones(len(candidates), dtype=np.float32)
        if len(required) > 1:
            stems = [word.stem for word in required]
            raised += np.float32(ranking.adjacency) * self._running.with_stems(candidates, stems)
        surfaces = [word.surface for word in required]
        raised += np.float32(ranking.literal) * self._running.with_words(candidates, surfaces)
        lifted: Scores = scores.astype(np.float32)
        lifted[candidates] *= raised
        return lifted

    def _dropped(
        self, required: tuple[Asked, ...], terms: list[Term | None], mask: Mask, scores: Scores
    ) -> tuple[str, ...]:
        """Return the asked words that the best match lacks."""
        if not required:
            return ()
        if not mask.any():
            return tuple(asked.word.surface for asked in required)
        best = int(np.argmax(np.where(mask, scores, -1)))
        return tuple(
            asked.word.surface
            for asked, term in zip(required, terms, strict=True)
            if term is None or not _has(term, best)
        )


def _highest(scores: Scores, mask: Mask, number: int) -> NDArray[np.int64]:
    """Return the ``number`` documents of ``mask`` with the highest scores, in no order."""
    candidates = np.flatnonzero(mask)
    if len(candidates) > number:
        best = np.argpartition(scores[candidates], len(candidates) - number)
        candidates = candidates[best[-number:]]
    return candidates


def _has(term: Term, document: int) -> bool:
    place = int(np.searchsorted(term.documents, document))
    return place < len(term.documents) and int(term.documents[place]) == document


def _found(allowed: Mask, share: Scores, ranking: Ranking) -> Mask:
    """Return which of ``allowed`` are found, by the ``share`` of the words' idf that each has."""
    every = allowed & (share >= 1 - _ROUNDING)
    if ranking.least_share and int(np.count_nonzero(every)) >= ranking.enough:
        return every
    least = ranking.least_share * float(share[allowed].max(initial=0))
    return allowed & (share > 0) & (share >= least - _ROUNDING)
