"""Two conditions side by side: what pages say of each, linked; blanks say that they are blank."""

import pytest
from starlette.testclient import TestClient

from tests.support.markup import Markup
from tests.support.portal import TWINS

ADDRESS = "/compare/fibromyalgia/myofascial-pain-syndrome"


def see(client: TestClient, address: str) -> Markup:
    """Return the page at ``address``."""
    answer = client.get(address)
    assert answer.status_code == 200
    return Markup(answer.text)


def test_a_page_s_own_comparison_comes_first(client: TestClient) -> None:
    """Each point with what the page says of each, without repeating the condition's name."""
    assert client.get(f"{ADDRESS}.json").json()["differences"] == [
        {
            "label": "Nature of Pain",
            "first": "Widespread pain.",
            "second": "Localized pain.",
            "url": f"/topics/{TWINS}/differences",
        }
    ]


def test_the_other_way_round_swaps_the_sides(client: TestClient) -> None:
    """The order is that of the address; both are one page to a robot."""
    page = see(client, "/compare/myofascial-pain-syndrome/fibromyalgia")
    assert page.texts("#differences ~ table td")[:3] == ["", "Localized pain.", "Widespread pain."]
    assert page.attributes("link[rel=canonical]", "href") == [ADDRESS]


def test_each_subject_has_a_row_and_each_cell_its_source(client: TestClient) -> None:
    """What is said of both at once is said once, below both."""
    rows = {row["aspect"]: row for row in client.get(f"{ADDRESS}.json").json()["aspects"]}
    causes = rows["causes"]
    assert [cell["heading"] for cell in causes["first"]] == ["Causes › Fibromyalgia"]
    assert [cell["heading"] for cell in causes["second"]] == ["Causes › Myofascial Pain Syndrome"]
    assert causes["first"][0]["lines"] == ["Sleep Disorders: Poor sleep alters pain perception."]
    assert [cell["heading"] for cell in rows["overview"]["both"]] == ["Understanding both"]
    for row in rows.values():
        for cell in (*row["first"], *row["second"], *row["both"]):
            assert client.get(cell["url"]).status_code == 200


def test_what_pages_do_not_say_is_not_stated(client: TestClient) -> None:
    """Neck pain has symptoms, fibromyalgia has none here."""
    page = see(client, "/compare/fibromyalgia/neck-pain")
    symptoms = next(row for row in page.select("tbody tr") if row.texts("th") == ["Symptoms"])
    assert symptoms.texts("td")[0] == "not stated"
    assert "Stiffness" in symptoms.texts("td")[1]


def test_the_form_leads_to_the_comparison(client: TestClient) -> None:
    """Two lists and a button, without JavaScript; the same condition twice is no comparison."""
    page = see(client, "/compare/")
    assert "fibromyalgia" in page.attributes("select[name=first] option", "value")
    chosen = client.get("/compare/?first=fibromyalgia&second=myofascial-pain-syndrome")
    assert chosen.headers["location"] == ADDRESS
    assert client.get("/compare/?first=fibromyalgia&second=fibromyalgia").status_code == 200
    same = client.get("/compare/fibromyalgia/fibromyalgia")
    assert same.headers["location"] == "/conditions/fibromyalgia"


@pytest.mark.parametrize("slugs", ["nothing/fibromyalgia", "fibromyalgia/nothing"])
def test_an_unknown_condition_is_not_found(client: TestClient, slugs: str) -> None:
    """With a page that helps."""
    assert client.get(f"/compare/{slugs}").status_code == 404


def test_a_page_on_two_conditions_offers_the_comparison(client: TestClient) -> None:
    """And a page on one does not."""
    assert ADDRESS in see(client, f"/topics/{TWINS}").attributes("main a", "href")
    others = see(client, "/topics/neck-pain").attributes("main a", "href")
    assert not any(link.startswith("/compare") for link in others)
