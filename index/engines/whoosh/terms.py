"""One posting list for each word asked for, whatever does for it: itself, synonyms, an aspect.

Asked words enter, Terms leave. Only arrays are read; nothing is changed.
"""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from index.aspect import Aspect
from index.engines.whoosh.asking import Asked
from index.engines.whoosh.collection import Collection, Documents, Mask, Scores, Term
from index.engines.whoosh.phrases import Phrases
from index.engines.whoosh.thesaurus import Stems


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

    def of(self, asked: Asked) -> Term | None:
        """Return the postings of ``asked``, or None where nothing does for it.

        In each passage what weighs most for the word counts; its aspect counts on top.
        """
        literal = self._collection.term(asked.word.stem)
        if not asked.alternatives and not asked.aspects:
            return literal
        row = np.zeros(self._collection.count, dtype=np.float32)
        if literal is not None:
            row[literal.documents] = literal.weights
        for alternative in asked.alternatives:
            term = self.phrase(alternative.stems)
            if term is not None:
                weights = np.float32(alternative.factor) * term.weights
                row[term.documents] = np.maximum(row[term.documents], weights)
        row += self.lift(asked.aspects, asked.lift)
        documents = np.flatnonzero(row)
        return self._collection.made(documents, row[documents]) if len(documents) else None

    def phrase(self, stems: Stems) -> Term | None:
        """Return the postings of ``stems`` in a row."""
        return self._known[stems] if stems in self._known else self._phrases.term(stems)

    def with_phrase(self, stems: Stems) -> Mask:
        """Return which documents have ``stems`` in a row."""
        found = np.zeros(self._collection.count, dtype=np.bool_)
        found[self._phrases.documents(stems)] = True
        return found

    def lift(self, aspects: Iterable[Aspect], factor: float) -> Scores:
        """Return what being about any of ``aspects`` counts in each document."""
        row = np.zeros(self._collection.count, dtype=np.float32)
        documents = [self._of_aspect[aspect] for aspect in aspects]
        number = sum(map(len, documents))
        if factor and number:
            idf = np.log(self._collection.count / (number + 1.0)) + 1.0
            row[np.concatenate(documents)] = max(factor * idf, 0.0)
        return row
