"""The words of all segments as one: terms and surfaces by number.

Sidecars enter, Words leave; read only, shared by all threads.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.engines.whoosh.analysis import stable_order
from index.engines.whoosh.postings import Numbers
from index.engines.whoosh.sidecar import Arrays, texts_in


@dataclass(frozen=True, slots=True)
class Words:
    """``terms`` numbers the stems and ``surfaces`` the folded words, surface 0 no word.

    ``surface_terms`` gives the term of each surface, ``surface_counts`` in how many documents it
    stands. The surfaces of term ``t`` are ``by_term[bounds[t]:bounds[t + 1]]``. ``segment_terms``
    and ``segment_surfaces`` have, for each segment, the number of each that it has itself.
    """

    terms: dict[str, int]
    surfaces: dict[str, int]
    surface_terms: NDArray[np.int32]
    surface_counts: NDArray[np.int32]
    by_term: Numbers
    bounds: Sequence[int]
    segment_terms: Sequence[NDArray[np.int32]]
    segment_surfaces: Sequence[NDArray[np.int32]]


def merge_words(segments: Sequence[Arrays]) -> Words:
    """Return the words of ``segments``."""
    terms, segment_terms = _numbered([(one.terms, one.term_text_ends) for one in segments])
    surfaces, segment_surfaces = _numbered(
        [(one.surfaces, one.surface_text_ends) for one in segments]
    )
    surface_terms = np.full(len(surfaces), -1, dtype=np.int32)
    surface_counts = np.zeros(len(surfaces), dtype=np.int32)
    for one, term, surface in zip(segments, segment_terms, segment_surfaces, strict=True):
        known = np.flatnonzero(one.surface_terms >= 0)
        surface_terms[surface[known]] = term[one.surface_terms[known]]
        surface_counts[surface] += np.diff(one.surface_ends, prepend=0).astype(np.int32)
    words = np.flatnonzero(surface_terms >= 0)
    counts = np.bincount(surface_terms[words], minlength=len(terms))
    return Words(
        terms=terms,
        surfaces=surfaces,
        surface_terms=surface_terms,
        surface_counts=surface_counts,
        by_term=words[stable_order(surface_terms[words])],
        bounds=np.cumsum([0, *counts.tolist()]).tolist(),
        segment_terms=segment_terms,
        segment_surfaces=segment_surfaces,
    )


def _numbered(
    texts: Sequence[tuple[NDArray[np.uint8], NDArray[np.int64]]],
) -> tuple[dict[str, int], list[NDArray[np.int32]]]:
    """Number texts through all segments; return also the numbers of each segment's own."""
    number_of: dict[str, int] = {}
    numbers = []
    for data, ends in texts:
        own = [text.decode() for text in texts_in(data, ends)]
        for text in own:
            number_of.setdefault(text, len(number_of))
        numbers.append(np.fromiter(map(number_of.__getitem__, own), np.int32, len(own)))
    return number_of, numbers
