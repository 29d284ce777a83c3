"""Pages that mention each other's conditions and treatments lead to each other."""

from starlette.testclient import TestClient

from portal.places import Link
from portal.related import Directory
from tests.support.markup import Markup
from tests.support.portal import TWINS

NECK, CHRONIC, BLOCKS = (
    Link("Neck Pain", "/neck"),
    Link("Chronic Neck Pain", "/chronic"),
    Link("Nerve Blocks", "/blocks"),
)
DIRECTORY = Directory((NECK, CHRONIC, BLOCKS))


def test_names_are_told_in_any_case_singular_or_plural() -> None:
    """The most mentioned first."""
    text = "A nerve block eases neck pain. NECK PAIN comes back."
    assert DIRECTORY.mentioned(text) == (NECK, BLOCKS)


def test_within_a_longer_name_only_the_longer_is_meant() -> None:
    """Chronic neck pain has a page of its own."""
    assert DIRECTORY.mentioned("chronic neck pain") == (CHRONIC,)


def test_parts_of_words_and_names_are_no_mention() -> None:
    """Neither a longer word nor half a name."""
    assert DIRECTORY.mentioned("neck painting, the neck, nerves, blocks") == ()


def test_what_is_left_out_is_left_out() -> None:
    """A page is not related to itself."""
    assert DIRECTORY.mentioned("neck pain", except_for=("/neck",)) == ()


def test_a_page_leads_to_what_it_mentions_and_to_what_mentions_it(client: TestClient) -> None:
    """Dry needling is named on the page of the two conditions, and has a page itself."""
    shown = Markup(client.get(f"/topics/{TWINS}").text)
    assert "/topics/dry-needling" in shown.attributes(".related a", "href")
    back = Markup(client.get("/topics/dry-needling").text)
    assert back.texts(".related h3") == ["Pages that mention this"]
    assert back.attributes(".related a", "href") == [f"/topics/{TWINS}"]
