"""How headings, paragraphs, tables and disclosures of a saved web page are read."""

import pytest

from ingest.blocks import Heading, Text
from tests.ingest.formats.html_pages import PROSE, content, extract


def test_headings_keep_their_level() -> None:
    """Tagged headings say their level; white space in them is folded."""
    body = f"<h2>Treatment\n  options</h2><p>{PROSE}</p><h3>Surgery</h3><p>{PROSE}</p>"
    assert content(body) == [("h2", "Treatment options"), PROSE, ("h3", "Surgery"), PROSE]


def test_a_heading_by_role_is_a_heading() -> None:
    """role=heading with aria-level is a heading as good as any."""
    body = f'<div role="heading" aria-level="3">Surgery</div><p>{PROSE}</p>'
    assert content(body)[0] == ("h3", "Surgery")


def test_marks_that_link_to_a_heading_are_no_part_of_it() -> None:
    """The sign that content systems hang on headings is dropped."""
    assert content(f'<h2>Causes <a href="#causes">#</a></h2><p>{PROSE}</p>')[0] == ("h2", "Causes")


def test_a_short_bold_paragraph_heads_what_follows() -> None:
    """An author without heading tags sets a line bold: it stands below the tagged heading."""
    body = f"<h2>Treatment</h2><p><b>Splints</b></p><p>{PROSE}</p>"
    assert content(body) == [("h2", "Treatment"), ("h3", "Splints"), PROSE]


def test_a_bold_first_line_heads_the_rest_of_its_paragraph() -> None:
    """The same with a <br> between."""
    body = f"<h2>Treatment</h2><p><strong>Splints</strong><br>{PROSE}</p>"
    assert content(body) == [("h2", "Treatment"), ("h3", "Splints"), PROSE]


def test_where_headings_are_tagged_bold_captions_stay_text() -> None:
    """Only a question, a number or a part of the title still heads what follows."""
    two = f"<h2>Causes</h2><p>{PROSE}</p><h2>Treatment</h2>"
    for line, heads in [
        ("Tip", False),
        ("Which splint?", True),
        ("1. Rest", True),
        ("The elbow", False),
        ("Elbow", True),
    ]:
        block = content(f"{two}<p><b>{line}</b></p><ul><li>Rest the arm.</li></ul>")[3]
        assert block == (("h3", line) if heads else line)


def test_a_bold_sentence_is_no_heading() -> None:
    """Bold for stress stays text."""
    assert content(f"<p><b>Call us at once.</b></p><p>{PROSE}</p>") == ["Call us at once.", PROSE]


def test_a_disclosure_is_a_heading_and_its_text() -> None:
    """<summary> heads what its <details> holds, open or closed, one below the last heading."""
    body = (
        "<h2>Questions</h2><details><summary>Will it heal?</summary><p>Mostly, yes.</p></details>"
        "<details><summary>How long?</summary><p>Up to a year.</p></details>"
    )
    assert content(body) == [
        ("h2", "Questions"),
        ("h3", "Will it heal?"),
        "Mostly, yes.",
        ("h3", "How long?"),
        "Up to a year.",
    ]


def test_a_table_of_data_is_kept_as_a_table() -> None:
    """Header and rows; a cell over two columns leaves the second one empty."""
    body = (
        "<table><thead><tr><th>Week</th><th>Exercise</th></tr></thead>"
        "<tr><td>1</td><td>Stretch</td></tr><tr><td colspan=2>Rest</td></tr></table>"
    )
    assert content(body) == [(("Week", "Exercise"), ("1", "Stretch"), ("Rest", ""))]


def test_a_table_that_lays_out_the_page_is_read_through() -> None:
    """A layout table's cells are parts of the page, not data."""
    body = f"<table><tr><td><h2>Causes</h2><p>{PROSE}</p></td><td><p>{PROSE}</p></td></tr></table>"
    assert content(body) == [("h2", "Causes"), PROSE, PROSE]


def test_breaks_part_paragraphs() -> None:
    """Two <br> in a row end a paragraph, also where the sentence does not."""
    assert content("<p>Rest the arm,<br>use ice.<br><br>Then exercise it.</p>") == [
        "Rest the arm, use ice.",
        "Then exercise it.",
    ]


def test_inline_markup_and_entities_are_flattened() -> None:
    """Words are not cut by markup, soft hyphens or zero-width spaces; entities are characters."""
    body = "<p>Vitamin&nbsp;B<sub>12</sub> &amp; <em>corti</em>sone, te&shy;ndon</p>"
    assert content(body) == ["Vitamin B12 & cortisone, tendon"]


