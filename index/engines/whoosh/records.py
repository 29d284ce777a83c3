"""What a hit shows of a passage, and the texts it is found by.

A Page and its Passages enter, Records with their texts leave; kept in Whoosh's stored fields as
bytes and copied from there into the sidecar, so that either can be made from the other's source.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from index.aspect import Aspect
from index.document import Page
from index.facets import FacetValue, facet_values
from index.passage import Passage, passages_of
from index.query import Facet

_DECODER = json.JSONDecoder()
_FACETS = tuple(Facet)

FIELDS = ("title", "heading", "path", "names", "body")
"""The searched fields, in the order of their codes in the sidecar."""


@dataclass(frozen=True, slots=True)
class Record:
    """One passage as hits show it and facets count it, its text apart.

    ``names`` is what else it is found by: conditions, their short forms, other names of the page.
    """

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
    names: tuple[str, ...]
    facets: Mapping[Facet, tuple[FacetValue, ...]]

    def texts(self, body: str) -> tuple[str, ...]:
        """Return the text of each of FIELDS; ``body`` is the passage's own text."""
        path = "\n".join(self.breadcrumb[:-1])
        return (self.title, self.heading, path, "\n".join(self.names), body)


@dataclass(frozen=True, slots=True)
class Stored:
    """A record with its passage's text, as it is written and read."""

    record: Record
    body: str


def stored_of(page: Page) -> Iterator[Stored]:
    """Yield what is stored of each passage of ``page``, in page order."""
    for position, passage in enumerate(passages_of(page)):
        yield Stored(
            Record(
                page=passage.page,
                title=passage.title,
                position=position,
                anchor=passage.anchor,
                heading=passage.heading,
                aspect=passage.aspect,
                conditions=passage.conditions,
                topic=passage.topic,
                category=passage.category,
                breadcrumb=passage.breadcrumb,
                names=tuple(_names(page, passage)),
                facets={facet: facet_values(passage, facet) for facet in Facet},
            ),
            passage.text,
        )


def encode_record(record: Record) -> bytes:
    """Return ``record`` as JSON, all but its facets: a list in the order of its fields."""
    values = (
        record.page,
        record.title,
        record.position,
        record.anchor,
        record.heading,
        record.aspect.value,
        record.conditions,
        record.topic,
        record.category,
        record.breadcrumb,
        record.names,
    )
    return json.dumps(values, separators=(",", ":")).encode("ascii")


def decode_record(encoded: bytes, facets: bytes) -> Record:
    """Return the record that was encoded in two parts.

    Raises:
        ValueError: they are no record.
    """
    page, title, position, anchor, heading, aspect, *rest = decode_shown(encoded)
    conditions, topic, category, breadcrumb, names = rest
    return Record(
        page=page,
        title=title,
        position=position,
        anchor=anchor,
        heading=heading,
        aspect=Aspect(aspect),
        conditions=tuple(conditions),
        topic=topic,
        category=category,
        breadcrumb=tuple(breadcrumb),
        names=tuple(names),
        facets=decode_facets(facets),
    )


def decode_shown(encoded: bytes) -> list[Any]:
    """Return the fields of a record, in their order, as plain values: what a hit is made of."""
    values: list[Any] = _DECODER.decode(encoded.decode("ascii"))
    return values


def encode_facets(facets: Mapping[Facet, tuple[FacetValue, ...]]) -> bytes:
    """Return facet values as JSON: a list of values and labels in turn for each facet."""
    values = [[part for value in facets[facet] for part in _parts(value)] for facet in Facet]
    return json.dumps(values, separators=(",", ":")).encode("ascii")


def decode_facets(encoded: bytes) -> dict[Facet, tuple[FacetValue, ...]]:
    """Return the facet values that `encode_facets` made ``encoded`` of.

    Raises:
        ValueError: ``encoded`` is no such thing.
    """
    return {
        facet: tuple(map(FacetValue, parts[::2], parts[1::2]))
        for facet, parts in zip(_FACETS, _DECODER.decode(encoded.decode("ascii")), strict=True)
    }


def _parts(value: FacetValue) -> tuple[str, str]:
    return value.value, value.label


def _names(page: Page, passage: Passage) -> Iterator[str]:
    """Yield what else ``passage`` is found by; one that names no condition is about all of them."""
    named = [known for known in page.conditions if known.name in passage.conditions]
    yield from passage.conditions or [known.name for known in page.conditions]
    for condition in named or page.conditions:
        yield from condition.abbreviations
    yield from page.aliases
