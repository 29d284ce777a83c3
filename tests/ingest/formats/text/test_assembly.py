"""Blocks: what the readings of lines become."""

from ingest.blocks import Bullet, Extract, Grid, Heading, Text
from ingest.formats.text.assembly import assemble
from ingest.formats.text.regions import Reading
from ingest.formats.text.splitting import split_lines

READINGS = {"F": Reading.FURNITURE, "H": Reading.HEADING, "B": Reading.BODY}


def assembled(text: str, readings: str, title: int | None = None) -> Extract:
    """Return the blocks of ``text``, read as ``readings`` say: a letter a line."""
    lines = split_lines(text, "page.txt")
    return assemble(lines, [READINGS[letter] for letter in readings], title)


def test_furniture_amid_the_content_goes_behind_it() -> None:
    """An advertisement between two paragraphs does not part them, and is not lost."""
    extract = assembled("Menu\nFirst\nAdvertisement\nSecond\nCopyright", "FBFBF")
    assert [block.lines.first for block in extract.before] == [1]
    assert [block.lines.first for block in extract.content] == [2, 4]
    assert [block.lines.first for block in extract.after] == [3, 5]


def test_the_title_is_in_no_run() -> None:
    """The title is the page's, whatever region its line was read as."""
    extract = assembled("Menu\nGout\nText", "FFB", title=1)
    assert extract.title == "Gout"
    assert len(extract.before) == len(extract.content) == 1


def test_depth_follows_the_indent_of_the_items_that_are_open() -> None:
    """Deeper columns nest, equal ones stand beside, shallower ones close, in any step."""
    text = "* a\n    * b\n         * c\n    * d\n* e\n  * f"
    depths = [
        block.depth for block in assembled(text, "BBBBBB").content if isinstance(block, Bullet)
    ]
    assert depths == [1, 2, 3, 2, 1, 2]


def test_a_list_begins_anew_after_text() -> None:
    """The first item after a paragraph opens a list; the next ones do not."""
    extract = assembled("* a\n* b\ntext\n1. c", "BBBB")
    items = [block for block in extract.content if isinstance(block, Bullet)]
    assert [item.starts_list for item in items] == [True, False, True]
    assert [item.ordered for item in items] == [False, False, True]


def test_numbers_stay_with_headings_and_leave_items() -> None:
    """A heading is quoted with its number; an item's number is its place in the list."""
    extract = assembled("1. Medications\n\n1. Ibuprofen", "HB")
    heading, item = extract.content
    assert isinstance(heading, Heading)
    assert isinstance(item, Bullet)
    assert (heading.text, item.text) == ("1. Medications", "Ibuprofen")


def test_links_to_headings_are_no_part_of_them() -> None:
    """Documentation sites put a sign behind each heading that links to it."""
    extract = assembled("Causes¶\n\nWhy use C#", "HH")
    assert [block.text for block in extract.content if isinstance(block, Heading)] == [
        "Causes",
        "Why use C#",
    ]


def test_rows_of_cells_become_a_table() -> None:
    """Rows with as many cells, right below each other, are one table."""
    extract = assembled("Drug\tDose\nIbuprofen\t400 mg\nNaproxen\t250 mg", "BBB")
    (table,) = extract.content
    assert isinstance(table, Grid)
    assert table.header == ("Drug", "Dose")
    assert table.rows == (("Ibuprofen", "400 mg"), ("Naproxen", "250 mg"))
    assert (table.lines.first, table.lines.last) == (1, 3)


def test_an_underlined_row_heads_its_table() -> None:
    """A rule below the first row says that it is a header, figures or not."""
    extract = assembled("| Day | 1 |\n|-----|---|\n| Dose | 400 |", "BB")
    (table,) = extract.content
    assert isinstance(table, Grid)
    assert (table.header, table.rows) == (("Day", "1"), (("Dose", "400"),))


def test_one_row_alone_is_text() -> None:
    """A line with a tab in it is no table."""
    extract = assembled("Tel:\t555-010-7770", "B")
    assert extract.content == (Text("Tel: 555-010-7770", extract.content[0].lines),)


def test_glyphs_right_below_a_number_are_of_what_it_numbers() -> None:
    """Word's second level, pasted, stands in the column of the numbers."""
    text = "1.\ta\no\tb\no\tc\n2.\td\n\n•\te"
    depths = [
        block.depth for block in assembled(text, "BBBBB").content if isinstance(block, Bullet)
    ]
    assert depths == [1, 2, 2, 1, 1]


def test_furniture_between_the_title_and_the_text_is_above_the_content() -> None:
    """A list of contents there tells the levels of what it lists, as one above the title does."""
    extract = assembled("Gout\nOn this page\nText\nCopyright", "HFBF", title=0)
    assert [block.lines.first for block in extract.before] == [2]
    assert [block.lines.first for block in extract.after] == [4]
