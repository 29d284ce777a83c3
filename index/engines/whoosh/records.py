"""What a hit shows of a passage, and the texts it is found by.

A Page and its Passages enter, Records with their texts leave; kept in Whoosh's stored fields as
bytes and copied from there into the sidecar, so that either can be made from the other's source.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from index.aspect import Aspect
from index.document import Page
from index.facets import FacetValue, facet_values
from index.passage import Passage, passages_of
from index.query import Facet

_DECODER = json.JSONDecoder()
_ENCODER = json.JSONEncoder(separators=(",", ":"))
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


@dataclass(frozen=True, slots=True)
class Stored:
    """A passage of ``page`` as it is written: its record and its facets encoded, its own text."""

    page: str
    record: bytes
    facets: bytes
    body: str
    texts: tuple[str, ...]
    """The text of each of FIELDS."""


def stored_of(page: Page) -> Iterator[Stored]:
    """Yield what is stored of each passage of ``page``, in page order."""
    for position, passage in enumerate(passages_of(page)):
        shown = (
            passage.page,
            passage.title,
            position,
            passage.anchor,
            passage.heading,
            passage.aspect.value,
            passage.conditions,
            passage.topic,
            passage.category,
            passage.breadcrumb,
            tuple(_names(page, passage)),
        )
        yield _stored(shown, _encode(shown), _encode_facets(passage), passage.text)


def stored_again(record: bytes, facets: bytes, body: str) -> Stored:
    """Return what has been stored before.

    Raises:
        ValueError: ``record`` is no record.
    """
    return _stored(decode_shown(record), record, facets, body)


def _stored(shown: Sequence[Any], record: bytes, facets: bytes, body: str) -> Stored:
    page, title, _, _, heading, _, _, _, _, breadcrumb, names = shown
    texts = (title, heading, "\n".join(breadcrumb[:-1]), "\n".join(names), body)
    return Stored(page, record, facets, body, texts)


def _encode(value: Any) -> bytes:
    return _ENCODER.encode(value).encode("ascii")


def _encode_facets(passage: Passage) -> bytes:
    """Return facet values as JSON: a list of values and labels in turn for each facet."""
    return _encode(
        [
            [part for value in facet_values(passage, facet) for part in (value.value, value.label)]
            for facet in _FACETS
        ]
    )


def decode_record(encoded: bytes, facets: bytes) -> Record:
    """Return the record that `Stored` has in two parts: all but its facets, and these.

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


def decode_facets(encoded: bytes) -> dict[Facet, tuple[FacetValue, ...]]:
    """Return the facet values that a `Stored` has encoded.

    Raises:
        ValueError: ``encoded`` is no such thing.
    """
    return {
        facet: tuple(map(FacetValue, parts[::2], parts[1::2]))
        for facet, parts in zip(_FACETS, _DECODER.decode(encoded.decode("ascii")), strict=True)
    }


def _names(page: Page, passage: Passage) -> Iterator[str]:
    """Yield what else ``passage`` is found by; one that names no condition is about all of them."""
    named = [known for known in page.conditions if known.name in passage.conditions]
    yield from passage.conditions or [known.name for known in page.conditions]
    for condition in named or page.conditions:
        yield from condition.abbreviations
    yield from page.aliases
