"""Ways in without a search: home, lists, and all about one condition, subject or treatment."""

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from portal.views.browse import LISTED_NAMES
from portal.views.choosing import OFFERED
from portal.views.passages import LISTED
from tests.support.markup import Markup
from tests.support.pages import page, section
from tests.support.portal import TWINS, build_library, portal_over


def see(client: TestClient, address: str) -> Markup:
    """Return the page at ``address``."""
    answer = client.get(address)
    assert answer.status_code == 200
    return Markup(answer.text)


def test_home_leads_to_every_condition_subject_treatment_and_letter(client: TestClient) -> None:
    """All four ways to browse, and the search box."""
    page = see(client, "/")
    links = page.attributes("main a", "href")
    for address in (
        "/conditions/neck-pain",
        "/aspects/causes",
        "/treatments/medications",
        "/a-z#N",
    ):
        assert address in links
    assert page.attributes("main form", "action") == ["/search"]


def test_every_link_of_every_list_leads_somewhere(client: TestClient) -> None:
    """Home, the lists and what they list: no link is dead."""
    seen = set()
    for start in ("/", "/conditions/", "/aspects/", "/treatments/", "/a-z", "/about", "/privacy"):
        for address in see(client, start).attributes("a[href^='/']", "href"):
            path = address.partition("#")[0]
            if path not in seen:
                seen.add(path)
                assert client.get(path).status_code == 200, address
    assert len(seen) > 20


def test_a_condition_gathers_what_all_pages_say_by_subject(client: TestClient) -> None:
    """In the order of subjects, with its abbreviation and the pages it is from."""
    page = see(client, "/conditions/fibromyalgia")
    assert page.texts("h1") == ["Fibromyalgia"]
    assert page.texts(".also") == ["Abbreviated FM"]
    assert page.texts("h2.rule") == ["Overview", "Comparison", "Causes", "Treatment"]
    assert f"/topics/{TWINS}" in page.attributes(".lead a", "href")


def test_an_abbreviation_leads_to_its_condition(client: TestClient) -> None:
    """For good, so that bookmarks are put right; the twin's leads to the twin."""
    answer = client.get("/conditions/mps")
    assert answer.status_code == 308
    assert answer.headers["location"] == "/conditions/myofascial-pain-syndrome"
    assert client.get("/conditions/mps.json").headers["location"].endswith("-syndrome.json")


def test_a_subject_gathers_what_all_pages_say(client: TestClient) -> None:
    """Page by page; the name visitors read leads to it too."""
    page = see(client, "/aspects/overview")
    assert page.texts("h2.group-title") == [
        "Fibromyalgia & Myofascial Pain Syndrome",
        "Neck Pain",
    ]
    assert client.get("/aspects/symptoms").headers["location"] == "/aspects/presentation"


def test_a_list_does_not_repeat_what_it_is_about(client: TestClient) -> None:
    """Its hits are tagged with what else they are about, or not at all."""
    tags = see(client, "/conditions/fibromyalgia").texts(".hit .tags li")
    assert set(tags) == {"Myofascial Pain Syndrome"}
    assert "Overview" not in see(client, "/aspects/overview").texts(".hit .tags li")


def test_a_treatment_gathers_its_own_passages_and_all_that_mention_it(client: TestClient) -> None:
    """First what is about it, then the rest, nothing twice."""
    found = client.get("/treatments/medications.json").json()
    about = {hit["url"] for hit in found["about"]}
    assert len({hit["page"] for hit in found["about"]}) == 2
    assert about.isdisjoint(hit["url"] for hit in found["mentions"])


def test_a_list_that_is_cut_says_so(tmp_path: Path) -> None:
    """And leads to the search, which has all."""
    names = [f"Page {number}" for number in range(LISTED + 1)]
    pages = [page(name, section("Part", "Zinc may help.")) for name in names]
    build_library(tmp_path / "library", pages[:-1])
    with portal_over(tmp_path / "library") as client:
        assert "Every passage" in see(client, "/treatments/zinc").texts(".lead")[0]
    build_library(tmp_path / "library", pages)
    with portal_over(tmp_path / "library") as client:
        shown = see(client, "/treatments/zinc")
        assert "There are more" in shown.texts(".lead")[0]
        assert shown.attributes(".lead a", "href") == ["/search?q=zinc"]


def test_any_term_that_passages_mention_has_a_page(client: TestClient) -> None:
    """Dry needling is nobody's heading, and still there."""
    found = client.get("/treatments/dry-needling.json").json()
    assert TWINS in {hit["page"] for hit in found["mentions"]}


def test_the_a_to_z_has_other_names_and_abbreviations(client: TestClient) -> None:
    """Each says what it stands for."""
    page = see(client, "/a-z")
    assert "Cervicalgia see Neck Pain" in page.texts(".letter a")
    assert "MPS see Myofascial Pain Syndrome" in page.texts(".letter a")


def test_menu_entries_without_a_page_are_named(client: TestClient) -> None:
    """What the clinic offers is not hidden because nobody has written about it yet."""
    (text,) = see(client, "/a-z").texts(".absent")
    assert "Back Pain" in text
    assert "Nerve Blocks" in text
    assert "Neck Pain" not in text


