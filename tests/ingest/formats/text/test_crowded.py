"""Pages without a blank line and without glyphs: the order of the text tells the headings."""

from ingest.blocks import Heading
from ingest.formats import read
from ingest.formats.text.crowded import crowded_headings, is_crowded
from ingest.formats.text.splitting import split_lines

COPIED = """\
Gallstones
Gallstones are hard lumps that form in the gallbladder. Most people who have them never know.
Where it hurts
A sharp pain under the right ribs that comes after a fatty meal. It may:
Spread to the right shoulder
Come with sweating
Wake you at night
Stones are more likely in women over 40 and in people who lose weight fast.
Scan day
Nothing to eat for six hours before
Water as you like
Morning tablets with a sip
Getting Rid of Them
Keyhole operation, the most frequent one
Tablets that dissolve stones
Shock waves
The gallbladder is not needed, and nobody misses it.
Back at home
walk every day
lift nothing heavy
eat what agrees with you
"""


def headings(text: str) -> list[str]:
    """Return the headings that the page of this text is read with."""
    content = read(text.encode(), "gallstones.txt").content
    return [block.text for block in content if isinstance(block, Heading)]


def test_headings_are_found_where_neither_blank_lines_nor_glyphs_set_them_apart() -> None:
    """Each comes after a paragraph or a list has ended, with its own text or list right below."""
    assert headings(COPIED) == ["Where it hurts", "Scan day", "Getting Rid of Them", "Back at home"]


def test_a_page_with_blank_lines_is_left_to_the_model() -> None:
    """Where space sets headings apart, the order of the text is not asked."""
    lines = split_lines(COPIED.replace("\n", "\n\n"), "gallstones.txt")
    assert not is_crowded(lines)
    assert not crowded_headings(lines).any()


def test_what_a_paragraph_announces_is_no_heading() -> None:
    """Below "It may:" stands an item, below an ended sentence a heading."""
    lines = split_lines(COPIED, "gallstones.txt")
    odds = dict(zip([line.text for line in lines], crowded_headings(lines), strict=True))
    assert odds["Spread to the right shoulder"] <= 0 < odds["Scan day"]


def test_a_line_right_between_two_tight_lists_heads_the_second() -> None:
    """Typed pages put blank lines above sections only: what heads a list stands right above it."""
    page = """\
Gallstones

Treatment
Emollients of no kind help, and a change of diet seldom does.
- less fat at each meal
Tablets
- a bile acid, for two years
Shock waves
- for a single small stone
- seldom used today

When to call:
- your skin turns yellow
"""
    assert headings(page) == ["Treatment", "Tablets", "Shock waves", "When to call:"]
