"""Runs of ingest for tests: within the test, or as the program that staff run.

A raw folder and a library's folder enter; a Report, or what the program printed, leaves.
"""

import io
import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.engine import open_engine
from index.library import Generation, LibraryReader
from ingest.telling.progress import TerminalProgress
from ingest.telling.report import Report
from ingest.updating.pipeline import Update, run

SECONDS = 120
"""How long a run of the program may take; a loaded machine is slow."""


def ingest(raw: Path, library: Path, *, dry_run: bool = False, force: bool = False) -> Report:
    """Bring ``library`` up to date with ``raw``, within this process."""
    update = Update(raw, library, dry_run=dry_run, force=force)
    return run(update, open_engine("whoosh"), TerminalProgress(io.StringIO()))


def live(library: Path) -> Generation:
    """Return the live generation of ``library``."""
    return LibraryReader(library).current()


def slugs(library: Path) -> list[str]:
    """Return the slugs of the pages in ``library``."""
    return sorted(summary.slug for summary in live(library).summaries)


@dataclass(frozen=True, slots=True)
class Printed:
    """What the program did: its exit status and both of its outputs."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The output as a JSON value."""
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        """The output as one JSON value a line."""
        return [json.loads(line) for line in self.out.splitlines()]


def command(*words: str | Path) -> Sequence[str]:
    """Return the command line of ingest with ``words``."""
    return [sys.executable, "-m", "ingest", *map(str, words)]


def program(*words: str | Path) -> Printed:
    """Run ``python -m ingest`` with ``words`` and return what it printed."""
    done = subprocess.run(command(*words), capture_output=True, timeout=SECONDS, check=False)
    return Printed(done.returncode, done.stdout.decode(), done.stderr.decode())
