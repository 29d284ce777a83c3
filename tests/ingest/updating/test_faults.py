"""Files that are no pages, or not at present: a clear line each, and nothing else harmed."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.decode import MAXIMUM_BYTES
from ingest.errors import TooManyRemovedError
from tests.support.ingest import ingest, live, slugs
from tests.support.raw import SECTIONS, fill, put, raw_page

BYTES_OF_A_PROGRAM = bytes(range(256)) * 40


def endless(path: Path) -> None:
    """Write one line of a megabyte."""
    path.write_text("word " * 200_000, encoding="utf-8")


def too_big(path: Path) -> None:
    """Write a file of 20 MB."""
    with path.open("wb") as stream:
        stream.truncate(2 * MAXIMUM_BYTES)


FAULTS: dict[str, tuple[Callable[[Path], object], str]] = {
    "empty": (lambda path: path.write_bytes(b""), "the file is empty"),
    "blank": (lambda path: path.write_bytes(b" \n\t\n"), "the file is empty"),
    "binary": (lambda path: path.write_bytes(BYTES_OF_A_PROGRAM), "binary data"),
    "too big": (too_big, "20 MB is more than a page can be"),
    "one endless line": (endless, "line 1 has 999,999 characters"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_new_file_that_is_no_page_is_named_and_the_others_go_in(
    tmp_path: Path, fault: str
) -> None:
    """One line says which file and why."""
    spoil, reason = FAULTS[fault]
    raw = fill(tmp_path / "raw")
    spoil(raw / "broken.txt")
    report = ingest(raw, tmp_path / "library")
    (failed,) = report.failed
    assert failed.source == "broken.txt"
    assert reason in failed.reason
    assert "\n" not in failed.reason
    assert not failed.kept
    assert slugs(tmp_path / "library") == ["gout", "neck-pain", "tennis-elbow"]


@pytest.mark.parametrize("fault", [fault for fault in FAULTS if fault != "one endless line"])
def test_a_page_whose_file_is_spoilt_keeps_its_last_good_version(
    tmp_path: Path, fault: str
) -> None:
    """Edits to other files go in meanwhile; repaired, the page goes in again. (Saved HTML may
    be one line.)
    """
    raw, library = fill(tmp_path / "raw"), tmp_path / "library"
    ingest(raw, library)
    good = live(library).page("gout")
    FAULTS[fault][0](raw / "gout.html")
    put(raw, "back-pain.html", "Back Pain")
    report = ingest(raw, library)
    assert [(left.source, left.kept) for left in report.failed] == [("gout.html", True)]
    assert [page.source for page in report.added] == ["back-pain.html"]
    assert live(library).page("gout") == good
    put(raw, "gout.html", "Gout", {"Causes": SECTIONS["Causes"]})
    assert [changed.page.source for changed in ingest(raw, library).changed] == ["gout.html"]


def test_a_page_keeps_its_last_good_version_when_the_program_changes(tmp_path: Path) -> None:
    """All are read again then, and the one that cannot be is still kept."""
    raw, library = fill(tmp_path / "raw"), tmp_path / "library"
    ingest(raw, library)
    (raw / "gout.html").write_bytes(b"")
    (raw / "vocabulary.toml").write_text("[aspects]\n", encoding="utf-8")
    report = ingest(raw, library)
    assert [left.source for left in report.failed] == ["gout.html"]
    assert not report.written
    assert "gout" in slugs(library)


def test_invalid_bytes_are_read_around(tmp_path: Path) -> None:
    """A page in an old encoding, or with a stray byte, is a page; the report says what was done."""
    raw = fill(tmp_path / "raw")
    text = raw_page("Café au lait spots").replace("injury", "naïve injury")
    (raw / "spots.html").write_bytes(text.encode("cp1252"))
    report = ingest(raw, tmp_path / "library")
    assert not report.failed
    assert [page.source for page in report.warnings] == ["spots.html"]
    assert "spots" in slugs(tmp_path / "library")


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read every file")
def test_a_file_that_may_not_be_read_keeps_its_page(tmp_path: Path) -> None:
    """So does every page in a folder that may not be read."""
    raw, library = fill(tmp_path / "raw"), tmp_path / "library"
    put(raw, "more/back-pain.html", "Back Pain")
    ingest(raw, library)
    (raw / "gout.html").chmod(0)
    (raw / "more").chmod(0)
    report = ingest(raw, library)
    (raw / "more").chmod(0o700)
    assert [(left.source, left.kept) for left in report.failed] == [
        ("gout.html", True),
        ("more", True),
    ]
    assert len(slugs(library)) == 4


def test_a_folder_emptied_by_accident_leaves_the_library_as_it_was(tmp_path: Path) -> None:
    """Most of the pages go only when told twice."""
    raw, library = fill(tmp_path / "raw"), tmp_path / "library"
    for number in range(12):
        put(raw, f"page-{number}.html", f"Page {number}")
    ingest(raw, library)
    for number in range(12):
        (raw / f"page-{number}.html").unlink()
    with pytest.raises(TooManyRemovedError, match="remove 12 of the 15 pages"):
        ingest(raw, library)
    assert len(slugs(library)) == 15
    assert len(ingest(raw, library, force=True).removed) == 12
    assert len(slugs(library)) == 3


def test_a_damaged_library_is_built_anew(tmp_path: Path) -> None:
    """The report says what was wrong with it."""
    raw, library = fill(tmp_path / "raw"), tmp_path / "library"
    ingest(raw, library)
    (library / "live").write_text("nonsense", encoding="utf-8")
    assert "live" in ingest(raw, library, dry_run=True).notes[0]
    report = ingest(raw, library)
    assert len(report.added) == 3
    assert "live" in report.notes[0]
    assert len(slugs(library)) == 3


def test_files_with_one_name_or_one_content_are_pointed_out(tmp_path: Path) -> None:
    """Each has an address of its own."""
    raw = fill(tmp_path / "raw")
    put(raw, "old/gout.html", "Gout")
    report = ingest(raw, tmp_path / "library")
    (warned,) = report.warnings
    assert warned.source == "old/gout.html"
    assert "its address is 'old-gout', because gout.html has the address 'gout'" in warned.texts[0]
    assert warned.texts[1] == "its content is that of gout.html; one of the two can go"
    assert slugs(tmp_path / "library") == ["gout", "neck-pain", "old-gout", "tennis-elbow"]
