"""How much each word tells of a matter, beside how rare it is here.

A Collection enters once, a number from LEAST to 1 for each of its terms leaves. Read only, shared
by all threads.

A word that English uses more than this library does is talk on any matter ("please", "husband",
"find", "relationship"), however rare it is here; one that the library uses more is what the library
is about, however common ("pain", "heart"). So a term's number is the ratio of how often the library
has it to how often so much English would, where that is below 1, to a power (`Understanding`):
"weirdness" in the study of terminology (Ahmad, Gillam and Tostevin, "University of Surrey
Participation in TREC8: Weirdness Indexing for Logical Document Extrapolation and Retrieval", 1999).
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.engines.whoosh.collection import Collection
from index.engines.whoosh.english import english_counts, english_total

LEAST = 0.1
"""No word counts less: what is asked is asked."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What each term tells, by its number in ``collection``."""

    collection: Collection
    numbers: NDArray[np.float32]

    def of(self, stem: str) -> float:
        """Return what ``stem`` tells, 1 for one that no passage has."""
        number = self.collection.words.terms.get(stem)
        return 1.0 if number is None else float(self.numbers[number])

    def weight_of(self, stem: str) -> float:
        """Return what ``stem`` tells and how rare it is, in one; 0 for one that no passage has."""
        term = self.collection.term(stem)
        return 0.0 if term is None else float(self.numbers[term.number]) * term.idf

    def lowered(self, stems: Iterable[str], most: float) -> "Telling":
        """Return the same with each of ``stems`` telling ``most`` at most."""
        numbers = self.numbers.copy()
        known = [self.collection.words.terms.get(stem) for stem in stems]
        places = [number for number in known if number is not None]
        numbers[places] = np.minimum(numbers[places], np.float32(most))
        return Telling(self.collection, numbers)


def telling_of(collection: Collection, power: float) -> Telling:
    """Return how much each term of ``collection`` tells; 1 for all where ``power`` is 0."""
    size = len(collection.words.terms)
    if not power:
        return Telling(collection, np.ones(size, dtype=np.float32))
    english = english_counts()
    words = collection.words
    known = np.array([english.get(surface, 0) for surface in words.surfaces], dtype=np.float64)
    alive = words.surface_terms >= 0
    terms = words.surface_terms[alive]
    share = len(collection.tokens) / english_total()
    expected = share * np.bincount(terms, known[alive], minlength=size)
    found = np.bincount(terms, words.surface_counts[alive], minlength=size)
    ratio = (found + 1) / (expected + 1)  # one more of each: a word seen once may be chance
    return Telling(collection, np.clip(ratio**power, LEAST, 1).astype(np.float32))
