"""Lines: what stands on them, where, and behind which marker."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.errors import PageRefusedError
from ingest.formats.text.lines import Line, Lines
from ingest.formats.text.splitting import MAXIMUM_LINE_CHARACTERS, MAXIMUM_LINES, split_lines


def only(text: str) -> Line:
    """Return the one line of ``text``."""
    (line,) = split_lines(text, "page.txt")
    return line


@pytest.mark.parametrize("glyph", list("•◦▪□*-+–o"))
def test_takes_a_bullet_glyph_off_the_text(glyph: str) -> None:
    """Every glyph that dumps draw bullets with is a marker, not text."""
    line = only(f"    {glyph} Stretching")
    assert (line.marker, line.text, line.indent) == (glyph, "Stretching", 4)


@pytest.mark.parametrize("number", ["1.", "12)", "(3)", "a)", "iv."])
def test_takes_a_number_off_the_text_but_can_show_it(number: str) -> None:
    """A number marks an item, and a heading's text has it back."""
    line = only(f"{number} Medications")
    assert (line.marker, line.text) == (number, "Medications")
    assert line.full_text == f"{number} Medications"


@pytest.mark.parametrize(
    "text",
    [
        "E. coli is a bacterium.",
        "-5 degrees",
        "*Data may be missing.",
        "3.5 mg twice a day",
        "(c) 2025 A Clinic",
        "(555) 555-0134",
        "often the pain spreads",
    ],
)
def test_leaves_text_that_only_begins_like_a_marker(text: str) -> None:
    """Names, amounts and footnotes are no list items."""
    line = only(text)
    assert (line.marker, line.text) == ("", text)


def test_non_breaking_spaces_before_text_are_no_indent() -> None:
    """A heading filled up with a non-breaking space stands where the others stand."""
    line = only("\u00a0Fibromyalgia\u00a0")
    assert (line.indent, line.text) == (0, "Fibromyalgia")


def test_counts_the_blank_lines_above() -> None:
    """Blank lines, and rules, are the gap above the line that follows."""
    first, second = split_lines("Causes\n\n \t\n----------------------\n\nStress", "page.txt")
    assert (first.gap, second.gap) == (0, 4)
    assert (first.first, second.first) == (1, 6)


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_all_line_ends_count_alike(line_end: str) -> None:
    """Raw line numbers do not depend on the system that wrote the file."""
    lines = split_lines(line_end.join(["One", "", "Three"]), "page.txt")
    assert [(line.first, line.text) for line in lines] == [(1, "One"), (3, "Three")]


@pytest.mark.parametrize("rule", ["======", "------", "~~~~~~~", "━━━━━━"])
def test_an_underline_belongs_to_the_line_above(rule: str) -> None:
    """A row of one sign, about as long as the text above it, underlines that text."""
    line = only(f"Causes\n{rule}")
    assert (line.text, line.underline, line.last) == ("Causes", rule[0], 2)


@pytest.mark.parametrize("rule", ["-" * 72, "______", "--"])
def test_a_rule_across_the_page_is_no_underline(rule: str) -> None:
    """A rule is much longer than the text above; a form's field is drawn with low lines."""
    assert only(f"Causes\n{rule}").underline == ""


def test_a_list_item_is_not_underlined() -> None:
    """A rule below a list parts it from what follows."""
    assert only("• Causes\n------").underline == ""


def test_a_lone_glyph_marks_the_text_below_it() -> None:
    """Copies from word processors have the glyph on one line and its text on the next."""
    line = only("•\nStretching every day")
    assert (line.marker, line.text, line.first, line.last) == ("•", "Stretching every day", 1, 2)


def test_a_lone_glyph_without_text_is_dropped() -> None:
    """Icons that a renderer drew as empty bullets leave nothing but a gap."""
    lines = split_lines("*\n*\n\nCauses", "page.txt")
    assert [line.text for line in lines] == ["Causes"]


@pytest.mark.parametrize(
    "row", ["Monday\t8:30 to 4:30", "Monday     8:30 to 4:30", "| Monday | 8:30 to 4:30 |"]
)
def test_tabs_wide_gaps_and_bars_part_cells(row: str) -> None:
    """A row of a plain table knows its cells."""
    assert only(row).cells == ("Monday", "8:30 to 4:30")


def test_refuses_an_endless_line() -> None:
    """One endless line is data, and the refusal says which line it is."""
    with pytest.raises(PageRefusedError, match=r"page\.txt: line 2 has 200,001 characters"):
        split_lines("Title\n" + "x" * (MAXIMUM_LINE_CHARACTERS + 1), "page.txt")


def test_refuses_endlessly_many_lines() -> None:
    """So are endlessly many lines."""
    with pytest.raises(PageRefusedError, match="lines are more than a page has"):
        split_lines("x\n" * MAXIMUM_LINES, "page.txt")


_WRITTEN = st.text("aZ1•-=|. \t\v\f\x1c\x85\xa0\u2003\u3000\u200b\n", max_size=60)


@given(_WRITTEN)
def test_white_space_is_folded_whatever_it_is_made_of(text: str) -> None:
    """No line's text has white space in it but single spaces, and none is lost for it."""
    lines = split_lines(text, "page.txt")
    assert all(line.text == " ".join(line.text.split()) for line in lines)


@given(_WRITTEN)
def test_lines_are_the_same_as_columns_and_one_by_one(text: str) -> None:
    """Columns made of single lines hold what the lines were made of."""
    lines = split_lines(text, "page.txt")
    assert tuple(Lines.of(tuple(lines))) == tuple(lines) == lines[:]


@given(_WRITTEN)
def test_each_line_stands_below_the_one_before(text: str) -> None:
    """No raw line belongs to two lines."""
    for above, below in pairwise(split_lines(text, "page.txt")):
        assert above.first <= above.last < below.first <= below.last
