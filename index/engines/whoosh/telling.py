"""How much each word tells of a matter, beside how rare it is here.

A Collection enters once, a number from LEAST to 1 for each of its terms leaves. Read only, shared
by all threads.

A word that English uses more than this library does is talk on any matter ("please", "husband",
"find", "relationship"), however rare it is here; one that the library uses more is what the library
is about, however common ("pain", "heart"). So a term's number is the ratio of how often the library
has it to how often so much English would, where that is below 1, to a power (`Understanding`):
"weirdness" in the study of terminology (Ahmad, Gillam and Tostevin, "University of Surrey
Participation in TREC8: Weirdness Indexing for Logical Document Extrapolation and Retrieval", 1999).

A word on almost every page tells nothing of which is meant, however much it is what the library is
about ("pain" at a pain clinic): it counts by the bits that standing on so many pages tells.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.engines.whoosh.collection import Collection
from index.engines.whoosh.english import english_counts, english_total
from index.engines.whoosh.postings import Numbers

LEAST = 0.1
"""No word counts less: what is asked is asked."""

_EVERYWHERE = 0.8
"""Share of the pages from which a word counts less. On four of five it still tells a third of a
bit; weighing less what stands on half of them, a whole bit, helped some queries and harmed others.
"""


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


def telling_of(collection: Collection, pages: Numbers, power: float) -> Telling:
    """Return how much each term of ``collection`` tells; 1 for all where ``power`` is 0.

    ``pages`` has the page of each document.
    """
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
    numbers = np.minimum(ratio**power, 1) * _bits(collection.pages_with(pages), pages)
    return Telling(collection, np.clip(numbers, LEAST, 1).astype(np.float32))


def _bits(counts: Numbers, pages: Numbers) -> NDArray[np.float64]:
    """Return the bits told by standing on so many of ``pages``, of those that count in full."""
    # As if there were one page more without it: on the only page of a library all words are.
    share = np.maximum(counts, 1) / (int(pages.max(initial=0)) + 2)
    bits: NDArray[np.float64] = np.minimum(np.log2(share) / np.log2(_EVERYWHERE), 1)
    return bits
