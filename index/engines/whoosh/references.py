"""Which passages say nothing themselves: lists of works, links or notices, told by their headings.

A Collection enters, a flag a document leaves.
"""

import numpy as np

from index.engines.whoosh.collection import Collection, ranges
from index.engines.whoosh.folding import STOP_WORDS
from index.engines.whoosh.intent import REFERENCE_WORDS
from index.engines.whoosh.postings import Mask
from index.engines.whoosh.records import FIELDS

_HEADING = FIELDS.index("heading")


def references(collection: Collection) -> Mask:
    """Return which documents have a heading of `REFERENCE_WORDS`, and of stop words, alone."""
    starts, ends = (collection.field_bounds[:, _HEADING + edge] for edge in (0, 1))
    tokens = collection.tokens[ranges(starts, ends)]
    owner = np.repeat(np.arange(collection.count), ends - starts)
    announcing = _flags(collection, REFERENCE_WORDS - STOP_WORDS)
    others = ~(announcing | _flags(collection, STOP_WORDS | {""}))
    found: Mask = np.zeros(collection.count, dtype=np.bool_)
    found[owner[announcing[tokens]]] = True
    found[owner[others[tokens]]] = False
    return found


def _flags(collection: Collection, words: frozenset[str]) -> Mask:
    """Return which surfaces are among ``words``."""
    surfaces = collection.words.surfaces
    flags: Mask = np.zeros(len(surfaces), dtype=np.bool_)
    flags[[surfaces[word] for word in words if word in surfaces]] = True
    return flags
