"""Word and PDF documents: what the trio's test does not show, and what is refused."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.blocks import Bullet, Text
from ingest.errors import PageRefusedError
from ingest.formats import read
from ingest.formats.extras import optional_module

FOLDER = Path(__file__).parents[2] / "data" / "trio"
WORD = (FOLDER / "tennis-elbow.docx").read_bytes()
PDF = (FOLDER / "tennis-elbow.pdf").read_bytes()


def test_the_title_of_a_document_is_not_content() -> None:
    """Word's Title style, and the largest heading of a PDF."""
    for raw, source in [(WORD, "a.docx"), (PDF, "a.pdf")]:
        extract = read(raw, source)
        assert extract.title == "Tennis Elbow"
        assert "Tennis Elbow" not in [getattr(block, "text", "") for block in extract.content]


def test_running_heads_and_page_numbers_of_a_pdf_are_furniture() -> None:
    """They stand at the same height on every sheet, whatever the number."""
    after = read(PDF, "a.pdf").after
    assert [block.text for block in after if isinstance(block, Text)] == [
        "Riverside Elbow & Shoulder Clinic",
        "Page 1",
    ]


def test_an_item_over_two_lines_of_a_pdf_is_one() -> None:
    """Lines of one item are joined; its depth is how far it is set in."""
    bullets = [block for block in read(PDF, "a.pdf").content if isinstance(block, Bullet)]
    stop = next(bullet for bullet in bullets if bullet.text.startswith("Stop or change"))
    assert stop.text.endswith("for several weeks.")
    assert stop.lines.last == stop.lines.first + 1


@pytest.mark.parametrize(
    ("raw", "source"),
    [
        (b"no archive", "a.docx"),
        (PDF, "a.docx"),
        (WORD[: len(WORD) // 2], "a.docx"),
        (b"no document", "a.pdf"),
        (WORD, "a.pdf"),
        (PDF[:600], "a.pdf"),
    ],
)
def test_what_is_no_such_document_is_refused_by_name(raw: bytes, source: str) -> None:
    """One line that names the file."""
    with pytest.raises(PageRefusedError, match=rf"^{source}: [^\n]+$"):
        read(raw, source)


def test_a_locked_or_old_document_says_so() -> None:
    """Both are the compound file of Word 97, whatever they are called."""
    raw = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)
    with pytest.raises(
        PageRefusedError, match=r"^a\.docx: locked with a password, or an old \.doc"
    ):
        read(raw, "a.docx")


def test_an_archive_without_a_document_is_refused() -> None:
    """Any office file is a zip."""
    raw = BytesIO()
    with ZipFile(raw, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    with pytest.raises(PageRefusedError, match="not a Word document"):
        read(raw.getvalue(), "a.docx")


def test_an_archive_made_to_fill_the_memory_is_refused() -> None:
    """Its parts are measured before they are unpacked."""
    raw = BytesIO()
    with ZipFile(raw, "w", compression=8) as archive:
        archive.writestr("word/document.xml", b" " * 61_000_000)
    with pytest.raises(PageRefusedError, match="too large"):
        read(raw.getvalue(), "a.docx")


def test_a_missing_extra_is_named_with_the_command() -> None:
    """Staff read what to install, and for which page."""
    with pytest.raises(PageRefusedError, match=r"a\.docx: .*pip install 'clinic-library\[word\]'"):
        optional_module("a_module_nobody_has", extra="word", source="a.docx")


DAMAGE = st.binary(min_size=1, max_size=8)


def outcome(raw: bytes, source: str) -> str:
    """Return the refusal's message, or the source itself if the document was read."""
    try:
        read(raw, source)
    except PageRefusedError as refusal:
        return str(refusal)
    return source


@pytest.mark.parametrize(("whole", "source"), [(PDF, "a.pdf"), (WORD, "a.docx")])
@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_a_damaged_document_is_read_or_refused(
    whole: bytes, source: str, data: st.DataObject
) -> None:
    """No damage gives anything but a page or a refusal that names it."""
    place = data.draw(st.integers(0, len(whole) - 1))
    damage = data.draw(DAMAGE)
    raw = whole[:place] + damage + whole[place + len(damage) :]
    assert outcome(raw, source).startswith(source)
