"""Pages made into files, by this process or by several.

Addresses enter; how many files were written, and which other addresses the pages lead to, leaves.
Each process opens the library for itself; all read the same generation.
"""

import asyncio
import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from starlette.applications import Starlette

from index.library import GenerationInfo
from index.processes import follow_parent
from portal.app import create_app
from portal.export.crawl import ask
from portal.export.folder import ExportError, put
from portal.export.links import PLACEHOLDER, file_of, relinked
from portal.settings import Settings


@dataclass(frozen=True, slots=True)
class Job:
    """What is exported and where to: the library of ``settings`` as it was when the export began.

    ``site`` is the address that ``folder`` will be at, without a closing slash; "" if that is not
    known.
    """

    settings: Settings
    generation: GenerationInfo
    folder: Path
    site: str


@dataclass(frozen=True, slots=True)
class Made:
    """What became of some addresses: how many there were, how many files had to be written, and
    which addresses the pages link that this process had not met before."""

    pages: int
    changed: int
    found: tuple[str, ...]


Submit = Callable[[Sequence[str]], Future[Made]]
"""Has the files of some addresses made; these are on the folder's list already."""


def static_app(settings: Settings) -> Starlette:
    """Return the app whose pages are exported.

    It keeps to the generation that is live now, whatever ingest does meanwhile.

    Raises:
        LibraryError: there is no library, or it cannot be read.
    """
    app = create_app(replace(settings, public_address=PLACEHOLDER), static=True)
    app.state.shelf.refresh()
    return app


@contextmanager
def made_here(app: Starlette, job: Job) -> Iterator[Submit]:
    """Give what makes files in this process, at once; ``app`` is over the library of ``job``."""
    maker = _Maker(app, job)

    def submit(addresses: Sequence[str]) -> Future[Made]:
        done: Future[Made] = Future()
        done.set_result(maker.make(addresses))
        return done

    yield submit


@contextmanager
def made_by_processes(job: Job, processes: int) -> Iterator[Submit]:
    """Give what makes files in so many other ``processes``, which end with this one."""
    context = multiprocessing.get_context("spawn")  # no copy of our locks, threads and files
    pool = ProcessPoolExecutor(processes, context, initializer=follow_parent)

    def submit(addresses: Sequence[str]) -> Future[Made]:
        return pool.submit(_make, job, addresses)

    try:
        yield submit
    finally:
        pool.shutdown(cancel_futures=True)


def _make(job: Job, addresses: Sequence[str]) -> Made:
    return _maker_of(job).make(addresses)


@cache
def _maker_of(job: Job) -> "_Maker":
    """Return this process's maker of ``job``.

    Raises:
        ExportError: the library is another by now.
    """
    app = static_app(job.settings)
    generation, _ = app.state.shelf.open()
    if generation.info != job.generation:
        raise ExportError(
            f"{job.settings.library} was brought up to date while the export began; run it again"
        )
    return _Maker(app, job)


class _Maker:
    """Makes the files of one job, as often as it is asked to."""

    def __init__(self, app: Starlette, job: Job) -> None:
        self._app = app
        self._job = job
        self._met: set[str] = set()

    def make(self, addresses: Sequence[str]) -> Made:
        """Put down the files of ``addresses``.

        Raises:
            ExportError: a file cannot be written.
            LinkError: a page is called such that it would be outside of the folder.
        """
        return asyncio.run(self._made(addresses))

    async def _made(self, addresses: Sequence[str]) -> Made:
        changed, found = 0, []
        for address in addresses:
            asked = await ask(self._app, address)
            name = file_of(address)
            text = relinked(name, asked.text, self._job.site)
            changed += put(self._job.folder, name, text.encode())
            for linked in asked.leads_to():
                if linked not in self._met:
                    self._met.add(linked)
                    found.append(linked)
        return Made(len(addresses), changed, tuple(found))
