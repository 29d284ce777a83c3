"""The results page: what a visitor sees of a search."""

import pytest
from starlette.testclient import TestClient

from tests.support.markup import Markup
from tests.support.portal import TWINS


def see(client: TestClient, address: str) -> Markup:
    """Return the page at ``address``."""
    answer = client.get(address)
    assert answer.status_code == 200
    return Markup(answer.text)


def test_hits_stand_below_their_page_with_path_subject_and_condition(client: TestClient) -> None:
    """One look tells which page, which section and which condition."""
    page = see(client, "/search?q=needling&condition=myofascial-pain-syndrome")
    assert page.texts("h2.group-title") == ["Fibromyalgia & Myofascial Pain Syndrome"]
    assert page.texts("h3.hit-heading") == [
        "Treatment Options › Medications › Myofascial Pain Syndrome"
    ]
    assert page.texts(".hit .tags li") == ["Treatment", "Myofascial Pain Syndrome"]
    assert page.attributes("h3.hit-heading a", "href") == [
        f"/topics/{TWINS}/treatment-options-medications-myofascial-pain-syndrome?mark=needling"
    ]


def test_words_found_are_marked(client: TestClient) -> None:
    """With the hyphen the page has and the visitor did not type."""
    marked = see(client, "/search?q=needling").texts("mark")
    assert any("needling" in text.casefold() for text in marked)


def test_filters_are_checkboxes_of_the_search_form(client: TestClient) -> None:
    """They work without JavaScript: the form sends them with the words."""
    page = see(client, "/search?q=pain&aspect=treatment")
    assert set(page.attributes(".facet input", "form")) == {"search"}
    assert page.attributes(".facet input[checked]", "value") == ["treatment"]
    assert page.attributes("form#search", "action") == ["/search"]
    assert page.texts("button[form=search]") == ["Apply"]


def test_every_only_link_leads_to_as_many_as_stand_beside_it(client: TestClient) -> None:
    """Where a facet is narrowed, each other value can be swapped in by one link."""
    page = see(client, "/search?q=pain&aspect=treatment")
    rows = [row for row in page.select(".facet-value") if row.select("a.only")]
    assert rows
    for row in rows:
        (address,) = row.attributes("a.only", "href")
        count = int(row.texts(".facet-count")[0].split()[0])
        assert see(client, address).texts("[role=status]")[0].startswith(f"{count} passage")


def test_chips_take_off_one_filter_each(client: TestClient) -> None:
    """And one link takes off all; the words stay."""
    page = see(client, "/search?q=pain&aspect=treatment&condition=fibromyalgia")
    assert page.attributes(".chips a", "href") == [
        "/search?q=pain&condition=fibromyalgia",
        "/search?q=pain&aspect=treatment",
        "/search?q=pain",
    ]


def test_values_without_results_cannot_be_ticked(client: TestClient) -> None:
    """A click never leads to an empty page."""
    page = see(client, "/search?q=pain&condition=neck-pain&aspect=overview")
    for row in page.select(".facet-value"):
        count = int(row.texts(".facet-count")[0].split()[0])
        ticked = bool(row.select("input[checked]"))
        assert bool(row.select("input[disabled]")) == (count == 0 and not ticked)


def test_the_count_is_announced_and_in_the_title(client: TestClient) -> None:
    """A screen reader says it on arrival and after each change."""
    page = see(client, "/search?q=")
    (status,) = page.texts("[role=status]")
    total = int(status.split()[0])
    assert status == f"{total} passages found, 1 to 10 shown."
    assert page.texts("title")[0].startswith(f"All passages ({total})")


def test_an_empty_page_helps(client: TestClient) -> None:
    """It offers less strict searches, the menu's own entry, other ways in, and the phone."""
    page = see(client, "/search?q=pain&aspect=research")
    assert page.texts("[role=status]") == ["Nothing found."]
    help_text = page.texts(".help")[0]
    assert "Without the filter “Research”" in help_text
    assert "Back Pain" in help_text
    assert "no page about it is here yet" in help_text
    assert "tel:5550107770" in page.attributes(".help a", "href")
    assert "/a-z" in page.attributes(".help a", "href")


def test_results_are_not_for_robots(client: TestClient) -> None:
    """A crawler must not wander through every choice of filters."""
    page = see(client, "/search?q=pain&aspect=treatment")
    assert page.attributes("meta[name=robots]", "content") == ["noindex"]
    assert "Disallow: /search\n" in client.get("/robots.txt").text


def test_one_search_has_one_address(client: TestClient) -> None:
    """Order, repeats and empty fields do not make another page."""
    page = see(client, "/search?topic=&aspect=treatment&q=pain&aspect=causes&aspect=causes&page=1")
    assert page.attributes("link[rel=canonical]", "href") == [
        "/search?q=pain&aspect=causes&aspect=treatment"
    ]


