"""The export itself: every page, the search, the static files, into a folder.

A library and a folder enter; how much was written leaves.
"""

import asyncio
import os
import sys
from collections.abc import Iterable
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path

from starlette.applications import Starlette

from index.aspect import Aspect
from index.library import Generation
from index.passage import passages_of
from index.results import SnippetPart
from index.words import STOP_WORDS
from portal import urls
from portal.export.crawl import places
from portal.export.folder import ExportError, ExportFolder
from portal.export.links import file_of, relinked
from portal.export.making import Job, Made, Submit, made_by_processes, made_here, static_app
from portal.export.progress import Progress
from portal.export.search_files import FOLDER, search_files
from portal.facets import FacetChoice, FacetView
from portal.frame import Here, frame_of
from portal.hits import HitGroup, HitView, aspect_link
from portal.places import Link
from portal.settings import Settings

SCRIPT = Path(__file__).with_name("search.js")

LEFT_OUT = {"portal.js"}
"""Static files that only a server's pages need: it asks the server for results and suggestions."""

FEWEST_FOR_PROCESSES = 300
"""Pages of a library from which other processes pay: each takes some seconds to open it."""

BATCH = 64
"""Addresses a process is given at once: a fifth of a second of work, against which handing over is
nothing, and little enough that all finish together."""


@dataclass(frozen=True, slots=True)
class SearchPageModel:
    """One of each thing that the script fills and repeats, so that it looks as the site does;
    and the words that are too common to be searched for."""

    group: HitGroup
    facet: FacetView
    stop_words: str


@dataclass(frozen=True, slots=True)
class Exported:
    """How many files the export has, and how many of them were written anew or removed."""

    files: int
    changed: int
    removed: int


def export(settings: Settings, folder: Path, site: str, processes: int | None = None) -> Exported:
    """Export the library of ``settings`` into ``folder``.

    The folder will be at the address ``site``, without a closing slash; "" if that is not known.
    ``processes`` make the pages, 0 for this one alone; as many as there are cores, unless told.

    Raises:
        LibraryError: there is no library, or it cannot be read.
        ExportError: the folder is not an export's, or cannot be written.
        LinkError: a page is called such that it would be outside of the folder.
    """
    app = static_app(settings)
    generation, _ = app.state.shelf.open()
    target = ExportFolder(folder)
    job = Job(settings, generation.info, folder, site)
    if processes is None:
        processes = _cores() if generation.info.page_count >= FEWEST_FOR_PROCESSES else 0
    making = made_by_processes(job, processes) if processes else made_here(app, job)
    try:
        with making as submit:
            pages = _Pages(target, submit)
            pages.ask_for(_beginnings(app, generation, whole=bool(site)))
            _write_search(app, generation, target, site)  # while other processes make pages
            pages.finish(Progress(sys.stderr))
    except BrokenProcessPool as error:
        raise ExportError(
            "a process that made pages has ended; is there memory left on this machine? "
            "Run this again: what is written already is not written twice"
        ) from error
    for name, file in app.state.templates.files.items():
        if name not in LEFT_OUT:
            target.write(f"static/{name}", file.content)
    target.finish()
    return Exported(target.files, target.changed, target.removed)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _beginnings(app: Starlette, generation: Generation, *, whole: bool) -> list[str]:
    """Return the addresses that the export begins with; all others are linked from these.

    ``whole`` adds those that only make sense where the folder's own address is known.
    """
    begin = [urls.HOME, *asyncio.run(places(app))]
    if whole:
        begin += ["/llms.txt", urls.SITEMAP, "/robots.txt"]
        begin += [urls.markdown_url(page.slug) for page in generation.summaries]
    return begin


class _Pages:
    """The pages of an export, each made once."""

    def __init__(self, target: ExportFolder, submit: Submit) -> None:
        self._target = target
        self._submit = submit
        self._asked: set[str] = set()
        self._under_way: set[Future[Made]] = set()

    def ask_for(self, addresses: Iterable[str]) -> None:
        """Have those of ``addresses`` made that nobody has asked for yet."""
        new = [one for one in dict.fromkeys(addresses) if one not in self._asked]
        self._asked.update(new)
        for start in range(0, len(new), BATCH):
            batch = new[start : start + BATCH]
            self._target.claim(map(file_of, batch))
            self._under_way.add(self._submit(batch))

    def finish(self, progress: Progress) -> None:
        """Wait for all, and have made what they lead to."""
        done = 0
        while self._under_way:
            finished, self._under_way = wait(self._under_way, return_when=FIRST_COMPLETED)
            for future in finished:
                made = future.result()
                done += made.pages
                self._target.changed += made.changed
                self.ask_for(made.found)
            progress.tell(done, len(self._asked) - done)
        progress.finish()


def _write_search(app: Starlette, generation: Generation, target: ExportFolder, site: str) -> None:
    _, catalogue = app.state.shelf.open()
    page = app.state.templates.render(
        "views/search-offline.html",
        _samples(),
        frame_of(catalogue),
        Here(canonical=urls.SEARCH, indexed=False),
    )
    target.write(file_of(urls.SEARCH), relinked(file_of(urls.SEARCH), page, site).encode())
    target.write(f"{FOLDER}/search.js", SCRIPT.read_bytes())
    passages = [passage for page in generation.pages() for passage in passages_of(page)]
    for name, text in search_files(passages):
        target.write(name, text.encode())


def _samples() -> SearchPageModel:
    hit = HitView(
        url="",
        heading="",
        trail=("",),
        aspect=aspect_link(Aspect.OTHER),
        conditions=(Link("", ""),),
        snippet=(SnippetPart("", match=True),),
    )
    choice = FacetChoice("", "", 2, selected=False, spell=str)
    return SearchPageModel(
        HitGroup("", "", (hit,), (hit,)),
        FacetView("", "", (choice,), (choice,), narrowed=False),
        " ".join(sorted(STOP_WORDS)),
    )
