"""One posting list for each word asked for, whatever does for it: itself, synonyms, an aspect.

Asked words enter, Terms leave. Only arrays are read; nothing is changed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from index.aspect import Aspect
from index.engines.whoosh.asking import Alternative, Asked
from index.engines.whoosh.collection import Collection
from index.engines.whoosh.facets import Facets
from index.engines.whoosh.memo import Memo
from index.engines.whoosh.phrases import Phrases
from index.engines.whoosh.postings import Documents, Mask, Scores, Term
from index.engines.whoosh.thesaurus import Stems
from index.explanation import Means
from index.query import Facet

_KEPT_BYTES = 64_000_000
"""Room for postings that are kept for the next time they are asked for, of each kind: words of
intent, a library's abbreviations and its frequent words come again and again."""

_BYTES = 16
"""Room that postings take for each passage of the library at most: number, weight, two rows."""

_RARE_KEPT = 4_096
"""Words without a row of all passages that are kept, a kilobyte each: most words of a query."""

_FEW = 512
"""Documents up to which what does for a word is merged by sorting, not in a row of all passages: a
few times as fast, and kept among rare words, six kilobytes each at most."""

_ROWS_KEPT = 1_024
"""Rows of words that are kept, most of which stand in few passages or none at all."""

_FEWEST_KEPT = 32
"""Postings that are kept however large the library: those of a few searches at once."""

_SEARCHED = 64
"""Of more than one document in so many, it is told which have a form by flagging them all: faster
than looking up each."""

_Key = tuple[str, tuple[Alternative, ...], frozenset[Aspect], float]


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

    def __init__(self, collection: Collection, phrases: Phrases, facets: Facets) -> None:
        """Take the postings, and which documents are about what."""
        self._collection = collection
        self._phrases = phrases
        self._facets = facets
        kept = max(_FEWEST_KEPT, _KEPT_BYTES // (_BYTES * collection.count + 1))
        self._forms: Memo[tuple[str, float], Term] = Memo(kept)
        self._rare_forms: Memo[tuple[str, float], Term] = Memo(_RARE_KEPT)
        self._merged: Memo[_Key, Term | None] = Memo(kept)
        self._rare_merged: Memo[_Key, Term | None] = Memo(_RARE_KEPT)
        self._rows: Memo[Stems, Term | None] = Memo(_ROWS_KEPT)
        self._about: Memo[frozenset[Aspect], Documents] = Memo(kept)
        self._are_about: Memo[frozenset[Aspect], Mask] = Memo(kept)

    def of(self, asked: Asked) -> Term | None:
        """Return the postings of ``asked`` at full weight, or None where nothing does for it.

        In each passage what weighs most for the word counts.
        """
        if not asked.alternatives and not asked.aspects:
            return self._written(asked)
        key = (asked.word.surface, asked.alternatives, asked.aspects, asked.form)
        rare = not asked.aspects and self._found_by(asked) <= _FEW
        memo = self._rare_merged if rare else self._merged
        return memo.of(key, lambda: self._merge(asked))

    def _found_by(self, asked: Asked) -> int:
        """Return in how many documents what does for ``asked`` stands, each as often as it does."""
        stems = [(asked.word.stem,), *(other.stems for other in asked.alternatives)]
        return sum(len(term.documents) for term in map(self._phrase, stems) if term)

    def _written(self, asked: Asked) -> Term | None:
        """Return the postings of the word itself, other forms of it at their share."""
        term = self._collection.term(asked.word.stem)
        if term is None or asked.form == 1 or self._collection.has_one_form(term.number):
            return term
        key = (asked.word.surface, asked.form)
        memo = self._rare_forms if term.row is None else self._forms
        return memo.of(key, lambda: self._lowered(term, asked))

    def _lowered(self, term: Term, asked: Asked) -> Term:
        typed = self._collection.documents_with(asked.word.surface)
        if not 0 < len(typed) < len(term.documents):
            return term
        if term.row is None:
            weights: Scores = term.weights * np.float32(asked.form)
            places = term.documents.searchsorted(typed)
            weights[places] = term.weights[places]
            return Term(term.number, term.documents, weights, term.idf, None, None)
        share = np.full(self._collection.count, asked.form, dtype=np.float32)
        share[typed] = 1
        weights = term.weights * share[term.documents]
        row = None if term.row is None else term.row * share
        return Term(term.number, term.documents, weights, term.idf, row, term.told)

    def _merge(self, asked: Asked) -> Term | None:
        ways = [*self.ways(asked)]
        if not ways:
            return None
        if 0 < sum(len(way.documents) for way in ways) <= _FEW:
            return self._merge_few(ways)
        row: Scores = np.zeros(self._collection.count, dtype=np.float32)
        row[ways[0].documents] = ways[0].weights
        for way in ways[1:]:
            row[way.documents] = np.maximum(row[way.documents], way.weights)
        return self._collection.made_of(row)

    def _merge_few(self, ways: Sequence[Way]) -> Term:
        documents = np.concatenate([way.documents for way in ways])
        order = documents.argsort(kind="stable")
        documents = documents[order]
        weights = np.concatenate([way.weights for way in ways])[order]
        firsts = np.flatnonzero(np.diff(documents, prepend=-1))
        best: Scores = np.maximum.reduceat(weights, firsts)
        return self._collection.made(documents[firsts], best)

    def ways(self, asked: Asked) -> Iterator[Way]:
        """Yield everything that does for ``asked``, the word itself first, at its full weight.

        Being about an aspect weighs as much as its idf.
        """
        stems = (asked.word.stem,)
        literal = self._written(asked)
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
        return self._flags(self._phrases.documents(stems))

    def about(self, aspects: frozenset[Aspect]) -> Documents:
        """Return the documents that are about any of ``aspects``, in order."""
        values = tuple(aspect.value for aspect in aspects)
        return self._about.of(aspects, lambda: self._facets.with_any(Facet.ASPECT, values))

    def are_about(self, aspects: frozenset[Aspect]) -> Mask:
        """Return of each document whether it is about any of ``aspects``."""
        return self._are_about.of(aspects, lambda: self._flags(self.about(aspects)))

    def _flags(self, documents: Documents) -> Mask:
        flags: Mask = np.zeros(self._collection.count, dtype=np.bool_)
        flags[documents] = True
        return flags

    def _phrase(self, stems: Stems) -> Term | None:
        return self._rows.of(stems, lambda: self._phrases.term(stems))
