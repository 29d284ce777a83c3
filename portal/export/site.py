"""The export itself: every page, the search, the static files, into a folder.

A library and a folder enter; how much was written leaves.
"""

import asyncio
from dataclasses import dataclass, replace
from pathlib import Path

from starlette.applications import Starlette

from index.aspect import Aspect
from index.library import Generation
from index.passage import passages_of
from index.results import SnippetPart
from index.words import STOP_WORDS
from portal import urls
from portal.app import create_app
from portal.export.crawl import pages
from portal.export.folder import ExportFolder
from portal.export.links import PLACEHOLDER, file_of, relinked
from portal.export.search_files import FOLDER, search_files
from portal.facets import FacetChoice, FacetView
from portal.frame import Here, frame_of
from portal.hits import HitGroup, HitView, aspect_link
from portal.places import Link
from portal.settings import Settings

SCRIPT = Path(__file__).with_name("search.js")

LEFT_OUT = {"portal.js"}
"""Static files that only a server's pages need: it asks the server for results and suggestions."""


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


def export(settings: Settings, folder: Path, site: str) -> Exported:
    """Export the library of ``settings`` into ``folder``.

    The folder will be at the address ``site``, without a closing slash; "" if that is not known.

    Raises:
        LibraryError: there is no library, or it cannot be read.
        ExportError: the folder is not an export's, or cannot be written.
        LinkError: a page is called such that it would be outside of the folder.
    """
    app = create_app(replace(settings, public_address=PLACEHOLDER), static=True)
    generation, _ = app.state.shelf.open()
    target = ExportFolder(folder)
    asyncio.run(_write_pages(app, generation, target, site))
    _write_search(app, generation, target, site)
    for name, file in app.state.templates.files.items():
        if name not in LEFT_OUT:
            target.write(f"static/{name}", file.content)
    target.finish()
    return Exported(target.files, target.changed, target.removed)


async def _write_pages(
    app: Starlette, generation: Generation, target: ExportFolder, site: str
) -> None:
    texts = [urls.markdown_url(page.slug) for page in generation.summaries]
    whole = ["/llms.txt", urls.SITEMAP, "/robots.txt", *texts] if site else ()
    async for asked in pages(app, whole):
        name = file_of(asked.address)
        target.write(name, relinked(name, asked.text, site).encode())


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