def test_a_search_for_what_was_meant_says_so(client: TestClient) -> None:
    """A misspelling that can mean one word only is searched for as that, never silently."""
    page = see(client, "/search?q=sorenes")
    assert page.texts("h3.hit-heading") == ["Risks"]
    assert any("soreness" in note for note in page.texts(".note strong"))
    assert client.get("/search.json?q=sorenes").json()["corrections"] == ["soreness"]


@pytest.mark.parametrize(
    "address",
    [
        "/search?q=pain&aspect=research",
        "/search?q=sleep&aspect=research&condition=neck-pain",
        '/search?q="sleep+posture"',
        "/search?q=needle+-muscle&aspect=procedure",
        '/search?q="posture+sleep"+-pain&condition=neck-pain',
    ],
)
def test_each_less_strict_search_finds_as_many_as_it_promises(
    client: TestClient, address: str
) -> None:
    """Without one filter, without any, without quotes, without exclusions: each count is true."""
    page = see(client, address)
    assert page.texts("[role=status]") == ["Nothing found."]
    entries = page.select(".help .entries li")
    assert entries
    for entry in entries:
        (url,) = entry.attributes("a", "href")
        count = int(entry.texts(".aside")[0].split()[0])
        assert count > 0
        assert see(client, url).texts("[role=status]")[0].startswith(f"{count} passage")


def test_what_the_menu_names_and_no_page_covers_is_said_above_results(client: TestClient) -> None:
    """Whoever asks for it by its name is not left with the next best."""
    page = see(client, "/search?q=back+pain")
    assert page.select(".hit")
    assert any("Back Pain" in note and "555-010-7770" in note for note in page.texts(".note"))
    assert not any("menu" in note for note in see(client, "/search?q=pain").texts(".note"))


def test_results_can_be_sorted_by_title(client: TestClient) -> None:
    """A link, kept by filters, pages and the form; the best match is the plain address."""
    page = see(client, "/search?q=pain&sort=title&aspect=treatment")
    titles = page.texts(".group-title")
    assert titles == sorted(titles, key=str.casefold)
    assert page.texts(".sort strong") == ["page title"]
    assert page.attributes(".sort a", "href") == ["/search?q=pain&aspect=treatment"]
    assert page.attributes(".sort input", "form") == ["search"]
    assert all("sort=title" in url for url in page.attributes(".chips a, a.only", "href"))
    assert page.attributes("link[rel=canonical]", "href") == [
        "/search?q=pain&aspect=treatment&sort=title"
    ]
    assert see(client, "/search?q=pain").attributes(".sort a", "href") == [
        "/search?q=pain&sort=title"
    ]
    assert see(client, "/search?q=pain&sort=nonsense").texts(".sort strong") == ["best match"]


def test_the_words_found_are_marked_where_a_hit_leads(client: TestClient) -> None:
    """On the section's page and on the whole page, without JavaScript."""
    (address,) = see(client, "/search?q=dry+needling").attributes(".quote-source a", "href")
    section = see(client, address)
    assert section.texts("article mark") == ["dry-needling"]
    whole = next(url for url in section.attributes("article a.button", "href") if "#" in url)
    assert "dry-needling" in see(client, whole).texts("article mark")
    assert section.attributes("link[rel=canonical]", "href") == [address.partition("?")[0]]


def test_the_order_is_explained_when_asked_for(client: TestClient) -> None:
    """Each hit with the words it has, where and by which means; else nothing of it is there."""
    address = "/search?q=needling&condition=myofascial-pain-syndrome"
    page = see(client, f"{address}&explain=1")
    assert page.texts(".explained h3") == page.texts("h3.hit-heading")
    assert page.texts(".explained tbody tr:first-child > *")[:3] == [
        "needling",
        "needling",
        "the word itself",
    ]
    assert not see(client, address).texts(".explained")


def test_talk_is_not_said_to_be_left_out(client: TestClient) -> None:
    """That an answer lacks "okay" and "tell" is no news; that it lacks a word of the matter is."""
    page = client.get("/search?q=okay+tell+me+about+sleep+and+transplants+please").text
    note = page.split("These were left out:")[1].split("</p>")[0]
    assert [word for word in ("okay", "tell", "please", "transplants") if word in note] == [
        "transplants"
    ]
    assert "left out" not in client.get("/search?q=okay+tell+me+about+sleep+please").text


def test_what_pages_say_for_a_word_is_told(client: TestClient) -> None:
    """A lay word that no page has is not taken for another without a word."""
    page = client.get("/search?q=sleepless").text
    assert "For <q>sleepless</q> these pages say" in page
