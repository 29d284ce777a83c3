"""The program that staff run: what it prints, and with which status it ends."""

import os
import signal
import subprocess
from pathlib import Path

import pytest

from index.engine import open_engine
from index.writer import LibraryWriter
from tests.support.ingest import SECONDS, command, live, program, slugs
from tests.support.raw import SECTIONS, fill, put


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    """Return a raw folder of three pages."""
    return fill(tmp_path / "raw")


def test_it_builds_updates_and_says_what_it_did(tmp_path: Path, raw: Path) -> None:
    """Added, then nothing to do, then one page changed with its section, then one removed."""
    library = tmp_path / "library"
    first = program(raw, "--library", library)
    assert (first.status, first.err) == (0, "")
    assert "Added (3)\n  gout.html: Gout\n" in first.out
    assert "3 added, 0 changed, 0 removed, 0 unchanged, 0 skipped." in first.out
    assert "3 unchanged" in program(raw, "--library", library).out
    put(raw, "gout.html", "Gout", {**SECTIONS, "Treatment": "Ice for a quarter of an hour."})
    assert (
        "Changed (1)\n  gout.html: Gout\n      ~ Treatment\n"
        in program(raw, "--library", library).out
    )
    (raw / "neck-pain.html").unlink()
    assert "Removed (1)\n  neck-pain.html: Neck Pain\n" in program(raw, "--library", library).out
    assert slugs(library) == ["gout", "tennis-elbow"]


def test_the_report_as_json(tmp_path: Path, raw: Path) -> None:
    """Everything in the report, for other programs."""
    (raw / "broken.txt").write_bytes(b"")
    put(raw, "README.md", "Notes")
    printed = program(raw, "--library", tmp_path / "library", "--json")
    report = printed.json
    assert printed.status == 1
    assert [page["slug"] for page in report["added"]] == ["gout", "neck-pain", "tennis-elbow"]
    assert report["failed"] == [
        {
            "source": "broken.txt",
            "reason": "the file is empty; save the page again",
            "kept": False,
        }
    ]
    assert report["skipped"] == [{"source": "README.md", "reason": "notes about the folder"}]
    assert (report["changed"], report["renamed"], report["removed"], report["unchanged"]) == (
        [], [], [], [],
    )  # fmt: skip
    assert (report["generation"], report["written"], report["dry_run"]) == (1, True, False)
    assert report["site"]["phones"] == ["555-010-0100"]
    assert report["seconds"] > 0


def test_a_dump_is_a_page_a_line_and_builds_nothing(tmp_path: Path, raw: Path) -> None:
    """In the order of the paths, with all that the page states by itself."""
    printed = program(raw, "--library", tmp_path / "library", "--dump")
    assert (printed.status, printed.err) == (0, "")
    pages = printed.lines
    assert [page["source"] for page in pages] == [
        "gout.html",
        "neck-pain.html",
        "tennis-elbow.html",
    ]
    assert {
        "source", "slug", "title", "category", "conditions", "site", "sections", "warnings",
    } <= set(pages[0])  # fmt: skip
    assert [section["heading"] for section in pages[0]["sections"]] == list(SECTIONS)
    assert {
        "anchor", "heading", "aspect", "condition", "topic", "lines", "blocks", "sections",
    } <= set(pages[0]["sections"][0])  # fmt: skip
    assert not (tmp_path / "library").exists()


def test_a_dump_names_the_files_it_cannot_read(raw: Path) -> None:
    """On the other stream; the pages that can be read are all there."""
    (raw / "broken.txt").write_bytes(b"")
    printed = program(raw, "--dump")
    assert printed.status == 1
    assert len(printed.lines) == 3
    assert printed.err == "broken.txt: the file is empty; save the page again\n"


def test_a_dry_run_builds_nothing(tmp_path: Path, raw: Path) -> None:
    """It reports what would be."""
    printed = program(raw, "--library", tmp_path / "library", "--dry-run")
    assert printed.status == 0
    assert "3 added" in printed.out
    assert "Dry run: nothing was changed" in printed.out
    assert not (tmp_path / "library").exists()


