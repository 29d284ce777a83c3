"""Where the words asked for stand in a text, to be marked in its snippet.

A Question enters, then documents, Found words leave. Read only.
"""

from collections.abc import Sequence
from itertools import accumulate, pairwise

import numpy as np
from numpy.typing import NDArray

from index.engines.whoosh.asking import Question
from index.engines.whoosh.collection import Collection
from index.engines.whoosh.records import FIELDS
from index.engines.whoosh.snippets import Found
from index.engines.whoosh.thesaurus import Stems

_BODY = FIELDS.index("body")

_MARKED = 64
"""Found words of a passage that are considered for its snippet; more of them say nothing more."""


class Marking:
    """What to mark for one question: words wherever they stand, rows of words as a whole."""

    def __init__(self, collection: Collection, question: Question) -> None:
        """Number the words of ``question``, from 1, and what does for them."""
        self._collection = collection
        self._words = np.zeros(len(collection.words.surface_terms), dtype=np.uint8)
        self._rows: list[tuple[tuple[int, ...], int]] = []
        number = 0
        for number, asked in enumerate(question.required, start=1):
            self._mark((asked.word.stem,), number)
            for alternative in asked.alternatives:
                self._mark(alternative.stems, number)
        stems = dict.fromkeys(stem for phrase in question.phrases for stem in phrase)
        for place, stem in enumerate(stems, start=number + 1):
            self._mark((stem,), place)

    def _mark(self, stems: Stems, number: int) -> None:
        terms = tuple(self._collection.words.terms.get(stem, -1) for stem in stems)
        if -1 in terms:
            return
        if len(terms) == 1:
            self._words[self._collection.surfaces_of(terms[0])] = number
        else:
            self._rows.append((terms, number))

    def found(self, documents: Sequence[int]) -> list[Found]:
        """Return where the words stand in the text of each of ``documents``."""
        collection = self._collection
        bounds = collection.field_bounds.take(documents, axis=0)[:, _BODY : _BODY + 2].tolist()
        tokens = np.concatenate([collection.tokens[first:end] for first, end in bounds])
        words = self._words.take(tokens)
        if self._rows:
            terms = collection.words.surface_terms[tokens]
            for row, number in self._rows:
                _mark_row(words, terms, row, number)
        marked = (words != 0).nonzero()[0]
        starts, widths = (written[marked] for written in collection.written(bounds))
        firsts, lasts = starts.tolist(), (starts + widths).tolist()
        numbers = words[marked].tolist()
        lengths = [end - first for first, end in bounds]
        begins = marked.searchsorted(list(accumulate(lengths, initial=0))).tolist()
        return [
            Found(firsts[begin:stop], lasts[begin:stop], numbers[begin:stop])
            for begin, stop in (
                (begin, min(end, begin + _MARKED)) for begin, end in pairwise(begins)
            )
        ]


def _mark_row(
    words: NDArray[np.uint8], terms: NDArray[np.int32], row: Sequence[int], number: int
) -> None:
    """Give the places in ``words`` where ``row`` stands in ``terms`` the ``number``."""
    starts = (terms[: len(terms) - len(row) + 1] == row[0]).nonzero()[0]
    for place, term in enumerate(row[1:], start=1):
        starts = starts[terms[starts + place] == term]
    for place in range(len(row)):
        words[starts + place] = number
