"""Advice in the report: beside the warnings, without an effect on the exit status."""

from pathlib import Path

from tests.support.ingest import ingest, program
from tests.support.raw import SECTIONS, fill, put

WITH_MRI = {**SECTIONS, "Diagnosis": "An MRI shows what is wrong, if anything is."}


def test_advice_is_printed_and_harms_nothing(tmp_path: Path) -> None:
    """In words and as data; the status is 0."""
    raw = fill(tmp_path / "raw")
    put(raw, "back-pain.html", "Back Pain", WITH_MRI)
    printed = program(raw, "--library", tmp_path / "library", "--json")
    assert (printed.status, printed.json["warnings"]) == (0, [])
    (page,) = [page for page in printed.json["advice"] if page["advice"]]
    assert (page["source"], page["advice"][0]["kind"]) == ("back-pain.html", "abbreviation")
    assert isinstance(page["reading_grade"], float)
    again = program(raw, "--library", tmp_path / "library")
    assert (again.status, again.err) == (0, "")
    assert "Advice on wording (1)\n  back-pain.html\n      no page explains MRI" in again.out


def test_unread_pages_are_advised_on_as_if_they_were_read(tmp_path: Path) -> None:
    """The second run remembers, and hears what other pages say by now."""
    raw, library = fill(tmp_path / "raw"), tmp_path / "library"
    put(raw, "back-pain.html", "Back Pain", WITH_MRI)
    first = ingest(raw, library).advice
    assert ingest(raw, library).advice == first
    (library / "ingest.json").unlink()
    assert ingest(raw, library).advice == first
    put(raw, "gout.html", "Gout", {**SECTIONS, "Scans": "Magnetic resonance imaging (MRI) helps."})
    assert not any(page.advice for page in ingest(raw, library).advice)
