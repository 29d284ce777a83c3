"""Readers always have the newest whole generation, and finish what they began on an older one."""

import gc
import logging
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from index.engine import Searcher
from index.errors import LibraryError
from index.lexicon import EMPTY, Lexicon
from index.library import LibraryReader
from index.query import Query
from index.results import Results
from index.writer import LibraryWriter
from tests.support.file_engine import ENGINES, FileEngine, FileSearcher
from tests.support.library import open_library, write_library
from tests.support.pages import simple_page

ROOT = Path(__file__).parents[3]
PATIENCE = 30
"""Seconds after which something that should happen at once will never happen."""


class Gate:
    """A place where a search under way waits until the test lets it go on."""

    def __init__(self) -> None:
        """Start closed."""
        self.reached = threading.Event()
        self.opened = threading.Event()
        self.released = threading.Event()


class GatedSearcher(FileSearcher):
    """Waits at a gate in the middle of a search, and tells when it is closed."""

    gate: Gate

    def search(self, query: Query) -> Results:
        """Search once the gate is open; fails if the searcher was closed meanwhile."""
        self.gate.reached.set()
        assert self.gate.opened.wait(PATIENCE)
        return super().search(query)

    def close(self) -> None:
        """Close, and tell."""
        super().close()
        self.gate.released.set()


class GatedEngine(FileEngine):
    """Opens searchers that wait at the gate."""

    def __init__(self, gate: Gate) -> None:
        """Use ``gate`` for every searcher."""
        self.gate = gate

    def open(self, folder: Path, lexicon: Lexicon = EMPTY) -> Searcher:
        """Open a searcher at the gate."""
        searcher = GatedSearcher([])
        searcher.gate = self.gate
        return searcher


def until(path: Path) -> None:
    """Wait until there is something at ``path``."""
    deadline = time.monotonic() + PATIENCE
    while not path.exists():
        assert time.monotonic() < deadline
        time.sleep(0.01)


class WaitingEngine(FileEngine):
    """Takes until the test says so to open anything but the first generation."""

    def open(self, folder: Path, lexicon: Lexicon = EMPTY) -> Searcher:
        """Open the index once there is a file called "go" beside the library."""
        desk = folder.parents[2]
        if folder.parent.name != "generation-000001":
            (desk / "opening").touch()
            until(desk / "go")
        return super().open(folder, lexicon)


def test_requests_do_not_wait_while_a_generation_is_opened(folder: Path, tmp_path: Path) -> None:
    """One request opens the new one; others get the old one at once, and the new one after."""
    write_library(folder, simple_page("a"))
    engines = {"files": f"{__name__}:WaitingEngine"}
    reader = LibraryReader(folder, check_seconds=0, engines=engines)
    assert reader.current().info.number == 1
    write_library(folder, simple_page("b"))
    opener = threading.Thread(target=reader.current)
    opener.start()
    until(tmp_path / "opening")
    assert [reader.current().info.number for _ in range(10)] == [1] * 10
    (tmp_path / "go").touch()
    opener.join(PATIENCE)
    assert reader.current().info.number == 2


def test_a_generation_that_goes_while_it_is_opened_is_no_fault(folder: Path) -> None:
    """The reader looks at the pointer again and takes the one that is live by then.

    A pipe in place of the first generation's manifest stops the reader between the two.
    """
    first, second = write_library(folder, simple_page("a")), write_library(folder, simple_page("b"))
    pointer = (folder / "live").read_text()
    with LibraryWriter(folder, FileEngine()) as writer:
        writer.rollback()
    manifest = folder / f"generation-{first.number:06d}" / "manifest.json"
    manifest.unlink()
    os.mkfifo(manifest)
    reader = LibraryReader(folder, engines=ENGINES)
    numbers: list[int] = []
    opener = threading.Thread(target=lambda: numbers.append(reader.current().info.number))
    opener.start()
    with manifest.open("w"):
        (folder / "live").write_text(pointer)
    opener.join(PATIENCE)
    assert numbers == [second.number]


def test_a_new_generation_is_seen_within_a_second(folder: Path) -> None:
    """With the reader as the portal has it; until then the old one answers."""
    write_library(folder, simple_page("a"))
    reader = LibraryReader(folder, engines=ENGINES)
    assert reader.current().info.number == 1
    write_library(folder, simple_page("b"))
    written = time.monotonic()
    while reader.current().info.number == 1:
        assert time.monotonic() - written < 1
        time.sleep(0.01)
    assert reader.current().page("b") == simple_page("b")


def test_the_pointer_is_not_read_at_every_request(folder: Path) -> None:
    """A reader trusts what it has read for as long as it was told to."""
    write_library(folder, simple_page("a"))
    reader = LibraryReader(folder, check_seconds=60, engines=ENGINES)
    first = reader.current()
    write_library(folder, simple_page("b"))
    assert reader.current() is first


def test_without_news_the_generation_stays_open(folder: Path) -> None:
    """It is opened once, however often it is asked for."""
    write_library(folder, simple_page("a"))
    reader = open_library(folder)
    assert reader.current() is reader.current()


def test_the_first_ingest_is_noticed(folder: Path) -> None:
    """A portal started before there is a library begins to serve as soon as there is one."""
    reader = open_library(folder)
    with pytest.raises(LibraryError):
        reader.current()
    write_library(folder, simple_page("a"))
    assert reader.current().info.number == 1


