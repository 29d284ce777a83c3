"""Pages that other programs wrote: word processors, site builders, editors of twenty years ago."""

import pytest

from ingest.errors import PageRefusedError
from ingest.formats.html import read
from tests.ingest.formats.html_pages import PROSE, content, plain

_GAP = "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span>"


def test_word_writes_list_items_as_paragraphs_that_state_their_level() -> None:
    """Its bullets are letters of symbol fonts."""
    items = "".join(
        f"<p class=MsoListParagraph style='mso-list:l0 level{level} lfo1'>"
        f"<span style='mso-list:Ignore'>{sign}{_GAP}</span>{text}</p>"
        for level, sign, text in ((1, "·", "Ice"), (2, "o", "Ten minutes"), (1, "·", "Rest"))
    )
    assert content(items) == [("-", "Ice"), ("--", "Ten minutes"), ("-", "Rest")]


def test_words_filtered_html_tells_levels_by_indent() -> None:
    """Half an inch a level."""
    items = "".join(
        f"<p class=MsoListParagraph style='margin-left:{inches}in;text-indent:-.25in'>"
        f"{sign}{_GAP}{text}</p>"
        for inches, sign, text in (
            (0.5, "1.", "Ice"),
            (1.0, "a.", "Ten minutes"),
            (0.5, "2.", "Rest"),
        )
    )
    assert content(items) == [("-", "Ice"), ("--", "Ten minutes"), ("-", "Rest")]


def test_google_docs_writes_every_level_as_a_list_of_its_own() -> None:
    """The level stands in the class."""
    body = (
        "<ul class='lst-kix_ab1-0 start'><li>Ice</li></ul>"
        "<ul class='lst-kix_ab1-1 start'><li>Ten minutes</li></ul>"
        "<ul class='lst-kix_ab1-0'><li>Rest</li></ul>"
    )
    assert content(body) == [("-", "Ice"), ("--", "Ten minutes"), ("-", "Rest")]


def test_numbers_typed_in_lines_that_count_up_are_items() -> None:
    """A bold line before them heads them."""
    body = "<b>Treatment</b><br>1. Ice<br>2. Rest<br>3. A brace"
    assert content(body) == [("hNone", "Treatment"), ("-", "Ice"), ("-", "Rest"), ("-", "A brace")]


def test_a_number_that_does_not_count_is_text() -> None:
    """A year, a dose, a house number."""
    assert content("<p>12. May was cold.<br>2. June was not.</p>") == [
        "12. May was cold.",
        "2. June was not.",
    ]


def test_items_typed_in_paragraphs_of_their_own_are_items() -> None:
    """A row of dashes, or of numbers that count up."""
    assert content("<p>- ice</p><p>- rest</p>") == [("-", "ice"), ("-", "rest")]
    assert content("<p>1) ice</p><p>2) rest</p>") == [("-", "ice"), ("-", "rest")]
    assert content("<p>- said a patient</p>") == ["- said a patient"]


def test_text_set_large_heads_where_nothing_is_tagged() -> None:
    """Site builders and old editors set headings by size alone; the title is not repeated."""
    body = (
        "<title>Tennis elbow | Oak Hill</title><div>"
        f"<p style='font-size:40px'><span>Tennis elbow</span></p><p>{PROSE}</p>"
        f"<p><span style='font-size:26px'>Symptoms</span></p><p>{PROSE}</p>"
        f"<p><font size=5>Causes</font></p><p>{PROSE}</p></div>"
    )
    extract = read(body.encode(), "page.html")
    assert extract.title == "Tennis elbow"
    assert [plain(block) for block in extract.content] == [
        PROSE,
        ("hNone", "Symptoms"),
        PROSE,
        ("hNone", "Causes"),
        PROSE,
    ]


def test_a_page_of_nested_tables_is_read_as_its_text() -> None:
    """Tables that lay the page out give its text in order, the menu's and the footer's apart."""
    raw = (
        "<title>Tennis elbow</title><table><tr><td colspan=2><font size=6>Oak Hill Clinic</font>"
        "<tr><td><table><tr><td><a href=/>Home</a><tr><td><a href=/s>Our staff</a></table>"
        f"<td><p><b>Symptoms</b><br>{PROSE}<p><b>Causes</b><br>{PROSE}<ul><li>Rackets<li>Tools</ul>"
        "<tr><td colspan=2>12 Oak Hill Road. Copyright 2003 Oak Hill Clinic.</table>"
    )
    extract = read(raw.encode(), "page.html")
    assert [plain(block) for block in extract.content] == [
        ("hNone", "Symptoms"),
        PROSE,
        ("hNone", "Causes"),
        PROSE,
        ("-", "Rackets"),
        ("-", "Tools"),
    ]
    assert "Our staff" in [plain(block) for block in extract.before]


def test_a_page_that_only_sets_frames_is_refused() -> None:
    """It holds no text of its own; the message says what to save instead."""
    raw = b"<frameset cols='20%,80%'><frame src=a.html><noframes>No frames.</noframes></frameset>"
    with pytest.raises(PageRefusedError, match=r"page\.html: .* save the page in the frame"):
        read(raw, "page.html")


def test_cells_that_span_rows_leave_their_column_empty_below() -> None:
    """Columns line up and no text is repeated."""
    body = (
        "<table><tr><th>Drug<th>Dose<th>When<tr><td rowspan=2>A<td>1<td>noon<tr><td>2<td>night"
        "</table>"
    )
    assert content(body) == [
        (("Drug", "Dose", "When"), ("A", "1", "noon"), ("", "2", "night")),
    ]


def test_hidden_words_of_a_table_are_left_out() -> None:
    """Sort keys, as a rule."""
    body = (
        "<table><tr><th>Drug<th>Dose<tr><td>A<td><span style='display:none'>0001</span>1 g"
        "<tr><td>B<td>2 g</table>"
    )
    assert content(body) == [(("Drug", "Dose"), ("A", "1 g"), ("B", "2 g"))]


def test_text_between_the_rows_of_a_table_is_not_lost() -> None:
    """Such a table is read as layout, all of its words in order."""
    body = "<table><tr><td>A</td><td>1</td></tr>stray words<tr><td>B</td><td>2</td></tr></table>"
    assert content(body) == ["A", "1", "stray words", "B", "2"]


def test_words_title_style_is_the_pages_title() -> None:
    """Its own title element holds the name of the file."""
    raw = (
        f"<html><head><title>Migraine handout</title></head><body><p class=MsoTitle>Living with "
        f"migraine</p><p class=MsoNormal>{PROSE}</p></body></html>"
    )
    assert read(raw.encode(), "page.html").title == "Living with migraine"
