"""Facet values as codes: filters as masks, all counts of a facet by one bincount.

The facet values of all documents enter, masks and FacetCounts leave. Read only after it is made.
"""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from index.engines.whoosh.collection import Mask
from index.facets import FacetValue
from index.query import Facet, Filters
from index.results import FacetCount


class FacetColumn:
    """The values of one facet: which documents have which, several allowed."""

    def __init__(self, values_of: Iterable[Sequence[FacetValue]]) -> None:
        """Take the values of document 0, 1, 2, ..."""
        documents: list[int] = []
        codes: list[int] = []
        self._code_of: dict[str, int] = {}
        self._labels: list[str] = []
        count = 0
        for document, values in enumerate(values_of):
            count += 1
            for value in {value.value: value for value in values}.values():
                code = self._code_of.setdefault(value.value, len(self._code_of))
                if code == len(self._labels):
                    self._labels.append(value.label)
                codes.append(code)
                documents.append(document)
        self._count = count
        self._values = tuple(self._code_of)
        self._documents = np.array(documents, dtype=np.int64)
        self._codes = np.array(codes, dtype=np.int64)

    def mask(self, chosen: tuple[str, ...]) -> Mask:
        """Return the documents that have any of the ``chosen`` values."""
        wanted = [self._code_of[value] for value in chosen if value in self._code_of]
        found = np.zeros(self._count, dtype=np.bool_)
        found[self._documents[np.isin(self._codes, wanted)]] = True
        return found

    def counts(
        self, listed: Mask, narrowed: Mask, chosen: tuple[str, ...], most: int | None
    ) -> tuple[FacetCount, ...]:
        """Return the values of the documents ``listed``, each with its count among ``narrowed``.

        Chosen values are always there. Of the others at most ``most`` are returned, those with
        the highest counts, equal ones by label.
        """
        numbers = self._numbers(narrowed)
        known = numbers if narrowed is listed else self._numbers(listed)
        codes = np.flatnonzero(known)
        if most is not None and len(codes) > most:
            # Counts of equal height are told apart by label below, so all of the lowest that
            # still fits are kept here.
            least = np.partition(numbers[codes], len(codes) - most)[len(codes) - most]
            codes = codes[numbers[codes] >= least]
        found = [
            FacetCount(value, self._labels[code], int(numbers[code]), value in chosen)
            for code in codes.tolist()
            if (value := self._values[code]) not in chosen
        ]
        found.sort(key=_order)
        for value in chosen:
            code = self._code_of.get(value)
            label, number = (
                (self._labels[code], int(numbers[code])) if code is not None else (value, 0)
            )
            found.append(FacetCount(value, label, number, selected=True))
        kept = found if most is None else [*found[:most], *found[len(found) - len(chosen) :]]
        return tuple(sorted(dict.fromkeys(kept), key=_order))

    def _numbers(self, mask: Mask) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
        return np.bincount(self._codes[mask[self._documents]], minlength=len(self._values))


class Facets:
    """The columns of all facets."""

    def __init__(self, columns: Mapping[Facet, FacetColumn]) -> None:
        """Take one column a facet."""
        self._columns = columns

    def narrowed(self, mask: Mask, filters: Filters, except_for: Facet | None = None) -> Mask:
        """Return the documents of ``mask`` that ``filters`` let through, one facet's apart."""
        for facet, column in self._columns.items():
            if facet is not except_for and filters.of(facet):
                mask = mask & column.mask(filters.of(facet))
        return mask

    def counts(
        self, mask: Mask, filters: Filters, most: int | None
    ) -> dict[Facet, tuple[FacetCount, ...]]:
        """Return the counts of every facet among ``mask``, the documents that match the words.

        A facet's own choice does not narrow its counts. A value is listed if anything that matches
        the words has it, be its count zero, or if it is chosen.
        """
        return {
            facet: column.counts(mask, self.narrowed(mask, filters, facet), filters.of(facet), most)
            for facet, column in self._columns.items()
        }


def _order(count: FacetCount) -> tuple[int, str, str]:
    return -count.count, count.label.casefold(), count.value
