"""Raw files to pages, in order, on as many cores as there are.

Tasks enter, outcomes leave: a page as a line of JSON with what decisions need of it, or why the
file could not be read. Used by the pipeline and by ``--dump``. Only here are raw files opened.
"""

import gc
import json
import os
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from pathlib import Path

from index.codec import page_to_json
from index.document import Condition, Page
from ingest.decode import MAXIMUM_BYTES
from ingest.errors import PageRefusedError
from ingest.late import late
from ingest.lint.findings import PageFindings
from ingest.updating.ledger import Entry
from ingest.updating.processes import Work, spread
from ingest.updating.scan import RawFile, Refused
from ingest.vocabulary import Vocabulary

FEWEST_FOR_PROCESSES = 150
"""Pages from which processes pay: starting them takes 0.7 seconds, a page about ten milliseconds,
so that two halve the time of more than that, and only delay fewer."""

_READ_PAGE = "ingest.pages.reader:read_page"
_EXAMINE = "ingest.lint.examine:examine"
# Imported when a page is to be read: most runs of a timer find none.


def get_ready() -> None:
    """Import what reading a page takes, while something else is being waited for."""
    for name in (_READ_PAGE, _EXAMINE):
        late(name)


@dataclass(frozen=True, slots=True)
class Task:
    """A raw file to read, and the slug its page is to have."""

    file: RawFile
    slug: str


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What decisions about a page that was read need of it; the fields are as in Page.

    ``stated`` is what the page states by itself.
    """

    source: str
    slug: str
    title: str
    content_hash: str
    stated: Entry
    aliases: tuple[str, ...] = ()
    conditions: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page that was read; ``line`` is all of it, as `index.codec.page_to_json` in one line."""

    facts: PageFacts
    line: str


Outcome = ReadPage | Refused

Reader = Callable[[Task, Vocabulary], Outcome]


def content_hash(file: RawFile) -> str | Refused:
    """Return the SHA-256 of the content of ``file`` in hex, or why it cannot be read."""
    try:
        return sha256(raw_bytes(file.path)).hexdigest()
    except OSError as error:
        return _unreadable(file.source, error)


def read_files(
    tasks: Sequence[Task], vocabulary: Vocabulary, cores: int, read: Reader | None = None
) -> Generator[Outcome, None, None]:
    """Read the files of ``tasks`` and yield an outcome for each, in order.

    With ``cores`` above one and enough to do, that many processes read; a file that ends its
    process is refused, the others are read. ``read`` is how one is read: `read_file`, unless told.

    Raises:
        ReadingStoppedError: processes are killed again and again, or there is no memory for them.
    """
    if not gc.isenabled():
        gc.freeze()  # all that there is by now stays
        gc.enable()
    do = partial(_read, read or read_file, vocabulary)
    if cores < 2 or len(tasks) < FEWEST_FOR_PROCESSES:  # noqa: PLR2004  # one core is no parallel
        yield from map(do, tasks)
        return
    yield from spread(tasks, Work(do, _deadly), cores)


def _read(read: Reader, vocabulary: Vocabulary, task: Task) -> Outcome:
    return read(task, vocabulary)


def _deadly(task: Task) -> Outcome:
    return Refused(
        task.file.source,
        "reading it ends the program that reads; save the page again, or leave it out",
    )


def available_cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def read_file(task: Task, vocabulary: Vocabulary) -> Outcome:
    """Read one file, and look at its page for those who write it."""
    return _read_file(task, vocabulary, late(_EXAMINE))


def read_file_alone(task: Task, vocabulary: Vocabulary) -> Outcome:
    """Read one file, with no findings: a twelfth quicker, for whoever wants the page alone."""
    return _read_file(task, vocabulary, _find_nothing)


def _find_nothing(_page: Page) -> PageFindings:
    return PageFindings()


def _read_file(
    task: Task, vocabulary: Vocabulary, examine: Callable[[Page], PageFindings]
) -> Outcome:
    source = task.file.source
    try:
        page: Page = late(_READ_PAGE)(raw_bytes(task.file.path), source, vocabulary)
    except OSError as error:
        return _unreadable(source, error)
    except PageRefusedError as error:
        return Refused(source, str(error).removeprefix(f"{source}: "))
    except RecursionError:
        return Refused(source, "its parts are nested too deeply to be a page; save it again")
    page = replace(page, slug=task.slug)
    facts = PageFacts(
        source=source,
        slug=page.slug,
        title=page.title,
        content_hash=page.content_hash,
        stated=Entry(page.site, page.category, page.warnings, examine(page)),
        aliases=page.aliases,
        conditions=page.conditions,
    )
    return ReadPage(facts, json.dumps(page_to_json(page), ensure_ascii=False))


def raw_bytes(path: str | Path) -> bytes:
    """Return the file's bytes, at most one more than a page may have, however it grows.

    Raises:
        OSError: the file cannot be read.
    """
    with open(path, "rb") as stream:  # noqa: PTH123  # a Path each costs as much as reading
        return stream.read(MAXIMUM_BYTES + 1)


def _unreadable(source: str, error: OSError) -> Refused:
    return Refused(source, f"the file cannot be read ({error.strerror})")
