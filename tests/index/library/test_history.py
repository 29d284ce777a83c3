"""The library remembers what each ingest changed, within bounds."""

import hashlib
import json
from pathlib import Path

import pytest

from index.errors import LibraryDamagedError
from index.history import ChangeKind, History
from index.storage import history
from index.storage.layout import Layout
from index.writer import LibraryWriter
from tests.support.file_engine import FileEngine
from tests.support.library import live_folder, open_library, write_library
from tests.support.pages import many_pages, simple_page


def remembered(folder: Path) -> History:
    """Return the history of the live generation."""
    return open_library(folder).current().history()


def told(folder: Path) -> list[list[tuple[str, str]]]:
    """Return page and kind of each change of each edition, newest first."""
    return [
        [(change.page, change.kind.value) for change in edition.changes]
        for edition in remembered(folder).editions
    ]


def without_history(layout: Layout) -> None:
    """Make the first generation what a version without a history would have written."""
    path = layout.generation(1) / "manifest.json"
    from_disk = json.loads(path.read_bytes().splitlines()[1])
    del from_disk["files"][history.NAME]
    (path.parent / history.NAME).unlink()
    body = json.dumps(from_disk).encode()
    digest = hashlib.sha256(body).hexdigest()
    head = json.loads(path.read_bytes().splitlines()[0]) | {"sha256": digest}
    path.write_bytes(json.dumps(head).encode() + b"\n" + body + b"\n")
    layout.pointer.write_text(json.dumps({"generation": 1, "manifest": digest}))


def test_a_new_library_begins_its_history(folder: Path) -> None:
    """There was nothing to compare with, and nothing is made up."""
    info = write_library(folder, simple_page("a"))
    (edition,) = remembered(folder).editions
    assert edition.anew
    assert (edition.number, edition.created, edition.changes) == (1, info.created, ())


def test_each_update_is_an_edition_newest_first(folder: Path) -> None:
    """What was added, changed and removed, and when; pages that stayed are not in it."""
    write_library(folder, simple_page("a", "old"), simple_page("b"), simple_page("c"))
    write_library(folder, simple_page("a", "new"), simple_page("d"), removed=frozenset({"b"}))
    info = write_library(folder, simple_page("a", "newest"))
    assert told(folder) == [
        [("a", "changed")],
        [("a", "changed"), ("d", "added"), ("b", "removed")],
        [],
    ]
    newest = remembered(folder).editions[0]
    assert (newest.number, newest.created) == (3, info.created)
    assert (newest.changes[0].before, newest.changes[0].after) == (("new",), ("newest",))
    assert remembered(folder).last_changes()["a"] == info.created


def test_an_update_that_changes_no_words_is_no_edition(folder: Path) -> None:
    """The same pages read again are no news."""
    write_library(folder, simple_page("a"))
    write_library(folder, simple_page("a"))
    assert told(folder) == [[]]


def test_a_renamed_page_is_compared_with_what_it_was(folder: Path) -> None:
    """A new address is no new text."""
    write_library(folder, simple_page("a", "old"), simple_page("b"))
    write_library(folder, simple_page("z", "new"), removed=frozenset({"a"}), renamed={"a": "z"})
    newest = remembered(folder).editions[0]
    assert [(change.page, change.kind) for change in newest.changes] == [("z", ChangeKind.CHANGED)]
    assert (newest.changes[0].before, newest.changes[0].after) == (("old",), ("new",))


def test_a_page_and_a_section_have_a_history_of_their_own(folder: Path) -> None:
    """Editions that did not touch them are not in it."""
    write_library(folder, simple_page("a", "old"), simple_page("b", "old"))
    write_library(folder, simple_page("a", "new"))
    write_library(folder, simple_page("b", "new"))
    (edition,) = remembered(folder).of_page(["a"]).editions
    assert edition.number == 2
    assert remembered(folder).of_page(["a"], "treatment").editions == (edition,)
    assert remembered(folder).of_page(["a"], "causes").editions == ()


def test_going_back_goes_back_in_the_history(folder: Path) -> None:
    """What was taken back has not happened."""
    write_library(folder, simple_page("a", "old"))
    write_library(folder, simple_page("a", "new"))
    with LibraryWriter(folder, FileEngine()) as writer:
        writer.rollback()
    assert told(folder) == [[]]


def test_a_library_built_anew_keeps_the_editions_that_are_whole(folder: Path) -> None:
    """A new version of the program, or damage, costs no memory that is still good."""
    write_library(folder, simple_page("a", "old"))
    write_library(folder, simple_page("a", "new"))
    path = live_folder(folder) / history.NAME
    good = path.read_bytes()
    path.write_bytes(good + b"00000000 {}\n")
    write_library(folder, simple_page("a", "newest"))
    assert told(folder) == [[], [("a", "changed")], []]
    assert remembered(folder).editions[0].anew


def test_a_library_of_a_version_without_a_history_begins_one(folder: Path) -> None:
    """Its first update can be compared with the pages it has."""
    write_library(folder, simple_page("a", "old"))
    without_history(Layout(folder))
    assert remembered(folder) == History()
    write_library(folder, simple_page("a", "new"))
    assert told(folder) == [[("a", "changed")], []]


def test_a_damaged_history_is_not_shown(folder: Path) -> None:
    """Old words are medical text too; the message names the file and what mends it."""
    write_library(folder, simple_page("a", "Take 5 mg."))
    write_library(folder, simple_page("a", "Take 50 mg."))
    path = live_folder(folder) / history.NAME
    path.write_bytes(path.read_bytes().replace(b"Take 5 mg.", b"Take 6 mg."))
    with pytest.raises(LibraryDamagedError, match=r"history\.jsonl .* at line 2; .*run:"):
        remembered(folder)


def test_the_oldest_editions_go_first(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The history is bounded in number and in bytes, and the newest edition always stays."""
    monkeypatch.setattr(history, "MOST_EDITIONS", 3)
    for number in range(6):
        write_library(folder, simple_page("a", f"round {number}"))
    assert [edition.number for edition in remembered(folder).editions] == [6, 5, 4]
    monkeypatch.setattr(history, "MOST_BYTES", 10)
    write_library(folder, simple_page("a", "last"))
    assert [edition.number for edition in remembered(folder).editions] == [7]


def test_one_edition_keeps_so_many_changes_and_words(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rest is counted, or named without its words; never silently dropped."""
    monkeypatch.setattr(history, "MOST_CHANGES", 4)
    monkeypatch.setattr(history, "MOST_CHARACTERS", 100)
    write_library(folder, simple_page("a"))
    write_library(folder, *many_pages(2, sections=3, words=8))
    newest = remembered(folder).editions[0]
    assert (len(newest.changes), newest.left_out) == (4, 2)
    assert [change.told for change in newest.changes] == [True, False, False, False]
    assert newest.changes[1].after == ()
