"""A write that fails half-way leaves the library as it was, and says why in one line."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.document import Page
from index.engine import Changes, Searcher
from index.errors import EngineError, LibraryDamagedError, LibraryWriteError
from index.lexicon import EMPTY, Lexicon
from index.library import LibraryReader, verify
from index.query import Query
from index.site import SiteFacts
from index.writer import LibraryWriter
from tests.support.file_engine import FileEngine
from tests.support.library import texts, write_library
from tests.support.pages import simple_page

ROOT = Path(__file__).parents[3]

FULL_DISK = """
import resource, sys
from pathlib import Path
from index.errors import LibraryWriteError
from tests.support.library import write_library
from tests.support.pages import simple_page

limit = int(sys.argv[2])
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
try:
    write_library(Path(sys.argv[1]), simple_page("b", "word " * 400))
except LibraryWriteError as error:
    print(error)
"""


class FailingEngine(FileEngine):
    """Fails after half of its work."""

    def write(self, folder: Path, changes: Changes, previous: Path | None) -> None:
        """Write something, then fail."""
        (folder / "half").write_text("half an index")
        raise EngineError("the index could not be written")


class UnreadableEngine(FileEngine):
    """Writes what it cannot open."""

    def open(self, folder: Path, lexicon: Lexicon = EMPTY) -> Searcher:
        """Refuse."""
        raise LibraryDamagedError(f"{folder} holds no whole index")


def assert_untouched(folder: Path) -> None:
    """Check that only the first generation is there, live and whole."""
    assert texts(folder) == {"a": "before"}
    assert verify(folder) == ()
    assert sorted(path.name for path in folder.iterdir()) == ["generation-000001", "live", "lock"]


def test_an_engine_that_fails_harms_nothing(folder: Path) -> None:
    """Its error passes through, and what it has written is cleared away."""
    write_library(folder, simple_page("a", "before"))
    with pytest.raises(EngineError, match="the index could not be written"):
        write_library(folder, simple_page("a", "after"), engine=FailingEngine())
    assert_untouched(folder)
    assert write_library(folder, simple_page("b")).number == 2


def test_a_whole_build_that_cannot_be_opened_does_not_become_live(folder: Path) -> None:
    """It is opened once before the flip."""
    with pytest.raises(LibraryDamagedError, match="holds no whole index"):
        write_library(folder, simple_page("a"), engine=UnreadableEngine())
    assert [path.name for path in folder.iterdir()] == ["lock"]


def test_an_update_does_not_open_the_index(folder: Path) -> None:
    """Opening would cost more than the update; whoever searches the writer's generation pays."""
    write_library(folder, simple_page("a"))
    with LibraryWriter(folder, UnreadableEngine()) as writer:
        assert writer.problem is None
        assert writer.write(Changes([simple_page("b")]), SiteFacts()).page_count == 2
        assert writer.live is not None
        assert writer.live.page("b") == simple_page("b")
        with pytest.raises(LibraryDamagedError, match="holds no whole index"):
            writer.live.search(Query("rest"))


def test_an_index_that_cannot_be_opened_can_be_built_anew(folder: Path) -> None:
    """Where all files are as written, ingest would see no fault; the command makes it build all."""
    write_library(folder, simple_page("a"))
    engines = {"files": f"{__name__}:UnreadableEngine"}
    with pytest.raises(LibraryDamagedError) as caught:
        LibraryReader(folder, engines=engines).current()
    pointer = folder / "live"
    assert f"run: rm {pointer} && python -m ingest raw/ --library {folder}" in str(caught.value)
    pointer.unlink()
    with LibraryWriter(folder, FileEngine()) as writer:
        assert writer.live is None
        assert writer.write(Changes([simple_page("a")]), SiteFacts()).number == 2


def test_pages_that_break_off_harm_nothing(folder: Path) -> None:
    """A failure of whoever gives the pages passes through unchanged."""

    def pages() -> Iterator[Page]:
        yield simple_page("a", "after")
        raise KeyboardInterrupt

    write_library(folder, simple_page("a", "before"))
    with LibraryWriter(folder, FileEngine()) as writer, pytest.raises(KeyboardInterrupt):
        writer.write(Changes(pages()), SiteFacts())
    assert_untouched(folder)


@pytest.mark.parametrize("limit", [0, 100, 1_000, 2_500])
def test_a_full_disk_harms_nothing(folder: Path, limit: int) -> None:
    """At whichever file there is no more room, one line says so."""
    write_library(folder, simple_page("a", "before"))
    command = [sys.executable, "-c", FULL_DISK, str(folder), str(limit)]
    run = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    assert "the library could not be written" in run.stdout
    assert "File too large" in run.stdout
    assert "it is as it was" in run.stdout
    assert len(run.stdout.splitlines()) == 1
    assert_untouched(folder)


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    """A file is in the way."""
    (tmp_path / "library").write_text("not a folder")
    with pytest.raises(LibraryWriteError, match="library"):
        write_library(tmp_path / "library", simple_page("a"))


def test_a_page_damaged_meanwhile_is_not_carried_over(folder: Path) -> None:
    """What was whole when it was checked may fail before it is copied; the copy is not trusted."""
    write_library(folder, simple_page("a", "before"), simple_page("b", "before " * 40))
    with LibraryWriter(folder, FileEngine()) as writer:
        assert writer.live is not None  # checked
        pack = folder / "generation-000001" / "pages-000001.jsonl"
        pack.write_bytes(pack.read_bytes().replace(b"before", b"altered")[: pack.stat().st_size])
        with pytest.raises(LibraryDamagedError, match=r"pages-000001\.jsonl"):
            writer.write(Changes([simple_page("c", "new " * 900)]), SiteFacts())


def test_what_a_killed_writer_left_is_cleared_away(folder: Path) -> None:
    """The next writer removes it before anything else."""
    write_library(folder, simple_page("a", "before"))
    (folder / "building-000002" / "engine").mkdir(parents=True)
    (folder / "building-000002" / "engine" / "half").write_text("half an index")
    with LibraryWriter(folder, FileEngine()):
        assert_untouched(folder)


def test_what_cannot_be_cleared_away_is_in_nobodys_way(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """It is logged, and updates go on."""
    write_library(folder, simple_page("a"))
    (folder / "building-by-hand").write_text("not a folder")
    assert write_library(folder, simple_page("b")).number == 2
    assert "building-by-hand could not be removed" in caplog.text
