"""``--watch`` as staff run it: a real process, real files, real signals."""

import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from index.errors import LibraryError
from tests.support.ingest import SECONDS, command, slugs
from tests.support.raw import fill, put, raw_page


@contextmanager
def watching(raw: Path, library: Path, log: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Run ingest with ``--watch`` until the block ends; what it says goes to ``log``."""
    with log.open("wb") as said:
        process = subprocess.Popen(
            command(raw, "--library", library, "--watch"), stdout=said, stderr=said
        )
        try:
            until(lambda: "press Ctrl-C" in log.read_text(encoding="utf-8"))
            yield process
        finally:
            process.kill()
            process.wait()


def until(holds: Callable[[], bool]) -> None:
    """Wait until it is so."""
    end = time.monotonic() + SECONDS
    while not holds():
        assert time.monotonic() < end, "it never came to be"
        time.sleep(0.1)


def has(library: Path, slug: str) -> bool:
    """Whether the live library has a page with that slug."""
    try:
        return slug in slugs(library)
    except LibraryError:
        return False


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    """Return a raw folder with three pages."""
    return fill(tmp_path / "raw")


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_changes_come_into_the_library_until_it_is_stopped(
    tmp_path: Path, raw: Path, ending: signal.Signals
) -> None:
    """New pages come, removed ones go; Ctrl-C and a service's stop end it with one line."""
    library, log = tmp_path / "library", tmp_path / "log"
    with watching(raw, library, log) as process:
        assert has(library, "gout")
        put(raw, "back-pain.html", "Back Pain")
        until(lambda: has(library, "back-pain"))
        (raw / "gout.html").unlink()
        until(lambda: not has(library, "gout"))
        process.send_signal(ending)
        assert process.wait(SECONDS) == 0
    assert log.read_text(encoding="utf-8").endswith(
        "\ningest: stopped watching; the library is whole\n"
    )


def test_a_half_copied_page_is_not_read_before_it_is_whole(tmp_path: Path, raw: Path) -> None:
    """Its first version in the library is the whole one."""
    library = tmp_path / "library"
    content = raw_page("Back Pain").encode()
    third = len(content) // 3
    with watching(raw, library, tmp_path / "log"):
        with (raw / "back-pain.html").open("wb", buffering=0) as copying:
            for piece in (content[:third], content[third : 2 * third], content[2 * third :]):
                copying.write(piece)
                time.sleep(2.5)
        until(lambda: has(library, "back-pain"))
    assert (library / "generation-000002").exists()
    assert not (library / "generation-000003").exists()


def test_a_drive_that_is_away_for_a_while_does_not_end_it(tmp_path: Path, raw: Path) -> None:
    """It says so once, keeps the library, and goes on when the folder is back."""
    library, log = tmp_path / "library", tmp_path / "log"
    with watching(raw, library, log):
        raw.rename(tmp_path / "away")
        until(lambda: "there is no such folder" in log.read_text(encoding="utf-8"))
        assert has(library, "gout")
        shutil.move(tmp_path / "away", raw)
        put(raw, "back-pain.html", "Back Pain")
        until(lambda: has(library, "back-pain"))
    assert log.read_text(encoding="utf-8").count("there is no such folder") == 1