def test_about_says_who_and_how_fresh(client: TestClient) -> None:
    """Name, address, phone that dials, hours, and when the pages were read in."""
    page = see(client, "/about")
    (text,) = page.texts("main")
    for fact in ("Hillside Pain Clinic", "1 Hill Street", "555-010-7772", "08:30 am – 04:30 pm"):
        assert fact in text
    assert "tel:5550107770" in page.attributes("main a", "href")
    created = datetime.fromisoformat(client.get("/healthz").json()["created"])
    assert page.attributes("main time", "datetime") == [created.isoformat(timespec="seconds")]


def test_every_page_has_a_twin_and_says_where(client: TestClient) -> None:
    """Both ways of reading are one link apart."""
    addresses = ("/", "/search?q=pain", "/conditions/", "/aspects/causes", "/treatments/lifestyle")
    for address in (*addresses, "/a-z", "/about", "/privacy", f"/topics/{TWINS}/causes"):
        (twin,) = see(client, address).attributes("link[type='application/json']", "href")
        answer = client.get(twin)
        assert answer.headers["content-type"] == "application/json"
        assert isinstance(answer.json(), dict)


def test_a_long_a_to_z_has_a_page_a_letter(tmp_path: Path) -> None:
    """Thousands of names would be slow to open; home and each letter lead to the others."""
    names = [f"{letter}lia {number}" for letter in "ABC" for number in range(LISTED_NAMES // 2)]
    build_library(tmp_path / "library", [page(name, section("Part", "Text.")) for name in names])
    with portal_over(tmp_path / "library") as client:
        addresses = [f"/a-z?letter={letter}" for letter in "ABC"]
        assert Markup(client.get("/").text).attributes(".letters a", "href") == addresses
        for letter, address in zip("ABC", addresses, strict=True):
            shown = Markup(client.get(address).text)
            assert shown.texts(".letter h2") == [letter]
            assert len(shown.select(".letter a")) == LISTED_NAMES // 2
            assert shown.attributes(".letters a", "href") == addresses
            assert shown.attributes("link[rel=canonical]", "href") == [address]
            assert shown.texts(".letters [aria-current]") == [letter]
        assert Markup(client.get("/a-z?letter=%23").text).texts(".letter h2") == ["A"]
        assert len(client.get("/a-z.json").json()["letters"]) == 3


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Return a client of a library of more conditions than one page lists, nearly all under B."""
    names = [f"Bad back {number}" for number in range(LISTED_NAMES + 1)]
    names += ["Achilles tendinitis", "5-alpha deficiency"]
    folder = tmp_path_factory.mktemp("many") / "library"
    build_library(folder, [page(one, section("Part", "Text."), conditions=(one,)) for one in names])
    with portal_over(folder) as client:
        yield client


def test_many_conditions_have_a_page_a_letter(many: TestClient) -> None:
    """Names without a letter come last; a long letter has pages; machines read all at once."""
    first = Markup(many.get("/conditions/").text)
    assert first.texts(".letters a") == ["A", "B", "#"]
    assert [text.split()[0] for text in first.texts(".entries a")] == ["Achilles"]
    whole, rest = (
        Markup(many.get(f"/conditions/?letter=B{more}").text) for more in ("", "&page=2")
    )
    assert len(whole.select(".entries a")) == LISTED_NAMES
    assert len(rest.select(".entries a")) == 1
    assert whole.attributes("a[rel=next]", "href") == ["/conditions/?letter=B&page=2"]
    (twin,) = rest.attributes("link[type='application/json']", "href")
    assert len(many.get(twin).json()["conditions"]) == LISTED_NAMES + 3


def test_the_site_map_has_every_letter_as_its_page_calls_itself(many: TestClient) -> None:
    """An address in the site map is the canonical one of its page."""
    places = re.findall(r"<loc>http://testserver([^<]*)</loc>", many.get("/sitemap.xml").text)
    lists = [place for place in places if "letter=" in place]
    assert lists == [
        f"{at}?letter={one}" for at in ("/conditions/", "/a-z") for one in ("A", "B", "%23")
    ]
    for place in (*lists, "/treatments/"):
        assert Markup(many.get(place).text).attributes("link[rel=canonical]", "href") == [place]


def test_of_many_conditions_those_to_compare_are_typed(many: TestClient) -> None:
    """A list of thousands is no choice: words are typed, and what has them is offered."""
    asked = Markup(many.get("/compare/").text)
    assert asked.attributes("form.choose input", "name") == ["first", "second"]
    offered = Markup(many.get("/compare/?first=achilles&second=bad+back").text)
    assert len(offered.select("#second option")) == OFFERED + 1
    assert offered.attributes("#first [selected]", "value") == ["achilles-tendinitis"]
    none = Markup(many.get("/compare/?first=achilles&second=xyzzy").text)
    assert "No condition here is called that" in none.texts("#second-none")[0]
    found = many.get("/compare/?first=Achilles&second=Bad+back+7")
    assert found.headers["location"] == "/compare/achilles-tendinitis/bad-back-7"


def test_a_condition_is_not_compared_with_itself(client: TestClient) -> None:
    """The form comes back and says so."""
    shown = see(client, "/compare/?first=fibromyalgia&second=fibromyalgia")
    assert "same condition twice" in shown.texts(".note")[0]
