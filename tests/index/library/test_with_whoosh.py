"""The library with the engine it ships with."""

import threading
from pathlib import Path

from index.engine import open_engine
from index.library import LibraryReader, verify
from index.query import Query
from tests.support.library import live_folder, write_library
from tests.support.pages import many_pages, simple_page


def totals(reader: LibraryReader, *texts: str) -> list[int]:
    """Return how many passages each of ``texts`` finds in the live generation."""
    generation = reader.current()
    return [generation.search(Query(text)).total for text in texts]


def test_updates_are_found_and_share_what_has_not_changed(folder: Path) -> None:
    """Added, changed and removed pages show in searches; the large segment is one file in both."""
    engine = open_engine("whoosh")
    write_library(folder, *many_pages(40, words=20), simple_page("a", "duloxetine"), engine=engine)
    reader = LibraryReader(folder, check_seconds=0)
    assert totals(reader, "duloxetine", "acupuncture") == [1, 0]
    large = max((live_folder(folder) / "engine").iterdir(), key=lambda path: path.stat().st_size)
    write_library(folder, simple_page("a", "acupuncture"), simple_page("b", "yoga"), engine=engine)
    assert totals(reader, "duloxetine", "acupuncture", "yoga") == [0, 1, 1]
    assert (live_folder(folder) / "engine" / large.name).samefile(large)
    write_library(folder, removed=frozenset({"b"}), engine=engine)
    assert totals(reader, "acupuncture", "yoga") == [1, 0]
    assert verify(folder) == ()


def test_the_generation_before_is_left_as_it_was(folder: Path) -> None:
    """A reader that holds it finds the same after later updates, and so does going back."""
    engine = open_engine("whoosh")
    write_library(folder, simple_page("a", "duloxetine"), engine=engine)
    before = {path.name: path.read_bytes() for path in (live_folder(folder) / "engine").iterdir()}
    first = LibraryReader(folder).current()
    write_library(folder, simple_page("a", "acupuncture"), engine=engine)
    assert first.search(Query("duloxetine")).total == 1
    kept = folder / "generation-000001" / "engine"
    assert {path.name: path.read_bytes() for path in kept.iterdir()} == before


def test_an_old_generation_is_served_as_long_as_it_is_held(folder: Path) -> None:
    """From any thread, also one that has not searched it before, however many have followed it."""
    engine = open_engine("whoosh")
    write_library(folder, simple_page("a", "duloxetine"), engine=engine)
    reader = LibraryReader(folder)
    held = reader.current()
    for number in range(3):
        write_library(folder, simple_page("b", f"update {number}"), engine=engine)
    found: list[int] = []
    thread = threading.Thread(target=lambda: found.append(held.search(Query("duloxetine")).total))
    thread.start()
    thread.join(30)
    assert found == [1]


def test_threads_search_whole_generations_while_they_change(folder: Path) -> None:
    """No search fails, and each finds all pages of one update."""
    engine = open_engine("whoosh")
    slugs = [f"page-{number}" for number in range(6)]
    words = ["acupuncture", "duloxetine", "hydrotherapy", "kinesiology", "massage"]

    def update(word: str) -> None:
        write_library(folder, *(simple_page(slug, word) for slug in slugs), engine=engine)

    update(words[0])
    reader = LibraryReader(folder, check_seconds=0)
    faults: list[list[int]] = []
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            found = totals(reader, *words)
            if sorted(found) != [0, 0, 0, 0, len(slugs)]:
                faults.append(found)

    threads = [threading.Thread(target=read) for _ in range(3)]
    for thread in threads:
        thread.start()
    for word in words[1:]:
        update(word)
    done.set()
    for thread in threads:
        thread.join(30)
    assert faults == []
    assert totals(reader, *words) == [0, 0, 0, 0, len(slugs)]
