"""The choice of two conditions to compare.

A Visit enters, an Answer or the way to the comparison leaves. Of a few conditions each is offered;
of many, those that have the words that were typed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice

from index.text import slugify
from portal import urls
from portal.answer import Answer, Moved, Visit
from portal.catalogue import ConditionEntry
from portal.params import read_text
from portal.replies.browse import ChoicesJson

OFFERED = 100
"""Conditions offered in one list: what can be looked through on a phone, and 10 kB of a page."""

SIDES = {"first": "First condition", "second": "Second condition"}
"""Parameter -> how its choice is called."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two choices: what was typed, the conditions offered, and which of them is chosen.

    Where none is offered, words are typed.
    """

    name: str
    label: str
    text: str
    offered: tuple[ConditionEntry, ...]
    chosen: str


@dataclass(frozen=True, slots=True)
class ChooseModel:
    """The form; ``same`` tells that one condition was chosen twice, ``begun`` that one was."""

    sides: tuple[Side, ...]
    same: bool
    begun: bool


def choose(visit: Visit) -> Answer | Moved:
    """Offer the conditions to compare; the form's own choice leads to the comparison."""
    known = visit.catalogue.conditions
    sides = tuple(
        _side(known, name, label, read_text(visit.parameters.get(name, "")))
        for name, label in SIDES.items()
    )
    chosen = [side.chosen for side in sides if side.chosen]
    same = len(chosen) > len(set(chosen))
    if len(chosen) == len(sides) and not same:
        return Moved(urls.compare_url(*chosen))
    return Answer(
        "views/compare-choose.html",
        ChooseModel(sides, same, begun=any(side.text for side in sides)),
        lambda: ChoicesJson(
            conditions=[{"label": entry.label, "slug": entry.slug} for entry in known.values()]
        ),
        urls.COMPARE,
    )


def _side(known: Mapping[str, ConditionEntry], name: str, label: str, text: str) -> Side:
    slug = slugify(text)
    if len(known) <= OFFERED:
        return Side(name, label, text, tuple(known.values()), slug if slug in known else "")
    found = tuple(islice(_named(known.values(), slug), OFFERED)) if slug else ()
    exact = slug if slug in known else found[0].slug if len(found) == 1 else ""
    return Side(name, label, text, found, exact)


def _named(conditions: Iterable[ConditionEntry], slug: str) -> Iterable[ConditionEntry]:
    """Yield the ``conditions`` whose name or abbreviations have every word of ``slug``."""
    asked = set(slug.split("-"))
    for entry in conditions:
        if asked <= {*entry.slug.split("-"), *map(slugify, entry.abbreviations)}:
            yield entry
