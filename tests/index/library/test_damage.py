"""Whatever happens to a file, the library says which one and what to type; ingest then mends it."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.engine import Changes
from index.errors import (
    EngineError,
    LibraryDamagedError,
    LibraryError,
    LibraryMissingError,
    LibraryOutdatedError,
)
from index.library import LibraryReader, verify
from index.site import SiteFacts
from index.storage.layout import DEFAULT_FOLDER, Layout
from index.storage.manifest import SCHEMA
from index.writer import LibraryWriter
from tests.support.file_engine import FileEngine
from tests.support.library import live_folder, open_library, texts, write_library
from tests.support.pages import simple_page

PAGES = tuple(simple_page(slug, f"{slug} takes 5 mg.") for slug in ("a", "b", "c"))
NAMES = (
    "live",
    "generation-000001/manifest.json",
    "generation-000001/pages-000001.jsonl",
    "generation-000001/history.jsonl",
    "generation-000001/engine/segment-1.jsonl",
    "generation-000001/engine/table.json",
)


def shorten(path: Path) -> None:
    """Cut a file's second half off, as a full disk would."""
    os.truncate(path, path.stat().st_size // 2)


def empty(path: Path) -> None:
    """Leave nothing in a file, as a crash without syncing would."""
    os.truncate(path, 0)


def flip(path: Path, position: int, bit: int) -> None:
    """Flip one bit of a file, as a failing disk would."""
    content = bytearray(path.read_bytes())
    content[position] ^= 1 << bit
    path.write_bytes(content)


def test_before_the_first_ingest_the_message_says_what_to_run(folder: Path) -> None:
    """Neither a folder that is not there nor an empty one is a library."""
    with pytest.raises(LibraryMissingError, match=r"no library in .*python -m ingest raw/"):
        open_library(folder).current()
    folder.mkdir()
    with pytest.raises(LibraryMissingError):
        open_library(folder).current()
    with pytest.raises(LibraryMissingError):
        verify(folder)


def test_the_command_names_the_library_unless_it_is_the_usual_one() -> None:
    """It can be pasted into a shell as it stands."""
    assert str(Layout(DEFAULT_FOLDER).missing()).endswith("run: python -m ingest raw/")
    elsewhere = str(Layout(Path("/srv/my library")).missing())
    assert elsewhere.endswith("run: python -m ingest raw/ --library '/srv/my library'")


@pytest.mark.parametrize("damage", [shorten, empty, Path.unlink])
@pytest.mark.parametrize("name", NAMES)
def test_a_file_cut_short_or_missing_is_named_and_mended(
    folder: Path, name: str, damage: Callable[[Path], None]
) -> None:
    """A reader refuses to open; the next ingest finds the same and builds everything anew."""
    write_library(folder, *PAGES)
    damage(folder / name)
    with pytest.raises((LibraryDamagedError, LibraryMissingError)) as caught:
        open_library(folder).current()
    assert name in str(caught.value) or not (folder / "live").exists()
    assert f"run: python -m ingest raw/ --library {folder}" in str(caught.value)
    with LibraryWriter(folder, FileEngine()) as writer:
        assert writer.live is None
        assert name in (writer.problem or "") or not (folder / "live").exists()
    assert write_library(folder, *PAGES).number == 2
    assert texts(folder).keys() == {"a", "b", "c"}
    assert verify(folder) == ()


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a whole library."""
    folder = tmp_path_factory.mktemp("whole") / "library"
    write_library(folder, *PAGES)
    return folder


@settings(deadline=None)
@given(st.sampled_from(NAMES), st.floats(0, 1, exclude_max=True), st.integers(0, 7))
def test_any_flipped_bit_is_found(whole: Path, name: str, position: float, bit: int) -> None:
    """Whichever file, byte and bit, `verify` does not call the library whole, nor does a writer."""
    path = whole / name
    before = path.read_bytes()
    flip(path, int(position * len(before)), bit)
    try:
        found = verify(whole)
    except LibraryError as error:
        found = (str(error),)
    assert len(found) == 1
    assert str(whole) in found[0]
    with LibraryWriter(whole, FileEngine()) as writer:
        assert writer.problem == found[0]
        assert writer.live is None
    path.write_bytes(before)


def test_what_the_system_does_not_let_us_read_is_named(folder: Path) -> None:
    """The reason is the system's own."""
    write_library(folder, *PAGES)
    (folder / "live").unlink()
    (folder / "live").mkdir()
    with pytest.raises(LibraryDamagedError, match=r"live cannot be read \(Is a directory\)"):
        open_library(folder).current()


def test_an_altered_page_is_not_shown(folder: Path) -> None:
    """A dose that a failing disk has changed never reaches a visitor; other pages still do."""
    write_library(folder, *PAGES)
    path = live_folder(folder) / "pages-000001.jsonl"
    flip(path, path.read_bytes().index(b"b takes 5 mg") + len("b takes "), 1)
    generation = open_library(folder).current()
    assert generation.page("a") == PAGES[0]
    with pytest.raises(LibraryDamagedError, match=r"pages-000001\.jsonl is not as it was written"):
        generation.page("b")


def test_a_library_of_another_version_says_so(folder: Path) -> None:
    """It is told from a damaged one, and rebuilt by the next ingest."""
    write_library(folder, *PAGES)
    path = live_folder(folder) / "manifest.json"
    path.write_bytes(path.read_bytes().replace(b'{"library": %d,' % SCHEMA, b'{"library": 99,'))
    with pytest.raises(LibraryOutdatedError, match=rf"format 99, this program reads {SCHEMA}; run"):
        open_library(folder).current()
    with LibraryWriter(folder, FileEngine()) as writer:
        assert writer.live is None
        assert "format 99" in (writer.problem or "")
    write_library(folder, *PAGES)
    assert verify(folder) == ()


def test_an_index_of_another_format_is_served_and_built_anew_by_ingest(folder: Path) -> None:
    """Engines read what earlier versions of them wrote; the next ingest writes what is new."""

    class LaterEngine(FileEngine):
        format = "2"

    write_library(folder, *PAGES)
    assert texts(folder).keys() == {"a", "b", "c"}
    with LibraryWriter(folder, LaterEngine()) as writer:
        assert writer.live is None
        problem = "has format '1' of engine 'files', this program writes '2'; run: python -m ingest"
        assert problem in (writer.problem or "")
        writer.write(Changes(PAGES), SiteFacts())
    with LibraryWriter(folder, LaterEngine()) as writer:
        assert writer.problem is None
    write_library(folder, *PAGES)


def test_a_manifest_in_the_wrong_folder_is_damage(folder: Path) -> None:
    """Folders moved about by hand are not served."""
    write_library(folder, *PAGES)
    (folder / "generation-000001").rename(folder / "generation-000002")
    live = (folder / "live").read_text()
    (folder / "live").write_text(live.replace('"generation": 1', '"generation": 2'))
    with pytest.raises(LibraryDamagedError, match="is the manifest of generation 1"):
        open_library(folder).current()


def test_an_engine_that_is_not_known_is_named(folder: Path) -> None:
    """A reader without that engine cannot open the library, and says which one it lacks."""
    write_library(folder, *PAGES)
    with pytest.raises(EngineError, match="'files'"):
        LibraryReader(folder, engines={}).current()


def test_another_engine_builds_the_library_anew(folder: Path) -> None:
    """An index cannot be continued by an engine that did not write it."""

    class OtherEngine(FileEngine):
        name = "other"

    write_library(folder, *PAGES)
    with LibraryWriter(folder, OtherEngine()) as writer:
        assert writer.live is None
        assert "was written by engine 'files', not by 'other'" in (writer.problem or "")


def test_whole_libraries_have_nothing_wrong(folder: Path) -> None:
    """Also after updates that carry files over."""
    for page in PAGES:
        write_library(folder, page)
        assert verify(folder) == ()
