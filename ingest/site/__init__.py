"""What a page's furniture says about the clinic: name, domain, phones, address, hours, menu.

An Extract enters, SiteFacts leave (`site_facts`, pure); and what many pages state becomes what the
site states (`agree`). Only furniture is read: a phone number inside an article is content.
Used by `ingest.pages.reader` and the pipeline.
"""

from index.site import SiteFacts
from ingest.blocks import Extract
from ingest.site.address import find_address
from ingest.site.agreement import Agreement, agree
from ingest.site.contact import find_numbers
from ingest.site.domain import find_domain
from ingest.site.hours import find_hours
from ingest.site.lines import furniture_lines
from ingest.site.menu import find_menu
from ingest.site.name import find_name

__all__ = ["Agreement", "agree", "site_facts"]


def site_facts(extract: Extract) -> SiteFacts:
    """Return the facts about the clinic that the furniture of one page states."""
    lines = furniture_lines((*extract.before, *extract.after))
    numbers = find_numbers(lines)
    address = find_address(lines)
    domain = find_domain(lines)
    return SiteFacts(
        name=find_name(lines, address, domain),
        domain=domain,
        phones=numbers.phones,
        fax=numbers.fax,
        address=None if address is None else address.text,
        hours=find_hours(lines),
        menu=find_menu(extract.before, extract.after),
    )
