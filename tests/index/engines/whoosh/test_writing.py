"""Segments on disk: as Whoosh itself would write them, carried over, merged in time."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from whoosh import index as whoosh_index
from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC
from whoosh.reading import IndexReader

from index.engines.whoosh.building import Building
from index.engines.whoosh.bulk import INDEX_NAME
from index.engines.whoosh.numbering import browsing_order
from index.engines.whoosh.records import FIELDS, stored_of
from index.engines.whoosh.schema import document_of, make_schema
from index.engines.whoosh.searching import WhooshSearcher
from index.errors import EngineError
from index.query import Query
from tests.index.engines.whoosh.indexes import RAW, segment_count, write
from tests.support.pages import many_pages, page, section, simple_page

PATIENCE = 60
"""Seconds until a process must have ended on the busiest of machines."""

PAGES = [
    *many_pages(12, words=40),
    page("Zürich’s café", section("Hip-bursitis", "Pain pain PAIN. Crohn's\npain", "x" * 300)),
]


def contents(reader: IndexReader) -> dict[str, object]:
    """Return all that Whoosh finds in an index: terms, postings, lengths, stored fields."""
    postings = {
        (field, text): list(zip(matcher.all_ids(), _weights(reader, field, text), strict=True))
        for field, text in reader.all_terms()
        if (matcher := reader.postings(field, text)) is not None
    }
    count = reader.doc_count_all()
    return {
        "postings": postings,
        "lengths": [
            [reader.doc_field_length(number, field) for field in FIELDS] for number in range(count)
        ],
        "totals": [reader.field_length(field) for field in FIELDS],
        "stored": [reader.stored_fields(number) for number in range(count)],
        "frequencies": {
            (field, text): (reader.frequency(field, text), reader.doc_frequency(field, text))
            for field, text in reader.all_terms()
        },
    }


def _weights(reader: IndexReader, field: str, text: bytes) -> list[float]:
    matcher = reader.postings(field, text)
    weights = []
    while matcher.is_active():
        weights.append(matcher.weight())
        matcher.next()
    return weights


def test_a_segment_is_what_whoosh_itself_writes(tmp_path: Path) -> None:
    """Terms, postings, lengths and stored fields are the same, pages in the order of browsing."""
    ours = write(tmp_path / "ours", PAGES)
    (tmp_path / "stock").mkdir()
    stock = FileStorage(str(tmp_path / "stock")).create_index(make_schema())
    writer = stock.writer()
    for one in sorted(PAGES, key=lambda page: browsing_order(page.title, page.slug)):
        for stored in stored_of(one):
            writer.add_document(**document_of(stored))
    writer.commit()
    with whoosh_index.open_dir(str(ours)).reader() as mine, stock.reader() as theirs:
        assert contents(mine) == contents(theirs)


def test_two_processes_write_what_one_writes(tmp_path: Path) -> None:
    """A large build is two segments that hold all passages, in their order."""
    with Building(tmp_path, len(PAGES), many=2) as building:
        for page in PAGES:
            building.add_page(stored_of(page))
        segments = building.finish()
    TOC(make_schema(), segments, 1).write(FileStorage(str(tmp_path)), INDEX_NAME)
    one = WhooshSearcher(write(tmp_path / "one", PAGES))
    two = WhooshSearcher(tmp_path)
    assert segment_count(tmp_path) == 2
    for text in ("", "pain", "hip bursitis", "what causes pain in the hip"):
        assert two.search(Query(text, page_size=99)) == one.search(Query(text, page_size=99))


SCRIPT = """
from pathlib import Path
from index.engines.whoosh.building import Building
from index.engines.whoosh.records import stored_of
from tests.support.pages import many_pages
folder = Path({folder!r})
with Building(folder, 3, many=2) as building:
    for page in many_pages(3):
        building.add_page(stored_of(page))
    built = building.finish()
print(sum(segment.doc_count() for segment in built), *folder.iterdir())
"""


def test_a_lost_second_process_loses_nothing(tmp_path: Path) -> None:
    """A script that works when imported cannot have a second process; it builds all itself."""
    folder = tmp_path / "index"
    folder.mkdir()
    script = tmp_path / "script.py"
    script.write_text(SCRIPT.format(folder=str(folder)))
    done = subprocess.run(
        [sys.executable, str(script)],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(RAW.parent)},
    )
    count, *files = done.stdout.split()
    assert int(count) == sum(1 for page in many_pages(3) for _ in stored_of(page))
    assert {Path(file).suffix for file in files} == {".seg", ".npy"}


KILLED = """
import sys, time
from pathlib import Path
from index.engines.whoosh.building import Building
from index.engines.whoosh.records import stored_of
from tests.support.pages import many_pages
if __name__ == "__main__":
    with Building(Path(sys.argv[1]), 10, many=2) as building:
        for page in many_pages(7):
            building.add_page(stored_of(page))
        print("begun", flush=True)
        time.sleep(60)
"""


def is_running(process: str) -> bool:
    """Return whether the process is there; one that has ended may still wait to be asked for."""
    try:
        return ") Z " not in Path(f"/proc/{process}/stat").read_text()
    except FileNotFoundError:
        return False


def test_a_killed_build_leaves_no_process_behind(tmp_path: Path) -> None:
    """The second process ends with the first, which had no time to tell it."""
    script = tmp_path / "script.py"
    script.write_text(KILLED)
    with subprocess.Popen(
        [sys.executable, str(script), str(tmp_path)],
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
        env={"PYTHONPATH": str(RAW.parent)},
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "begun\n"
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
        assert children
        process.kill()
    deadline = time.monotonic() + PATIENCE
    while any(map(is_running, children)):
        assert time.monotonic() < deadline, "a process outlived the one that started it"
        time.sleep(0.02)


def test_what_has_not_changed_is_the_very_file_of_the_index_before(tmp_path: Path) -> None:
    """Unchanged segments cost no room and no time."""
    first = write(tmp_path / "first", PAGES)
    second = write(tmp_path / "second", [simple_page("new")], previous=first)
    carried = [path for path in first.iterdir() if (second / path.name).exists()]
    assert any(path.suffix == ".seg" for path in carried)
    assert all(path.samefile(second / path.name) for path in carried)


def test_many_small_updates_leave_few_segments(tmp_path: Path) -> None:
    """Segments grow by a factor from each to the next, however the library came about."""
    folder = write(tmp_path / "0", [simple_page("page-0")])
    for number in range(1, 40):
        one = simple_page(f"page-{number}", f"Heat number {number}.")
        folder = write(tmp_path / str(number), [one], previous=folder)
    assert segment_count(folder) <= 6
    assert WhooshSearcher(folder).search(Query("heat")).total == 39


def test_a_segment_of_mostly_deleted_passages_is_written_anew(tmp_path: Path) -> None:
    """Deleted passages do not take up room, nor count in the ranking, for long."""
    pages = [simple_page(f"page-{number}") for number in range(20)]
    first = write(tmp_path / "first", pages)
    gone = [one.slug for one in pages[:11]]
    second = write(tmp_path / "second", removed=gone, previous=first)
    with whoosh_index.open_dir(str(second)).reader() as reader:
        assert (reader.doc_count(), reader.doc_count_all()) == (9, 9)


def test_a_folder_that_holds_no_index_cannot_be_built_on(tmp_path: Path) -> None:
    """What Whoosh raises is said in our own words, with the folder."""
    (tmp_path / "nothing").mkdir()
    with pytest.raises(EngineError, match="second"):
        write(tmp_path / "second", previous=tmp_path / "nothing")
