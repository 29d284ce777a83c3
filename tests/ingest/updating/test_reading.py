"""Reading raw files, one after the other or several at once."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from ingest.errors import ReadingStoppedError
from ingest.lint.findings import PageFindings
from ingest.updating.processes import CHUNK
from ingest.updating.reading import (
    FEWEST_FOR_PROCESSES,
    ReadPage,
    Task,
    available_cores,
    content_hash,
    read_file,
    read_file_alone,
    read_files,
)
from ingest.updating.scan import RawFile, Refused, scan
from ingest.vocabulary import Vocabulary
from tests.support.deadly import DEADLY, always_die, read_or_die
from tests.support.raw import fill, put

MANY = FEWEST_FOR_PROCESSES + CHUNK // 2


def tasks_of(raw: Path) -> list[Task]:
    """Return a task for each page in ``raw``, slugs after their numbers."""
    return [Task(file, f"page-{number}") for number, file in enumerate(scan(raw).files)]


def test_a_page_is_read_with_the_slug_it_is_to_have(tmp_path: Path) -> None:
    """And with what it states by itself."""
    task = tasks_of(fill(tmp_path))[0]
    outcome = read_file(replace(task, slug="other"), Vocabulary())
    assert isinstance(outcome, ReadPage)
    assert (outcome.facts.source, outcome.facts.slug) == ("gout.html", "other")
    assert outcome.facts.content_hash == content_hash(task.file)
    assert outcome.facts.stated.category == "Conditions We Treat"
    assert "\n" not in outcome.line


def test_a_page_read_alone_is_the_same_page_without_findings(tmp_path: Path) -> None:
    """What staff are told of a page is looked for only where a report is to be made."""
    (tmp_path / "gout.txt").write_text("Gout\n\nWhat is gout?\n\nAn MRI or an EMG is not needed.")
    task = tasks_of(tmp_path)[0]
    examined, alone = (read(task, Vocabulary()) for read in (read_file, read_file_alone))
    assert isinstance(examined, ReadPage)
    assert isinstance(alone, ReadPage)
    assert alone.line == examined.line
    assert examined.facts.stated.findings != PageFindings()
    assert alone.facts.stated.findings == PageFindings()


def test_a_file_that_is_gone_when_it_is_opened_is_refused(tmp_path: Path) -> None:
    """Someone removed it meanwhile."""
    task = Task(RawFile("gone.txt", str(tmp_path / "gone.txt")), "gone")
    refused = Refused("gone.txt", "the file cannot be read (No such file or directory)")
    assert read_file(task, Vocabulary()) == refused
    assert content_hash(task.file) == refused


def test_several_processes_read_the_same_in_the_same_order(tmp_path: Path) -> None:
    """Broken files among the others too."""
    for number in range(MANY):
        put(tmp_path, f"{number:03d}.html", f"Page {number}")
    (tmp_path / "077.html").write_bytes(b"")
    tasks = tasks_of(tmp_path)
    alone = list(read_files(tasks, Vocabulary(), 1))
    assert list(read_files(tasks, Vocabulary(), 2)) == alone
    assert isinstance(alone[77], Refused)


def test_whoever_has_seen_enough_may_stop(tmp_path: Path) -> None:
    """The processes end; nothing waits for the pages that nobody wants."""
    for number in range(MANY):
        put(tmp_path, f"{number:03d}.html", f"Page {number}")
    outcomes = read_files(tasks_of(tmp_path), Vocabulary(), 2)
    assert isinstance(next(outcomes), ReadPage)
    outcomes.close()


def test_there_is_at_least_one_core() -> None:
    """Those that this process may use."""
    assert 1 <= available_cores() <= (os.cpu_count() or 1)


@pytest.fixture
def many(tmp_path: Path) -> list[Task]:
    """Return tasks enough for several processes."""
    for number in range(MANY):
        put(tmp_path, f"{number:03d}.html", f"Page {number}")
    return tasks_of(tmp_path)


def test_a_file_that_ends_its_process_is_named_and_the_others_are_read(many: list[Task]) -> None:
    """Each of them, in its place."""
    outcomes = list(read_files(many, Vocabulary(), 2, read_or_die))
    refused = [outcome for outcome in outcomes if isinstance(outcome, Refused)]
    assert tuple(left.source for left in refused) == DEADLY
    assert {left.reason for left in refused} == {
        "reading it ends the program that reads; save the page again, or leave it out"
    }
    read = [outcome.facts.source for outcome in outcomes if isinstance(outcome, ReadPage)]
    assert read == [task.file.source for task in many if task.file.source not in DEADLY]


def test_a_process_killed_from_outside_costs_no_page(many: list[Task]) -> None:
    """What it had under way is read again."""
    outcomes = read_files(many, Vocabulary(), 2)
    first = next(outcomes)
    children = Path(f"/proc/self/task/{os.getpid()}/children")
    if not children.exists():
        pytest.skip("this system does not tell which processes a process has started")
    for child in children.read_text(encoding="ascii").split():
        if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes():
            os.kill(int(child), 9)
    assert [first, *outcomes] == list(read_files(many, Vocabulary(), 1))


def test_processes_that_always_end_are_a_clear_error(many: list[Task]) -> None:
    """Not a wait without end, nor pages left out in silence."""
    with pytest.raises(ReadingStoppedError, match="run this again"):
        list(read_files(many, Vocabulary(), 2, always_die))
