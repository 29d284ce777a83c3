"""An update changes what it names, and nothing else."""

from pathlib import Path

import pytest

from index.engine import Changes
from index.errors import LibraryError
from index.query import Query
from index.site import SiteFacts
from index.writer import LibraryWriter
from tests.support.file_engine import FileEngine
from tests.support.library import live_folder, open_library, texts, write_library
from tests.support.pages import many_pages, simple_page


def test_an_update_adds_changes_and_removes(folder: Path) -> None:
    """Pages that it does not name stay as they are."""
    write_library(folder, *(simple_page(slug, f"{slug} is old.") for slug in ("a", "b", "c")))
    write_library(
        folder,
        simple_page("b", "b is new."),
        simple_page("d", "d is new."),
        removed=frozenset({"c"}),
    )
    assert texts(folder) == {"a": "a is old.", "b": "b is new.", "d": "d is new."}


def test_the_engine_finds_what_the_pages_say(folder: Path) -> None:
    """Old text of a changed page, and pages removed, are found no more."""
    write_library(folder, simple_page("a", "old words"), simple_page("b", "old words"))
    write_library(folder, simple_page("a", "new words"), removed=frozenset({"b"}))
    generation = open_library(folder).current()
    assert generation.search(Query("old")).total == 0
    assert [hit.page for hit in generation.search(Query("words")).hits] == ["a"]


def test_removing_what_is_not_there_changes_nothing(folder: Path) -> None:
    """An engine is never asked to remove a page it does not have, nor one that comes back."""
    write_library(folder, simple_page("a"))
    write_library(folder, simple_page("b"), removed=frozenset({"b", "never-there"}))
    assert texts(folder).keys() == {"a", "b"}


def test_everything_can_be_removed(folder: Path) -> None:
    """The last page leaves no pack behind."""
    write_library(folder, simple_page("a"))
    write_library(folder, removed=frozenset({"a"}))
    assert texts(folder) == {}
    assert list(live_folder(folder).glob("pages-*")) == []


def test_without_a_live_generation_there_is_nothing_to_update(folder: Path) -> None:
    """A new library has no live generation and no problem; after a write it has one."""
    with LibraryWriter(folder, FileEngine()) as writer:
        assert writer.live is None
        assert writer.problem is None
        writer.write(Changes([simple_page("a")]), SiteFacts())
        assert writer.live is not None
        assert writer.live.page("a") == simple_page("a")


def test_one_writer_can_write_again(folder: Path) -> None:
    """A watching ingest keeps the lock and makes one generation after the other."""
    with LibraryWriter(folder, FileEngine()) as writer:
        for number in range(1, 5):
            writer.write(Changes([simple_page(f"page-{number}")]), SiteFacts())
            assert writer.live is not None
            assert writer.live.info.page_count == number
    assert len(texts(folder)) == 4


def test_pages_are_streamed(folder: Path) -> None:
    """A generator that can be read but once will do, however many pages it gives."""
    with LibraryWriter(folder, FileEngine()) as writer:
        info = writer.write(Changes(many_pages(50, words=5)), SiteFacts())
    assert info.page_count == 50


def test_two_pages_of_one_name_are_refused(folder: Path) -> None:
    """Which one is meant cannot be known; both files are named, and the library is as it was."""
    write_library(folder, simple_page("a", "before"))
    with pytest.raises(ValueError, match=r"b\.txt and b\.txt would both be called 'b'"):
        write_library(folder, simple_page("a", "after"), simple_page("b"), simple_page("b"))
    assert texts(folder) == {"a": "before"}
    assert list(folder.glob("building-*")) == []


def test_a_writer_works_only_while_it_holds_the_library(folder: Path) -> None:
    """Outside its with block nothing can be written."""
    writer = LibraryWriter(folder, FileEngine())
    with pytest.raises(LibraryError, match="inside its with block"):
        writer.write(Changes([simple_page("a")]), SiteFacts())
    with pytest.raises(LibraryError, match="inside its with block"):
        writer.rollback()
    assert not folder.exists()


def test_the_live_generation_and_the_one_before_it_are_kept(folder: Path) -> None:
    """Older ones go, so that the library does not grow with the number of updates."""
    for number in range(5):
        write_library(folder, simple_page("a", f"update {number}"))
    kept = sorted(path.name for path in folder.iterdir())
    assert kept == ["generation-000004", "generation-000005", "live", "lock"]
