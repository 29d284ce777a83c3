"""Old addresses of renamed pages lead to the new ones."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from index.redirects import settle
from tests.support.library import open_library, write_library
from tests.support.pages import simple_page

SLUGS = st.sampled_from("abcdef")


def rename(folder: Path, old: str, new: str) -> None:
    """Rename a page as ingest does."""
    write_library(folder, simple_page(new), removed=frozenset({old}), renamed={old: new})


def test_a_renamed_page_is_found_under_its_old_slug(folder: Path) -> None:
    """The redirect lasts over later updates that do not touch it."""
    write_library(folder, simple_page("sciatica-pain"))
    rename(folder, "sciatica-pain", "sciatica")
    write_library(folder, simple_page("bursitis"))
    generation = open_library(folder).current()
    assert generation.redirect("sciatica-pain") == "sciatica"
    assert generation.redirect("sciatica") is None
    assert generation.redirect("never-there") is None


def test_a_page_renamed_twice_is_one_step_away(folder: Path) -> None:
    """Visitors and search engines are not sent from redirect to redirect."""
    write_library(folder, simple_page("a"))
    rename(folder, "a", "b")
    rename(folder, "b", "c")
    generation = open_library(folder).current()
    assert (generation.redirect("a"), generation.redirect("b")) == ("c", "c")


def test_a_page_that_comes_back_ends_its_redirect(folder: Path) -> None:
    """A page is never hidden behind an older page's redirect."""
    write_library(folder, simple_page("a"))
    rename(folder, "a", "b")
    rename(folder, "b", "a")
    generation = open_library(folder).current()
    assert generation.redirect("a") is None
    assert generation.redirect("b") == "a"


def test_a_redirect_ends_with_its_page() -> None:
    """It would lead nowhere."""
    assert settle({"a": "b", "c": "d"}, {"b"}) == {"a": "b"}


@given(st.dictionaries(SLUGS, SLUGS), st.sets(SLUGS))
def test_each_redirect_leads_from_no_page_to_a_page(
    redirects: dict[str, str], slugs: set[str]
) -> None:
    """Whatever the chains and circles, one step is enough, and settling twice changes nothing."""
    settled = settle(redirects, slugs)
    assert not settled.keys() & slugs
    assert set(settled.values()) <= slugs
    assert settle(settled, slugs) == settled
    direct = {old for old, new in redirects.items() if new in slugs and old not in slugs}
    assert direct <= settled.keys()
