"""The library as the portal holds it."""

import resource
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from index.errors import LibraryMissingError
from portal.shelf import Shelf
from tests.support.pages import simple_page
from tests.support.portal import build_library

PATIENCE_SECONDS = 10.0

WRITE_SECOND = """
import sys
from pathlib import Path
from tests.support.pages import simple_page
from tests.support.portal import build_library
build_library(Path(sys.argv[1]), [simple_page("second")])
"""


def lookers() -> set[threading.Thread]:
    """Return the threads that look for new generations."""
    return {thread for thread in threading.enumerate() if thread.name.endswith("(_look)")}


def test_nothing_to_hold_is_said_and_what_comes_later_is_found(tmp_path: Path) -> None:
    """A portal may be started before the first ingest."""
    shelf = Shelf(tmp_path)
    with pytest.raises(LibraryMissingError):
        shelf.open()
    build_library(tmp_path, [simple_page("first")])
    _, catalogue = shelf.open()
    assert [page.slug for page in catalogue.pages] == ["first"]


def test_generation_and_catalogue_change_together(tmp_path: Path) -> None:
    """While updates follow each other, no request is given parts of two generations."""
    build_library(tmp_path, [simple_page("page-0")])
    shelf = Shelf(tmp_path)
    seen = set()

    def ask(stop: threading.Event) -> None:
        while not stop.wait(0.001):
            generation, catalogue = shelf.open()
            assert catalogue.info == generation.info
            assert catalogue.pages == generation.summaries
            seen.add(generation.info.number)

    stop = threading.Event()
    asking = threading.Thread(target=ask, args=(stop,))
    asking.start()
    for number in range(1, 4):
        build_library(tmp_path, [simple_page(f"page-{number}")])
    last = shelf.open()[0].info.number
    deadline = time.monotonic() + PATIENCE_SECONDS
    while len(shelf.open()[1].pages) < 4 and time.monotonic() < deadline:
        time.sleep(0.02)
    time.sleep(0.05)
    stop.set()
    asking.join()
    assert len(shelf.open()[1].pages) == 4
    assert max(seen) > min(seen, default=last)


def test_nothing_is_left_to_be_made_by_the_first_to_type(tmp_path: Path) -> None:
    """What words are completed from is there before a generation is put in its place."""
    build_library(tmp_path, [simple_page(f"page-{number}") for number in range(50)])
    generation, _ = Shelf(tmp_path).open()
    before = sys.getallocatedblocks()
    assert generation.suggest("page")
    assert sys.getallocatedblocks() - before < 100


def test_a_library_that_is_damaged_later_is_served_on_and_said_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """The log has one line, however often the shelf looks."""
    build_library(tmp_path, [simple_page("first")])
    shelf = Shelf(tmp_path)
    shelf.open()
    (tmp_path / "live").write_text("not a pointer")
    time.sleep(2)
    assert [page.slug for page in shelf.open()[1].pages] == ["first"]
    assert len([record for record in caplog.records if "still serving" in record.message]) == 1


def test_nobody_looks_for_a_shelf_that_is_gone(tmp_path: Path) -> None:
    """Its thread ends with it."""
    build_library(tmp_path, [simple_page("first")])
    before = lookers()
    shelf = Shelf(tmp_path)
    shelf.open()
    (thread,) = lookers() - before
    del shelf
    thread.join(PATIENCE_SECONDS)
    assert not thread.is_alive()


def test_out_of_file_handles_the_old_library_is_served_and_the_new_one_found_later(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """What the system refuses for a while does not end the looking."""
    build_library(tmp_path, [simple_page("first")])
    shelf = Shelf(tmp_path)
    shelf.open()
    limits = resource.getrlimit(resource.RLIMIT_NOFILE)
    used = len(list(Path("/proc/self/fd").iterdir()))
    writing = subprocess.Popen(
        [sys.executable, "-c", WRITE_SECOND, str(tmp_path)], cwd=Path(__file__).parents[2]
    )
    resource.setrlimit(resource.RLIMIT_NOFILE, (used + 1, limits[1]))
    try:
        assert writing.wait(PATIENCE_SECONDS * 3) == 0
        time.sleep(1.5)
        assert len(shelf.open()[1].pages) == 1
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, limits)
    deadline = time.monotonic() + PATIENCE_SECONDS
    while len(shelf.open()[1].pages) < 2 and time.monotonic() < deadline:
        time.sleep(0.05)
    assert len(shelf.open()[1].pages) == 2
    assert any("still serving" in record.message for record in caplog.records)
