"""The tree of a saved web page: what any parser makes of it, gone when the page is read."""

import gc

import pytest
from bs4 import BeautifulSoup, Tag

from ingest.formats.html import read
from ingest.formats.html.elements import Element, Tree
from ingest.formats.html.tree import parse
from tests.ingest.formats.html_pages import PROSE, page, plain

BODY = f"<div class='a b'><h2>Rest</h2>\n<p>{PROSE} <b>now</b></p><ul><li>One<li>Two</ul></div>"
DEEP = 3_000
"""Levels of nesting, more than libxml2 reads."""


def nodes(tree: Tree) -> list[Element | str]:
    """Return a tree's nodes in page order."""
    return [node for node, _ in tree.root.inside()]


def test_every_element_knows_where_it_stands() -> None:
    """Elements in page order; each with what is around, before and after it."""
    tree = parse(BODY)
    assert [node for node in nodes(tree) if isinstance(node, Element)] == tree.elements
    for node, around in tree.root.inside():
        if isinstance(node, Element):
            assert node.parent is around
            assert around.contents[node.place] is node
            assert next(node.around()) is around
            assert list(node.after()) == around.contents[node.place + 1 :]
            before = [one for one in around.contents[: node.place] if isinstance(one, Element)]
            assert node.element_before() is (before[-1] if before else None)
    assert [element.name for element in tree.root.elements({"li", "b"})] == ["b", "li", "li"]


@pytest.mark.parametrize(
    "body",
    [
        BODY,
        "<p>one<p>two<table><tr><td>a<td>b</table>",
        "<ul><li><a href='/x?a=1&amp;b=2'>Caf&eacute; <em>style</em></a> <li>x</ul>loose",
        "<b>bold <i>both</b> tilted</i> <div>in <p>p</div> after",
        "a<!-- c -->b<br>c&nbsp;d &lt;e&gt;",
    ],
)
def test_the_tree_is_the_one_that_beautifulsoup_makes(body: str) -> None:
    """Elements, attributes and text; only elements that say nothing to a reader are left out."""
    tree = parse(body)
    plain_soup = BeautifulSoup(body, "lxml", multi_valued_attributes=None)
    silent = {"i", "em"}
    assert [(element.name, element.attributes) for element in tree.elements] == [
        (tag.name, dict(tag.attrs))
        for tag in plain_soup.descendants
        if isinstance(tag, Tag) and tag.name not in silent
    ]
    text = "".join(node for node in nodes(tree) if isinstance(node, str))
    assert "".join(text.split()) == "".join(plain_soup.get_text().split())


def test_elements_know_their_lines() -> None:
    """As the page's author counts them, from 1."""
    tree = parse("<body>\n<p>one</p>\n\n<p class=x>two</p></body>")
    assert [(each.name, each.line) for each in tree.elements[2:]] == [("p", 2), ("p", 4)]


def test_a_page_too_deep_for_lxml_is_the_same_page() -> None:
    """With its lists, attributes and lines, without its scripts and comments."""
    inner = (
        f"<script>var x = 1</script><!-- hidden --><p>{PROSE}</p>\n<ul><li>One</li>"
        "<li>Two <b>now</b></li></ul><select><option>Choice</option></select>"
    )
    deep = "<div>" * DEEP + inner + "</div>" * DEEP
    read_deep, read_flat = (read(page(body), "page.html") for body in (deep, inner))
    assert [plain(block) for block in read_deep.content] == [
        plain(block) for block in read_flat.content
    ]
    lines = [block.lines for block in read_flat.content]
    assert [block.lines for block in read_deep.content] == lines
    assert ("-", "Two now") in [plain(block) for block in read_deep.content]


def test_nothing_of_a_page_that_was_read_waits_for_the_collector() -> None:
    """Else memory grows until Python looks for garbage, and looking takes a tenth of the time."""
    gc.collect()
    before = sum(isinstance(each, Element) for each in gc.get_objects())
    gc.disable()
    try:
        read(page(BODY), "page.html")
        left = sum(isinstance(each, Element) for each in gc.get_objects())
    finally:
        gc.enable()
    assert left <= before
