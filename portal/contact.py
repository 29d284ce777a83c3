"""What a visitor asks of the clinic itself: when it is open, how to reach it, where it is.

The words of a search and the clinic's facts enter, the Contact asked for leaves. No passage of a
health page answers "opening hours"; the clinic's pages state them around their content.
"""

from dataclasses import dataclass

from index.site import OpeningHours, SiteFacts
from index.words import STOP_WORDS, surfaces_of
from portal.frame import Phone, phone_of, runs_of
from portal.replies.search import ContactJson

_PHONE = frozenset(
    """phone telephone number call contact reach ring appointment appointments book booking
    schedule reschedule cancel""".split()  # noqa: SIM905  # a list of words reads better as text
)
_FAX = frozenset({"fax"})
_ADDRESS = frozenset({"address", "location", "located", "direction", "directions", "map", "where"})
_HOURS = frozenset(
    """hours hour open opening opened close closes closed closing weekend weekends weekday today
    tomorrow tonight monday tuesday wednesday thursday friday saturday sunday holiday
    holidays""".split()  # noqa: SIM905  # a list of words reads better as text
)
"""Words by which people ask a clinic's site for each fact."""

_AROUND = frozenset(
    """clinic office practice center centre institute hospital doctor doctors time times day days
    find make need new want visit""".split()  # noqa: SIM905  # a list of words reads better as text
)
"""Words that may stand around those and ask for nothing themselves."""

_KNOWN = _PHONE | _FAX | _ADDRESS | _HOURS | _AROUND | STOP_WORDS


@dataclass(frozen=True, slots=True)
class Contact:
    """What was asked for of the clinic, as its pages state it; empty where not asked or unstated.

    Neighbouring days with the same hours are one row.
    """

    phones: tuple[Phone, ...] = ()
    fax: str | None = None
    address: str | None = None
    hours: tuple[OpeningHours, ...] = ()

    def __bool__(self) -> bool:
        """Return whether there is anything to show."""
        return bool(self.phones or self.fax or self.address or self.hours)


NO_CONTACT = Contact()


def contact_asked(text: str, site: SiteFacts) -> Contact:
    """Return what of ``site`` the search for ``text`` asks for; nothing where it asks for more.

    Every word has to be one that asks for such a fact, or that stands around those ("do you", "the
    clinic"): "how many hours does relief last" asks for no opening hours.
    """
    words = set(surfaces_of(text))
    if words - _KNOWN:
        return NO_CONTACT
    return Contact(
        phones=tuple(map(phone_of, site.phones)) if words & _PHONE else (),
        fax=site.fax if words & _FAX else None,
        address=site.address if words & _ADDRESS else None,
        hours=runs_of(site.hours) if words & _HOURS else (),
    )


def contact_to_json(contact: Contact) -> ContactJson:
    """Return what was asked for of the clinic as JSON values, in reading order."""
    return {
        "phones": [phone.text for phone in contact.phones],
        "fax": contact.fax,
        "address": contact.address,
        "hours": [{"day": row.day, "hours": row.hours} for row in contact.hours],
    }
