"""What passages are listed and counted by, as arrays: their pages, their names, their facet values.

What is stored of the passages of a segment enters, in their order; a Listing leaves, a part of the
segment's sidecar.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from index.engines.whoosh.records import decode_facets
from index.query import Facet


@dataclass(frozen=True, slots=True)
class Listing:
    """As in `sidecar.Arrays`, texts not yet encoded."""

    pages: Sequence[str]
    titles: Sequence[str]
    page_ends: NDArray[np.int64]
    name_ends: NDArray[np.int64]
    facet_values: Sequence[str]
    facet_value_ends: NDArray[np.int64]
    facet_documents: NDArray[np.int32]
    facet_held: NDArray[np.int32]
    facet_ends: NDArray[np.int64]


def listing_of(
    pages: Sequence[str], titles: Sequence[str], names: Sequence[str], facets: Sequence[bytes]
) -> Listing:
    """Return the listing of passages: for each its page, that one's title, its names and facets."""
    page_ends = _ends_of_runs(pages)
    firsts = [0, *page_ends.tolist()][:-1]
    found = list(map(decode_facets, facets))
    numbers: dict[tuple[Facet, str, str], int] = {}
    documents: list[int] = []
    held: list[int] = []
    value_ends: list[int] = []
    facet_ends: list[int] = []
    for facet in Facet:
        for document, values in enumerate(found):
            for value in values[facet]:
                documents.append(document)
                held.append(numbers.setdefault((facet, value.value, value.label), len(numbers)))
        value_ends.append(len(numbers))
        facet_ends.append(len(documents))
    return Listing(
        pages=[pages[first] for first in firsts],
        titles=[titles[first] for first in firsts],
        page_ends=page_ends,
        name_ends=_ends_of_runs(list(zip(pages, names, strict=True))),
        facet_values=[text for _, *pair in numbers for text in pair],
        facet_value_ends=np.array(value_ends, dtype=np.int64),
        facet_documents=np.array(documents, dtype=np.int32),
        facet_held=np.array(held, dtype=np.int32),
        facet_ends=np.array(facet_ends, dtype=np.int64),
    )


def _ends_of_runs(keys: Sequence[Hashable]) -> NDArray[np.int64]:
    """Return where each run of equal ``keys`` ends."""
    ends = [place for place, (one, other) in enumerate(pairwise(keys), start=1) if one != other]
    return np.array([*ends, len(keys)] if keys else [], dtype=np.int64)
