"""Raw files to pages, in order, on as many cores as there are.

Tasks enter, outcomes leave: a page as a line of JSON with what decisions need of it, or why the
file could not be read. Used by the pipeline and by ``--dump``. Only here are raw files opened.
"""

import json
import multiprocessing
import os
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from itertools import islice
from pathlib import Path

from index.codec import page_to_json
from index.document import Condition
from index.processes import follow_parent
from ingest.decode import MAXIMUM_BYTES
from ingest.errors import PageRefusedError, ReadingStoppedError
from ingest.lint.examine import examine
from ingest.pages.reader import read_page
from ingest.updating.ledger import Entry
from ingest.updating.scan import RawFile, Refused
from ingest.vocabulary import Vocabulary

FEWEST_FOR_PROCESSES = 150
"""Pages from which processes pay: starting them takes 0.7 seconds, a page about ten milliseconds,
so that two halve the time of more than that, and only delay fewer."""

CHUNK = 16
"""Pages a process is given at once: a fifth of a second of work, against which handing over is
nothing, and little enough that all finish together."""

CHUNKS_AHEAD = 3
"""Chunks under way or waiting, a process: it never runs dry, and memory stays bounded."""


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


def content_hash(file: RawFile) -> str | Refused:
    """Return the SHA-256 of the content of ``file`` in hex, or why it cannot be read."""
    try:
        return sha256(raw_bytes(file.path)).hexdigest()
    except OSError as error:
        return _unreadable(file.source, error)


def read_files(
    tasks: Sequence[Task], vocabulary: Vocabulary, cores: int
) -> Generator[Outcome, None, None]:
    """Read the files of ``tasks`` and yield an outcome for each, in order.

    With ``cores`` above one and enough to do, that many processes read.

    Raises:
        ReadingStoppedError: one of them was killed, or there was no memory for it.
    """
    if cores < 2 or len(tasks) < FEWEST_FOR_PROCESSES:  # noqa: PLR2004  # one core is no parallel
        yield from (read_file(task, vocabulary) for task in tasks)
        return
    try:
        yield from _in_processes(tasks, vocabulary, cores)
    except BrokenProcessPool as error:
        raise ReadingStoppedError(
            "a process that reads pages was ended from outside or had no memory left; "
            "make room and run this again"
        ) from error


def _in_processes(tasks: Sequence[Task], vocabulary: Vocabulary, cores: int) -> Iterator[Outcome]:
    context = multiprocessing.get_context("spawn")  # no copy of our locks, threads and files
    with ProcessPoolExecutor(cores, context, initializer=follow_parent) as pool:
        waiting = iter(tasks)
        ahead: deque[Future[list[Outcome]]] = deque()
        try:
            while True:
                while len(ahead) < CHUNKS_AHEAD * cores and (chunk := list(islice(waiting, CHUNK))):
                    ahead.append(pool.submit(_read_chunk, chunk, vocabulary))
                if not ahead:
                    return
                yield from ahead.popleft().result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def available_cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def read_file(task: Task, vocabulary: Vocabulary) -> Outcome:
    """Read one file."""
    source = task.file.source
    try:
        page = read_page(raw_bytes(task.file.path), source, vocabulary)
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


def _read_chunk(tasks: Sequence[Task], vocabulary: Vocabulary) -> list[Outcome]:
    return list(map(partial(read_file, vocabulary=vocabulary), tasks))


def raw_bytes(path: str | Path) -> bytes:
    """Return the file's bytes, at most one more than a page may have, however it grows.

    Raises:
        OSError: the file cannot be read.
    """
    with open(path, "rb", buffering=0) as stream:  # noqa: PTH123  # a Path each costs more than reading
        return stream.read(MAXIMUM_BYTES + 1)


def _unreadable(source: str, error: OSError) -> Refused:
    return Refused(source, f"the file cannot be read ({error.strerror})")
