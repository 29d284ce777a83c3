"""What each choice on the command line runs, within one process."""

import io
import json
from pathlib import Path

import pytest

from index.engine import open_engine
from index.writer import LibraryWriter
from ingest.cli import main
from ingest.commands.console import ALL_WELL, SOME_FAILED, WRONG_USE, Streams
from tests.support.ingest import slugs
from tests.support.raw import fill


class Run:
    """One run of the command line: its status and what it wrote."""

    def __init__(self, *words: str | Path) -> None:
        """Run it with ``words``."""
        streams = Streams(io.StringIO(), io.StringIO())
        self.status = main([str(word) for word in words], streams)
        self.out = streams.out.getvalue() if isinstance(streams.out, io.StringIO) else ""
        self.err = streams.err.getvalue() if isinstance(streams.err, io.StringIO) else ""


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    """Return a raw folder of three pages."""
    return fill(tmp_path / "raw")


def test_update_dry_run_and_json(tmp_path: Path, raw: Path) -> None:
    """The same report, in words or as data; a dry run builds nothing."""
    library = tmp_path / "library"
    assert "3 added" in Run(raw, "--library", library, "--dry-run").out
    assert not library.exists()
    built = Run(raw, "--library", library, "--json")
    assert built.status == ALL_WELL
    assert len(json.loads(built.out)["added"]) == 3
    assert "Nothing to do" in Run(raw, "--library", library).out


def test_some_pages_failed(tmp_path: Path, raw: Path) -> None:
    """The status says so, for an update and for a dump."""
    (raw / "broken.txt").write_bytes(b"")
    assert Run(raw, "--library", tmp_path / "library").status == SOME_FAILED
    dumped = Run(raw, "--dump")
    assert dumped.status == SOME_FAILED
    assert len(dumped.out.splitlines()) == 3
    assert dumped.err.startswith("broken.txt: ")


def test_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A missing folder, no folder, an unknown option."""
    missing = Run(tmp_path / "none")
    assert (missing.status, missing.err.count("\n")) == (WRONG_USE, 1)
    assert Run().status == WRONG_USE
    assert Run("--nonsense").status == WRONG_USE
    assert "usage: python -m ingest" in capsys.readouterr().err
    assert Run("--help").status == ALL_WELL


def test_a_library_that_cannot_be_written(tmp_path: Path, raw: Path) -> None:
    """In use, or not to be made."""
    library = tmp_path / "library"
    with LibraryWriter(library, open_engine("whoosh")):
        assert Run(raw, "--library", library).status == SOME_FAILED
    (tmp_path / "taken").write_text("", encoding="utf-8")
    assert Run(raw, "--library", tmp_path / "taken" / "library").status == SOME_FAILED


def test_check_and_rollback(tmp_path: Path, raw: Path) -> None:
    """A library is looked after without a raw folder."""
    library = tmp_path / "library"
    Run(raw, "--library", library)
    (raw / "gout.html").unlink()
    Run(raw, "--library", library)
    assert Run("--check", "--library", library).out.endswith("is whole.\n")
    assert Run("--rollback", "--library", library).status == ALL_WELL
    assert "gout" in slugs(library)
    (library / "live").write_text("{}", encoding="utf-8")
    assert Run("--check", "--library", library).status == SOME_FAILED
