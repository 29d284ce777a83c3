"""No room: whichever file does not fit, one line says so, and visitors notice nothing."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.rounds import library_of, round_of, write_round
from tests.support.ingest import SECONDS, Printed, program

LIMITED = """
import resource, runpy, sys
limit = int(sys.argv.pop(1))
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
sys.argv[0] = "ingest"
runpy.run_module("ingest", run_name="__main__")
"""

ROOM = 1_500_000
"""Bytes of the small disk: enough for a library of few pages, not for one of many."""


def program_with_files_up_to(limit: int, *words: str | Path) -> Printed:
    """Run ingest, which may write files of ``limit`` bytes at most."""
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(limit), *map(str, words)],
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    return Printed(done.returncode, done.stdout, done.stderr)


def errors_of(done: Printed) -> list[str]:
    """Return the lines of the error output that are no progress."""
    return [line for line in done.err.splitlines() if line.startswith("ingest: ")]


@pytest.mark.parametrize("limit", [0, 500, 4_000, 20_000])
def test_where_a_file_cannot_be_written_the_library_is_as_it_was(
    tmp_path: Path, limit: int
) -> None:
    """One line names what could not be written; with room again, the same command mends it."""
    raw, library = tmp_path / "raw", tmp_path / "library"
    library_of(raw, library, 1)
    write_round(raw, 2)
    done = program_with_files_up_to(limit, raw, "--library", library)
    assert done.status == 1
    (error,) = errors_of(done)
    assert "File too large" in error
    assert "as it was" in error
    assert round_of(library) == 1
    assert not list(library.glob("building-*"))
    library_of(raw, library, 2)
    assert round_of(library) == 2


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Yield a file system of ROOM bytes."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = shutil.which("mount")
    if mount is None or os.geteuid() != 0:
        pytest.skip("only the superuser can mount a small disk")
    mounted = subprocess.run(
        [mount, "-t", "tmpfs", "-o", f"size={ROOM}", "tmpfs", str(disk)],
        capture_output=True,
        text=True,
        check=False,
    )
    if mounted.returncode != 0:
        pytest.skip(f"no small disk can be mounted here: {mounted.stderr.strip()}")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)  # wherever the system has it


def test_a_disk_that_fills_up_leaves_the_library_whole(tmp_path: Path, small_disk: Path) -> None:
    """Update after update until there is no room: the last one that went in stays."""
    raw, library = tmp_path / "raw", small_disk / "library"
    library_of(raw, library, 1)
    (small_disk / "other").write_bytes(bytes(_left(small_disk) - 50_000))
    write_round(raw, 2)
    done = program(raw, "--library", library)
    (error,) = errors_of(done)
    assert done.status == 1
    assert "No space left on device" in error
    assert round_of(library) == 1
    (small_disk / "other").unlink()
    assert program(raw, "--library", library).status == 0
    assert round_of(library) == 2


def _left(disk: Path) -> int:
    found = os.statvfs(disk)
    return found.f_bavail * found.f_frsize
