"""What a hit shows of a passage, and the texts it is found by.

A Page and its Passages enter, Records with their texts leave; kept in Whoosh's stored fields as
bytes and copied from there into the sidecar, so that either can be made from the other's source.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from index.aspect import Aspect
from index.document import Page
from index.facets import FacetValue, facet_values
from index.passage import Passage, passages_of
from index.query import Facet
from index.results import Hit, SnippetPart

_DECODER = json.JSONDecoder()
_ENCODER = json.JSONEncoder(separators=(",", ":"))
_FACETS = tuple(Facet)
_ASPECTS: Mapping[str, Aspect] = {aspect.value: aspect for aspect in Aspect}

_FIELD_END, _VALUE_END = "\x1f", "\x1e"
"""ASCII's own separators, of units and of records: a text that has one gets a space for it."""

FIELDS = ("title", "heading", "path", "names", "body")
TITLE, NAMES = FIELDS.index("title"), FIELDS.index("names")
"""The searched fields, in the order of their codes in the sidecar."""


class Shown(NamedTuple):
    """One passage as hits show it, its text apart.

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
        shown = Shown(
            passage.page,
            passage.title,
            position,
            passage.anchor,
            passage.heading,
            passage.aspect,
            passage.conditions,
            passage.topic,
            passage.category,
            passage.breadcrumb,
            tuple(_names(page, passage)),
        )
        yield _stored(shown, _encode_shown(shown), _encode_facets(passage), passage.text)


def stored_again(record: bytes, facets: bytes, body: str) -> Stored:
    """Return what has been stored before.

    Raises:
        ValueError: ``record`` is no record.
    """
    return _stored(decode_shown(record.decode()), record, facets, body)


def _stored(shown: Shown, record: bytes, facets: bytes, body: str) -> Stored:
    path, names = "\n".join(shown.breadcrumb[:-1]), "\n".join(shown.names)
    texts = (shown.title, shown.heading, path, names, body)
    return Stored(shown.page, record, facets, body, texts)


def _encode_shown(shown: Shown) -> bytes:
    """Return the fields in their order, a separator between them.

    Not as JSON: ten are decoded for every search, and this is a few times as fast.
    """
    values = (
        shown.page,
        shown.title,
        str(shown.position),
        shown.anchor,
        shown.heading,
        shown.aspect.value,
        _joined(shown.conditions),
        shown.topic or "",
        shown.category or "",
        _joined(shown.breadcrumb),
        _joined(shown.names),
    )
    joined = _FIELD_END.join(value.replace(_FIELD_END, " ") for value in values)
    return joined.encode(errors="replace")


def hit_of(encoded: str, snippet: tuple[SnippetPart, ...], score: float) -> Hit:
    """Return the hit that the record ``encoded`` makes; what it does not show is not decoded.

    Raises:
        ValueError, KeyError: ``encoded`` is no record.
    """
    (
        page,
        title,
        _,
        anchor,
        heading,
        aspect,
        conditions,
        topic,
        category,
        breadcrumb,
        _,
    ) = encoded.split(_FIELD_END)
    return Hit(
        page,
        title,
        anchor,
        heading,
        _ASPECTS[aspect],
        _parted(conditions),
        topic or None,
        category or None,
        _parted(breadcrumb),
        snippet,
        score,
    )


def _joined(values: Iterable[str]) -> str:
    return "".join([value.replace(_VALUE_END, " ") + _VALUE_END for value in values])


def _parted(values: str) -> tuple[str, ...]:
    return tuple(values.split(_VALUE_END)[:-1]) if values else ()


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


def decode_shown(encoded: str) -> Shown:
    """Return what `Stored` has encoded as its record.

    Raises:
        ValueError, KeyError: ``encoded`` is no record.
    """
    page, title, position, anchor, heading, aspect, *others = encoded.split(_FIELD_END)
    conditions, topic, category, breadcrumb, names = others
    return Shown(
        page,
        title,
        int(position),
        anchor,
        heading,
        _ASPECTS[aspect],
        _parted(conditions),
        topic or None,
        category or None,
        _parted(breadcrumb),
        _parted(names),
    )


@lru_cache(maxsize=1_024)
def decode_facets(encoded: bytes) -> Mapping[Facet, tuple[FacetValue, ...]]:
    """Return the facet values that a `Stored` has encoded; many passages have the same.

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
