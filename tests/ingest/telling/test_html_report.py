"""The report as one HTML page."""

from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path

from ingest.lint.advice import Advice, AdviceKind, PageAdvice
from ingest.telling.differences import Rewording, SectionChanges
from ingest.telling.report import ChangedPage, LeftOut, PageLine, PageWarnings, RenamedPage, Report
from ingest.telling.report_page import write_report_page
from tests.support.ingest import program
from tests.support.raw import SECTIONS, fill, put

NOW = datetime(2026, 3, 4, 15, 6, tzinfo=UTC)
HOSTILE = "<script>alert(1)</script>&\"'"
EMPTY = Report("lib", dry_run=False, generation=1, written=True)


class Elements(HTMLParser):
    """The names of a page's elements, and what they refer to."""

    def __init__(self, text: str) -> None:
        """Parse ``text``."""
        super().__init__()
        self.names: list[str] = []
        self.references: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.names.append(tag)
        self.references += [value or "" for name, value in attrs if name in {"src", "href"}]


def test_nothing_of_a_page_is_taken_for_markup() -> None:
    """Whatever stands in titles, file names, reasons, texts or advice."""
    line = PageLine(HOSTILE, HOSTILE, HOSTILE)
    rewording = Rewording(HOSTILE, (HOSTILE,), (HOSTILE,))
    sections = SectionChanges((HOSTILE,), (HOSTILE,), (HOSTILE,), (rewording,))
    report = Report(
        HOSTILE,
        dry_run=False,
        generation=1,
        written=True,
        added=(line,),
        changed=(ChangedPage(line, sections),),
        renamed=(RenamedPage(line, line, sections),),
        removed=(line,),
        skipped=(LeftOut(HOSTILE, HOSTILE),),
        failed=(LeftOut(HOSTILE, HOSTILE, kept=True),),
        warnings=(PageWarnings(HOSTILE, (HOSTILE,)),),
        advice=(PageAdvice(HOSTILE, 9.5, (Advice(AdviceKind.CATEGORY, HOSTILE),)),),
        notes=(HOSTILE,),
    )
    page = write_report_page(report, NOW)
    elements = Elements(page)
    assert "script" not in elements.names
    assert page.count("&lt;script&gt;alert(1)&lt;/script&gt;&amp;&#34;&#39;") == 30
    assert elements.references == []


def test_a_report_without_news_has_no_empty_lists() -> None:
    """Only when, how many and what became of the library."""
    page = write_report_page(EMPTY, NOW)
    assert "<h2>" not in page
    assert "4 March 2026, 15:06" in page
    assert "0 added, 0 changed" in page


def test_it_shows_what_changed_in_each_section(tmp_path: Path) -> None:
    """The old words and the new ones, beside what the terminal gets."""
    raw, library, report = fill(tmp_path / "raw"), tmp_path / "library", tmp_path / "report.html"
    program(raw, "--library", library)
    sections = {**SECTIONS, "Treatment": "Ice for a quarter of an hour."}
    del sections["Causes"]
    put(raw, "gout.html", "Gout", sections)
    printed = program(raw, "--library", library, "--report", report)
    assert (printed.status, printed.err) == (0, "")
    assert "Changed (1)" in printed.out
    page = report.read_text(encoding="utf-8")
    assert f"<del>{SECTIONS['Treatment']}</del>" in page
    assert "<ins>Ice for a quarter of an hour.</ins>" in page
    assert "<li><del>Causes</del></li>" in page
    assert "The same words" not in page


def test_a_report_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    """The library is up to date all the same, and the line says which file is at fault."""
    target = tmp_path / "none" / "report.html"
    printed = program(fill(tmp_path / "raw"), "--library", tmp_path / "library", "--report", target)
    assert printed.status == 1
    assert str(target) in printed.err
    assert "library is as it was" not in printed.err
    assert printed.err.count("\n") == 1
