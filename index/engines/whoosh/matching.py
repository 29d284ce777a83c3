"""Words to passages: which match, how well, and how many of the words.

A visitor's Words and a Whoosh searcher enter, Matches leave. Query objects are built from folded
words here; no visitor text ever reaches Whoosh's query parser.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from whoosh.query import Phrase, Query, Term
from whoosh.searching import Searcher

from index.engines.whoosh.folding import STOP_WORDS, Word, words_of
from index.engines.whoosh.records import Mask
from index.engines.whoosh.schema import WEIGHTS
from index.query import Words

Scores = NDArray[np.float64]
"""One score a document number; 0 where nothing matches."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A query in folded words: what ranks, what must stand in a row, what must not be there.

    ``ranked`` holds one group of stems a word; any of a group will do.
    """

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
    """What was found: which documents, their scores, and which asked words nothing stands for.

    ``dropped`` are surfaces of words that the best match leaves out.
    """

    mask: Mask
    scores: Scores
    dropped: tuple[str, ...] = ()


def ask(words: Words) -> Asked:
    """Fold a visitor's words; a hyphenated word is the words it is made of, each asked once."""
    ranked = {word.stem: word for text in words.words for word in words_of(text)}
    return Asked(
        ranked=tuple(ranked.values()),
        phrases=tuple(_stems(words.phrases)),
        excluded=tuple(_stems(words.excluded)),
    )


def match(searcher: Searcher, asked: Asked, alive: Mask) -> Matches:
    """Find the documents that have the most of the asked words, every phrase, nothing excluded.

    Where some document has all the words, that is all of them: AND. Where none has, the ones that
    come nearest are found, and the words that the best of those lacks are named as dropped.
    """
    scores = np.zeros(len(alive), dtype=np.float64)
    allowed = alive.copy()
    for phrase in asked.phrases:
        found = _scores(searcher, phrase, len(alive))
        allowed &= found > 0
        scores += found
    for excluded in asked.excluded:
        allowed &= _scores(searcher, excluded, len(alive)) == 0
    if not asked.ranked:
        return Matches(allowed, scores)
    required = asked.required
    covered = np.zeros(len(alive), dtype=np.int64)
    by_word: list[Scores] = []
    for word in required:
        found = _scores(searcher, (word.stem,), len(alive))
        by_word.append(found)
        covered += found > 0
        scores += found
    most = int(covered[allowed].max(initial=0))
    mask = allowed & (covered == most) & (covered > 0)
    if not mask.any():
        return Matches(mask, scores, tuple(word.surface for word in required))
    best = int(np.argmax(np.where(mask, scores, -1.0)))
    dropped = tuple(
        word.surface for word, found in zip(required, by_word, strict=True) if found[best] == 0
    )
    return Matches(mask, scores, dropped)


def _stems(texts: Iterable[str]) -> Iterator[tuple[str, ...]]:
    for text in texts:
        stems = tuple(word.stem for word in words_of(text))
        if stems:
            yield stems


def _scores(searcher: Searcher, stems: Sequence[str], count: int) -> Scores:
    """Return BM25F scores of the documents in which ``stems`` stand in a row in some field."""
    scores = np.zeros(count, dtype=np.float64)
    for field, weight in WEIGHTS.items():
        query = _query(field, stems, weight)
        for leaf, offset in searcher.leaf_searchers():
            matcher = query.matcher(leaf, leaf.context())
            while matcher.is_active():
                scores[offset + matcher.id()] += matcher.score()
                matcher.next()
    return scores


def _query(field: str, stems: Sequence[str], weight: float) -> Query:
    if len(stems) == 1:
        return Term(field, stems[0], boost=weight)
    return Phrase(field, list(stems), boost=weight)
