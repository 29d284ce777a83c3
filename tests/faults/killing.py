"""Kills ingest at chosen points of its run, from the first import to the last file removed.

The test suite does it a dozen times. As ``python -m tests.faults.killing POINT RAW --library DIR``
it is the run that kills itself: Python tells of every file opened, made, linked, renamed or removed
and of much else (https://docs.python.org/3/library/audit_events.html); before the POINT-th of these
events, the process sends itself SIGKILL. With point 0 it prints how many there are.
"""

import os
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from index.engine import open_engine
from index.writer import LibraryWriter
from ingest.cli import main
from ingest.commands.console import Streams
from tests.faults.rounds import library_of, round_of, write_round
from tests.support.ingest import SECONDS, ingest

ANYWHERE = "anywhere"
"""Points: all events of the run, most of which come from reading."""

WRITING = "writing"
"""Points: the events that name a file of the library."""


@dataclass(frozen=True, slots=True)
class Killed:
    """Two rounds of a library, and a run from the first to the second that can be killed."""

    folder: Path

    @property
    def raw(self) -> Path:
        """The raw folder, which has the second round."""
        return self.folder / "raw"

    @property
    def library(self) -> Path:
        """The library that runs are killed over."""
        return self.folder / "library"

    def prepare(self) -> None:
        """Build the library of the first round."""
        library_of(self.raw, self.folder / "old", 1)
        write_round(self.raw, 2)

    def points(self, kind: str) -> int:
        """Return how many points a run has that is not killed.

        Raises:
            AssertionError: the run failed.
        """
        self._restore()
        done = self._run(kind, 0)
        assert done.returncode == 0, done.stderr
        return int(done.stdout.splitlines()[-1])

    def kill_at(self, kind: str, point: int) -> int:
        """Kill a run at ``point``; return the round of the library afterwards, old or new.

        Then the next run brings it to the second round and clears away what was left.

        Raises:
            AssertionError: the library is not whole, or the next run did not mend everything.
        """
        self._restore()
        killed = self._run(kind, point)
        assert killed.returncode == -signal.SIGKILL, killed.stderr
        found = round_of(self.library)
        assert found in (1, 2)
        ingest(self.raw, self.library)
        assert round_of(self.library) == 2
        names = {path.name.partition("-")[0] for path in self.library.iterdir()}
        assert names == {"live", "lock", "generation", "ingest.json"}
        with LibraryWriter(self.library, open_engine("whoosh")) as writer:
            assert writer.problem is None
        return found

    def _restore(self) -> None:
        shutil.rmtree(self.library, ignore_errors=True)
        shutil.copytree(self.folder / "old", self.library)

    def _run(self, kind: str, point: int) -> "subprocess.CompletedProcess[str]":
        command = [sys.executable, "-m", "tests.faults.killing", kind, str(point), str(self.raw)]
        return subprocess.run(
            [*command, "--library", str(self.library)],
            capture_output=True,
            text=True,
            timeout=SECONDS,
            check=False,
        )


def spread(points: int, count: int) -> list[int]:
    """Return ``count`` of ``points`` (numbered from 1) at equal distances, the last one too."""
    count = min(count, points)
    return [1 + (points - 1) * number // max(count - 1, 1) for number in range(count)]


class _Counter:
    """Counts audit events and kills the process at one of them."""

    def __init__(self, kind: str, point: int, library: str) -> None:
        self._folder = library if kind == WRITING else None
        self._point = point
        self.count = 0

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        if self._folder is not None and not _names(self._folder, arguments):
            return
        self.count += 1
        if self.count == self._point:
            os.kill(os.getpid(), signal.SIGKILL)


def _names(folder: str, arguments: tuple[object, ...]) -> bool:
    """Return whether an event is about ``folder`` or something in it."""
    return any(
        isinstance(argument, str | os.PathLike) and str(os.fspath(argument)).startswith(folder)
        for argument in arguments
    )


def run_and_die(kind: str, point: int, arguments: list[str]) -> None:
    """Run ingest with ``arguments`` up to ``point``."""
    counter = _Counter(kind, point, arguments[-1])
    sys.addaudithook(counter)
    status = main(arguments, Streams(sys.stdout, sys.stderr))
    sys.stdout.write(f"{counter.count}\n")
    sys.exit(status)


if __name__ == "__main__":
    run_and_die(sys.argv[1], int(sys.argv[2]), sys.argv[3:])
