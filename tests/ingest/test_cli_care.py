"""Looking after a library from the command line: checking it, going back."""

from pathlib import Path

import pytest

from tests.support.ingest import program, slugs
from tests.support.raw import fill, put


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Return a library with two generations; the second has a page more."""
    raw, library = fill(tmp_path / "raw"), tmp_path / "library"
    program(raw, "--library", library)
    put(raw, "back-pain.html", "Back Pain")
    program(raw, "--library", library)
    return library


def test_a_whole_library_is_said_to_be_whole(tmp_path: Path, library: Path) -> None:
    """With or without a raw folder on the line."""
    for words in (["--check"], [tmp_path / "raw", "--check"]):
        printed = program(*words, "--library", library)
        assert (printed.status, printed.err) == (0, "")
        assert printed.out == f"The library in {library} is whole.\n"


def test_a_damaged_file_is_named(library: Path) -> None:
    """One line a file, status 1."""
    (pack,) = library.glob("generation-000002/pages-000002.jsonl")
    pack.write_bytes(pack.read_bytes().replace(b"Back", b"Bach"))
    printed = program("--check", "--library", library)
    assert printed.status == 1
    assert str(pack) in printed.out
    assert printed.out.count("\n") == 1


def test_a_library_that_is_not_there_cannot_be_checked(tmp_path: Path) -> None:
    """Nor gone back to."""
    for action in ("--check", "--rollback"):
        printed = program(action, "--library", tmp_path / "none")
        assert printed.status == 1
        assert printed.err.count("\n") == 1


def test_going_back_serves_the_library_as_it_was(tmp_path: Path, library: Path) -> None:
    """And the next run brings the raw folder in again."""
    printed = program("--rollback", "--library", library)
    assert printed.status == 0
    assert "generation 1, 3 pages" in printed.out
    assert slugs(library) == ["gout", "neck-pain", "tennis-elbow"]
    assert "Added (1)\n  back-pain.html" in program(tmp_path / "raw", "--library", library).out


def test_without_a_raw_folder_nothing_can_be_read() -> None:
    """The usage is shown."""
    for words in (["--dump"], ["--dry-run"], ["--json"]):
        printed = program(*words)
        assert printed.status == 2
        assert "the folder of raw pages is missing" in printed.err


def test_two_actions_at_once_are_wrong_use(library: Path) -> None:
    """Each option that does something else stands alone."""
    assert program("--check", "--rollback", "--library", library).status == 2
