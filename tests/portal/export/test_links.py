"""Addresses of the site become files that link each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.export.links import PLACEHOLDER, LinkError, file_of, link, linked_addresses, relinked


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("/", "index.html"),
        ("/conditions/", "conditions/index.html"),
        ("/topics/back-pain", "topics/back-pain.html"),
        ("/topics/back-pain/causes#top", "topics/back-pain/causes.html"),
        ("/topics/back-pain.md", "topics/back-pain.md"),
        ("/aspects/causes?page=3", "aspects/causes/page-3.html"),
        ("/search?q=pain&page=3", "search.html"),
        ("/a-z?letter=C", "a-z/letter-C.html"),
        ("/a-z?letter=%23", "a-z/letter-other.html"),
        ("/conditions/?letter=C&page=2", "conditions/index/letter-C-page-2.html"),
        ("/topics/back-pain?mark=pain", "topics/back-pain.html"),
        ("/static/portal.css?v=1", "static/portal.css"),
        ("/topics/%C3%A9t%C3%A9", "topics/été.html"),
    ],
)
def test_every_address_has_its_file(address: str, file: str) -> None:
    """Pages end in .html, what is a file already keeps its name."""
    assert file_of(address) == file


def test_a_long_name_is_cut_and_stays_its_own() -> None:
    """Anchors of headings within headings can be longer than a file's name may be."""
    one, other = (file_of(f"/topics/{'a-heading-' * 40}{end}") for end in ("x", "y"))
    assert one != other
    assert all(len(name) < 140 and name.endswith(".html") for name in (one, other))
    folder = file_of(f"/topics/{'a-heading-' * 40}x/causes").split("/")[1]
    assert f"{folder}.html" == one.split("/")[1]


@pytest.mark.parametrize("address", ["/topics/../../x", "/topics/%2E%2E/x", "/a%00b", "//x/y"])
def test_an_address_outside_is_refused(address: str) -> None:
    """Percent signs hide nothing."""
    with pytest.raises(LinkError):
        file_of(address)


@given(st.text())
def test_no_address_leads_out(text: str) -> None:
    """Whatever a slug may be one day."""
    try:
        name = file_of(f"/topics/{text}")
    except ValueError:  # LinkError is one; so is what urlsplit says of a bad address
        return
    assert not name.startswith("/")
    assert ".." not in name.split("/")


def test_links_are_relative_and_keep_words_and_place() -> None:
    """So that the folder can lie anywhere."""
    assert link("topics/a/b.html", "/conditions/") == "../../conditions/index.html"
    assert link("index.html", "/topics/a#causes") == "topics/a.html#causes"
    assert link("a-z.html", "/search?q=dry+needling") == "search.html?q=dry+needling"


def test_a_page_is_asked_for_once_whatever_is_marked_on_it() -> None:
    """Words to mark and places on a page are no other page; letters and pages of a list are."""
    html = (
        '<a href="/topics/a?mark=pain">1</a> <a href="/topics/a#causes">2</a> '
        '<a href="/a-z?letter=%23">3</a> <a href="/conditions/?letter=C&amp;page=2">4</a>'
    )
    wanted = ["/a-z?letter=%23", "/conditions/?letter=C&page=2", "/topics/a"]
    assert sorted(linked_addresses(html)) == wanted


def test_only_links_are_changed() -> None:
    """Text that looks like one is escaped, and stays."""
    page = '<a href="/about">href=&#34;/about&#34; and /about</a> <a href="tel:1">call</a>'
    assert relinked("x/y.html", page, "") == page.replace('"/about"', '"../about.html"')


def test_whole_addresses_are_those_the_folder_will_have() -> None:
    """Where that is not known they become relative too."""
    text = (
        f'{{"url": "{PLACEHOLDER}/topics/a"}} <{PLACEHOLDER}/topics/a> {PLACEHOLDER}/search?q={{w}}'
    )
    whole = relinked("llms.txt", text, "https://clinic.example/library")
    assert whole.count("https://clinic.example/library/topics/a.html") == 2
    assert "https://clinic.example/library/search.html?q={w}" in whole
    assert '"topics/a.html"' in relinked("index.html", text, "")
