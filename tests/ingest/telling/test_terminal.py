"""The report as people read it, and the bar while they wait."""

import io
import time

from ingest.telling.differences import SectionChanges
from ingest.telling.progress import PATIENCE, TerminalProgress
from ingest.telling.report import ChangedPage, LeftOut, PageLine, PageWarnings, RenamedPage, Report
from ingest.telling.terminal import LONGEST_LIST, write_report

GOUT = PageLine("gout.txt", "gout", "Gout")
REPORT = Report(library="var/library", dry_run=False, generation=3, written=True, seconds=1.25)


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def test_a_whole_report() -> None:
    """One list a kind of news, sections below their page, counts last."""
    report = Report(
        library="var/library",
        dry_run=False,
        generation=3,
        written=True,
        added=(PageLine("neck-pain.txt", "neck-pain", "Neck Pain"),),
        changed=(ChangedPage(GOUT, SectionChanges(("Outlook",), ("Causes",), ("Diet",))),),
        renamed=(RenamedPage(GOUT, PageLine("g.txt", "g", "Gout"), SectionChanges()),),
        removed=(PageLine("old.txt", "old", "Old"),),
        unchanged=("a.txt", "b.txt"),
        skipped=(LeftOut("README.md", "notes about the folder"),),
        failed=(LeftOut("x.txt", "the file is empty", kept=True), LeftOut("y.txt", "binary")),
        warnings=(PageWarnings("gout.txt", ("line 3: odd",)),),
        notes=("phone: differs",),
        seconds=1.25,
    )
    assert (
        write_report(report)
        == """\
Added (1)
  neck-pain.txt: Neck Pain

Changed (1)
  gout.txt: Gout
      + Outlook
      ~ Causes
      - Diet

Renamed (1)
  gout.txt is now g.txt: Gout

Removed (1)
  old.txt: Old

Skipped (1)
  README.md: notes about the folder

FAILED (2)
  x.txt: the file is empty (its last good version stays)
  y.txt: binary

Warnings (1)
  gout.txt
      line 3: odd

Please check (1)
  phone: differs

1 added, 1 changed, 1 renamed, 1 removed, 2 unchanged, 1 skipped, 2 failed. 1.2 seconds.
The library in var/library is up to date (generation 3).
"""
    )


def test_the_last_line_says_what_became_of_the_library() -> None:
    """Built, left alone, only looked at, or not there."""

    def last(*, dry_run: bool, written: bool, generation: int | None) -> str:
        report = Report("lib", dry_run=dry_run, written=written, generation=generation)
        return write_report(report).splitlines()[-1]

    assert last(dry_run=False, written=True, generation=2).endswith("is up to date (generation 2).")
    assert last(dry_run=False, written=False, generation=2).startswith("Nothing to do")
    assert last(dry_run=True, written=False, generation=2).startswith(
        "Dry run: nothing was changed"
    )
    assert last(dry_run=False, written=False, generation=None).startswith("No page could be read")


def test_long_lists_are_cut_and_say_so() -> None:
    """A first run over thousands of pages stays readable; nothing is cut in silence."""
    many = tuple(PageLine(f"{number}.txt", str(number), "Page") for number in range(60))
    sections = SectionChanges(added=tuple(f"Part {number}" for number in range(60)))
    report = Report(
        "lib",
        dry_run=False,
        written=True,
        generation=1,
        added=many,
        changed=(ChangedPage(GOUT, sections),),
        warnings=tuple(PageWarnings(page.source, ("odd",) * 9) for page in many),
    )
    text = write_report(report)
    assert "Added (60)" in text
    assert f"  and {60 - LONGEST_LIST} more; --json lists all\n" in text
    assert f"+ and {60 - LONGEST_LIST} more sections\n" in text
    assert "Warnings (540)" in text
    assert "and 4 more\n" in text
    assert "and 50 more pages; --json lists all\n" in text


def test_a_bar_is_drawn_on_a_terminal_while_it_takes_long() -> None:
    """And is gone afterwards."""
    stream = Terminal()
    items = []
    for item in TerminalProgress(stream).track(range(3), 3, "Reading pages"):
        items.append(item)
        time.sleep(PATIENCE / 2)
    assert items == [0, 1, 2]
    assert "Reading pages" in stream.getvalue()
    assert stream.getvalue().endswith("\r")


def test_no_bar_is_drawn_into_a_file_nor_for_a_moment() -> None:
    """Logs stay clean."""
    quick, file = Terminal(), io.StringIO()
    assert list(TerminalProgress(quick).track(range(3), 3, "Reading")) == [0, 1, 2]
    assert list(TerminalProgress(file).track(range(3), 3, "Reading")) == [0, 1, 2]
    assert "Reading" not in quick.getvalue()
    assert file.getvalue() == ""
