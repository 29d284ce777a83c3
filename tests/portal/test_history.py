"""What changed, when, and in which words: pages and feeds."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml.etree import RelaxNG, fromstring, parse
from starlette.testclient import TestClient

from index.document import Page
from index.engine import Changes, open_engine
from index.writer import LibraryWriter
from tests.support.markup import Markup
from tests.support.pages import page, section
from tests.support.portal import HOSTILE, SITE, build_library, portal_over

ATOM = "{http://www.w3.org/2005/Atom}"


def neck(dose: str, *extra: str) -> Page:
    """Return a page whose treatment says ``dose`` and that has a section for each of ``extra``."""
    parts = [section(heading, "New.") for heading in extra]
    return page("Neck Pain", section("Treatment", "Rest.", f"Take {dose} at night."), *parts)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a library with three editions: built, changed, and a page renamed and one removed."""
    folder = tmp_path_factory.mktemp("history") / "library"
    build_library(folder, [neck("5 mg"), page("Old", section("Part", f"Gone {HOSTILE}."))])
    build_library(folder, [neck("50 mg", "Exercise")])
    renamed = Page(
        slug="neck",
        title="Neck Pain",
        source="neck.txt",
        content_hash="1",
        sections=neck("500 mg", "Exercise").sections,
    )
    with LibraryWriter(folder, open_engine("whoosh")) as writer:
        changes = Changes([renamed], frozenset({"neck-pain", "old"}))
        writer.write(changes, SITE, {"neck-pain": "neck"})
    return folder


@pytest.fixture(scope="module")
def client(folder: Path) -> Iterator[TestClient]:
    """Return a client over it."""
    with portal_over(folder) as open_client:
        yield open_client


def test_the_library_tells_what_changed_page_by_page(client: TestClient) -> None:
    """Newest first; what is gone has no link; the first edition knows of nothing before it."""
    shown = Markup(client.get("/history").text)
    newest, second, first = shown.select(".edition")
    assert newest.texts("h3") == ["Neck Pain", "Old"]
    assert newest.texts(".changes li") == ["Changed Treatment", "Removed Part"]
    assert newest.attributes(".changes a", "href") == ["/topics/neck/treatment"]
    assert second.texts(".changes li") == ["Changed Treatment", "Added Exercise"]
    assert "for the first time" in first.texts("p")[0]


def test_a_page_tells_what_changed_in_which_words(client: TestClient) -> None:
    """Only what differs is struck or underlined; what it said under its old name belongs to it."""
    shown = Markup(client.get("/history/neck").text)
    newest, second = shown.select(".edition")
    assert newest.texts(".reworded") == ["Take 50500 mg at night."]
    assert (newest.texts(".reworded del"), newest.texts(".reworded ins")) == (["50"], ["500"])
    assert second.texts(".fate") == ["Changed", "Added"]
    assert second.texts(".reworded ins") == ["50", "Exercise", "New."]


def test_a_section_has_its_own_history(client: TestClient) -> None:
    """And is where the section's page leads."""
    shown = Markup(client.get("/history/neck/exercise").text)
    assert shown.texts(".changes li > a") == ["Exercise"]
    assert shown.texts(".crumbs li") == ["Home", "Neck Pain", "Exercise", "What changed"]
    links = Markup(client.get("/topics/neck/exercise").text).attributes(".source a", "href")
    assert "/history/neck/exercise" in links


def test_a_renamed_page_and_a_removed_one_can_be_asked_for(client: TestClient) -> None:
    """The old name leads to the new one; what is no longer there is still remembered."""
    answer = client.get("/history/neck-pain")
    assert (answer.status_code, answer.headers["location"]) == (308, "/history/neck")
    gone = client.get("/history/old")
    assert gone.status_code == 200
    assert "Gone &lt;script&gt;" in gone.text
    assert HOSTILE not in gone.text
    assert Markup(gone.text).attributes(".crumbs a", "href") == ["/"]


def test_what_was_never_there_has_no_history(client: TestClient) -> None:
    """Neither a page nor a section."""
    for address in ("/history/never", "/history/neck/never", "/history/never.atom"):
        assert client.get(address).status_code == 404


def test_what_never_changed_says_since_when(tmp_path: Path) -> None:
    """No change is news too, with the time the history begins."""
    build_library(tmp_path / "library", [neck("5 mg")])
    with portal_over(tmp_path / "library") as client:
        shown = Markup(client.get("/history/neck-pain").text)
        assert shown.texts(".note")[0].startswith("Nothing has changed since ")
        assert len(shown.attributes(".note time", "datetime")) == 1


def test_times_are_not_called_reviews(client: TestClient) -> None:
    """Reading a page in is not looking over what it says."""
    assert "not dates on which anybody reviewed them" in client.get("/history").text


def test_the_feed_has_an_entry_for_each_page_and_edition(client: TestClient) -> None:
    """Absolute addresses, times with their zone, each entry told from all others."""
    answer = client.get("/feed.atom")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    feed = fromstring(answer.content)
    entries = feed.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}title") for entry in entries] == [
        "Neck Pain",
        "Old",
        "Neck Pain",
    ]
    assert entries[1].findtext(f"{ATOM}summary") == "Removed: Part"
    keys = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(set(keys)) == len(keys)
    links = [link.get("href", "") for link in feed.iter(f"{ATOM}link")]
    assert all(link.startswith("http://testserver/") for link in links)
    assert feed.findtext(f"{ATOM}updated", "").endswith("+00:00")


@pytest.mark.parametrize("address", ["/feed.atom", "/history/neck.atom"])
def test_feeds_keep_to_their_schema(client: TestClient, address: str) -> None:
    """By a schema written from RFC 4287."""
    rules = RelaxNG(parse(Path(__file__).parents[1] / "data" / "schemas" / "atom.rng"))
    feed = fromstring(client.get(address).content)
    assert len(feed.findall(f"{ATOM}entry")) > 1
    rules.assertValid(feed)


def test_a_page_has_a_feed_of_its_own(client: TestClient) -> None:
    """Named in its head, so that readers find it."""
    own = Markup(client.get("/topics/neck").text)
    assert own.attributes("link[type='application/atom+xml']", "href") == ["/history/neck.atom"]
    feed = fromstring(client.get("/history/neck.atom").content)
    assert len(feed.findall(f"{ATOM}entry")) == 2


def test_every_address_of_a_feed_can_be_visited(client: TestClient) -> None:
    """Down to the edition that an entry is about."""
    feed = fromstring(client.get("/feed.atom").content)
    for entry in feed.findall(f"{ATOM}entry"):
        link = entry.find(f"{ATOM}link")
        assert link is not None
        path, _, fragment = link.get("href", "").removeprefix("http://testserver").partition("#")
        shown = Markup(client.get(path, follow_redirects=True).text)
        assert fragment in shown.attributes("[id]", "id")


def test_the_twin_has_the_words(client: TestClient) -> None:
    """Old and new, as the library keeps them."""
    found = client.get("/history/neck.json").json()
    (change,) = found["editions"][0]["changes"]
    assert change["before"] == ["Take 50 mg at night."]
    assert change["after"] == ["Take 500 mg at night."]
