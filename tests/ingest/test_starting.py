"""What a run of ingest imports: no more than it needs."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.raw import fill, put

_RUN = """
import sys
from ingest.cli import main
from ingest.commands.console import Streams
status = main(sys.argv[1:], Streams(sys.stdout, sys.stderr))
print(sorted({"numpy", "whoosh", "tqdm", "ingest.pages.reader"} & set(sys.modules)))
print("index.engines.whoosh.searching" in sys.modules)
sys.exit(status)
"""


def run(raw: Path, library: Path) -> list[str]:
    """Run ingest in a process of its own; return which costly modules it had, and a searcher's."""
    command = [sys.executable, "-c", _RUN, str(raw), "--library", str(library)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()[-2:]


@pytest.fixture
def ingested(tmp_path: Path) -> tuple[Path, Path]:
    """Return a raw folder and the library of it."""
    raw, library = fill(tmp_path / "raw"), tmp_path / "library"
    run(raw, library)
    return raw, library


def test_a_run_that_finds_nothing_new_only_looks(ingested: tuple[Path, Path]) -> None:
    """It loads neither arrays nor an engine, and draws no bar where nobody watches."""
    raw, library = ingested
    found, has_searcher = run(raw, library)
    assert "whoosh" not in found
    assert "tqdm" not in found
    assert has_searcher == "False"


def test_an_update_writes_without_what_searches(ingested: tuple[Path, Path]) -> None:
    """Reading and writing are loaded, searching is not."""
    raw, library = ingested
    put(raw, "gout.html", "Gout in Spring")
    found, has_searcher = run(raw, library)
    assert found == str(["ingest.pages.reader", "numpy", "whoosh"])
    assert has_searcher == "False"
