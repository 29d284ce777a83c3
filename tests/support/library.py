"""Libraries on disk for tests, in a line each.

Pages enter, a library below a folder of the test leaves. May be imported by any test.
"""

from collections.abc import Mapping
from pathlib import Path

from index.document import Page, Paragraph
from index.engine import Changes, Engine
from index.library import LibraryReader
from index.site import SiteFacts
from index.storage.layout import Layout
from index.summary import GenerationInfo
from index.writer import LibraryWriter
from tests.support.file_engine import ENGINES, FileEngine


def write_library(
    folder: Path,
    *pages: Page,
    removed: frozenset[str] = frozenset(),
    renamed: Mapping[str, str] | None = None,
    site: SiteFacts | None = None,
    engine: Engine | None = None,
) -> GenerationInfo:
    """Put ``pages`` into the library in ``folder`` as one update; FileEngine unless told."""
    with LibraryWriter(folder, engine or FileEngine()) as writer:
        return writer.write(Changes(pages, removed), site or SiteFacts(), renamed)


def open_library(folder: Path) -> LibraryReader:
    """Return a reader of a library that `write_library` wrote; it looks for news at every call."""
    return LibraryReader(folder, check_seconds=0, engines=ENGINES)


def live_folder(folder: Path) -> Path:
    """Return the folder of the live generation."""
    layout = Layout(folder)
    return layout.generation(layout.read_pointer().number)


def texts(folder: Path) -> dict[str, str]:
    """Return slug -> first paragraph of every page, as a reader sees the library now."""
    return {page.slug: first_text(page) for page in open_library(folder).current().pages()}


def first_text(page: Page) -> str:
    """Return the text of the only paragraph of a `simple_page`."""
    (block,) = page.sections[0].blocks
    assert isinstance(block, Paragraph)
    return block.text
