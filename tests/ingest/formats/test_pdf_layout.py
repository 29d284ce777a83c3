"""PDF documents whose layout tells what the text does not: columns, drawn bullets, tables."""

import pytest

from ingest.errors import PageRefusedError
from ingest.formats import read
from tests.ingest.formats.drawing import Drawing, Square, Words, pdf
from tests.ingest.formats.html_pages import plain

LONG = "Tennis elbow is a painful condition of the outer elbow and arm"


def content(*sheets: list[Drawing]) -> list[object]:
    """Return the blocks of a document with these sheets."""
    return [plain(block) for block in read(pdf(*sheets), "a.pdf").content]


def column(left: float, name: str) -> list[Drawing]:
    """Return a column of a heading and ten lines of running text, from the top of a sheet."""
    lines: list[Drawing] = [Words(left, 650, f"{name} part", 16)]
    lines += [
        Words(left, 620 - 14 * number, f"{name} line {number} of running text", 11)
        for number in range(10)
    ]
    return lines


def test_columns_are_read_one_after_the_other() -> None:
    """Below a title over both, whatever order they are drawn in."""
    left, right = column(50, "Left"), column(320, "Right")
    mixed = [one for pair in zip(right, left, strict=True) for one in pair]
    extract = read(
        pdf([Words(50, 700, "A title that runs over both columns", 24), *mixed]), "a.pdf"
    )
    texts = [getattr(block, "text", "") for block in extract.content]
    assert extract.title == "A title that runs over both columns"
    assert texts[0] == "Left part"
    assert texts[1].startswith("Left line 0 of running text Left line 1")
    assert texts[1].endswith("Left line 9 of running text")
    assert texts[2] == "Right part"


def test_bullets_that_are_drawn_make_items() -> None:
    """As browsers print them; depth is how far an item is set in."""
    sheet: list[Drawing] = [Words(50, 700, f"{LONG}.")]
    for place, (left, text) in enumerate([(70, "Ice"), (100, "Ten minutes"), (70, "Rest")]):
        bottom = 670 - 14 * place
        sheet += [Square(left - 12, bottom + 4), Words(left, bottom, text)]
    assert content(sheet)[1:] == [("-", "Ice"), ("--", "Ten minutes"), ("-", "Rest")]


def test_numbers_that_count_up_make_items() -> None:
    """One that does not is text: a year, a dose."""
    lines = ["1. Ice", "2. Rest", "3. A brace"]
    sheet: list[Drawing] = [Words(50, 700, f"{LONG}.")]
    sheet += [Words(60, 670 - 14 * place, line) for place, line in enumerate(lines)]
    assert content(sheet)[1:] == [("-", "Ice"), ("-", "Rest"), ("-", "A brace")]
    assert content([Words(50, 700, f"{LONG}."), Words(50, 660, "12. May was cold")])[1:] == [
        "12. May was cold"
    ]


def test_cells_side_by_side_make_a_table() -> None:
    """Row below row; a bold first row heads it and is no heading of the page."""
    sheet: list[Drawing] = [Words(50, 700, f"{LONG}.")]
    for place, row in enumerate(
        [("Drug", "Dose"), ("Ibuprofen", "400 mg"), ("Naproxen", "250 mg")]
    ):
        sheet += [
            Words(left, 660 - 20 * place, cell, bold=place == 0)
            for left, cell in zip((50, 200), row, strict=True)
        ]
    assert content(sheet)[1:] == [
        (("Drug", "Dose"), ("Ibuprofen", "400 mg"), ("Naproxen", "250 mg")),
    ]


def test_what_recurs_in_the_middle_of_sheets_is_content() -> None:
    """Running heads stand at the top and the foot."""
    sheets: list[list[Drawing]] = [
        [
            Words(50, 760, "Oak Hill Clinic"),
            Words(50, 640, f"{LONG}, part {number}.", 11),
            Words(50, 400, "Ask your doctor."),
            Words(50, 30, f"Page {number}"),
        ]
        for number in (1, 2, 3)
    ]
    extract = read(pdf(*sheets), "a.pdf")
    texts = [getattr(block, "text", "") for block in extract.content]
    assert texts.count("Ask your doctor.") == 3
    assert [getattr(block, "text", "") for block in extract.after] == ["Oak Hill Clinic", "Page 1"]


def test_a_locked_document_says_so() -> None:
    """Staff can save it without its password."""
    key = "(" + "x" * 32 + ")"
    lock = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O {key} /U {key} /P -4 >> /ID [{key} {key}]"
    with pytest.raises(PageRefusedError, match=r"^a\.pdf: the PDF is locked with a password"):
        read(pdf([Words(50, 700, LONG)], trailer=lock), "a.pdf")


def test_a_scan_says_so() -> None:
    """It holds drawings but no text."""
    with pytest.raises(PageRefusedError, match=r"^a\.pdf: the PDF holds no text \(a scan\?\)"):
        read(pdf([Square(50, 50, 400)]), "a.pdf")
