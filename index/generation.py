"""One generation of the library, opened: its facts, its pages, and the engine's searcher.

The folder of a generation enters; Pages, summaries and Results leave. Opened by `index.library`
for readers and by `index.writer`; handed to ingest and portal.
"""

import re
import weakref
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from itertools import chain

from index.document import Page
from index.engine import Engine, Searcher
from index.errors import LibraryDamagedError, LibraryError, LibraryOutdatedError
from index.explanation import Explanation
from index.history import History
from index.lay_terms import with_lay_terms
from index.lexicon import Lexicon, Name, with_abbreviations
from index.query import Query
from index.results import Results, Suggestion
from index.site import SiteFacts
from index.storage.history import read_history
from index.storage.hold import Hold
from index.storage.layout import ENGINE_FOLDER, Layout
from index.storage.manifest import Manifest
from index.storage.packs import PackReader
from index.summary import GenerationInfo, PageSummary

_PARENTHESIS = re.compile(r"\s*\([^()]*\)\s*\Z")


class Generation:
    """One opened, immutable generation; safe for many threads at once.

    Its files stay open until `close` is called or, without a call, until nobody refers to it any
    more. In both cases the work that other threads have under way is finished first: see `_Files`.
    Its folder stays on disk as long.
    """

    info: GenerationInfo
    site: SiteFacts
    lexicon: Lexicon
    """What staff say about words."""
    summaries: tuple[PageSummary, ...]
    """One a page, sorted by title, whatever the case of its letters."""

    def __init__(self, layout: Layout, manifest: Manifest, opened: Callable[[], Searcher]) -> None:
        """Open the generation of ``manifest`` in the library ``layout``.

        ``opened`` returns the searcher of its index, which is closed together with the pages.

        Raises:
            LibraryDamagedError: a pack is missing or cannot be opened, or what ``opened`` raises.
        """
        self._entries = manifest.entries
        self._redirects = manifest.redirects
        self.info = manifest.info
        self.site = manifest.site
        self.lexicon = manifest.lexicon
        self.summaries = tuple(
            sorted(
                (entry.summary for entry in manifest.entries.values()),
                key=lambda summary: (summary.title.casefold(), summary.slug),
            )
        )
        names = {entry.place.pack for entry in manifest.entries.values()}
        with ExitStack() as on_failure:
            hold = Hold(layout, manifest.number)
            on_failure.callback(hold.release)
            packs = PackReader(layout, layout.generation(manifest.number), sorted(names))
            on_failure.callback(packs.close)
            searcher = opened()
            closing = on_failure.pop_all()
        closing.callback(searcher.close)
        history = partial(read_history, layout, manifest)
        self._files: _Files | None = _Files(packs, searcher, history, closing)

    def search(self, query: Query) -> Results:
        """Answer ``query``; never fails on any text."""
        files = self._opened()
        return files.searcher.search(query)

    def explain(self, query: Query) -> tuple[Explanation, ...]:
        """Tell why each hit of ``query`` was found and stands where it does, in their order."""
        files = self._opened()
        return files.searcher.explain(query)

    def suggest(self, prefix: str, limit: int = 8) -> tuple[Suggestion, ...]:
        """Complete ``prefix`` to at most ``limit`` suggestions, best first."""
        files = self._opened()
        return files.searcher.suggest(prefix, limit)

    def page(self, slug: str) -> Page | None:
        """Return the page called ``slug``, or None.

        Raises:
            LibraryDamagedError: the page is not on disk as it was written.
        """
        entry = self._entries.get(slug)
        files = self._opened()
        return None if entry is None else files.packs.page(entry.place)

    def pages(self) -> Iterator[Page]:
        """Yield all pages in the order of ``summaries``, reading each as it is asked for.

        Raises:
            LibraryDamagedError: a page is not on disk as it was written.
        """
        files = self._opened()
        for summary in self.summaries:
            yield files.packs.page(self._entries[summary.slug].place)

    def redirect(self, slug: str) -> str | None:
        """Return the present slug of the page that was once called ``slug``, or None."""
        return self._redirects.get(slug)

    def history(self) -> History:
        """Return what changed at which ingest, read from the disk (at most 20 ms).

        Raises:
            LibraryDamagedError: it is not on disk as it was written.
        """
        files = self._opened()
        return files.history()

    def close(self) -> None:
        """Let go of files and memory as soon as the calls under way have returned."""
        self._files = None

    def _opened(self) -> "_Files":
        files = self._files
        if files is None:
            raise LibraryError(f"generation {self.info.number} has been closed")
        return files


class _Files:
    """What a generation holds open, closed when the last reference to it goes.

    Each method of Generation keeps such a reference in a local variable while it works, so that
    Python's own reference count is the count of calls under way: no lock is taken, none forgotten.
    """

    __slots__ = ("__weakref__", "_history", "_read_history", "packs", "searcher")

    def __init__(
        self,
        packs: PackReader,
        searcher: Searcher,
        read_history: Callable[[], History],
        closing: ExitStack,
    ) -> None:
        self.packs = packs
        self.searcher = searcher
        self._read_history = read_history
        self._history: History | None = None
        weakref.finalize(self, closing.close)

    def history(self) -> History:
        """Return the history, read when first asked for and then kept."""
        if self._history is None:
            self._history = self._read_history()
        return self._history


def open_searcher(layout: Layout, manifest: Manifest, engine: Engine) -> Searcher:
    """Open the engine's index of the generation of ``manifest``.

    Raises:
        LibraryDamagedError, LibraryOutdatedError: it cannot be opened; the message names a command
            that builds the library anew even though all its files are as they were written.
    """
    try:
        summaries = [entry.summary for entry in manifest.entries.values()]
        conditions = (known for summary in summaries for known in summary.conditions)
        titles = (Name(_bare(summary.title), summary.aliases) for summary in summaries)
        lexicon = with_lay_terms(with_abbreviations(manifest.lexicon, chain(conditions, titles)))
        return engine.open(layout.generation(manifest.number) / ENGINE_FOLDER, lexicon)
    except (LibraryDamagedError, LibraryOutdatedError) as error:
        raise type(error)(f"{error}; {layout.rebuild}") from error


def _bare(title: str) -> str:
    """Return ``title`` without an abbreviation in parentheses at its end."""
    return _PARENTHESIS.sub("", title)
