"""The library for those who read it: the live generation, always the newest whole one.

A library's folder enters, Generations leave. May be imported by portal and ingest. The library is
written by `index.writer`; how it lies on disk is drawn in `index/storage/layout.py`.
"""

import logging
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from index.engine import ENGINES, open_engine
from index.errors import LibraryDamagedError, LibraryError
from index.generation import Generation, open_searcher
from index.storage.check import check_sizes, faults
from index.storage.layout import DEFAULT_FOLDER, Layout, Pointer
from index.storage.manifest import read_live_manifest
from index.summary import GenerationInfo, PageSummary

__all__ = [
    "DEFAULT_FOLDER",
    "Generation",
    "GenerationInfo",
    "LibraryReader",
    "PageSummary",
    "verify",
]

CHECK_SECONDS = 0.5
"""How long a reader trusts the pointer it has read. A new generation is to be seen within a second:
half of it is for waiting, half for opening."""

_LOGGER = logging.getLogger(__name__)


class LibraryReader:
    """What the portal holds: gives the live generation to each request.

    Safe for many threads; each process has its own. A request calls `current` once and keeps what
    it got for as long as it works: a generation is closed when nobody holds it any more.
    """

    def __init__(
        self,
        folder: Path,
        *,
        check_seconds: float = CHECK_SECONDS,
        engines: Mapping[str, str] = ENGINES,
    ) -> None:
        """Prepare to read the library in ``folder``; nothing is opened yet.

        The pointer is read at most every ``check_seconds``; ``engines`` is the table in which the
        engine that a generation names is looked up.
        """
        self._layout = Layout(folder)
        self._check_seconds = check_seconds
        self._engines = dict(engines)
        self._lock = threading.Lock()
        self._open: _Live | None = None
        self._next_check = 0.0
        self._reported = ""

    def current(self) -> Generation:
        """Return the live generation.

        A request that finds a new one opens it; others meanwhile get the one before. Where the new
        one cannot be opened, all get the one before, and the reason is logged once.

        Raises:
            LibraryMissingError: nothing has been ingested yet.
            LibraryOutdatedError: another version of the program has written the library.
            LibraryDamagedError: a file is missing or unreadable.
            EngineError: the library's engine cannot be loaded.
        """
        held = self._open
        if held is None:
            with self._lock:
                return self._refreshed().generation
        if time.monotonic() >= self._next_check and self._lock.acquire(blocking=False):
            try:
                held = self._refreshed()
            finally:
                self._lock.release()
        return held.generation

    def close(self) -> None:
        """Let go of the live generation; requests that still use it can finish."""
        with self._lock:
            self._open = None

    def _refreshed(self) -> "_Live":
        held = self._open
        if held is not None and time.monotonic() < self._next_check:
            return held
        try:
            live = self._newest(held)
        except LibraryError as error:
            if held is None:
                raise
            self._report(held, str(error))
            live = held
        else:
            self._reported = ""
        self._open = live
        self._next_check = time.monotonic() + self._check_seconds
        return live

    def _newest(self, held: "_Live | None") -> "_Live":
        """Return what the pointer names; it may name another by the time we have opened that.

        Two updates in quick succession remove a generation while it is being opened.
        """
        pointer = self._layout.read_pointer()
        while held is None or held.pointer != pointer:
            try:
                return _Live(pointer, self._opened(pointer))
            except LibraryError:
                latest = self._layout.read_pointer()
                if latest == pointer:
                    raise
                pointer = latest
        return held

    def _opened(self, pointer: Pointer) -> Generation:
        manifest = read_live_manifest(self._layout, pointer)
        engine = open_engine(manifest.engine, self._engines)
        check_sizes(self._layout, manifest, engine.derives)
        return Generation(
            self._layout, manifest, partial(open_searcher, self._layout, manifest, engine)
        )

    def _report(self, held: "_Live", problem: str) -> None:
        if problem != self._reported:
            self._reported = problem
            number = held.generation.info.number
            _LOGGER.error("still serving generation %d of the library: %s", number, problem)


@dataclass(frozen=True, slots=True)
class _Live:
    """An open generation and the pointer that led to it."""

    pointer: Pointer
    generation: Generation


def verify(folder: Path) -> tuple[str, ...]:
    """Read every file of the live generation and return what is wrong, one line a file.

    Raises:
        LibraryMissingError: nothing has been ingested yet.
        LibraryOutdatedError: another version of the program has written the library.
    """
    layout = Layout(folder)
    try:
        manifest = read_live_manifest(layout, layout.read_pointer())
    except LibraryDamagedError as error:
        return (str(error),)
    return tuple(str(fault) for fault in faults(layout, manifest))
