"""A leaflet holds the sections that its address names, word for word, each once."""

from itertools import pairwise

from starlette.testclient import TestClient

from tests.support.markup import Markup
from tests.support.portal import HOSTILE, TWINS

CAUSES = f"{TWINS}/causes-fibromyalgia"
ITEM = f"{TWINS}/treatment-options-medications-myofascial-pain-syndrome"
NECK = "neck-pain/treatment"


def see(client: TestClient, address: str) -> Markup:
    """Return the page at ``address``."""
    answer = client.get(address)
    assert answer.status_code == 200
    return Markup(answer.text)


def test_chosen_sections_stand_below_their_page(client: TestClient) -> None:
    """With the way that leads to each, and the clinic and the disclaimer below."""
    page = see(client, f"/leaflet?s={NECK}&s={ITEM}&s={CAUSES}")
    assert page.texts(".sheet h2") == ["Neck Pain", "Fibromyalgia & Myofascial Pain Syndrome"]
    assert page.texts(".sheet h3") == [
        "Treatment",
        "Causes › Fibromyalgia",
        "Treatment Options › Medications › Myofascial Pain Syndrome",
    ]
    text = page.texts(".leaflet")[0]
    assert "Poor sleep alters pain perception." in text
    assert "Antidepressants" not in text
    assert "Hillside Pain Clinic" in page.texts(".imprint")[0]
    assert "does not replace the advice" in page.texts(".imprint")[0]


def test_headings_never_skip_a_level(client: TestClient) -> None:
    """Also with sections in sections."""
    page = see(client, f"/leaflet?s={TWINS}/treatment-options&s={NECK}")
    levels = [int(part.name[1]) for part in page.select("main :is(h1,h2,h3,h4,h5)")]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_what_lies_in_a_chosen_section_is_not_printed_twice(client: TestClient) -> None:
    """The whole of treatment has its medications already."""
    text = see(client, f"/leaflet?s={ITEM}&s={TWINS}/treatment-options").texts(".leaflet")[0]
    assert text.count("dry-needling") == 1


def test_the_form_ticks_what_is_chosen_and_offers_the_rest(client: TestClient) -> None:
    """Plain checkboxes of a plain form: the address holds the choice."""
    page = see(client, f"/leaflet?s={CAUSES}")
    ticked = page.attributes(".builder input[checked]", "value")
    assert ticked == [CAUSES]
    offered = page.attributes(".builder input[type=checkbox]", "value")
    assert f"{TWINS}/differences" in offered
    assert page.attributes("form.builder", "action") == ["/leaflet"]


def test_a_page_leads_to_the_choice_of_its_sections(client: TestClient) -> None:
    """Nothing is ticked yet, and the page says what to do."""
    page = see(client, f"/topics/{TWINS}")
    (address,) = [url for url in page.attributes(".actions a", "href") if "leaflet" in url]
    empty = see(client, address)
    assert empty.attributes(".builder input[checked]", "value") == []
    assert f"{TWINS}/causes" in empty.attributes(".builder input[type=checkbox]", "value")
    assert "tick what you need" in empty.texts(".note")[0]


def test_more_sections_are_found_by_words(client: TestClient) -> None:
    """They are offered beside those chosen, which stay."""
    page = see(client, f"/leaflet?s={NECK}&q=dry+needling")
    assert page.attributes(".builder input[checked]", "value") == [NECK]
    assert ITEM in page.attributes(".builder input[type=checkbox]", "value")
    nothing = see(client, "/leaflet?q=zzyzx")
    assert "Nothing more was found" in nothing.texts(".builder")[0]


def test_what_is_not_there_any_more_is_counted(client: TestClient) -> None:
    """An old address still works, and says what is missing."""
    page = see(client, f"/leaflet?s={NECK}&s=neck-pain/gone&s=gone/part&s=nonsense&s=/&s=")
    assert page.texts(".note") == ["2 sections that were chosen are not in the library any more."]
    assert page.texts(".sheet h3") == ["Treatment"]


def test_a_leaflet_is_not_for_robots_and_has_one_address(client: TestClient) -> None:
    """Every choice would be one more page."""
    page = see(client, f"/leaflet?s={NECK}&s={NECK}&q=x")
    assert page.attributes("meta[name=robots]", "content") == ["noindex"]
    assert page.attributes("link[rel=canonical]", "href") == [f"/leaflet?s={NECK}"]
    assert "Disallow: /leaflet\n" in client.get("/robots.txt").text


def test_a_leaflet_has_an_end(client: TestClient) -> None:
    """However long the address is."""
    many = "&".join(f"s={TWINS}/part-{number}" for number in range(500))
    page = see(client, f"/leaflet?{many}")
    assert page.texts(".note")[0].startswith("30 sections")


def test_hostile_choices_and_words_are_text(client: TestClient) -> None:
    """Nothing a visitor sends becomes markup."""
    answer = client.get("/leaflet", params={"s": f"tags/{HOSTILE}", "q": HOSTILE, "page": HOSTILE})
    assert answer.status_code == 200
    assert HOSTILE not in answer.text


def test_the_twin_has_the_sections(client: TestClient) -> None:
    """As the library keeps them, with their addresses."""
    found = client.get(f"/leaflet.json?s={CAUSES}&s=gone/part").json()
    assert found["missing"] == 1
    (section,) = found["sections"]
    assert (section["page"], section["anchor"]) == (TWINS, "causes-fibromyalgia")
    assert section["url"] == f"/topics/{CAUSES}"
