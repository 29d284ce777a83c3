"""One posting list for each word asked for, whatever does for it: itself, synonyms, an aspect.

Asked words enter, Terms leave. Only arrays are read; nothing is changed.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from index.aspect import Aspect
from index.engines.whoosh.asking import Asked
from index.engines.whoosh.collection import Collection, Documents, Mask, Scores, Term
from index.engines.whoosh.folding import words_of
from index.engines.whoosh.intent import askable
from index.engines.whoosh.phrases import Phrases
from index.engines.whoosh.thesaurus import Stems
from index.explanation import Means


@dataclass(frozen=True, slots=True)
class Way:
    """One thing that does for a word: ``stems`` in a row, or an aspect (none), where, how much."""

    means: Means
    stems: Stems
    documents: Documents
    weights: Scores

    def weight_in(self, document: int) -> float:
        """Return what it counts in ``document``, 0 where it is not."""
        place = int(np.searchsorted(self.documents, document))
        if place < len(self.documents) and int(self.documents[place]) == document:
            return float(self.weights[place])
        return 0.0


class Terms:
    """The postings of what is asked for; safe for many threads."""

    def __init__(
        self,
        collection: Collection,
        phrases: Phrases,
        aspects: Sequence[Aspect],
        known: Iterable[Stems],
    ) -> None:
        """Take the postings, each document's aspect, and ``known`` phrases, found once for all."""
        self._collection = collection
        self._phrases = phrases
        self._known: Mapping[Stems, Term | None] = {stems: phrases.term(stems) for stems in known}
        codes = np.array([list(Aspect).index(aspect) for aspect in aspects], dtype=np.int64)
        self._of_aspect: Mapping[Aspect, Documents] = {
            aspect: np.flatnonzero(codes == code) for code, aspect in enumerate(Aspect)
        }
        self._asking: Mapping[tuple[str, frozenset[Aspect]], Term | None] = {
            (word.stem, aspects): self._merged(Asked(word, aspects=aspects))
            for surface, aspects in askable()
            for word in words_of(surface)
        }

    def of(self, asked: Asked) -> Term | None:
        """Return the postings of ``asked`` at full weight, or None where nothing does for it.

        In each passage what weighs most for the word counts. What words of intent find is known
        from the start.
        """
        if not asked.alternatives and not asked.aspects:
            return self._collection.term(asked.word.stem)
        known = (asked.word.stem, asked.aspects)
        if not asked.alternatives and known in self._asking:
            return self._asking[known]
        return self._merged(asked)

    def _merged(self, asked: Asked) -> Term | None:
        row = np.zeros(self._collection.count, dtype=np.float32)
        for way in self.ways(asked):
            row[way.documents] = np.maximum(row[way.documents], way.weights)
        documents = np.flatnonzero(row)
        return self._collection.made(documents, row[documents]) if len(documents) else None

    def ways(self, asked: Asked) -> Iterator[Way]:
        """Yield everything that does for ``asked``, the word itself first, at its full weight.

        Being about an aspect weighs as much as its idf.
        """
        stems = (asked.word.stem,)
        literal = self._collection.term(asked.word.stem)
        if literal is not None:
            yield Way(Means.WORD, stems, literal.documents, literal.weights)
        for alternative in asked.alternatives:
            term = self._phrase(alternative.stems)
            if term is not None:
                weights: Scores = term.weights * np.float32(alternative.factor)
                yield Way(alternative.means, alternative.stems, term.documents, weights)
        if asked.aspects:
            about = self.about(asked.aspects)
            idf = np.full(len(about), self._collection.idf(len(about)), dtype=np.float32)
            yield Way(Means.ASPECT, (), about, idf)

    def with_phrase(self, stems: Stems) -> Mask:
        """Return which documents have ``stems`` in a row."""
        found = np.zeros(self._collection.count, dtype=np.bool_)
        found[self._phrases.documents(stems)] = True
        return found

    def about(self, aspects: Iterable[Aspect]) -> Documents:
        """Return the documents that are about any of ``aspects``, in order."""
        found = [self._of_aspect[aspect] for aspect in aspects]
        if len(found) == 1:
            return found[0]
        return np.sort(np.concatenate([*found, np.zeros(0, dtype=np.int64)]))

    def _phrase(self, stems: Stems) -> Term | None:
        return self._known[stems] if stems in self._known else self._phrases.term(stems)
