"""One posting list for each word asked for, whatever does for it: itself, synonyms, an aspect.

Asked words enter, Terms leave. Only arrays are read; nothing is changed.
"""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from index.aspect import Aspect
from index.engines.whoosh.asking import Asked
from index.engines.whoosh.collection import Collection, Documents, Mask, Term
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

        In each passage what weighs most for the word counts; its aspect counts as the idf of that.
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
        about = self.about(asked.aspects)
        row[about] = np.maximum(row[about], self._collection.idf(len(about)))
        documents = np.flatnonzero(row)
        if not len(documents):
            return None
        return self._collection.made(documents, row[documents], asked.factor)

    def phrase(self, stems: Stems) -> Term | None:
        """Return the postings of ``stems`` in a row."""
        return self._known[stems] if stems in self._known else self._phrases.term(stems)

    def with_phrase(self, stems: Stems) -> Mask:
        """Return which documents have ``stems`` in a row."""
        found = np.zeros(self._collection.count, dtype=np.bool_)
        found[self._phrases.documents(stems)] = True
        return found

    def about(self, aspects: Iterable[Aspect]) -> Documents:
        """Return the documents that are about any of ``aspects``."""
        found = [self._of_aspect[aspect] for aspect in aspects]
        return np.concatenate([*found, np.zeros(0, dtype=np.int64)])
