"""The words of all segments as one: terms and surfaces by number.

Sidecars enter, Words leave; read only, shared by all threads.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from index.engines.whoosh.analysis import stable_order
from index.engines.whoosh.postings import Numbers
from index.engines.whoosh.sidecar import Arrays, texts_in


@dataclass(frozen=True, slots=True)
class Words:
    """``terms`` numbers the stems, in order, and ``surfaces`` the folded words, surface 0 no word.

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
    stems = [_texts(one.terms, one.term_text_ends) for one in segments]
    terms = _numbered(sorted(dict.fromkeys(chain.from_iterable(stems))))
    segment_terms = [_numbers(terms, own) for own in stems]
    written = [_texts(one.surfaces, one.surface_text_ends) for one in segments]
    surfaces = _numbered(dict.fromkeys(chain.from_iterable(written)))
    segment_surfaces = [_numbers(surfaces, own) for own in written]
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


def _texts(data: NDArray[np.uint8], ends: NDArray[np.int64]) -> list[str]:
    return [text.decode() for text in texts_in(data, ends)]


def _numbered(texts: Iterable[str]) -> dict[str, int]:
    return {text: number for number, text in enumerate(texts)}


def _numbers(number_of: Mapping[str, int], texts: Sequence[str]) -> NDArray[np.int32]:
    return np.fromiter(map(number_of.__getitem__, texts), np.int32, len(texts))
