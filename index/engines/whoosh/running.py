"""Words in a row: which passages have a phrase, found by where its words stand.

A Collection enters once, words enter, document numbers leave. Read only, shared by all threads.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from index.engines.whoosh.collection import Collection
from index.engines.whoosh.postings import Mask, Numbers

_NOWHERE: Numbers = np.zeros(0, dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Running:
    """Finds words in a row in one field and line."""

    collection: Collection

    def places(self, stems: Sequence[str]) -> Numbers:
        """Return where in the tokens ``stems``, at least one, begin to stand in a row.

        Only the places of the rarest of them are looked at, the next rarest first.
        """
        collection = self.collection
        terms: list[tuple[int, int, int]] = []
        for place, stem in enumerate(stems):
            term = collection.term(stem)
            if term is None:
                return _NOWHERE
            terms.append((len(term.documents), place, term.number))
        (_, first, rarest), *others = sorted(terms)
        starts = collection.positions(rarest) - first
        last = len(collection.tokens) - len(terms)
        if starts[0] < 0 or starts[-1] > last:
            starts = starts[(starts >= 0) & (starts <= last)]
        for _, place, number in others:
            starts = starts[self._is(starts + place, number)]
            if not len(starts):
                break
        return starts

    def _is(self, places: Numbers, number: int) -> Mask:
        """Return at which of ``places`` the term ``number`` stands."""
        collection = self.collection
        tokens = collection.tokens[places]
        surfaces = collection.surfaces_of(number)
        if len(surfaces) == 1:  # half of all words
            is_form: Mask = tokens == surfaces[0]
            return is_form
        is_term: Mask = collection.words.surface_terms[tokens] == number
        return is_term

    def literal(self, places: Numbers, surfaces: Sequence[str]) -> Numbers:
        """Return those of ``places`` where the words stand in the very forms ``surfaces``."""
        for number, surface in enumerate(surfaces):
            wanted = self.collection.words.surfaces.get(surface, -1)
            places = places[self.collection.tokens[places + number] == wanted]
        return places

    def whose(self, places: Numbers) -> Numbers:
        """Return whose each of ``places`` is, ``collection.count`` where it has been deleted."""
        return self.collection.token_documents[places]

    def documents(self, places: Numbers) -> Numbers:
        """Return whose ``places`` are, each document once."""
        # One more than there are documents: places of deleted ones are at the last.
        flags = np.zeros(self.collection.count + 1, dtype=np.bool_)
        flags[self.whose(places)] = True
        return flags[:-1].nonzero()[0]
