"""The facts that the real page in raw/ states, checked against it by eye."""

from pathlib import Path

from index.site import MenuGroup, OpeningHours
from ingest.formats import read
from ingest.site import site_facts

PAGE = Path(__file__).parents[3] / "raw" / "fibromyalgia-myofascial-pain-syndrome.txt"
FACTS = site_facts(read(PAGE.read_bytes(), PAGE.name))


def test_who_and_where_the_clinic_is() -> None:
    """Name, domain and address stand as the page writes them."""
    assert FACTS.name == "Institute of Interventional Pain Management"
    assert FACTS.domain == "ioipm.com"
    assert FACTS.address == (
        "2405 West Main Street, Suite H, Russellville, Arkansas 72801, United States"
    )


def test_the_fax_number_is_no_phone_number() -> None:
    """One telephone number, though it stands twice, and the fax number apart from it."""
    assert FACTS.phones == ("479-967-7770",)
    assert FACTS.fax == "479-967-7772"


def test_hours_of_seven_days() -> None:
    """Days and hours stand on lines of their own; the note on holidays is no eighth day."""
    assert [row.day for row in FACTS.hours] == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    assert FACTS.hours[0] == OpeningHours("Mon", "08:30 am – 04:30 pm")
    assert [row.hours for row in FACTS.hours[4:]] == ["By Appointment", "Closed", "Closed"]


def test_the_menu_has_its_groups_and_entries() -> None:
    """Eight groups; fifteen conditions and nineteen treatments below two of them."""
    assert [(group.name, len(group.entries)) for group in FACTS.menu] == [
        ("Home", 0),
        ("Conditions We Treat", 15),
        ("Treatments We Provide", 19),
        ("Regenerative Medicine", 0),
        ("Aesthetic Medicine", 0),
        ("Opioid Management", 0),
        ("Locations", 0),
        ("Patient Resources", 0),
    ]
    assert FACTS.menu[1].entries[0] == "Lower Back Pain"
    assert FACTS.menu[2].entries[5] == "Sacroiliac Joint Inj."
    assert FACTS.menu[4] == MenuGroup("Aesthetic Medicine")
