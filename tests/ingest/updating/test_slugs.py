"""Addresses of pages."""

from pathlib import PurePosixPath

from hypothesis import given
from hypothesis import strategies as st

from index.text import slugify
from ingest.updating.slugs import assign_slugs

SOURCES = st.lists(
    st.from_regex(r"([abc]/){0,2}[abB -]{1,3}\.(txt|html)", fullmatch=True), unique=True, max_size=8
)


def test_a_slug_is_the_name_of_the_file() -> None:
    """Folder and ending make no difference."""
    addresses = assign_slugs(["conditions/Neck Pain.txt", "Gout.html"])
    assert addresses.slugs == {"conditions/Neck Pain.txt": "neck-pain", "Gout.html": "gout"}
    assert addresses.warnings == {}


def test_of_two_files_with_one_name_the_first_gets_it() -> None:
    """The other's folder is added, or its ending, and a warning says so."""
    addresses = assign_slugs(["b/gout.txt", "a/gout.txt", "gout.html", "gout.md"])
    assert addresses.slugs == {
        "a/gout.txt": "gout",
        "b/gout.txt": "b-gout",
        "gout.html": "gout-html",
        "gout.md": "gout-md",
    }
    assert set(addresses.warnings) == {"b/gout.txt", "gout.html", "gout.md"}
    assert "because a/gout.txt has the address 'gout'" in addresses.warnings["b/gout.txt"]


def test_a_page_keeps_the_address_it_has() -> None:
    """Neither a new file before it nor the end of the one that took its name moves it."""
    newcomer = assign_slugs(["a/gout.txt", "b/gout.txt"], {"b/gout.txt": "gout"})
    assert newcomer.slugs == {"a/gout.txt": "a-gout", "b/gout.txt": "gout"}
    alone = assign_slugs(["b/gout.txt"], {"b/gout.txt": "b-gout", "a/gout.txt": "gout"})
    assert alone.slugs == {"b/gout.txt": "b-gout"}


def test_the_address_of_a_page_that_cannot_be_read_is_not_given_away() -> None:
    """Its last good version is still served there."""
    assert assign_slugs(["b/gout.txt"], taken={"gout"}).slugs == {"b/gout.txt": "b-gout"}


@given(SOURCES)
def test_addresses_are_never_shared_and_never_depend_on_order(sources: list[str]) -> None:
    """Whatever the names, each file has one, the same each time."""
    forward = assign_slugs(sources)
    assert len(set(forward.slugs.values())) == len(sources)
    assert assign_slugs(sources[::-1]) == forward
    assert assign_slugs(sources, forward.slugs).slugs == forward.slugs


@given(st.from_regex(r"([.ab]{1,3}/)?[ab.]{0,4}[ab]", fullmatch=True))
def test_the_name_is_what_python_takes_for_it(source: str) -> None:
    """Dots before, within and after it included."""
    assert assign_slugs([source]).slugs[source] == slugify(PurePosixPath(source).stem)