@pytest.mark.parametrize(
    "part",
    [
        "<script>track('x')</script>",
        "<style>p{}</style>",
        "<!-- a note to self -->",
        "<template><p>later</p></template>",
        "<noscript>Enable scripts</noscript>",
        '<p style="display: none">for robots</p>',
        "<p hidden>for robots</p>",
        "<svg><text>drawing</text></svg>",
        "<select><option>Choose</option></select>",
    ],
)
def test_what_nobody_sees_is_left_out(part: str) -> None:
    """Programs, styles, comments, fallbacks and hidden text are not the page's text."""
    assert content(f"<p>Seen.</p>{part}") == ["Seen."]


def test_hidden_text_that_a_control_opens_is_read() -> None:
    """A closed accordion is content that a visitor opens with a click."""
    body = (
        '<h2><button aria-controls="a1">Recovery</button></h2>'
        f'<div id="a1" hidden><p>{PROSE}</p></div>'
    )
    assert content(body) == [("h2", "Recovery"), PROSE]


def test_blocks_know_their_raw_lines() -> None:
    """Lines are counted from 1 in the raw file, both ends included."""
    body = "<h2>Causes</h2>\n<p>Gripping,\nlifting,\npainting.</p>\n"
    heading, text = extract(body).content[1:3]
    assert isinstance(heading, Heading)
    assert isinstance(text, Text)
    assert (heading.lines.first, heading.lines.last) == (3, 3)
    assert (text.lines.first, text.lines.last) == (4, 6)


def test_lines_that_the_page_breaks_are_paragraphs() -> None:
    """Old editors part what they list by <br> alone; run together it would be one long line."""
    assert content("<p>Numbness in the thumb<br>Dropping things<br>Waking at night</p>") == [
        "Numbness in the thumb",
        "Dropping things",
        "Waking at night",
    ]


def test_a_sentence_wrapped_by_hand_is_one_paragraph() -> None:
    """A break in the middle of a sentence says nothing."""
    body = "<p>The nerve is squeezed and the hand tingles,<br>mostly at night. It wakes you.</p>"
    assert content(body) == [
        "The nerve is squeezed and the hand tingles, mostly at night. It wakes you."
    ]


def test_a_first_row_set_bold_is_the_header() -> None:
    """Word processors know no header cells."""
    rows = "<tr><td><b>Stage</b></td><td><b>Sign</b></td></tr><tr><td>Mild</td><td>Tingling</td>"
    assert content(f"<table>{rows}</tr></table>") == [(("Stage", "Sign"), ("Mild", "Tingling"))]


def test_a_table_all_bold_has_no_header() -> None:
    """Bold then says nothing of its first row."""
    rows = "<tr><td><b>Mild</b></td><td><b>Tingling</b></td></tr>"
    assert content(f"<table>{rows * 2}</table>") == [
        ((), ("Mild", "Tingling"), ("Mild", "Tingling"))
    ]


def test_bold_lines_are_headings_where_the_template_alone_tags_them() -> None:
    """A builder tags its cards and questions; what the author typed is set bold."""
    body = (
        "<p><strong>What causes it</strong></p><p>Gripping.</p>"
        "<p><strong>What helps</strong></p><ul><li>Rest</li></ul>"
        "<h4>Keep moving</h4><p>Bed rest makes it last longer.</p>"
        "<h4>Come back</h4><p>After six weeks.</p>"
    )
    assert content(body) == [
        ("hNone", "What causes it"),
        "Gripping.",
        ("hNone", "What helps"),
        ("-", "Rest"),
        ("h4", "Keep moving"),
        "Bed rest makes it last longer.",
        ("h4", "Come back"),
        "After six weeks.",
    ]


def test_a_bold_row_of_a_layout_table_heads_the_next() -> None:
    """Each row holds one cell, with a heading's text or with what it heads."""
    rows = "<tr><td><b>When to see us</b></td></tr><tr><td>If it shoots below the knee.</td></tr>"
    assert content(f"<table>{rows}</table>") == [
        ("hNone", "When to see us"),
        "If it shoots below the knee.",
    ]


def test_the_picture_of_an_icon_font_is_no_text() -> None:
    """It is a letter only to those who cannot see it."""
    body = '<h2><span class="et-pb-icon">N</span>Keep moving</h2><button class="icon">+</button>'
    assert content(body) == [("h2", "Keep moving")]


def test_links_that_touch_are_words_of_their_own() -> None:
    """Style sheets keep them apart on the screen."""
    body = "<p>Either <a href=/f>needling</a><a href=/g>Splints</a> or<a href=/r>Rest</a>.</p>"
    assert content(body) == ["Either needling Splints or Rest."]


def test_lines_that_are_set_as_they_stand_know_their_raw_lines() -> None:
    """Empty ones at the beginning are counted once."""
    body = f"<pre>\n\nIce for <i>it</i>\n\n\n{PROSE}</pre>"
    lines = [(block.lines.first, block.lines.last) for block in extract(body).content]
    assert lines == [(2, 2), (5, 5), (8, 8), (9, 9)]
