"""How Markdown pages are read."""

import pytest

from ingest.formats.markdown import read
from tests.ingest.formats.html_pages import PROSE, plain


def content(text: str) -> list[object]:
    """Return a Markdown text's content blocks as plain values."""
    return [plain(block) for block in read(text.encode(), "page.md").content]


@pytest.mark.parametrize("title", ["# Tennis elbow", "Tennis elbow\n============"])
def test_the_first_heading_of_level_one_is_the_title(title: str) -> None:
    """Both kinds of heading are known; the title is not repeated in the content."""
    extract = read(f"{title}\n\n{PROSE}\n".encode(), "page.md")
    assert extract.title == "Tennis elbow"
    assert [plain(block) for block in extract.content] == [PROSE]


def test_front_matter_gives_title_and_other_names() -> None:
    """It is no content; keys in any case; names in a list or in one string."""
    raw = (
        "---\nTitle: Tennis elbow\naliases: [lateral epicondylitis]\nalso_called: a, b\n---\nText."
    )
    extract = read(raw.encode(), "page.md")
    assert extract.title == "Tennis elbow"
    assert extract.aliases == ("lateral epicondylitis", "a", "b")
    assert [plain(block) for block in extract.content] == ["Text."]


@pytest.mark.parametrize("inner", ["title: [", "just a line", "when: 2025-99-99\ntitle: x"])
def test_front_matter_that_is_no_mapping_is_reported(inner: str) -> None:
    """A slip in it costs neither the page nor silence."""
    extract = read(f"---\n{inner}\n---\nText.".encode(), "page.md")
    assert extract.repairs == ("front matter is not readable as YAML; it was left out",)
    assert [plain(block) for block in extract.content] == ["Text."]


def test_nested_lists_keep_depth_and_numbering() -> None:
    """An item's own paragraphs are joined; lists inside it are deeper."""
    text = "1. Rest.\n\n   Then stretch.\n   - two weeks\n     - or three\n2. Ice\n"
    assert content(text) == [
        ("-", "Rest. Then stretch."),
        ("--", "two weeks"),
        ("---", "or three"),
        ("-", "Ice"),
    ]


def test_inline_markup_is_flattened() -> None:
    """Emphasis, code, links and breaks leave their text; pictures and tags leave none."""
    text = "Take *one* `mg` [daily](/x)\n![photo](a.png) or <b>two</b> &amp; rest.\n"
    assert content(text) == ["Take one mg daily or two & rest."]


def test_tables_are_kept() -> None:
    """Header and rows."""
    assert content("| Week | Rest |\n|---|---|\n| 1 | all |\n") == [
        (("Week", "Rest"), ("1", "all"))
    ]


def test_definitions_stand_below_their_terms() -> None:
    """As in a web page's definition list."""
    assert content("Tendinosis\n: Worn tendon.\n") == [("-", "Tendinosis"), ("--", "Worn tendon.")]


def test_bullets_that_markdown_does_not_know_are_items() -> None:
    """A pasted "•" list is a list, not one paragraph."""
    assert content("• tennis\n• painting\n") == [("-", "tennis"), ("-", "painting")]


def test_a_bold_line_heads_what_follows() -> None:
    """As in a web page."""
    assert content(f"## Treatment\n\n**Splints**\n\n{PROSE}\n") == [
        ("h2", "Treatment"),
        ("h3", "Splints"),
        PROSE,
    ]


def test_raw_html_goes_through_the_html_reader() -> None:
    """Its lines are those of the Markdown file."""
    raw = f"# T\n\n{PROSE}\n\n<table><tr><th>A<th>B\n<tr><td>1<td>2</table>\n"
    grid = read(raw.encode(), "page.md").content[-1]
    assert plain(grid) == (("A", "B"), ("1", "2"))
    assert (grid.lines.first, grid.lines.last) == (5, 6)


def test_a_link_list_before_the_title_is_the_menu() -> None:
    """With the bare lines around it."""
    raw = f"Elbow Clinic\n\n- [Home](/)\n- Treatments\n  - [Splints](/s)\n\n# T\n\n{PROSE}\n"
    extract = read(raw.encode(), "page.md")
    assert [plain(block) for block in extract.before] == [
        "Elbow Clinic",
        ("-", "Home"),
        ("-", "Treatments"),
        ("--", "Splints"),
    ]
    assert [plain(block) for block in extract.content] == [PROSE]


def test_closing_lines_of_contact_and_copyright_are_the_footer() -> None:
    """With the heading over them; a list of content before them stays."""
    raw = (
        f"# T\n\n{PROSE}\n\n- Ice\n\n## Contact\n\nTel: 555-010-4477\n\nMon 9-5\n\n© 2025 Clinic\n"
    )
    extract = read(raw.encode(), "page.md")
    assert [plain(block) for block in extract.content] == [PROSE, ("-", "Ice")]
    assert [plain(block) for block in extract.after] == [
        ("h2", "Contact"),
        "Tel: 555-010-4477",
        "Mon 9-5",
        "© 2025 Clinic",
    ]


def test_a_closing_sentence_with_a_phone_number_is_content() -> None:
    """Advice to call is part of what the page says."""
    advice = "If the pain does not go away after two weeks of rest, call us on 555-010-4477 today."
    assert content(f"# T\n\n{PROSE}\n\n{advice}\n") == [PROSE, advice]


def test_blocks_know_their_raw_lines() -> None:
    """Front matter and line feeds of any kind are counted."""
    raw = "---\r\ntitle: T\r\n---\r\n\r\n## Causes\r\n\r\nGripping,\r\nlifting.\r\n"
    heading, text = read(raw.encode(), "page.md").content
    assert (heading.lines.first, text.lines.first, text.lines.last) == (5, 7, 8)


def test_nesting_beyond_measure_is_cut_and_said() -> None:
    """A thousand levels neither fail nor go unmentioned."""
    raw = ">" * 1000 + " x"
    assert read(f"{PROSE}\n\n{raw}".encode(), "page.md").repairs == (
        "nested too deeply; the innermost parts were left out",
    )


def test_code_blocks_are_text_by_paragraph() -> None:
    """A fenced block is shown as it is broken; its fence and language are not text."""
    assert content("```text\nFirst line.\n\n• item\n```\n") == ["First line.", ("-", "item")]


def test_line_breaks_and_break_tags_keep_typed_bullets_apart() -> None:
    """Whichever way the author broke the line."""
    assert content("• ice<br>• brace\n") == [("-", "ice"), ("-", "brace")]
