"""Saved web pages in any encoding and any shape, malformed ones included."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.blocks import Bullet, Extract, Grid
from ingest.formats.html import read
from ingest.formats.html.charset import declared_charset
from ingest.formats.html.elements import Tree
from ingest.formats.html.tree import parse
from ingest.formats.html.walk import walk
from tests.ingest.formats.html_pages import PROSE, page, plain


@pytest.mark.parametrize(
    "head",
    [
        "<meta charset=windows-1251>",
        '<META http-equiv="Content-Type" content="text/html; charset=Windows-1251">',
        "<!-- charset=utf-16 --><meta charset='windows-1251'/>",
    ],
)
def test_the_declared_encoding_is_honoured(head: str) -> None:
    """In either spelling; a declaration in a comment does not count."""
    raw = f"<html><head>{head}</head><body><h1>Боль</h1><p>Боль в локте.</p>".encode("cp1251")
    assert declared_charset(raw) == "windows-1251"
    assert read(raw, "page.html").title == "Боль"


def test_latin_1_means_windows_1252() -> None:
    """As in every browser: pages that declare the one have the other's dashes and quotes."""
    raw = "<meta charset=iso-8859-1><h1>Élbow – “pain”</h1><p>Café.</p>".encode("cp1252")
    assert read(raw, "page.html").title == "Élbow – “pain”"


def test_a_late_declaration_is_honoured() -> None:
    """Behind a style sheet of thousands of bytes."""
    style = f"<style>{'p{}' * 5_000}</style>"
    raw = f"{style}<meta charset=windows-1250><h1>Bolest hlavy v noci, při řeči</h1>"
    assert read(raw.encode("cp1250"), "page.html").title == "Bolest hlavy v noci, při řeči"


def test_a_declaration_that_contradicts_the_bytes_is_not_believed() -> None:
    """UTF-8 that calls itself Latin-1; bytes that call themselves UTF-16, or UTF-8."""
    assert read("<meta charset=iso-8859-1><h1>Élbow</h1>".encode(), "a.html").title == "Élbow"
    for claim in ("utf-16", "utf-8"):
        raw = f"<meta charset={claim}><h1>Élbow pain</h1>".encode("cp1252")
        assert read(raw, "a.html").title == "Élbow pain"


def test_a_byte_order_mark_is_stronger_than_a_declaration() -> None:
    """UTF-16 with a mark, as some editors save."""
    raw = "<meta charset=latin-1><h1>Élbow</h1><p>Café.</p>".encode("utf-16")
    assert read(raw, "page.html").title == "Élbow"


def test_what_was_repaired_is_said() -> None:
    """The report can name it."""
    assert read("<p>Café au lait.</p>".encode("latin-1"), "page.html").repairs


@pytest.mark.parametrize("levels", [1_000, 10_000])
def test_deep_nesting_is_read_to_the_end(levels: int) -> None:
    """Neither Python's stack nor the parser's limit loses what stands inside or after."""
    body = "<div>" * levels + f"<p>Deep. {PROSE}</p>" + "</div>" * levels
    texts = [plain(block) for block in read(page(body), "page.html").content]
    assert texts == [PROSE, f"Deep. {PROSE}", PROSE]


@pytest.mark.parametrize("before", ["", "<table><tr><td>a<td>b<tr><td>c<td>d</table>"])
def test_text_outside_any_element_is_read(before: str) -> None:
    """Before what nests too deeply for lxml, nothing puts it into a body."""
    extract = read(f"{before}Read more{'<div>' * 3_000}<p>{PROSE}".encode(), "page.html")
    said = [plain(block) for block in (*extract.before, *extract.content)]
    assert said[-2:] == ["Read more", PROSE]


def test_deeply_nested_lists_keep_their_depth() -> None:
    """Five hundred lists, one in the other."""
    raw = "".join(f"<ul><li>a{number}" for number in range(500)).encode()
    extract = read(raw, "page.html")
    bullets = [b for b in (*extract.content, *extract.after) if isinstance(b, Bullet)]
    assert [bullet.depth for bullet in bullets] == list(range(1, 501))


WORD = re.compile(r"\w+")
WORDS = st.lists(st.sampled_from(["elbow", "pain", "rest", "ice"]), min_size=1, max_size=4)
INLINE = st.builds(
    lambda tag, text: f"<{tag}>{text}</{tag}>",
    st.sampled_from(["b", "a", "em"]),
    WORDS.map(" ".join),
)
LEAF = st.one_of(WORDS.map(" ".join), INLINE)


def wrapped(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Elements around what ``children`` draws, well formed or not."""
    tags = ["p", "div", "ul", "li", "dl", "dt", "dd", "h2", "table", "tr", "td", "summary", "br"]
    closed = st.builds(
        lambda tag, inner: f"<{tag}> {' '.join(inner)} </{tag}>",
        st.sampled_from(tags),
        st.lists(children, max_size=3),
    )
    return st.one_of(closed, closed.map(lambda text: text[: text.rfind("</")]))


BODIES = st.recursive(LEAF, wrapped, max_leaves=12)


def words_of(extract: Extract) -> list[str]:
    """Return all words of an Extract, furniture included, in page order."""
    words: list[str] = []
    for block in (*extract.before, *extract.content, *extract.after):
        rows = (block.header, *block.rows) if isinstance(block, Grid) else ((block.text,),)
        words += [word for row in rows for cell in row for word in WORD.findall(cell)]
    return words


def said_in(tree: Tree) -> list[str]:
    """Return all words of a tree, in page order."""
    strings = [node for node, _ in tree.root.inside() if isinstance(node, str)]
    return WORD.findall(" ".join(strings))


@given(BODIES)
@settings(max_examples=150, deadline=None)
def test_every_word_comes_out_once_and_in_order(body: str) -> None:
    """However the tags are mixed, the pieces hold the tree's words, each once, in page order."""
    tree = parse(f"<body>{body}</body>")
    pieces = walk(tree)
    said = said_in(tree)
    assert words_of(Extract(None, tuple(piece.block for piece in pieces))) == said


@given(BODIES)
@settings(max_examples=100, deadline=None)
def test_no_word_is_lost_between_content_and_furniture(body: str) -> None:
    """What is not content is furniture; only the title's heading is in neither."""
    raw = f"<body>{body}</body>".encode()
    extract = read(raw, "page.html")
    titled = WORD.findall(extract.title or "")
    said = said_in(parse(raw.decode()))
    assert sorted([*words_of(extract), *titled]) == sorted(said)


@given(st.binary(max_size=300))
@settings(max_examples=200, deadline=None)
def test_any_bytes_give_a_tree(raw: bytes) -> None:
    """Whatever was decoded, walking it never fails and is deterministic."""
    text = raw.decode("latin-1")
    assert [p.block for p in walk(parse(text))] == [p.block for p in walk(parse(text))]
