"""Words to passages: which match, how well, and how many of the words.

A visitor's Words and a Whoosh searcher enter, Matches leave. Query objects are built from folded
words here; no visitor text ever reaches Whoosh's query parser.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from whoosh.query import Term
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
        allowed &= _with_phrase(searcher, phrase, len(alive))
        for stem in phrase:
            scores += _scores(searcher, stem, len(alive))
    for excluded in asked.excluded:
        allowed &= ~_with_phrase(searcher, excluded, len(alive))
    if not asked.ranked:
        return Matches(allowed, scores)
    required = asked.required
    covered = np.zeros(len(alive), dtype=np.int64)
    by_word: list[Scores] = []
    for word in required:
        found = _scores(searcher, word.stem, len(alive))
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


def _scores(searcher: Searcher, stem: str, count: int) -> Scores:
    """Return, for each of ``count`` documents, the sum of the fields' BM25F scores of ``stem``."""
    scores = np.zeros(count, dtype=np.float64)
    for field, weight in WEIGHTS.items():
        query = Term(field, stem, boost=weight)
        for leaf, offset in searcher.leaf_searchers():
            matcher = query.matcher(leaf, leaf.context())
            while matcher.is_active():
                scores[offset + matcher.id()] += matcher.score()
                matcher.next()
    return scores


def _with_phrase(searcher: Searcher, stems: Sequence[str], count: int) -> Mask:
    """Return the documents in which ``stems`` stand in a row in some field.

    Whoosh's own phrase query takes "pain pain" for "pain", so the positions are compared here.
    """
    found = np.zeros(count, dtype=np.bool_)
    for field in WEIGHTS:
        for leaf, offset in searcher.leaf_searchers():
            starts = _positions(leaf, field, stems[0])
            for place, stem in enumerate(stems[1:], start=1):
                following = _positions(leaf, field, stem)
                starts = {
                    number: kept
                    for number, positions in starts.items()
                    if number in following
                    and (
                        kept := {start for start in positions if start + place in following[number]}
                    )
                }
            found[[offset + number for number in starts]] = True
    return found


def _positions(leaf: Searcher, field: str, stem: str) -> dict[int, set[int]]:
    """Return, for each document of one segment, the word positions of ``stem`` in ``field``."""
    positions: dict[int, set[int]] = {}
    matcher = Term(field, stem).matcher(leaf, leaf.context())
    while matcher.is_active():
        positions[matcher.id()] = set(matcher.value_as("positions"))
        matcher.next()
    return positions
