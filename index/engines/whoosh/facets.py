"""Facet values as codes: filters as masks, all counts of a facet by one bincount.

The facet values of all documents enter, masks and FacetCounts leave. Read only after it is made.
"""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from index.engines.whoosh.postings import Mask, Numbers
from index.facets import FacetValue
from index.query import Facet, Filters
from index.results import FacetCount


class FacetColumn:
    """The values of one facet: which documents have which, several allowed.

    Codes are in the order of labels, whatever the case of their letters. Most documents have one
    value at most: a row holds the first of each (or a number above all codes, where there is
    none), further ones are kept pair by pair.
    """

    def __init__(self, values_of: Sequence[tuple[FacetValue, ...]]) -> None:
        """Take the values of document 0, 1, 2, ..."""
        labels: dict[str, str] = {}
        for values in values_of:
            for value in values:
                labels.setdefault(value.value, value.label)
        self._values = tuple(sorted(labels, key=lambda value: (labels[value].casefold(), value)))
        self._labels = tuple(labels[value] for value in self._values)
        self._code_of = {value: code for code, value in enumerate(self._values)}
        self._first: Numbers = np.full(len(values_of), len(labels), dtype=np.int64)
        documents: list[int] = []
        codes: list[int] = []
        for document, values in enumerate(values_of):
            first, *others = dict.fromkeys(self._code_of[value.value] for value in values) or [
                len(labels)
            ]
            self._first[document] = first
            documents += [document] * len(others)
            codes += others
        self._other_documents = np.array(documents, dtype=np.int32)
        self._other_codes = np.array(codes, dtype=np.int32)

    def mask(self, chosen: tuple[str, ...]) -> Mask:
        """Return the documents that have any of the ``chosen`` values."""
        wanted = np.zeros(len(self._values) + 1, dtype=np.bool_)  # the last is for no value
        wanted[[self._code_of[value] for value in chosen if value in self._code_of]] = True
        found = wanted[self._first]
        found[self._other_documents[wanted[self._other_codes]]] = True
        return found

    def counts(
        self, listed: Numbers, narrowed: Numbers, chosen: tuple[str, ...], most: int | None
    ) -> tuple[FacetCount, ...]:
        """Return the values of the documents ``listed``, each with its count among ``narrowed``.

        Chosen values are always there. Of the others at most ``most`` are returned, those with
        the highest counts, equal ones by label.
        """
        if not (self._values or chosen):
            return ()
        numbers = self._numbers(narrowed)
        known = numbers if narrowed is listed else self._numbers(listed)
        codes = known.nonzero()[0]
        if chosen:
            codes = codes[~np.isin(codes, [self._code_of.get(value, -1) for value in chosen])]
        codes = _highest(codes, numbers[codes], most)
        values, labels = self._values, self._labels
        found = [
            FacetCount(values[code], labels[code], count, False)
            for code, count in zip(codes.tolist(), numbers[codes].tolist(), strict=True)
        ]
        if chosen:
            found += [self._chosen(value, numbers) for value in dict.fromkeys(chosen)]
            found.sort(key=_order)
        return tuple(found)

    def _chosen(self, value: str, numbers: NDArray[np.int64]) -> FacetCount:
        code = self._code_of.get(value)
        if code is None:
            return FacetCount(value, value, 0, selected=True)
        return FacetCount(value, self._labels[code], int(numbers[code]), selected=True)

    def _numbers(self, documents: Numbers) -> NDArray[np.int64]:
        size = len(self._values)
        first = self._first if len(documents) == len(self._first) else self._first[documents]
        numbers = np.bincount(first, minlength=size + 1)[:size]
        if len(self._other_documents):
            among = np.zeros(len(self._first), dtype=np.bool_)
            among[documents] = True
            others = self._other_codes[among[self._other_documents]]
            numbers = numbers + np.bincount(others, minlength=size)
        return numbers


def _highest(codes: Numbers, numbers: NDArray[np.int64], most: int | None) -> NDArray[np.int64]:
    """Return the ``most`` of ``codes`` with the highest ``numbers``, of equal ones the lower."""
    if most is not None and 0 < most < len(codes):
        least = np.partition(numbers, -most)[-most]
        above = (numbers > least).nonzero()[0]
        among = np.concatenate((above, (numbers == least).nonzero()[0][: most - len(above)]))
        codes, numbers = codes[among], numbers[among]
    return codes[np.argsort(-numbers, kind="stable")[:most]]


class Facets:
    """The columns of all facets."""

    def __init__(self, columns: Mapping[Facet, FacetColumn]) -> None:
        """Take one column a facet."""
        self._columns = columns

    def narrowed(
        self, documents: Numbers, filters: Filters, except_for: Facet | None = None
    ) -> Numbers:
        """Return those of ``documents`` that ``filters`` let through, one facet's apart."""
        for facet, column in self._columns.items():
            if facet is not except_for and filters.of(facet):
                documents = documents[column.mask(filters.of(facet))[documents]]
        return documents

    def counts(
        self, documents: Numbers, filters: Filters, wanted: Iterable[Facet], most: int | None
    ) -> dict[Facet, tuple[FacetCount, ...]]:
        """Return the counts of the facets ``wanted`` among ``documents``, those with the words.

        A facet's own choice does not narrow its counts. A value is listed if anything that matches
        the words has it, be its count zero, or if it is chosen.
        """
        return {
            facet: self._columns[facet].counts(
                documents,
                self.narrowed(documents, filters, facet) if filters else documents,
                filters.of(facet),
                most,
            )
            for facet in wanted
        }


def _order(count: FacetCount) -> tuple[int, str, str]:
    return -count.count, count.label.casefold(), count.value
