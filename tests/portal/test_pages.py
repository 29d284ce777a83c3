"""Whole pages, single sections and items: everything the page says, and the way around it."""

from itertools import pairwise

import pytest
from starlette.testclient import TestClient

from index.codec import page_to_json
from index.passage import passages_of
from tests.support.markup import Markup
from tests.support.portal import MYOFASCIAL, TWINS, clinic_pages

ITEM = f"/topics/{TWINS}/treatment-options-medications-myofascial-pain-syndrome"


def see(client: TestClient, address: str) -> Markup:
    """Return the page at ``address``."""
    answer = client.get(address)
    assert answer.status_code == 200
    return Markup(answer.text)


def test_a_page_shows_every_word_of_every_passage(client: TestClient) -> None:
    """Nothing the library knows of a page is left out of it."""
    for page in clinic_pages():
        (shown,) = see(client, f"/topics/{page.slug}").texts("main")
        for passage in passages_of(page):
            for line in passage.text.replace(" · ", "\n").splitlines():
                assert " ".join(line.split()) in shown


@pytest.mark.parametrize("address", ["/", f"/topics/{TWINS}", ITEM, "/search?q=pain", "/a-z"])
def test_headings_never_skip_a_level(client: TestClient, address: str) -> None:
    """Screen readers walk pages by headings; there is one of the first level."""
    levels = [int(part.name[1]) for part in see(client, address).select("main :is(h1,h2,h3,h4,h5)")]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_outline_leads_to_every_section(client: TestClient) -> None:
    """Each link of the on-this-page list has its target on the page."""
    page = see(client, f"/topics/{TWINS}")
    links = page.attributes(".contents a", "href")
    assert links[:2] == ["#understanding-both", "#differences"]
    assert {link.removeprefix("#") for link in links} <= set(page.attributes("[id]", "id"))


def test_every_passage_has_its_anchor_on_the_whole_page(client: TestClient) -> None:
    """A deep link opens at the passage, items included."""
    for page in clinic_pages():
        anchors = see(client, f"/topics/{page.slug}").attributes("[id]", "id")
        assert len(set(anchors)) == len(anchors)
        assert {passage.anchor for passage in passages_of(page)} <= set(anchors)


def test_nested_lists_and_tables_keep_their_shape(client: TestClient) -> None:
    """Items below items, cells in rows under their headers; labels stand out."""
    page = see(client, f"/topics/{TWINS}")
    assert page.texts("li > ul > li strong")[-1:] == ["Antidepressants"]
    assert page.texts("thead th") == ["Habit", "Why"]
    assert page.texts("tbody tr") == ["Regular sleepRestores", "Gentle exercise"]


def test_abbreviations_are_explained_in_place_and_listed(client: TestClient) -> None:
    """Whoever meets MPS in the middle of a page can find out what it is."""
    page = see(client, f"/topics/{TWINS}")
    assert ("MPS", MYOFASCIAL) in zip(
        page.texts("abbr"), page.attributes("abbr", "title"), strict=True
    )
    assert page.texts(".abbreviations dt") == ["FM", "MPS"]


def test_a_date_is_shown_only_where_the_page_itself_says_one(client: TestClient) -> None:
    """In its own words; the time of an ingest is not passed off as a review."""
    said = "“Last reviewed: 12 March 2024”"
    assert said in see(client, "/topics/neck-pain").texts(".source")[0]
    assert said in see(client, "/topics/neck-pain/treatment").texts(".source")[0]
    assert "Last reviewed" in see(client, "/leaflet?s=neck-pain/treatment").texts(".sheet")[0]
    assert "eviewed" not in see(client, f"/topics/{TWINS}").texts(".source")[0]


def test_other_names_are_shown(client: TestClient) -> None:
    """A visitor who knows the condition by another name sees that it is the same."""
    assert see(client, "/topics/neck-pain").texts(".also") == ["Also called Cervicalgia"]


def test_a_section_stands_by_itself_and_knows_its_neighbours(client: TestClient) -> None:
    """Breadcrumb above; subject, condition and the ways before, after and to the whole page."""
    page = see(client, f"/topics/{TWINS}/causes-fibromyalgia")
    assert page.texts("h1") == ["Fibromyalgia"]
    assert page.texts(".crumbs li") == [
        "Home",
        "Fibromyalgia & Myofascial Pain Syndrome",
        "Causes",
        "Fibromyalgia",
    ]
    assert page.texts("article > .tags li") == ["Causes", "Fibromyalgia"]
    assert page.attributes(".beside a[rel=next]", "href") == [
        f"/topics/{TWINS}/causes-myofascial-pain-syndrome"
    ]
    assert page.attributes(".beside a[rel=prev]", "href") == [f"/topics/{TWINS}/differences"]
    assert page.attributes("article a.button", "href") == [
        f"/topics/{TWINS}#causes-fibromyalgia",
        f"/leaflet?s={TWINS}/causes-fibromyalgia",
    ]


def test_a_section_with_parts_shows_them(client: TestClient) -> None:
    """The page of Treatment Options holds all that is below it."""
    (text,) = see(client, f"/topics/{TWINS}/treatment-options").texts("article")
    assert "dry-needling" in text
    assert "Gentle exercise" in text


def test_an_item_that_stands_by_itself_has_its_own_page(client: TestClient) -> None:
    """Its passage only: not what is said of the other condition."""
    (text,) = see(client, ITEM).texts("article .part")
    assert "dry-needling" in text
    assert "Antidepressants" not in text


def test_the_topic_leads_to_all_about_that_treatment(client: TestClient) -> None:
    """From a passage on medications to the medications of every page."""
    assert "/treatments/medications" in see(client, ITEM).attributes("article > .tags a", "href")


def test_the_twin_of_a_page_is_the_structured_page(client: TestClient) -> None:
    """The same keys as the library and the dump have, and the address."""
    for page in clinic_pages():
        url = f"/topics/{page.slug}"
        assert client.get(f"{url}.json").json() == {**page_to_json(page), "url": url}


@pytest.mark.parametrize("anchor", ["causes", "causes-fibromyalgia", ITEM.rpartition("/")[2]])
def test_the_twin_of_a_section_says_where_it_stands(client: TestClient, anchor: str) -> None:
    """The page, the address, the raw lines."""
    found = client.get(f"/topics/{TWINS}/{anchor}.json").json()
    assert (found["page"], found["anchor"]) == (TWINS, anchor)
    assert found["url"] == f"/topics/{TWINS}/{anchor}"
    assert len(found["lines"]) == 2
