"""Each file of a real library cut short, altered or removed: it is named, and ingest mends it."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from index.library import LibraryReader, verify
from index.query import Query
from tests.faults.rounds import ANSWERED, CHANGING, library_of, round_of
from tests.support.ingest import ingest, program


def shorten(path: Path) -> None:
    """Cut a file's second half off, as a crash would."""
    os.truncate(path, path.stat().st_size // 2)


def flip(path: Path) -> None:
    """Flip one bit in the middle, as a failing disk would."""
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 4
    path.write_bytes(content)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with raw pages and their library, to be copied."""
    folder = tmp_path_factory.mktemp("whole")
    library_of(folder / "raw", folder / "library", 1)
    return folder


def files_of(library: Path) -> list[Path]:
    """Return every file that a reader of the live generation may open."""
    return [
        library / "live",
        *(path for path in library.rglob("generation-*/**/*") if path.is_file()),
    ]


@pytest.mark.parametrize("damage", [shorten, flip, Path.unlink])
def test_any_damaged_file_is_named_with_the_command_that_mends_it(
    whole: Path, tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    """`--check` says one line for each, and the next ingest builds a whole library again."""
    library = tmp_path / "library"
    names = [path.relative_to(whole / "library") for path in files_of(whole / "library")]
    assert len(names) > 20
    for name in names:
        shutil.rmtree(library, ignore_errors=True)
        shutil.copytree(whole / "library", library)
        if not (library / name).stat().st_size:
            continue
        damage(library / name)
        if name == Path("live") and damage is Path.unlink:
            assert program("--check", "--library", library).status == 1
        else:
            (fault,) = verify(library)
            assert fault.startswith(str(library / name)) or name.name == "manifest.json", fault
            assert f"run: python -m ingest raw/ --library {library}" in fault
        ingest(whole / "raw", library)
        assert round_of(library) == 1


def test_without_what_can_be_derived_the_library_is_served(whole: Path, tmp_path: Path) -> None:
    """The arrays beside the index are made anew in memory until ingest has written them again."""
    library = tmp_path / "library"
    shutil.copytree(whole / "library", library)
    for path in library.glob("generation-*/engine/*.npy"):
        path.unlink()
    assert LibraryReader(library).current().search(Query(ANSWERED)).total >= CHANGING
    faults = verify(library)
    assert len(faults) > 20
    assert all("is missing" in fault and "python -m ingest" in fault for fault in faults)
    ingest(whole / "raw", library)
    assert round_of(library) == 1


def test_check_says_what_is_wrong_and_what_to_type(whole: Path, tmp_path: Path) -> None:
    """The program itself, on a library with two damaged files."""
    library = tmp_path / "library"
    shutil.copytree(whole / "library", library)
    assert program("--check", "--library", library).status == 0
    damaged = sorted(library.glob("generation-*/engine/*.npy"))[:2]
    for path in damaged:
        flip(path)
    done = program("--check", "--library", library)
    assert done.status == 1
    assert [line.partition(" ")[0] for line in done.out.splitlines()] == [
        str(path) for path in damaged
    ]
    assert all("python -m ingest raw/" in line for line in done.out.splitlines())
