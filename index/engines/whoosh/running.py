"""Words in a row: which passages have a phrase, found by where its words stand.

A Collection enters once, words enter, document numbers leave. Read only, shared by all threads.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from index.engines.whoosh.collection import Collection
from index.engines.whoosh.postings import Numbers

_NOWHERE: Numbers = np.zeros(0, dtype=np.int64)


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
        rarest = min(range(len(known)), key=lambda number: len(known[number].documents))
        starts = self.collection.positions(known[rarest].number) - rarest
        last = len(self.collection.tokens) - len(known)
        if starts[0] < 0 or starts[-1] > last:
            starts = starts[(starts >= 0) & (starts <= last)]
        for number, term in enumerate(known):
            if number != rarest and len(starts):
                found = self.collection.words.surface_terms[self.collection.tokens[starts + number]]
                starts = starts[found == term.number]
        return starts

    def literal(self, places: Numbers, surfaces: Sequence[str]) -> Numbers:
        """Return those of ``places`` where the words stand in the very forms ``surfaces``."""
        for number, surface in enumerate(surfaces):
            wanted = self.collection.words.surfaces.get(surface, -1)
            places = places[self.collection.tokens[places + number] == wanted]
        return places

    def whose(self, places: Numbers) -> Numbers:
        """Return whose each of ``places`` is, GONE where that has been deleted."""
        return self.collection.token_documents[places]

    def documents(self, places: Numbers) -> Numbers:
        """Return whose ``places`` are, each document once."""
        # One more than there are documents: places of deleted ones are at -1.
        flags = np.zeros(self.collection.count + 1, dtype=np.bool_)
        flags[self.whose(places)] = True
        return flags[:-1].nonzero()[0]
