"""What a page's furniture says about the clinic: facts and menu.

Built by ingest, kept in the library, shown by the portal. Pure data.
"""

from dataclasses import dataclass

from index.record import record


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """One row of an opening-hours table, verbatim: day "Mon", hours "08:30 am – 04:30 pm"."""

    day: str
    hours: str


@record
class MenuGroup:
    """One top-level menu entry and the entries below it (none for a plain link such as "Home")."""

    name: str
    entries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SiteFacts:
    """Facts about the site as one page, or most pages, state them; empty where unstated."""

    name: str | None = None
    domain: str | None = None
    phones: tuple[str, ...] = ()
    fax: str | None = None
    address: str | None = None
    hours: tuple[OpeningHours, ...] = ()
    menu: tuple[MenuGroup, ...] = ()
