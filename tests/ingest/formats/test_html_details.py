"""Rarer shapes of saved web pages: captions, preformatted text, definitions, rows of links."""

import pytest

from ingest.formats.html import read
from tests.ingest.formats.html_pages import PROSE, content, page, plain


def test_a_tables_caption_stands_before_it() -> None:
    """It is text of its own."""
    body = "<table><caption>Doses</caption><tr><th>Drug<th>Daily<tr><td>A<td>1</table>"
    assert content(body) == ["Doses", (("Drug", "Daily"), ("A", "1"))]


def test_a_table_that_says_so_or_has_one_column_is_layout() -> None:
    """So is one whose cells read like prose."""
    assert content("<table role=presentation><tr><td>A<td>B<tr><td>C<td>D</table>") == [
        "A",
        "B",
        "C",
        "D",
    ]
    assert content("<table><tr><td>One<tr><td>Two</table>") == ["One", "Two"]
    long = f"<td>{PROSE} {PROSE} {PROSE}</td>"
    assert len(content(f"<table><tr>{long}{long}</tr><tr>{long}{long}</tr></table>")) == 4


def test_preformatted_text_keeps_its_lines_apart() -> None:
    """An empty line parts paragraphs; typed bullets are items."""
    assert content("<pre>Rest the arm.\n\n• ice\n• brace</pre>") == [
        "Rest the arm.",
        ("-", "ice"),
        ("-", "brace"),
    ]


def test_questions_that_a_definition_list_answers_at_length_are_headings() -> None:
    """Answers of several paragraphs are sections, not items."""
    body = (
        "<h2>Questions</h2><dl><dt>Will it heal?</dt><dd><p>Mostly.</p><p>In a year.</p></dd></dl>"
    )
    assert content(body) == [
        ("h2", "Questions"),
        ("h3", "Will it heal?"),
        "Mostly.",
        "In a year.",
    ]


def test_a_heading_tag_around_a_paragraph_is_a_paragraph() -> None:
    """Nobody heads anything with forty words."""
    long = f"{PROSE} {PROSE}"
    assert content(f"<h3>{long}</h3>") == [long]


def test_hidden_words_within_a_line_are_left_out() -> None:
    """A hidden part of a sentence is not said."""
    assert content("<p>Rest <span style='display:none'>never</span> the arm.</p>") == [
        "Rest the arm."
    ]


def test_a_row_of_links_is_a_line_for_each() -> None:
    """Menus without lists, whatever white space stands between the links."""
    menu = "<nav><a href=/>Home</a><a href=/c>Conditions</a> <a href=/n>News</a></nav>"
    raw = page("").replace(b"<main>", f"{menu}<main>".encode())
    assert [plain(block) for block in read(raw, "page.html").before] == [
        "Home",
        "Conditions",
        "News",
    ]


def test_a_page_whose_markup_misleads_still_has_content() -> None:
    """Prose in elements named like furniture: half of a page's prose is content at least."""
    parts = "".join(
        f'<div class="sidebar widget related comments"><p>{PROSE} {number}.</p></div>'
        for number in range(6)
    )
    extract = read(f"<body><form>{parts}</form></body>".encode(), "page.html")
    assert len(extract.content) >= 3


@pytest.mark.parametrize("sign", ["&zwj;", "&zwnj;", "&lrm;", "&#8203;"])
def test_a_paragraph_of_signs_that_show_nothing_is_none(sign: str) -> None:
    """Site builders put one where an author left a line empty."""
    assert content(f"<p>Rest.</p><p>{sign}</p><p>Ice.</p>") == ["Rest.", "Ice."]


@pytest.mark.parametrize("mark", ["[edit]", "[ edit source ]", "¶"])
def test_a_sign_post_on_a_heading_is_not_its_text(mark: str) -> None:
    """Content systems hang links on headings, to them and to change what is below them."""
    heading = f'<h2><span>Signs</span><span><a href="/e">{mark}</a></span></h2>'
    assert content(f"{heading}<p>Pain.</p>") == [("h2", "Signs"), "Pain."]
