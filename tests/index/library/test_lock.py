"""One writer at a time, among threads, processes and their children."""

import multiprocessing
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from index.errors import LibraryLockedError
from index.storage.lock import WriterLock
from index.writer import LibraryWriter
from tests.support.file_engine import FileEngine
from tests.support.library import open_library, write_library
from tests.support.pages import simple_page

ROOT = Path(__file__).parents[3]

HOLDER = """
import sys, time
from pathlib import Path
from index.writer import LibraryWriter
from tests.support.file_engine import FileEngine

with LibraryWriter(Path(sys.argv[1]), FileEngine()):
    print("held", flush=True)
    time.sleep(60)
"""

PARENT = """
import os, sys, time
from pathlib import Path
from index.writer import LibraryWriter
from tests.support.file_engine import FileEngine

folder = Path(sys.argv[1])
with LibraryWriter(folder, FileEngine()):
    if os.fork() == 0:
        print("held", flush=True)
        while not (folder / "done").exists():
            time.sleep(0.05)
        os._exit(0)
    time.sleep(60)
"""


def start_holder(folder: Path, program: str = HOLDER) -> "subprocess.Popen[str]":
    """Start another process that holds the library, and wait until it does."""
    process = subprocess.Popen(
        [sys.executable, "-c", program, str(folder)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def stop(process: "subprocess.Popen[str]") -> None:
    """Kill a process without warning and wait for its end."""
    process.send_signal(signal.SIGKILL)
    process.communicate(timeout=30)


def test_a_second_process_is_told_who_is_writing(folder: Path) -> None:
    """It does not wait; the message names the library and the process. Readers are not held up."""
    write_library(folder, simple_page("a"))
    holder = start_holder(folder)
    try:
        with pytest.raises(LibraryLockedError) as caught, LibraryWriter(folder, FileEngine()):
            pass
        assert str(folder) in str(caught.value)
        assert f"process {holder.pid}" in str(caught.value)
        assert open_library(folder).current().page("a") == simple_page("a")
    finally:
        stop(holder)


def test_the_lock_dies_with_its_owner(folder: Path) -> None:
    """After a kill the next writer goes straight on; there is no stale lock to clear away."""
    stop(start_holder(folder))
    assert write_library(folder, simple_page("a")).number == 1


def test_a_second_writer_in_the_same_process_is_refused(folder: Path) -> None:
    """The lock belongs to a writer, not to the process."""
    with (
        LibraryWriter(folder, FileEngine()),
        pytest.raises(LibraryLockedError),
        LibraryWriter(folder, FileEngine()),
    ):
        pass
    assert write_library(folder, simple_page("a")).number == 1


def test_a_worker_that_outlives_its_parent_does_not_keep_the_lock(folder: Path) -> None:
    """Ingest may be killed while processes that it forked to parse pages are still there."""
    process = start_holder(folder, PARENT)
    process.kill()
    process.wait(timeout=30)
    try:
        assert write_library(folder, simple_page("a")).number == 1
    finally:
        (folder / "done").touch()
        process.communicate(timeout=30)


def test_a_forked_child_leaves_the_lock_to_its_parent(folder: Path) -> None:
    """A worker that ends does not set the library free while its parent writes."""
    folder.mkdir()
    lock = WriterLock(folder / "lock")
    lock.acquire()
    worker = multiprocessing.get_context("fork").Process(target=time.sleep, args=(0,))
    worker.start()
    worker.join()
    assert lock.held
    with pytest.raises(LibraryLockedError):
        WriterLock(folder / "lock").acquire()
    lock.release()
    WriterLock(folder / "lock").acquire()


def test_a_writer_that_is_left_early_leaves_nothing_running(folder: Path) -> None:
    """The check of the files, which goes on beside, ends with it; the next finds all well."""
    write_library(folder, simple_page("a", "first"))
    with LibraryWriter(folder, FileEngine()):
        pass
    assert [thread for thread in threading.enumerate() if "ThreadPool" in thread.name] == []
    with LibraryWriter(folder, FileEngine()) as writer:
        assert writer.live is not None
