"""Going back to the generation before."""

from pathlib import Path

import pytest

from index.errors import LibraryDamagedError, LibraryMissingError
from index.library import verify
from index.writer import LibraryWriter
from tests.support.file_engine import FileEngine
from tests.support.library import open_library, texts, write_library
from tests.support.pages import simple_page


def roll_back(folder: Path) -> int:
    """Go back once; return the number of the generation that is live then."""
    with LibraryWriter(folder, FileEngine()) as writer:
        number = writer.rollback().number
        assert writer.live is not None
        assert writer.live.info.number == number
        return number


def test_the_generation_before_is_live_again(folder: Path) -> None:
    """Readers see it at once, whole."""
    write_library(folder, simple_page("a", "good"))
    write_library(folder, simple_page("a", "bad"), simple_page("b"))
    reader = open_library(folder)
    assert reader.current().info.number == 2
    assert roll_back(folder) == 1
    assert reader.current().info.number == 1
    assert texts(folder) == {"a": "good"}
    assert verify(folder) == ()


def test_there_must_be_a_generation_before(folder: Path) -> None:
    """The first one stays live, and so does the older of two after going back."""
    with pytest.raises(LibraryMissingError, match="holds no earlier generation"):
        roll_back(folder)
    write_library(folder, simple_page("a"))
    with pytest.raises(LibraryMissingError):
        roll_back(folder)
    write_library(folder, simple_page("b"))
    roll_back(folder)
    with pytest.raises(LibraryMissingError):
        roll_back(folder)
    assert texts(folder).keys() == {"a"}


def test_after_going_back_updates_start_from_there(folder: Path) -> None:
    """The generation left behind is dropped, and its number is not used again."""
    write_library(folder, simple_page("a", "good"))
    write_library(folder, simple_page("a", "bad"))
    roll_back(folder)
    assert write_library(folder, simple_page("b", "more")).number == 3
    assert texts(folder) == {"a": "good", "b": "more"}
    assert roll_back(folder) == 1


def test_a_damaged_generation_is_not_gone_back_to(folder: Path) -> None:
    """What is live stays live."""
    write_library(folder, simple_page("a"))
    write_library(folder, simple_page("b"))
    pack = folder / "generation-000001" / "engine" / "table.json"
    pack.write_bytes(pack.read_bytes().replace(b"a", b"z"))
    with pytest.raises(LibraryDamagedError, match=r"generation-000001/engine/table\.json"):
        roll_back(folder)
    assert texts(folder).keys() == {"a", "b"}


def test_going_back_is_a_way_out_of_damage(folder: Path) -> None:
    """Without the raw pages at hand, the generation before a damaged one still serves."""
    write_library(folder, simple_page("a"))
    write_library(folder, simple_page("b"))
    (folder / "generation-000002" / "manifest.json").unlink()
    assert roll_back(folder) == 1
    assert texts(folder).keys() == {"a"}


def test_rebuilding_after_damage_keeps_the_last_whole_generation(folder: Path) -> None:
    """The damaged one is what goes; the one before it remains to go back to."""
    write_library(folder, simple_page("a", "first"))
    write_library(folder, simple_page("a", "second"))
    (folder / "generation-000002" / "manifest.json").unlink()
    assert write_library(folder, simple_page("a", "third")).number == 3
    assert texts(folder) == {"a": "third"}
    assert roll_back(folder) == 1
    assert texts(folder) == {"a": "first"}
