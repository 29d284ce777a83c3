"""The generation that a writer builds on: opened, and every file of it checked.

A library's layout and an engine enter; a Generation leaves, or why there is none. Imported by
index.writer only.
"""

import os
from contextlib import closing
from dataclasses import dataclass
from functools import partial

from index.engine import Engine
from index.errors import (
    EngineError,
    LibraryError,
    LibraryMissingError,
    LibraryOutdatedError,
)
from index.generation import Generation, open_searcher
from index.late import LateSearcher
from index.storage.check import Check, faults
from index.storage.files import AT_ONCE
from index.storage.layout import Layout
from index.storage.manifest import Manifest, read_live_manifest


@dataclass(frozen=True, slots=True)
class Sound:
    """A generation whose files are all as they were written."""

    manifest: Manifest
    generation: Generation


class Checking:
    """The check of the live generation, which begins at once and goes on beside.

    Reading all of a library's files takes as long as much of an update does, and needs neither
    Python's lock nor the same core: whoever writes has other things to do meanwhile.
    """

    def __init__(self, layout: Layout, engine: Engine) -> None:
        """Open the live generation of ``layout``, if there is one, and begin to read its files."""
        self._problem: str | None = None
        self._opened: Sound | None = None
        self._check: Check | None = None
        try:
            manifest = read_live_manifest(layout, layout.read_pointer())
            _require_engine(layout, manifest, engine)
            _require_format(layout, manifest, engine)
            self._opened = Sound(manifest, opened(layout, manifest, engine))
            self._check = Check(layout, manifest, _spare_cores())
        except LibraryMissingError:
            return
        except LibraryError as error:
            self._problem = str(error)

    def outcome(self) -> Sound | str | None:
        """Wait until all is read; return the generation, why it is not sound, or None for none."""
        if self._check is None or self._opened is None:
            return self._problem
        with closing(self._check):
            found = self._check.faults()
        if not found:
            return self._opened
        self._opened.generation.close()
        return str(found[0])

    def close(self) -> None:
        """End the check, whether it has come to its end or not."""
        if self._check is not None:
            self._check.close()


def checked(layout: Layout, manifest: Manifest, engine: Engine) -> Generation:
    """Open the generation of ``manifest`` if each of its files is as it was written.

    Raises:
        EngineError: another engine has written it.
        LibraryDamagedError: it is not whole.
    """
    _require_engine(layout, manifest, engine)
    for fault in faults(layout, manifest):
        raise fault
    return opened(layout, manifest, engine)


def opened(layout: Layout, manifest: Manifest, engine: Engine) -> Generation:
    """Open the generation of ``manifest``, its index only when it is first asked.

    Raises:
        LibraryDamagedError: its pages cannot be opened.
    """
    search = partial(open_searcher, layout, manifest, engine)
    return Generation(layout, manifest, lambda: LateSearcher(search))


def _spare_cores() -> int:
    """Return how many threads may read without slowing down the one who started them."""
    return max(1, min(AT_ONCE, (os.cpu_count() or 1) - 1))


def _require_engine(layout: Layout, manifest: Manifest, engine: Engine) -> None:
    if manifest.engine != engine.name:
        raise EngineError(
            f"{layout.generation(manifest.number)} was written by engine "
            f"{manifest.engine!r}, not by {engine.name!r}; {layout.mend}"
        )


def _require_format(layout: Layout, manifest: Manifest, engine: Engine) -> None:
    if manifest.engine_format != engine.format:
        raise LibraryOutdatedError(
            f"{layout.generation(manifest.number)} has format {manifest.engine_format!r} of "
            f"engine {manifest.engine!r}, this program writes {engine.format!r}; {layout.mend}"
        )
