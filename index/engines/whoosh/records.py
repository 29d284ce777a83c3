"""What a hit shows and is narrowed by, held in memory for the life of a generation.

A Whoosh reader enters, Records leave; shared by all threads, never changed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from whoosh.reading import IndexReader

from index.aspect import Aspect
from index.query import Facet, Filters
from index.results import FacetCount

Mask = NDArray[np.bool_]
"""One flag a document number."""


@dataclass(frozen=True, slots=True)
class Record:
    """One passage as hits show it; ``body`` is its text, for snippets."""

    page: str
    title: str
    position: int
    anchor: str
    heading: str
    aspect: Aspect
    conditions: tuple[str, ...]
    topic: str | None
    category: str | None
    breadcrumb: tuple[str, ...]
    body: str


class FacetColumn:
    """The values of one facet: which documents have which, several allowed."""

    def __init__(self, values_of: Mapping[int, tuple[tuple[str, str], ...]], count: int) -> None:
        """Take (value, label) pairs by document number, of ``count`` documents in all."""
        self.labels: dict[str, str] = {}
        documents: list[int] = []
        codes: list[int] = []
        code_of: dict[str, int] = {}
        for document, values in values_of.items():
            for value, label in dict(values).items():
                self.labels.setdefault(value, label)
                codes.append(code_of.setdefault(value, len(code_of)))
                documents.append(document)
        self._count = count
        self._values = tuple(code_of)
        self._code_of = code_of
        self._documents = np.array(documents, dtype=np.int64)
        self._codes = np.array(codes, dtype=np.int64)

    def mask(self, chosen: tuple[str, ...]) -> Mask:
        """Return the documents that have any of the ``chosen`` values; all if none is chosen."""
        if not chosen:
            return np.ones(self._count, dtype=np.bool_)
        wanted = [self._code_of[value] for value in chosen if value in self._code_of]
        found = np.zeros(self._count, dtype=np.bool_)
        found[self._documents[np.isin(self._codes, wanted)]] = True
        return found

    def counts(self, mask: Mask) -> dict[str, int]:
        """Return, for each value that any document has, how many documents of ``mask`` have it."""
        kept = self._codes[mask[self._documents]]
        numbers = np.bincount(kept, minlength=len(self._values))
        return dict(zip(self._values, numbers.tolist(), strict=True))


class Records:
    """All passages of a generation by document number, and their facets."""

    def __init__(self, reader: IndexReader) -> None:
        """Read every record once; deleted documents have none."""
        self.count: int = reader.doc_count_all()
        stored: dict[int, dict[str, Any]] = {
            number: fields["record"] for number, fields in reader.iter_docs()
        }
        self.by_number = {number: _record(fields) for number, fields in stored.items()}
        self.alive: Mask = np.zeros(self.count, dtype=np.bool_)
        self.alive[list(stored)] = True
        ordered = sorted(self.by_number, key=self._place)
        self.rank = np.zeros(self.count, dtype=np.int64)
        self.rank[ordered] = np.arange(len(ordered))
        self.columns = {
            facet: FacetColumn(
                {number: fields["facets"][facet.value] for number, fields in stored.items()},
                self.count,
            )
            for facet in Facet
        }

    def _place(self, number: int) -> tuple[str, str, int]:
        record = self.by_number[number]
        return record.title.casefold(), record.page, record.position

    def narrowed(self, mask: Mask, filters: Filters, *, except_for: Facet | None = None) -> Mask:
        """Return the documents of ``mask`` that ``filters`` let through."""
        for facet, column in self.columns.items():
            if facet is not except_for and filters.of(facet):
                mask = mask & column.mask(filters.of(facet))
        return mask

    def facet_counts(self, mask: Mask, filters: Filters) -> dict[Facet, tuple[FacetCount, ...]]:
        """Return the counts of every facet among ``mask``, the documents that match the words.

        A facet's own choice does not narrow its counts. A value is listed if anything that matches
        the words has it, be its count zero, or if it is chosen.
        """
        return {
            facet: self._counts(facet, mask, filters.of(facet), filters) for facet in self.columns
        }

    def _counts(
        self, facet: Facet, mask: Mask, chosen: tuple[str, ...], filters: Filters
    ) -> tuple[FacetCount, ...]:
        column = self.columns[facet]
        numbers = column.counts(self.narrowed(mask, filters, except_for=facet))
        listed = {value for value, number in column.counts(mask).items() if number} | set(chosen)
        counts = [
            FacetCount(
                value=value,
                label=column.labels.get(value, value),
                count=numbers.get(value, 0),
                selected=value in chosen,
            )
            for value in listed
        ]
        return tuple(sorted(counts, key=lambda count: (-count.count, count.label.casefold())))


def _record(fields: dict[str, Any]) -> Record:
    return Record(
        page=fields["page"],
        title=fields["title"],
        position=fields["position"],
        anchor=fields["anchor"],
        heading=fields["heading"],
        aspect=Aspect(fields["aspect"]),
        conditions=tuple(fields["conditions"]),
        topic=fields["topic"],
        category=fields["category"],
        breadcrumb=tuple(fields["breadcrumb"]),
        body=fields["body"],
    )
