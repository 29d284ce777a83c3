"""What the pages state together: facts about the clinic, its menu, categories."""

from pathlib import Path

from tests.support.ingest import ingest, live
from tests.support.raw import FOOTER, MENU, fill, put


def test_the_library_knows_the_clinic(tmp_path: Path) -> None:
    """Name, numbers and menu are what the pages agree on."""
    ingest(fill(tmp_path / "raw"), tmp_path / "library")
    site = live(tmp_path / "library").site
    assert site.name == "Example Pain Clinic"
    assert site.phones == ("555-010-0100",)
    assert site.fax == "555-010-0101"
    assert [group.name for group in site.menu if group.entries] == [
        "Conditions We Treat",
        "Treatments We Provide",
    ]


def test_a_page_that_contradicts_the_others_is_named(tmp_path: Path) -> None:
    """The majority is believed."""
    raw = fill(tmp_path / "raw")
    path = raw / "gout.html"
    text = path.read_text(encoding="utf-8").replace("Tel: 555-010-0100", "Tel: 555-010-0177")
    path.write_text(text, encoding="utf-8")
    report = ingest(raw, tmp_path / "library")
    assert report.notes == ("phone: most pages say 555-010-0100, but gout.html says 555-010-0177",)
    assert report.site.phones == ("555-010-0100",)


def test_a_page_without_a_menu_is_filed_under_that_of_the_others(tmp_path: Path) -> None:
    """And is filed elsewhere when that menu changes, though its own file does not."""
    raw, library = fill(tmp_path / "raw"), tmp_path / "library"
    path = put(raw, "dry-needling.html", "Dry Needling")
    text = path.read_text(encoding="utf-8").replace(MENU, "").replace(FOOTER, "")
    path.write_text(text, encoding="utf-8")
    ingest(raw, library)
    page = live(library).page("dry-needling")
    assert page is not None
    assert page.category == "Treatments We Provide"
    for other in ("gout.html", "neck-pain.html", "tennis-elbow.html"):
        text = (raw / other).read_text(encoding="utf-8")
        (raw / other).write_text(
            text.replace("Treatments We Provide", "What We Do"), encoding="utf-8"
        )
    report = ingest(raw, library)
    assert "dry-needling.html" in [changed.page.source for changed in report.changed]
    page = live(library).page("dry-needling")
    assert page is not None
    assert page.category == "What We Do"