def test_other_processes_see_it_too(folder: Path) -> None:
    """Each process finds the new generation by itself."""
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from tests.support.library import open_library\n"
        "reader = open_library(Path(sys.argv[1]))\n"
        "for _ in sys.stdin: print(reader.current().info.number, flush=True)\n"
    )
    write_library(folder, simple_page("a"))
    command = [sys.executable, "-c", program, str(folder)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for number in (1, 2, 3):
            process.stdin.write("\n")
            process.stdin.flush()
            assert process.stdout.readline() == f"{number}\n"
            write_library(folder, simple_page("b", f"update {number}"))
        process.stdin.close()


def test_a_search_under_way_outlives_its_generation(folder: Path) -> None:
    """Closing waits for the search, and then does happen, without anybody asking again."""
    gate = Gate()
    write_library(folder, simple_page("a"))
    with LibraryWriter(folder, GatedEngine(gate)) as writer:
        generation = writer.live
    assert generation is not None
    totals: list[int] = []
    search = generation.search
    thread = threading.Thread(target=lambda: totals.append(search(Query("rest")).total))
    thread.start()
    assert gate.reached.wait(PATIENCE)
    generation.close()
    gc.collect()
    assert not gate.released.is_set()
    gate.opened.set()
    thread.join(PATIENCE)
    assert totals == [0]
    assert gate.released.is_set()


def test_a_generation_that_nobody_holds_is_closed(folder: Path) -> None:
    """A request holds its generation just by referring to it."""
    gate = Gate()
    write_library(folder, simple_page("a"))
    with LibraryWriter(folder, GatedEngine(gate)) as writer:
        held = writer.live
    assert held is not None
    gate.opened.set()
    held.search(Query("rest"))
    assert not gate.released.is_set()
    del held, writer
    gc.collect()
    assert gate.released.is_set()


def test_a_closed_generation_says_so(folder: Path) -> None:
    """Nothing is read from files that are closed; what is in memory is still known."""
    write_library(folder, simple_page("a"))
    generation = open_library(folder).current()
    pages = generation.pages()
    generation.close()
    generation.close()
    for call in (
        lambda: generation.page("a"),
        lambda: generation.suggest("a"),
        lambda: next(pages),
    ):
        with pytest.raises(LibraryError, match="generation 1 has been closed"):
            call()
    assert generation.info.number == 1


def test_a_list_of_pages_begun_is_finished(folder: Path) -> None:
    """Also when the generation is closed, and outdated twice over, in the middle."""
    pages = [simple_page(slug) for slug in "abc"]
    write_library(folder, *pages)
    generation = open_library(folder).current()
    listing = generation.pages()
    assert next(listing) == pages[0]
    generation.close()
    for number in range(3):
        write_library(folder, simple_page("d", f"update {number}"))
    assert list(listing) == pages[1:]


def test_a_generation_stays_on_disk_while_it_is_held(folder: Path) -> None:
    """Its engine may open files when it needs them; the first update after its end removes it."""
    write_library(folder, simple_page("a"))
    held = open_library(folder).current()
    for number in range(3):
        write_library(folder, simple_page("b", f"update {number}"))
    assert (folder / "generation-000001" / "engine" / "table.json").exists()
    assert not (folder / "generation-000002").exists()
    held.close()
    write_library(folder, simple_page("b", "last update"))
    assert not (folder / "generation-000001").exists()


def test_a_closed_reader_can_open_again(folder: Path) -> None:
    """Closing lets go of the generation; who holds it can go on."""
    write_library(folder, simple_page("a"))
    reader = open_library(folder)
    before = reader.current()
    reader.close()
    assert before.page("a") == simple_page("a")
    assert reader.current() is not before


def test_a_generation_that_cannot_be_opened_is_passed_over(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """The old one is served on; the log says why, once, and not again until the reason changes."""
    write_library(folder, simple_page("a"))
    reader = open_library(folder)
    first = reader.current()
    write_library(folder, simple_page("b"))
    (folder / "generation-000002" / "manifest.json").unlink()
    with caplog.at_level(logging.ERROR):
        assert [reader.current() for _ in range(5)] == [first] * 5
    (record,) = caplog.records
    assert "still serving generation 1" in record.getMessage()
    assert "generation-000002/manifest.json is missing" in record.getMessage()
    (folder / "live").unlink()
    assert reader.current() is first
    assert len(caplog.records) == 2
    write_library(folder, simple_page("c"))
    assert reader.current().info.number == 3


def test_searches_of_many_threads_are_whole_while_generations_change(folder: Path) -> None:
    """Every answer comes from one generation, none fails, and the newest is reached by all."""
    slugs = [f"page-{number}" for number in range(20)]
    last = 12

    def update(number: int) -> None:
        write_library(folder, *(simple_page(slug, f"Version {number}.") for slug in slugs))

    update(1)
    reader = open_library(folder)
    faults: list[str] = []
    begun = threading.Event()

    def read() -> None:
        newest = 0
        while newest < last:
            generation = reader.current()
            newest = generation.info.number
            hits = generation.search(Query(f"version {newest}.", page_size=50)).hits
            page = generation.page(slugs[newest])
            if len(hits) != len(slugs) or page != simple_page(slugs[newest], f"Version {newest}."):
                faults.append(f"generation {newest}: {len(hits)} hits, {page}")
            begun.set()

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    assert begun.wait(PATIENCE)
    for number in range(2, last + 1):
        update(number)
    for thread in threads:
        thread.join(PATIENCE)
    assert not any(thread.is_alive() for thread in threads)
    assert faults == []
