"""What an update does when files are added, edited, removed or renamed."""

from hashlib import sha256
from pathlib import Path

import pytest

from index.aspect import Aspect
from index.query import Query
from ingest.telling.report import PageLine
from tests.support.ingest import ingest, live, slugs
from tests.support.raw import SECTIONS, fill, put

LONGER = (
    "We go gently and step by step, and over several weeks we see together how it develops. Most "
    "people notice a difference after the first month, and few of them need anything further."
)


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    """Return a raw folder of three pages."""
    return fill(tmp_path / "raw")


@pytest.fixture
def library(tmp_path: Path, raw: Path) -> Path:
    """Return a library that holds them."""
    ingest(raw, tmp_path / "library")
    return tmp_path / "library"


def test_the_first_run_adds_every_page(tmp_path: Path, raw: Path) -> None:
    """The library is made where none was."""
    report = ingest(raw, tmp_path / "new" / "library")
    assert report.added == (
        PageLine("gout.html", "gout", "Gout"),
        PageLine("neck-pain.html", "neck-pain", "Neck Pain"),
        PageLine("tennis-elbow.html", "tennis-elbow", "Tennis Elbow"),
    )
    assert (report.generation, report.written) == (1, True)
    assert slugs(tmp_path / "new" / "library") == ["gout", "neck-pain", "tennis-elbow"]


def test_a_run_without_changes_writes_nothing(raw: Path, library: Path) -> None:
    """Not one file of the library is touched."""
    before = {path: path.stat().st_mtime_ns for path in library.rglob("*") if path.name != "lock"}
    report = ingest(raw, library)
    after = {path: path.stat().st_mtime_ns for path in library.rglob("*") if path.name != "lock"}
    assert report.unchanged == ("gout.html", "neck-pain.html", "tennis-elbow.html")
    assert (report.generation, report.written) == (1, False)
    assert before == after


def test_editing_one_file_changes_only_that_page(raw: Path, library: Path) -> None:
    """The report names the section; the other pages are those of the generation before."""
    others = [live(library).page(slug) for slug in ("gout", "tennis-elbow")]
    put(raw, "neck-pain.html", "Neck Pain", {**SECTIONS, "Treatment": "Heat helps many people."})
    report = ingest(raw, library)
    (changed,) = report.changed
    assert changed.page.source == "neck-pain.html"
    assert changed.sections.changed == ("Treatment",)
    assert report.unchanged == ("gout.html", "tennis-elbow.html")
    assert not report.added
    assert not report.removed
    assert not report.renamed
    assert live(library).search(Query("heat")).total == 1
    assert [live(library).page(slug) for slug in ("gout", "tennis-elbow")] == others


def test_deleting_a_file_removes_its_page(raw: Path, library: Path) -> None:
    """It is found no more."""
    (raw / "gout.html").unlink()
    report = ingest(raw, library)
    assert report.removed == (PageLine("gout.html", "gout", "Gout"),)
    assert slugs(library) == ["neck-pain", "tennis-elbow"]
    assert live(library).page("gout") is None
    assert live(library).search(Query("gout")).total == 0


def test_renaming_a_file_is_reported_and_the_old_address_leads_on(raw: Path, library: Path) -> None:
    """Neither added nor removed."""
    (raw / "gout.html").rename(raw / "gouty-arthritis.html")
    report = ingest(raw, library)
    (renamed,) = report.renamed
    assert (renamed.before.source, renamed.page.source) == ("gout.html", "gouty-arthritis.html")
    assert report.added == report.removed == ()
    assert slugs(library) == ["gouty-arthritis", "neck-pain", "tennis-elbow"]
    assert live(library).redirect("gout") == "gouty-arthritis"


def test_a_file_renamed_and_edited_is_still_the_same_page(raw: Path, library: Path) -> None:
    """By its title and most of its text."""
    (raw / "neck-pain.html").unlink()
    put(raw, "neck-pain-2025.html", "Neck Pain", {"Prognosis": LONGER, **SECTIONS})
    (renamed,) = ingest(raw, library).renamed
    assert renamed.sections.added == ("Prognosis",)
    assert live(library).redirect("neck-pain") == "neck-pain-2025"


def test_a_file_moved_to_a_folder_keeps_its_address(raw: Path, library: Path) -> None:
    """Only the path of its file is another."""
    (raw / "conditions").mkdir()
    (raw / "gout.html").rename(raw / "conditions" / "gout.html")
    (renamed,) = ingest(raw, library).renamed
    assert renamed.before.slug == renamed.page.slug == "gout"
    page = live(library).page("gout")
    assert page is not None
    assert page.source == "conditions/gout.html"


def test_two_files_that_change_names_change_addresses(raw: Path, library: Path) -> None:
    """Each address then shows what its file holds."""
    (raw / "gout.html").rename(raw / "x")
    (raw / "neck-pain.html").rename(raw / "gout.html")
    (raw / "x").rename(raw / "neck-pain.html")
    report = ingest(raw, library)
    assert [changed.page.source for changed in report.changed] == ["gout.html", "neck-pain.html"]
    page = live(library).page("gout")
    assert page is not None
    assert page.content_hash == sha256((raw / "gout.html").read_bytes()).hexdigest()


def test_another_vocabulary_reads_everything_again(raw: Path, library: Path) -> None:
    """And changes the pages that it concerns."""
    put(raw, "gout.html", "Gout", {"Our words": LONGER, **SECTIONS})
    ingest(raw, library)
    (raw / "vocabulary.toml").write_text('[aspects]\nresearch = ["Our words"]\n', encoding="utf-8")
    report = ingest(raw, library)
    assert [changed.page.source for changed in report.changed] == ["gout.html"]
    assert report.unchanged == ("neck-pain.html", "tennis-elbow.html")
    page = live(library).page("gout")
    assert page is not None
    assert page.sections[0].aspect is Aspect.RESEARCH


def test_a_dry_run_reports_and_changes_nothing(raw: Path, library: Path) -> None:
    """Not even the lock is taken."""
    (raw / "gout.html").unlink()
    put(raw, "back-pain.html", "Back Pain")
    before = {path: path.stat().st_mtime_ns for path in library.rglob("*")}
    report = ingest(raw, library, dry_run=True)
    assert [page.source for page in report.added] == ["back-pain.html"]
    assert [page.source for page in report.removed] == ["gout.html"]
    assert (report.dry_run, report.written, report.generation) == (True, False, 1)
    assert before == {path: path.stat().st_mtime_ns for path in library.rglob("*")}


def test_a_dry_run_without_a_library_makes_none(tmp_path: Path, raw: Path) -> None:
    """The folder is not even made."""
    report = ingest(raw, tmp_path / "none", dry_run=True)
    assert len(report.added) == 3
    assert not (tmp_path / "none").exists()
