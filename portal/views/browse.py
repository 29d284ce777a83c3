"""The ways in: home, and the lists of conditions, subjects, treatments and names.

A Visit enters each view, an Answer leaves; everything listed comes from the catalogue.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from heapq import nlargest
from typing import TypeVar

from index.site import MenuGroup
from portal import linked_data, urls
from portal.answer import Answer, Visit
from portal.catalogue import Catalogue, ConditionEntry, Entry, Letter
from portal.frame import UNNAMED
from portal.letters import LETTER, LetterLink, Letters, letters_of
from portal.replies.browse import (
    AspectsJson,
    ConditionEntryJson,
    ConditionsJson,
    EntryJson,
    HomeJson,
    LetterJson,
    LettersJson,
    TreatmentsJson,
)

LISTED_NAMES = 500
"""Names on one page of the A to Z; of a library that has more, one letter is shown at a time."""

SHOWN_AT_HOME = 12
"""Conditions and treatments that the home page names; the lists name all."""

Listed = TypeVar("Listed", Entry, ConditionEntry)


@dataclass(frozen=True, slots=True)
class HomeModel:
    """The home page; ``conditions`` and ``treatments`` are those most written about, by name."""

    conditions: tuple[ConditionEntry, ...]
    more_conditions: int
    aspects: tuple[Entry, ...]
    treatments: tuple[Entry, ...]
    more_treatments: int
    letters: tuple[LetterLink, ...]
    pages: int
    passages: int


@dataclass(frozen=True, slots=True)
class ListModel:
    """A list of entries; ``absent`` is what the site's menu names and no page covers yet."""

    entries: tuple[Entry, ...] | tuple[ConditionEntry, ...]
    absent: tuple[MenuGroup, ...] = ()


@dataclass(frozen=True, slots=True)
class LettersModel:
    """The A to Z: links to all letters, and the names of those shown."""

    links: tuple[LetterLink, ...]
    letters: tuple[Letter, ...]
    absent: tuple[MenuGroup, ...]


def home(visit: Visit) -> Answer:
    """Show the ways in."""
    catalogue = visit.catalogue
    conditions = tuple(catalogue.conditions.values())
    treatments = tuple(catalogue.treatments.values())
    model = HomeModel(
        conditions=_most(conditions),
        more_conditions=max(0, len(conditions) - SHOWN_AT_HOME),
        aspects=catalogue.aspects,
        treatments=_most(treatments),
        more_treatments=max(0, len(treatments) - SHOWN_AT_HOME),
        letters=_letters(catalogue).links,
        pages=catalogue.info.page_count,
        passages=catalogue.info.passage_count,
    )

    def to_json() -> HomeJson:
        return {
            "name": catalogue.site.name,
            "pages": [
                {"page": page.slug, "title": page.title, "url": urls.page_url(page.slug)}
                for page in catalogue.pages
            ],
            "conditions": [_condition_to_json(entry) for entry in conditions],
            "aspects": [_entry_to_json(entry) for entry in catalogue.aspects],
            "treatments": [_entry_to_json(entry) for entry in treatments],
        }

    name = catalogue.site.name or UNNAMED
    return Answer(
        "views/home.html",
        model,
        to_json,
        urls.HOME,
        linked=lambda site: (linked_data.home(site, catalogue.site, name),),
    )


def conditions(visit: Visit) -> Answer:
    """List the conditions."""
    entries = tuple(visit.catalogue.conditions.values())
    return Answer(
        "views/conditions.html",
        ListModel(entries),
        lambda: ConditionsJson(conditions=[_condition_to_json(entry) for entry in entries]),
        urls.CONDITIONS,
    )


def aspects(visit: Visit) -> Answer:
    """List the subjects that passages speak of."""
    entries = visit.catalogue.aspects
    return Answer(
        "views/aspects.html",
        ListModel(entries),
        lambda: AspectsJson(aspects=[_entry_to_json(entry) for entry in entries]),
        urls.ASPECTS,
    )


def treatments(visit: Visit) -> Answer:
    """List the treatments."""
    entries = tuple(visit.catalogue.treatments.values())
    return Answer(
        "views/treatments.html",
        ListModel(entries, visit.catalogue.absent),
        lambda: TreatmentsJson(treatments=[_entry_to_json(entry) for entry in entries]),
        urls.TREATMENTS,
    )


def letters(visit: Visit) -> Answer:
    """List every name there is."""
    every = visit.catalogue.letters
    found = _letters(visit.catalogue, visit.parameters.get(LETTER, ""))
    model = LettersModel(
        links=found.links,
        letters=tuple(letter for letter in every if letter.name in found.shown),
        absent=visit.catalogue.absent,
    )
    return Answer(
        "views/a-z.html",
        model,
        lambda: LettersJson(letters=[_letter_to_json(letter) for letter in every]),
        found.url,
    )


def _letters(catalogue: Catalogue, asked: str = "") -> Letters:
    names = [letter.name for letter in catalogue.letters]
    listed = sum(len(letter.references) for letter in catalogue.letters)
    return letters_of(urls.LETTERS, names, split=listed > LISTED_NAMES, asked=asked)


def _most(entries: Iterable[Listed]) -> tuple[Listed, ...]:
    """Return the entries that most passages speak of, in the order of their names."""
    most = nlargest(SHOWN_AT_HOME, entries, key=lambda entry: entry.count)
    return tuple(sorted(most, key=lambda entry: entry.label.casefold()))


def _entry_to_json(entry: Entry) -> EntryJson:
    return {"label": entry.label, "slug": entry.slug, "url": entry.url, "count": entry.count}


def _letter_to_json(letter: Letter) -> LetterJson:
    return {
        "name": letter.name,
        "references": [
            {"text": one.text, "url": one.url, "see": one.see} for one in letter.references
        ],
    }


def _condition_to_json(entry: ConditionEntry) -> ConditionEntryJson:
    return {
        "label": entry.label,
        "slug": entry.slug,
        "url": entry.url,
        "count": entry.count,
        "abbreviations": list(entry.abbreviations),
        "pages": [urls.page_url(page.slug) for page in entry.pages],
    }
