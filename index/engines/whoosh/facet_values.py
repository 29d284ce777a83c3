"""The facet values of all segments as one: which documents have which.

Sidecars and a Numbering enter, HeldValues leave, one a facet.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from index.engines.whoosh.numbering import GONE, Numbering
from index.engines.whoosh.postings import Numbers
from index.engines.whoosh.sidecar import Arrays, texts_in
from index.query import Facet


@dataclass(frozen=True, slots=True)
class HeldValues:
    """The values of one facet, numbered in the order of their labels, whatever the case of letters.

    Document ``documents[i]`` has the value ``held[i]``: sorted by document, then as the document
    has them, each once.
    """

    values: Sequence[str]
    labels: Sequence[str]
    documents: Numbers
    held: Numbers


@dataclass(frozen=True, slots=True)
class _Pairs:
    """Values and labels as they stand in the segments, maybe more than once, and who has them."""

    values: Sequence[str]
    labels: Sequence[str]
    documents: Numbers
    held: Numbers


def held_values(segments: Sequence[Arrays], numbering: Numbering, facet: Facet) -> HeldValues:
    """Return the values of ``facet`` that documents have, with the label that the first one has."""
    pairs = _pairs(segments, numbering, list(Facet).index(facet))
    first = np.full(len(pairs.values), numbering.count, dtype=np.int64)
    np.minimum.at(first, pairs.held, pairs.documents)
    label_of: dict[str, str] = {}
    for place in np.argsort(first, kind="stable")[: int((first < numbering.count).sum())].tolist():
        label_of.setdefault(pairs.values[place], pairs.labels[place])
    values = sorted(label_of, key=lambda value: (label_of[value].casefold(), value))
    number = {value: place for place, value in enumerate(values)}
    code_of = np.array([number.get(value, GONE) for value in pairs.values], dtype=np.int64)
    codes = code_of[pairs.held] if len(pairs.held) else pairs.held
    _, firsts = np.unique(pairs.documents * (len(values) + 1) + codes, return_index=True)
    kept = np.sort(firsts)
    return HeldValues(
        values=values,
        labels=[label_of[value] for value in values],
        documents=pairs.documents[kept],
        held=codes[kept],
    )


def _pairs(segments: Sequence[Arrays], numbering: Numbering, code: int) -> _Pairs:
    """Return what documents have of the facet ``code``, sorted by document."""
    texts: list[str] = []
    documents: list[Numbers] = [np.zeros(0, dtype=np.int64)]
    held: list[Numbers] = [np.zeros(0, dtype=np.int64)]
    for one, numbers in zip(segments, numbering.numbers, strict=True):
        first, last = ([0, *one.facet_value_ends.tolist()][code + edge] for edge in (0, 1))
        begin, end = ([0, *one.facet_ends.tolist()][code + edge] for edge in (0, 1))
        document = numbers[one.facet_documents[begin:end]]
        alive = document != GONE
        documents.append(document[alive])
        held.append(one.facet_held[begin:end][alive].astype(np.int64) - first + len(texts) // 2)
        own = texts_in(one.facet_values, one.facet_value_text_ends)[2 * first : 2 * last]
        texts += [text.decode() for text in own]
    document = np.concatenate(documents)
    order = np.argsort(document, kind="stable")
    return _Pairs(texts[::2], texts[1::2], document[order], np.concatenate(held)[order])
