"""The ways in: home, and the lists of conditions, subjects, treatments and names.

A Visit enters each view, an Answer leaves; everything listed comes from the catalogue.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import nlargest
from typing import Generic, TypeVar

from index.site import MenuGroup
from portal import linked_data, urls
from portal.answer import Answer, Visit
from portal.catalogue import Catalogue, ConditionEntry, Entry, Reference
from portal.frame import UNNAMED
from portal.letters import Letter, LetterLink, Listing, by_letter, letter_links, listing_of
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

LISTED_NAMES = 250
"""Names on one page: 15 screens of a phone, 25 to 40 kB; of a longer list one letter is shown at a
time."""

SHOWN_AT_HOME = 12
"""Conditions and treatments that the home page names; the lists name all."""

Listed = TypeVar("Listed")
Counted = TypeVar("Counted", Entry, ConditionEntry)


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
class ListModel(Generic[Listed]):
    """A list by letters; ``absent`` is what the site's menu names and no page covers yet."""

    listing: Listing[Listed]
    absent: tuple[MenuGroup, ...] = ()


@dataclass(frozen=True, slots=True)
class AspectsModel:
    """The subjects, in the order in which pages speak of them."""

    entries: tuple[Entry, ...]


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
        letters=letter_links(urls.LETTERS, catalogue.letters, LISTED_NAMES),
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
    listing = _listing(urls.CONDITIONS, entries, visit)
    return Answer(
        "views/conditions.html",
        ListModel(listing),
        lambda: ConditionsJson(conditions=[_condition_to_json(entry) for entry in entries]),
        listing.url,
    )


def aspects(visit: Visit) -> Answer:
    """List the subjects that passages speak of."""
    entries = visit.catalogue.aspects
    return Answer(
        "views/aspects.html",
        AspectsModel(entries),
        lambda: AspectsJson(aspects=[_entry_to_json(entry) for entry in entries]),
        urls.ASPECTS,
    )


def treatments(visit: Visit) -> Answer:
    """List the treatments."""
    entries = tuple(visit.catalogue.treatments.values())
    listing = _listing(urls.TREATMENTS, entries, visit)
    return Answer(
        "views/treatments.html",
        ListModel(listing, visit.catalogue.absent),
        lambda: TreatmentsJson(treatments=[_entry_to_json(entry) for entry in entries]),
        listing.url,
    )


def letters(visit: Visit) -> Answer:
    """List every name there is."""
    every = visit.catalogue.letters
    listing = listing_of(urls.LETTERS, every, visit.parameters, LISTED_NAMES)
    return Answer(
        "views/a-z.html",
        ListModel(listing, visit.catalogue.absent),
        lambda: LettersJson(letters=[_letter_to_json(letter) for letter in every]),
        listing.url,
    )


def list_urls(catalogue: Catalogue) -> Iterator[str]:
    """Yield the address of every list of names, of those shown by letter that of each letter."""
    conditions = by_letter(catalogue.conditions.values(), _label)
    treatments = by_letter(catalogue.treatments.values(), _label)
    for url, links in (
        (urls.CONDITIONS, letter_links(urls.CONDITIONS, conditions, LISTED_NAMES)),
        (urls.TREATMENTS, letter_links(urls.TREATMENTS, treatments, LISTED_NAMES)),
        (urls.LETTERS, letter_links(urls.LETTERS, catalogue.letters, LISTED_NAMES)),
    ):
        yield from dict.fromkeys(link.url.partition("#")[0] for link in links) or (url,)


def _listing(url: str, entries: Iterable[Counted], visit: Visit) -> Listing[Counted]:
    return listing_of(url, by_letter(entries, _label), visit.parameters, LISTED_NAMES)


def _label(entry: Entry | ConditionEntry) -> str:
    return entry.label


def _most(entries: Iterable[Counted]) -> tuple[Counted, ...]:
    """Return the entries that most passages speak of, in the order of their names."""
    most = nlargest(SHOWN_AT_HOME, entries, key=lambda entry: entry.count)
    return tuple(sorted(most, key=lambda entry: entry.label.casefold()))


def _entry_to_json(entry: Entry) -> EntryJson:
    return {"label": entry.label, "slug": entry.slug, "url": entry.url, "count": entry.count}


def _letter_to_json(letter: Letter[Reference]) -> LetterJson:
    return {
        "name": letter.name,
        "references": [
            {"text": one.text, "url": one.url, "see": one.see} for one in letter.entries
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
