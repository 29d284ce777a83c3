"""Ingest killed at any moment: the library is the old one or the new one, whole, and served."""

import os
import random
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest

from index.library import verify
from index.query import Query
from tests.support.ingest import SECONDS, command, live, program, slugs
from tests.support.raw import fill, put

OLD = ["gout", "neck-pain", "tennis-elbow"]
FEW_PAGES = 25
MANY_PAGES = 200
"""Enough for several processes to read."""


class Case:
    """A library of three pages, a raw folder with many more, and time that an update takes."""

    def __init__(self, folder: Path, pages: int) -> None:
        """Prepare both below ``folder``, and run the update once on a copy."""
        self.raw = fill(folder / "raw")
        self.old = folder / "old"
        self.library = folder / "library"
        assert program(self.raw, "--library", self.old).status == 0
        for number in range(pages):
            put(self.raw, f"page-{number}.html", f"Page {number}")
        self.new = sorted([*OLD, *(f"page-{number}" for number in range(pages))])
        self.restore()
        started = time.monotonic()
        assert program(self.raw, "--library", self.library).status == 0
        self.seconds = time.monotonic() - started

    def restore(self) -> None:
        """Put the old library back."""
        shutil.rmtree(self.library, ignore_errors=True)
        shutil.copytree(self.old, self.library)

    def kill_after(self, seconds: float, *, once_writing: bool) -> None:
        """Start the update and kill it ``seconds`` later, or that long after it begins to write."""
        running = subprocess.Popen(
            command(self.raw, "--library", self.library),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        while once_writing and running.poll() is None:
            if any(self.library.glob("building-*")):
                break
            time.sleep(0.002)
        time.sleep(seconds)
        running.kill()
        running.wait(SECONDS)
        self.await_end_of(running.pid)

    def await_end_of(self, group: int) -> None:
        """Wait until no process that the killed one started is left."""
        deadline = time.monotonic() + SECONDS
        while time.monotonic() < deadline:
            try:
                os.killpg(group, 0)
            except ProcessLookupError:
                return
            time.sleep(0.02)
        os.killpg(group, signal.SIGKILL)
        pytest.fail("a process that reads pages outlived the one that started it")

    def assert_whole(self) -> None:
        """Check that the library is the old one or the new one, and answers."""
        assert verify(self.library) == ()
        assert slugs(self.library) in (OLD, self.new)
        assert live(self.library).search(Query("gout")).total > 0


def kill_often(case: Case, kills: int) -> None:
    """Kill ``kills`` updates: half of them at any moment, half while they write."""
    chance = random.Random(7)  # noqa: S311  # repeatable moments, nothing secret
    for number in range(kills):
        case.restore()
        writing = number % 2 == 1
        span = case.seconds / 4 if writing else case.seconds
        case.kill_after(chance.uniform(0, span), once_writing=writing)
        case.assert_whole()
    assert program(case.raw, "--library", case.library).status == 0
    assert slugs(case.library) == case.new
    assert not list(case.library.glob("building-*"))


def test_killed_at_ten_moments_the_library_is_whole(tmp_path: Path) -> None:
    """And the next run brings it up to date and clears away what was left."""
    kill_often(Case(tmp_path, FEW_PAGES), 10)


@pytest.mark.slow
def test_killed_at_fifty_moments_the_library_is_whole(tmp_path: Path) -> None:
    """With several processes reading, none of which outlives the first."""
    kill_often(Case(tmp_path, MANY_PAGES), 50)
