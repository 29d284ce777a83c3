"""Words in a row: which passages have a phrase, found by where its words stand.

A Collection enters once, words enter, document numbers leave. Read only, shared by all threads.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from index.engines.whoosh.collection import GONE, Collection, Mask, Numbers
from index.engines.whoosh.folding import stem_of

_NOWHERE: Numbers = np.zeros(0, dtype=np.int32)


@dataclass(frozen=True, slots=True)
class Running:
    """Finds words in a row in one field and line."""

    collection: Collection

    def places(self, stems: Sequence[str]) -> Numbers:
        """Return where in the tokens ``stems``, at least one, begin to stand in a row.

        Only the places of the rarest of them are looked at.
        """
        terms = [self.collection.term(stem) for stem in stems]
        known = [term for term in terms if term is not None]
        if len(known) < len(terms):
            return _NOWHERE
        rarest = min(range(len(known)), key=lambda number: len(known[number].positions))
        starts = known[rarest].positions - rarest
        last = len(self.collection.tokens) - len(known)
        starts = starts[(starts >= 0) & (starts <= last)]
        for number, term in enumerate(known):
            if number != rarest:
                found = self.collection.surface_terms[self.collection.tokens[starts + number]]
                starts = starts[found == term.number]
        return starts

    def literal(self, places: Numbers, surfaces: Sequence[str]) -> Numbers:
        """Return those of ``places`` where the words stand in the very forms ``surfaces``."""
        for number, surface in enumerate(surfaces):
            wanted = self.collection.surface_number.get(surface, -1)
            places = places[self.collection.tokens[places + number] == wanted]
        return places

    def whose(self, places: Numbers) -> Numbers:
        """Return whose each of ``places`` is, GONE where that has been deleted."""
        return self.collection.token_documents[places]

    def documents(self, places: Numbers) -> Numbers:
        """Return whose ``places`` are, each document once."""
        documents: Numbers = np.unique(self.collection.token_documents[places])
        alive: Numbers = documents[documents != GONE]
        return alive

    def with_stems(self, candidates: Numbers, stems: Sequence[str]) -> Mask:
        """Return which of ``candidates`` have ``stems`` in a row."""
        return self._among(candidates, self.places(stems))

    def with_words(self, candidates: Numbers, surfaces: Sequence[str]) -> Mask:
        """Return which of ``candidates`` have the folded words ``surfaces`` in a row."""
        places = self.places([stem_of(surface) for surface in surfaces])
        return self._among(candidates, self.literal(places, surfaces))

    def _among(self, candidates: Numbers, places: Numbers) -> Mask:
        has = np.zeros(self.collection.count, dtype=np.bool_)
        has[self.documents(places)] = True
        among: Mask = has[candidates]
        return among