@pytest.mark.parametrize("kind", ["missing", "empty", "a file"])
@pytest.mark.parametrize("option", [None, "--dump", "--dry-run", "--json"])
def test_a_wrong_folder_is_wrong_use(tmp_path: Path, kind: str, option: str | None) -> None:
    """Status 2, one line, and the library as it was: not even made."""
    raw = tmp_path / "raw"
    if kind == "empty":
        raw.mkdir()
    elif kind == "a file":
        raw.write_text("text", encoding="utf-8")
    options = [option] if option else []
    printed = program(raw, "--library", tmp_path / "library", *options)
    assert (printed.status, printed.out) == (2, "")
    assert printed.err.startswith(f"ingest: {raw}")
    assert printed.err.count("\n") == 1
    assert not (tmp_path / "library").exists()


def test_an_emptied_folder_leaves_the_library_as_it_was(tmp_path: Path, raw: Path) -> None:
    """An unmounted disk must not empty the portal."""
    library = tmp_path / "library"
    program(raw, "--library", library)
    for path in raw.iterdir():
        path.unlink()
    assert program(raw, "--library", library).status == 2
    assert len(slugs(library)) == 3


@pytest.mark.parametrize("text", ["[aspects]\nhealing = ['x']", "not toml", "[unknown]"])
def test_a_mistake_in_the_vocabulary_is_one_line(tmp_path: Path, raw: Path, text: str) -> None:
    """It names the file; nothing is built."""
    (raw / "vocabulary.toml").write_text(text, encoding="utf-8")
    printed = program(raw, "--library", tmp_path / "library")
    assert printed.status == 2
    assert printed.err.startswith("ingest: vocabulary.toml: ")
    assert printed.err.count("\n") == 1
    assert not (tmp_path / "library").exists()


@pytest.mark.parametrize("options", [["--nonsense"], ["--library"]])
def test_an_unknown_option_is_wrong_use(raw: Path, options: list[str]) -> None:
    """The usage is shown."""
    printed = program(raw, *options)
    assert printed.status == 2
    assert printed.err.startswith("usage: python -m ingest")


def test_help_tells_options_and_statuses(raw: Path) -> None:
    """Everything that the README promises."""
    printed = program(raw, "--help")
    assert printed.status == 0
    options = ("--library DIR", "--dry-run", "--dump", "--check", "--rollback", "--json", "--force")
    for word in (*options, "exit status"):
        assert word in printed.out
    assert "default: var/library" in " ".join(printed.out.split())


def test_a_library_in_use_is_said_to_be(tmp_path: Path, raw: Path) -> None:
    """Status 1, one line that names the other process."""
    library = tmp_path / "library"
    with LibraryWriter(library, open_engine("whoosh")):
        printed = program(raw, "--library", library)
        assert program(raw, "--library", library, "--dry-run").status == 0
    assert printed.status == 1
    assert f"another ingest (process {os.getpid()}) is writing" in printed.err
    assert printed.err.count("\n") == 1
    assert program(raw, "--library", library).status == 0


def test_a_library_that_cannot_be_made_is_said_so(tmp_path: Path, raw: Path) -> None:
    """A file is in its place."""
    (tmp_path / "taken").write_text("", encoding="utf-8")
    printed = program(raw, "--library", tmp_path / "taken" / "library")
    assert printed.status == 1
    assert printed.err.startswith("ingest: ")
    assert printed.err.count("\n") == 1


def test_a_reader_of_the_dump_may_leave_early(raw: Path) -> None:
    """As ``head`` does; no error is printed."""
    for number in range(60):
        put(raw, f"page-{number}.html", f"Page {number}")
    running = subprocess.Popen(
        command(raw, "--dump"), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert running.stdout is not None
    assert running.stderr is not None
    running.stdout.readline()
    running.stdout.close()
    assert running.stderr.read() == b""
    running.stderr.close()
    assert running.wait(SECONDS) == 0


def test_stopped_by_hand_the_library_is_as_it_was(tmp_path: Path, raw: Path) -> None:
    """One line, no traceback, from no process."""
    library = tmp_path / "library"
    program(raw, "--library", library)
    for number in range(400):
        put(raw, f"page-{number}.html", f"Page {number}")
    (library / "lock").unlink()
    # Whoever runs the tests in the background may have them ignore the signal.
    heeding = ["env", "--default-signal=INT", *command(raw, "--library", library)]
    running = subprocess.Popen(heeding, stderr=subprocess.PIPE, start_new_session=True)
    assert running.stderr is not None
    while not (library / "lock").exists():
        assert running.poll() is None
    os.killpg(running.pid, signal.SIGINT)
    assert running.stderr.read() == b"ingest: stopped; the library is as it was\n"
    running.stderr.close()
    assert running.wait(SECONDS) == 130
    assert len(live(library).summaries) == 3
