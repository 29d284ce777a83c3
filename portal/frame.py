"""What every page of the site shares: its name, phone and freshness, and what links to itself.

A Catalogue (or None while there is no library) enters, a Frame leaves for the base template.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from index.site import OpeningHours
from portal.catalogue import Catalogue

UNNAMED = "Clinic Library"
"""How the site is called where no page says the clinic's name."""

_NOT_DIALLED = re.compile(r"[^+\d]")


@dataclass(frozen=True, slots=True)
class Phone:
    """A telephone number as written and as a link that dials it."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Frame:
    """The clinic and the library as header and footer show them; empty where unknown."""

    name: str = UNNAMED
    phone: Phone | None = None
    fax: str | None = None
    address: str | None = None
    hours: tuple[OpeningHours, ...] = ()
    generation: int | None = None
    updated: datetime | None = None


@dataclass(frozen=True, slots=True)
class Here:
    """The page being shown: its address, its JSON twin, may robots keep it, its JSON-LD."""

    canonical: str = ""
    twin: str = ""
    indexed: bool = False
    linked: Sequence[dict[str, Any]] = ()


def phone_of(text: str) -> Phone:
    """Return a telephone number with its dialling link ("479-967-7770" -> tel:4799677770)."""
    return Phone(text, f"tel:{_NOT_DIALLED.sub('', text)}")


def runs_of(hours: Iterable[OpeningHours]) -> tuple[OpeningHours, ...]:
    """Return ``hours`` with neighbouring days of the same hours in one row ("Mon to Thu")."""
    rows = []
    for hours_then, days in groupby(hours, key=lambda row: row.hours):
        first, *_, last = names if len(names := [row.day for row in days]) > 1 else (*names, "")
        rows.append(OpeningHours(f"{first} to {last}" if last else first, hours_then))
    return tuple(rows)


def frame_of(catalogue: Catalogue | None) -> Frame:
    """Return the frame of a site over ``catalogue``."""
    if catalogue is None:
        return Frame()
    site = catalogue.site
    return Frame(
        name=site.name or UNNAMED,
        phone=phone_of(site.phones[0]) if site.phones else None,
        fax=site.fax,
        address=site.address,
        hours=runs_of(site.hours),
        generation=catalogue.info.number,
        updated=catalogue.info.created,
    )
