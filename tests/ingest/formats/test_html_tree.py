"""The tree of a saved web page: BeautifulSoup's in every respect, gone when the page is read."""

import gc
from collections.abc import Iterator

from bs4 import BeautifulSoup, NavigableString, PageElement, Tag

from ingest.formats.html import read
from ingest.formats.html.tree import parse
from tests.ingest.formats.html_pages import PROSE, page

BODY = f"<div class='a b'><h2>Rest</h2>\n<p>{PROSE} <b>now</b></p><ul><li>One<li>Two</ul></div>"


def chain(soup: BeautifulSoup) -> Iterator[PageElement]:
    """Yield a tree's elements along its chain."""
    node: PageElement | None = soup
    while node is not None:
        yield node
        node = node.next_element


def test_every_link_leads_both_ways() -> None:
    """Elements in page order, siblings, and parents with their contents."""
    soup = parse(BODY)
    elements = list(chain(soup))
    assert elements[1:] == list(soup.descendants)
    for element in elements[1:]:
        assert element.previous_element is not None
        assert element.previous_element.next_element is element
        assert element.parent is not None
        place = [id(child) for child in element.parent.contents].index(id(element))
        before = element.parent.contents[place - 1] if place else None
        assert element.previous_sibling is before
        assert before is None or before.next_sibling is element


def test_tags_answer_as_those_of_beautifulsoup_do() -> None:
    """Searched, read and written."""
    soup = parse(BODY)
    plain = BeautifulSoup(f"<html><body>{BODY}</body></html>", "lxml", multi_valued_attributes=None)
    assert soup.get_text(" ", strip=True) == plain.get_text(" ", strip=True)
    assert [tag.name for tag in soup.select("ul > li")] == ["li", "li"]
    assert soup.find("div", class_="a b") is soup.body.div if soup.body else None
    assert str(soup.find("ul")) == str(plain.find("ul"))


def test_nothing_of_a_page_that_was_read_waits_for_the_collector() -> None:
    """Else memory grows until Python looks for garbage, and looking takes a tenth of the time."""
    gc.collect()
    before = sum(isinstance(each, (Tag, NavigableString)) for each in gc.get_objects())
    gc.disable()
    try:
        read(page(BODY), "page.html")
        left = sum(
            isinstance(each, (Tag, NavigableString)) and not isinstance(each, BeautifulSoup)
            for each in gc.get_objects()
        )
    finally:
        gc.enable()
    assert left <= before
