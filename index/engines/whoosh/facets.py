"""Facet values as codes: filters as masks, all counts of a facet by one bincount.

The facet values of all documents enter, masks and FacetCounts leave. Read only after it is made.
"""

from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

from index.engines.whoosh.facet_values import HeldValues
from index.engines.whoosh.postings import Mask, Numbers
from index.query import Facet, Filters
from index.results import FacetCount

_FEW = 64
"""Values up to which all are sorted, rather than first sorting out which can be the highest."""

_NUMBER = itemgetter(0)


class FacetColumn:
    """The values of one facet: which documents have which, several allowed.

    Most documents have one value at most: a row holds the first of each (or a number above all
    codes, where there is none), further ones are kept pair by pair.
    """

    def __init__(self, held: HeldValues, count: int) -> None:
        """Take the values of ``count`` documents."""
        self._values, self._labels = tuple(held.values), tuple(held.labels)
        self._code_of = {value: code for code, value in enumerate(self._values)}
        first = np.diff(held.documents, prepend=-1) > 0
        self._first: Numbers = np.full(count, len(self._values), dtype=np.int64)
        self._first[held.documents[first]] = held.held[first]
        self._other_documents = held.documents[~first]
        self._other_codes = held.held[~first]

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
        values, labels = self._values, self._labels
        if narrowed is listed and not chosen and len(values) <= _FEW:  # most searches
            return tuple(
                [
                    FacetCount(values[code], labels[code], count, False)
                    for count, code in _sorted(numbers.tolist())[:most]
                ]
            )
        known = numbers if narrowed is listed else self._numbers(listed)
        codes = _listed(known, [self._code_of[value] for value in chosen if value in self._code_of])
        found = [
            FacetCount(values[code], labels[code], count, False)
            for count, code in _highest(codes, numbers[codes], most)
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


def _listed(known: NDArray[np.int64], chosen: Sequence[int]) -> Numbers:
    """Return the codes with a number in ``known``, but for those ``chosen``."""
    codes = known.nonzero()[0]
    return codes[~np.isin(codes, chosen)] if chosen else codes


def _sorted(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Return the codes with a number in ``numbers``, each after it, the highest number first."""
    pairs = [(number, code) for code, number in enumerate(numbers) if number]
    pairs.sort(key=_NUMBER, reverse=True)  # of equal ones the lower code: sorting is stable
    return pairs


def _highest(codes: Numbers, numbers: NDArray[np.int64], most: int | None) -> list[tuple[int, int]]:
    """Return the ``most`` of ``codes`` with the highest ``numbers``, of equal ones the lower.

    Each stands after its number.
    """
    if most is not None and len(codes) > max(most, _FEW):
        # How many values have a count of at least so much, from the highest on.
        at_least = np.bincount(numbers)[::-1].cumsum()
        least = len(at_least) - 1 - int(at_least.searchsorted(most))
        among = (numbers >= least).nonzero()[0]
        if len(among) > most:  # those with the least count only as they are needed
            above, equal = (numbers > least).nonzero()[0], (numbers == least).nonzero()[0]
            among = np.concatenate((above, equal[: most - len(above)]))
        codes, numbers = codes[among], numbers[among]
    pairs = list(zip(numbers.tolist(), codes.tolist(), strict=True))  # by code: sorting is stable
    pairs.sort(key=_NUMBER, reverse=True)
    return pairs[:most]


class Facets:
    """The columns of all facets."""

    def __init__(self, columns: Mapping[Facet, FacetColumn]) -> None:
        """Take one column a facet."""
        self._columns = columns

    def with_any(self, facet: Facet, chosen: tuple[str, ...]) -> Numbers:
        """Return the documents that have any of the ``chosen`` values of ``facet``, in order."""
        return self._columns[facet].mask(chosen).nonzero()[0]

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
        if not filters:
            return {
                facet: self._columns[facet].counts(documents, documents, (), most)
                for facet in wanted
            }
        return {
            facet: self._columns[facet].counts(
                documents,
                self.narrowed(documents, filters, facet),
                filters.of(facet),
                most,
            )
            for facet in wanted
        }


def _order(count: FacetCount) -> tuple[int, str, str]:
    return -count.count, count.label.casefold(), count.value
