"""Memory that is let go goes back to the system."""

import subprocess
import sys

import pytest

_HOLES = """
from pathlib import Path
from portal.allocation import give_back_memory

def own():
    rollup = Path("/proc/self/smaps_rollup").read_text()
    return next(int(line.split()[1]) for line in rollup.splitlines() if "Private_Dirty" in line)

pieces = [bytes(2_000) for _ in range(20_000)]
kept = pieces[::50]
del pieces
before = own()
give_back_memory()
print(before - own())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="memory is told by /proc")
def test_holes_between_what_is_kept_are_given_back() -> None:
    """Of 40 MB that are let go but for every fiftieth piece, most is the system's again."""
    told = subprocess.run(
        [sys.executable, "-c", _HOLES], capture_output=True, text=True, check=True
    )
    assert int(told.stdout) > 20_000
