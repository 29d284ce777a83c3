"""Two ingests of one library at the same time: one does the work, the other says so and ends."""

import subprocess
from pathlib import Path

from tests.faults.rounds import library_of, round_of, write_round
from tests.support.ingest import SECONDS, command


def test_of_ingests_started_together_one_writes(tmp_path: Path) -> None:
    """The others say in one line who is writing; afterwards the library is whole and new."""
    raw, library = tmp_path / "raw", tmp_path / "library"
    library_of(raw, library, 1)
    write_round(raw, 2)
    running = [
        subprocess.Popen(
            command(raw, "--library", library),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(3)
    ]
    printed = [process.communicate(timeout=SECONDS)[1] for process in running]
    for process, said in zip(running, printed, strict=True):
        if process.returncode:
            (line,) = (line for line in said.splitlines() if line.startswith("ingest: "))
            assert "another ingest" in line
            assert "run this again" in line
    assert any(process.returncode == 0 for process in running)
    assert round_of(library) == 2
