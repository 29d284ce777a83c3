"""Words to passages: which match, how well, and which words had to be left out.

A visitor's Words and a Collection enter, Matches leave. Only arrays are read; nothing is changed.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.engines.whoosh.collection import Collection, Mask, Scores, Term
from index.engines.whoosh.folding import STOP_WORDS, Word, words_of
from index.engines.whoosh.ranking import SHORT, Ranking
from index.engines.whoosh.running import Running
from index.query import MAX_WORDS, Words

RAISED = 200
"""Best matches of a short query that are looked at for words in a row: twenty pages of results,
more than anybody turns."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A query in folded words: what ranks, what must stand in a row, what must not be there."""

    ranked: tuple[Word, ...]
    phrases: tuple[tuple[str, ...], ...]
    excluded: tuple[tuple[str, ...], ...]

    @property
    def required(self) -> tuple[Word, ...]:
        """The words that are asked for: all but stop words, or all where there are only those."""
        telling = tuple(word for word in self.ranked if word.surface not in STOP_WORDS)
        return telling or self.ranked


@dataclass(frozen=True, slots=True)
class Matches:
    """What was found: which documents, their scores, and the words that the best one lacks."""

    mask: Mask
    scores: Scores
    dropped: tuple[str, ...] = ()


def ask(words: Words) -> Asked:
    """Fold a visitor's words; a hyphenated word is the words it is made of, each asked once."""
    ranked: dict[str, Word] = {}
    for text in words.words:
        for word in words_of(text):
            ranked.setdefault(word.stem, word)
    return Asked(
        ranked=tuple(ranked.values())[:MAX_WORDS],
        phrases=tuple(_stems(words.phrases)),
        excluded=tuple(_stems(words.excluded)),
    )


class Matcher:
    """Matches queries against one collection; safe for many threads."""

    def __init__(
        self, collection: Collection, running: Running, page_starts: NDArray[np.int64]
    ) -> None:
        """Take the postings, the running texts, and the first document of each page."""
        self._collection = collection
        self._running = running
        self._page_starts = page_starts
        self._page_sizes = np.diff(page_starts, append=collection.count)

    def match(self, asked: Asked, ranking: Ranking) -> Matches:
        """Find what has the words, every phrase, and nothing excluded.

        A short query asks for all its words, a longer one for a share of them (`Ranking`); where
        nothing has so many, what has the most is found, and the words that the best of it lacks
        are named.
        """
        allowed = self._allowed(asked)
        required = asked.required
        terms = [self._collection.term(word.stem) for word in required]
        terms += [self._collection.term(stem) for phrase in asked.phrases for stem in phrase]
        scores, matched, share = self._added(terms[: len(required)], terms[len(required) :])
        if required:
            most = int(matched[allowed].max(initial=0))
            mask = allowed & (matched >= max(1, min(most, _wanted(len(required), ranking))))
        else:
            mask = allowed
        scores = self._departed(scores, share, mask, len(required), ranking)
        if required and len(required) <= SHORT:
            scores = self._nearer(scores, mask, required, ranking)
        return Matches(mask, scores, self._dropped(required, terms, mask, scores))

    def _allowed(self, asked: Asked) -> Mask:
        allowed = self._collection.alive
        for phrase in asked.phrases:
            allowed = allowed & self._with_phrase(phrase)
        for phrase in asked.excluded:
            allowed = allowed & ~self._with_phrase(phrase)
        return allowed

    def _with_phrase(self, stems: tuple[str, ...]) -> Mask:
        found = np.zeros(self._collection.count, dtype=np.bool_)
        terms = [self._collection.term(stem) for stem in stems]
        if all(terms):
            known = sorted((term for term in terms if term), key=lambda term: len(term.documents))
            candidates = known[0].documents
            for term in known[1:]:
                candidates = np.intersect1d(candidates, term.documents, assume_unique=True)
            if len(stems) > 1:
                candidates = candidates[self._running.with_stems(candidates, stems)]
            found[candidates] = True
        return found

    def _added(
        self, required: list[Term | None], others: list[Term | None]
    ) -> tuple[Scores, NDArray[np.uint8], Scores]:
        """Return the sum of the terms' weights, how many of the required each document has, and
        the share of the required terms' idf that those make up."""
        count = self._collection.count
        scores = np.zeros(count, dtype=np.float32)
        matched = np.zeros(count, dtype=np.uint8)
        share = np.zeros(count, dtype=np.float32)
        total = sum(term.idf for term in required if term) or 1.0
        for term in required:
            if term is None:
                continue
            if term.row is not None:
                scores += term.row
                has = term.row > 0
                matched += has
                share += has * np.float32(term.idf / total)
            else:
                scores[term.documents] += term.weights
                matched[term.documents] += 1
                share[term.documents] += np.float32(term.idf / total)
        for term in others:
            if term is not None:
                scores[term.documents] += term.weights
        return scores, matched, share

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
        self, required: tuple[Word, ...], terms: list[Term | None], mask: Mask, scores: Scores
    ) -> tuple[str, ...]:
        """Return the asked words that the best match lacks."""
        if not required:
            return ()
        if not mask.any():
            return tuple(word.surface for word in required)
        best = int(np.argmax(np.where(mask, scores, -1)))
        return tuple(
            word.surface
            for word, term in zip(required, terms, strict=False)
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


def _wanted(asked: int, ranking: Ranking) -> int:
    """Return how many of ``asked`` words a passage must have."""
    if asked <= SHORT and ranking.minimum_share:
        return asked
    return int(np.ceil(asked * ranking.minimum_share))


def _stems(texts: Iterable[str]) -> Iterator[tuple[str, ...]]:
    for text in texts:
        stems = tuple(word.stem for word in words_of(text))
        if stems:
            yield stems
