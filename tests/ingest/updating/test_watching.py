"""When an update is due: real folders, a quick rhythm."""

import os
import threading
import time
from pathlib import Path

from ingest.updating.watching import Rhythm, Watcher, look

QUICK = Rhythm(between_looks=0.02, at_rest=0.3, patience=5.0, before_retry=0.2)
LONG_AGO = 1_700_000_000


def put(folder: Path, name: str, text: str = "text", *, is_old: bool = False) -> Path:
    """Write a file, as if long ago if it is to be old."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    if is_old:
        os.utime(path, (LONG_AGO, LONG_AGO))
    return path


def write_on(path: Path, until: threading.Event) -> None:
    """Append to ``path`` again and again."""
    while not until.is_set():
        with path.open("a", encoding="utf-8") as stream:
            stream.write("more")
        time.sleep(0.05)


def watcher(folder: Path, rhythm: Rhythm = QUICK) -> Watcher:
    """Return a watcher whose first update is over."""
    put(folder, "first.txt", is_old=True)
    made = Watcher(folder, rhythm)
    assert made.wait() == frozenset()
    return made


def test_the_first_update_is_due_at_once(tmp_path: Path) -> None:
    """Files that have lain there for long are whole."""
    put(tmp_path, "page.txt", is_old=True)
    started = time.monotonic()
    assert Watcher(tmp_path, Rhythm()).wait() == frozenset()
    assert time.monotonic() - started < Rhythm().between_looks


def test_a_change_is_due_once_it_has_come_to_rest(tmp_path: Path) -> None:
    """Not before the file has stood still for as long as the rhythm says, and only once."""
    watched = watcher(tmp_path)
    changed = put(tmp_path, "page.txt")
    started = time.monotonic()
    assert watched.wait() == frozenset()
    assert time.monotonic() - started >= QUICK.at_rest
    changed.unlink()
    assert watched.wait() == frozenset()
    assert "page.txt" not in look(tmp_path)


def test_a_growing_file_makes_the_update_wait(tmp_path: Path) -> None:
    """The update begins after the last byte, however long the copy takes."""
    watched = watcher(tmp_path)
    path = put(tmp_path, "page.txt")
    over = threading.Event()
    copying = threading.Thread(target=write_on, args=(path, over))
    copying.start()
    threading.Timer(1.0, over.set).start()
    assert watched.wait() == frozenset()
    assert over.is_set()
    copying.join()


def test_a_file_that_never_rests_is_left_aside(tmp_path: Path) -> None:
    """When patience ends the others are taken; it is due by itself once it is whole."""
    watched = watcher(tmp_path, Rhythm(0.02, at_rest=0.3, patience=1.0))
    over = threading.Event()
    restless = threading.Thread(target=write_on, args=(put(tmp_path, "log.txt"), over))
    restless.start()
    put(tmp_path, "page.txt")
    assert watched.wait() == {"log.txt"}
    over.set()
    restless.join()
    assert watched.wait() == frozenset()


def test_an_update_that_failed_is_due_again_after_a_pause(tmp_path: Path) -> None:
    """Without any change in the folder."""
    watched = watcher(tmp_path)
    watched.retry()
    started = time.monotonic()
    assert watched.wait() == frozenset()
    assert time.monotonic() - started >= QUICK.before_retry


def test_hidden_files_are_no_change(tmp_path: Path) -> None:
    """Editors and copying programs write such ones meanwhile."""
    put(tmp_path, ".page.txt.swp")
    (tmp_path / ".tmp").mkdir()
    put(tmp_path / ".tmp", "page.txt")
    assert look(tmp_path) == {}


def test_folders_and_odd_files_are_looked_at_safely(tmp_path: Path) -> None:
    """Sub-folders are followed, links that lead nowhere and a folder that is away are not."""
    (tmp_path / "sub").mkdir()
    put(tmp_path / "sub", "page.txt")
    (tmp_path / "link.txt").symlink_to(tmp_path / "nowhere")
    assert list(look(tmp_path)) == ["sub/page.txt"]
    assert look(tmp_path / "none") == {}
