"""What every engine keeps over updates, and how it says that an index is not whole."""

from pathlib import Path

import pytest

from index.engine import Changes, Engine
from index.errors import LibraryDamagedError
from index.query import Query
from tests.support.pages import page, section


def total(engine: Engine, folder: Path, text: str) -> int:
    """Return how many passages of the index in ``folder`` have ``text``."""
    searcher = engine.open(folder)
    try:
        return searcher.search(Query(text)).total
    finally:
        searcher.close()


def test_an_update_replaces_adds_and_removes_and_leaves_the_rest(
    engine: Engine, tmp_path: Path
) -> None:
    """After any number of updates the index is what the pages are, and each earlier one stays."""
    folders = [tmp_path / name for name in ("first", "second", "third")]
    for folder in folders:
        folder.mkdir()
    first, second, third = folders
    pages = [
        page(name, section("Treatment", text))
        for name, text in (("One", "heat helps"), ("Two", "rest helps"), ("Three", "ice helps"))
    ]
    engine.write(first, Changes(pages), None)
    engine.write(
        second,
        Changes([page("Two", section("Treatment", "walking helps"))], frozenset({"three"})),
        first,
    )
    engine.write(third, Changes([page("Four", section("Treatment", "sleep helps"))]), second)
    assert [total(engine, folder, "helps") for folder in folders] == [3, 2, 3]
    assert [total(engine, folder, "rest") for folder in folders] == [1, 0, 0]
    assert [total(engine, folder, "walking") for folder in folders] == [0, 1, 1]
    assert [total(engine, folder, "ice") for folder in folders] == [1, 0, 0]


def test_a_library_can_become_empty(engine: Engine, tmp_path: Path) -> None:
    """Removing the last page leaves an index that finds nothing."""
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir()
    second.mkdir()
    engine.write(first, Changes([page("One", section("Treatment", "heat"))]), None)
    engine.write(second, Changes((), frozenset({"one"})), first)
    assert total(engine, second, "") == 0
    assert total(engine, second, "heat") == 0


def test_a_folder_without_an_index_is_damaged(engine: Engine, tmp_path: Path) -> None:
    """The error names the folder."""
    with pytest.raises(LibraryDamagedError, match=tmp_path.name):
        engine.open(tmp_path)
