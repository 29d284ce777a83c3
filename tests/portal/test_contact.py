"""Who asks for the clinic itself is told what its pages state of it."""

import pytest
from starlette.testclient import TestClient

from index.site import SiteFacts
from portal.contact import NO_CONTACT, contact_asked
from tests.support.portal import SITE


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("opening hours", {"hours"}),
        ("Are you open on Saturday?", {"hours"}),
        ("phone number", {"phones"}),
        ("how do I make an appointment", {"phones"}),
        ("where are you located", {"address"}),
        ("address and telephone", {"address", "phones"}),
        ("how many hours does relief last", set()),
        ("where is the pain", set()),
        ("when", set()),
        ("", set()),
    ],
)
def test_what_is_asked_for_of_the_clinic_is_told(text: str, told: set[str]) -> None:
    """Only where all words ask for that and nothing else."""
    contact = contact_asked(text, SITE)
    assert {
        name for name in ("phones", "fax", "address", "hours") if getattr(contact, name)
    } == told


def test_what_no_page_states_is_not_told() -> None:
    """A clinic that gives no hours has none."""
    assert contact_asked("opening hours", SiteFacts()) == NO_CONTACT
    assert not contact_asked("opening hours", SiteFacts())


def test_the_results_page_tells_it_first(client: TestClient) -> None:
    """Before what was found, or in its place; the number can be dialled."""
    page = client.get("/search?q=opening+hours").text
    main = page[page.index('id="results"') :]
    assert "08:30 am – 04:30 pm" in main
    assert 'href="tel:5550107770"' in client.get("/search?q=phone").text.split('id="results"')[1]
    assert "contact-title" not in client.get("/search?q=pain").text


def test_programs_are_told_too_and_what_was_left_out(client: TestClient) -> None:
    """The JSON has the facts asked for, and the words that the best hit lacks."""
    found = client.get("/search.json?q=where+are+you").json()
    assert found["contact"] == {
        "phones": [],
        "fax": None,
        "address": "1 Hill Street, Springfield",
        "hours": [],
    }
    lacking = client.get("/search.json?q=sleep+transplant").json()
    assert (lacking["left_out"], "contact" in lacking) == (["transplant"], False)
    nothing = client.get("/search.json", params={"q": '"no such phrase" transplant'}).json()
    assert (nothing["total"], "left_out" in nothing) == (0, False)


def test_nothing_found_is_not_said_beside_the_answer(client: TestClient) -> None:
    """Who asked for the address has it; no advice on better words follows."""
    page = client.get("/search?q=where+are+you").text
    assert "1 Hill Street, Springfield" in page.split('id="results"')[1].split("</main>")[0]
    assert "Nothing found" not in page
    assert "What may help" not in page
