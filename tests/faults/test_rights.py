"""Rights taken away: one line names the file and what to do; the library is as it was."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.rounds import library_of, round_of, write_round
from tests.support.ingest import SECONDS, Printed

_OVERRIDES = "-dac_override,-dac_read_search"


def program_of_a_user(*words: str | Path) -> Printed:
    """Run ingest with a user's rights; the superuser gives up the right to override them."""
    command = [sys.executable, "-m", "ingest", *map(str, words)]
    if os.geteuid() == 0:
        setpriv = shutil.which("setpriv")
        if setpriv is None:
            pytest.skip("the superuser may do everything, and there is no setpriv to prevent it")
        command = [
            setpriv,
            f"--bounding-set={_OVERRIDES}",
            f"--inh-caps={_OVERRIDES}",
            *command,
        ]
    done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=False)
    return Printed(done.returncode, done.stdout, done.stderr)


@pytest.mark.parametrize(
    "place",
    [".", "live", "lock", "generation-000001", "generation-000001/manifest.json"],
)
def test_what_may_not_be_used_is_said_in_one_line(tmp_path: Path, place: str) -> None:
    """Whatever it is, nothing is lost; with the rights back, the same command goes through."""
    raw, library = tmp_path / "raw", tmp_path / "library"
    library_of(raw, library, 1)
    write_round(raw, 2)
    path = library / place
    mode = path.stat().st_mode
    path.chmod(0o500 if path.is_dir() and place == "." else 0)
    try:
        done = program_of_a_user(raw, "--library", library)
        errors = [line for line in done.err.splitlines() if line.startswith("ingest: ")]
        said = errors or [line for line in done.out.splitlines() if str(path) in line]
        assert len(said) == 1, done
        assert "Permission denied" in said[0]
    finally:
        if path.exists():  # a generation that cannot be read is built anew, and the old one goes
            path.chmod(mode)
    assert round_of(library) == (1 if done.status else 2)
    library_of(raw, library, 2)
    assert round_of(library) == 2
