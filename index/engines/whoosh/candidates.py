"""Which passages have the words asked for: every word, a good share of them, or any.

Parts of a query (terms with factors) enter, Found documents leave, each with the sum of the weights
of its words. Only arrays are read; nothing is changed.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from index.engines.whoosh.postings import Mask, Numbers, Scores, Term
from index.engines.whoosh.ranking import Ranking

_ROUNDING = 1e-4
"""Difference of two shares that is none: they are sums of up to MAX_WORDS 32-bit numbers."""

_MOST = 4
"""Of more than one document in so many, whole rows of weights are added: a few times as fast for
each as looking its weight up."""

_NONE: Numbers = np.zeros(0, dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Part:
    """A term and how much of its weight it counts."""

    term: Term
    factor: float

    @property
    def idf(self) -> float:
        """How telling it is."""
        return self.term.idf * self.factor

    @property
    def weights(self) -> Scores:
        """Its weight in each of its documents."""
        return _times(self.term.weights, self.factor)


@dataclass(frozen=True, slots=True)
class Found:
    """Documents in order and the sum of the weights in each.

    ``share`` is the share of the parts' idf that each has, None where it was not asked for or all
    have all of it; ``whole`` tells whether any may have all of it.
    """

    documents: Numbers
    scores: Scores
    share: Scores | None = None
    whole: bool = True


def found_by_any(parts: Sequence[Part], allowed: Mask | None, count: int) -> Found:
    """Return those of ``allowed``, of ``count`` documents, that have any of ``parts``."""
    scores = _sum(parts, count)
    documents = (scores > 0 if allowed is None else allowed & (scores > 0)).nonzero()[0]
    return Found(documents, scores[documents])


def found_by_share(
    parts: Sequence[Part],
    others: Sequence[Part],
    allowed: Mask | None,
    count: int,
    ranking: Ranking,
) -> Found:
    """Return those that have all of ``parts``; where too few do, those with a good share of them.

    ``others`` count in the scores only; what is few and good is told by ``ranking``.
    """
    if not parts:
        return Found(_NONE, np.zeros(0, dtype=np.float32))
    every = _with_every(parts, allowed)
    weighed = [*parts, *others]
    if len(every) >= ranking.enough:
        return Found(every, _weights_in(every, weighed, count))
    told = _told(parts, count)
    if allowed is not None:
        told = told * allowed
    total = sum(part.idf for part in parts)
    least = ranking.least_share * float(told.max(initial=0)) - _ROUNDING * total
    documents = (told >= max(least, _ROUNDING * total)).nonzero()[0]
    share = told[documents] / np.float32(total)
    return Found(documents, _weights_in(documents, weighed, count), share, len(every) > 0)


def found_by_filters(others: Sequence[Part], allowed: Mask | None, count: int) -> Found:
    """Return all of ``allowed``, whatever words they have."""
    documents = np.arange(count) if allowed is None else allowed.nonzero()[0]
    return Found(documents, _weights_in(documents, others, count))


def _with_every(parts: Sequence[Part], allowed: Mask | None) -> Numbers:
    terms = sorted((part.term for part in parts), key=lambda term: len(term.documents))
    documents = terms[0].documents
    for term in terms[1:]:
        if not len(documents):
            break
        documents = documents[term.among(documents)]
    return documents if allowed is None else documents[allowed[documents]]


def _weights_in(documents: Numbers, parts: Sequence[Part], count: int) -> Scores:
    """Return the sum of the weights of ``parts`` in each of ``documents``, of ``count``."""
    if len(documents) * _MOST > count:
        return _sum(parts, count)[documents]
    rare = [part for part in parts if part.term.row is None]
    if len(rare) == 1 and rare[0].term.documents is documents:
        scores = rare[0].weights
    else:
        scores = _sum(rare, count)[documents]
    for part in parts:
        if part.term.row is not None:
            scores = scores + _times(part.term.row[documents], part.factor)
    return scores


def _sum(parts: Sequence[Part], count: int) -> Scores:
    """Return the sum of the weights of ``parts`` in each of ``count`` documents."""
    scores: Scores = np.zeros(count, dtype=np.float32)
    for part in parts:
        if part.term.row is not None:
            scores += _times(part.term.row, part.factor)
        else:
            scores[part.term.documents] += part.weights
    return scores


def _told(parts: Sequence[Part], count: int) -> Scores:
    """Return the sum of the idf of those of ``parts`` that each of ``count`` documents has."""
    told: Scores = np.zeros(count, dtype=np.float32)
    for part in parts:
        if part.term.told is not None:
            told += _times(part.term.told, part.factor)
        else:
            told[part.term.documents] += np.float32(part.idf)
    return told


def _times(weights: Scores, factor: float) -> Scores:
    return weights if factor == 1 else np.float32(factor) * weights
