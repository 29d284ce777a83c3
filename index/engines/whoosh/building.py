"""New segments with their sidecars, on two cores where there is much to do.

A folder and stored passages, page after page, enter; Segments leave.
"""

import logging
import multiprocessing
import shutil
from collections.abc import Iterable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from whoosh.codec.base import Segment

from index.engines.whoosh import sidecar
from index.engines.whoosh.analysis import analyse
from index.engines.whoosh.bulk import write_segment
from index.engines.whoosh.numbering import browsing_order
from index.engines.whoosh.records import TITLE, Stored
from index.processes import follow_parent

MANY = 6_000
"""Passages from which a second process pays: starting it takes about as long as writing 3,000."""

SHARE = 0.6
"""The part of the pages that the second process is given, the first ones: while it writes them, the
first process has the others still to prepare, which takes about as long as writing a third."""

SAMPLE = 32
"""Pages after which it is reckoned how many passages there will be in all."""

_LOST = "the second process was lost; the first does its part"
"""There was no memory for it, say, or it was started by a script that works when imported."""

_LOGGER = logging.getLogger(__name__)


class Building:
    """Passages on their way into segments; to be used in a ``with`` block.

    From ``many`` passages on, as far as can be told from the first of the ``pages`` to come, there
    are two segments, of which a second process writes the first.
    """

    def __init__(self, folder: Path, pages: int, many: int = MANY) -> None:
        """Write segments into ``folder``; ``pages`` is 0 where it is not known how many come."""
        self._folder = folder
        self._other_folder = folder / "second"
        self._expected = pages
        self._many = many
        self._taken = 0
        self._passages: list[Stored] = []
        self._given: list[Stored] = []
        self._pool: ProcessPoolExecutor | None = None
        self._other: Future[Segment] | None = None

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the second process, if there is one."""
        if self._pool is not None:
            self._pool.shutdown()

    @property
    def count(self) -> int:
        """How many passages have been taken."""
        return len(self._given) + len(self._passages)

    def add_page(self, passages: Iterable[Stored]) -> None:
        """Take the passages of the next page."""
        self.add(passages)
        self._taken += 1
        if self._other is None and self._taken >= min(SAMPLE, self._expected * SHARE):
            try:
                self._share()
            except BrokenProcessPool:
                _LOGGER.warning("%s: %s", self._folder, _LOST)
                self._expected = 0

    def _share(self) -> None:
        """Start the second process where it pays, and give it its part where that is complete."""
        if self._pool is None and len(self._passages) * self._expected >= self._many * self._taken:
            spawning = multiprocessing.get_context("spawn")  # no copy of our locks and files
            self._pool = ProcessPoolExecutor(1, spawning, follow_parent)
            self._pool.submit(get_ready)
        if self._pool is not None and self._taken >= self._expected * SHARE:
            # Plain tuples: a dataclass takes twenty times as long to hand over.
            rows = [
                (one.page, one.record, one.facets, one.body, one.texts) for one in self._passages
            ]
            self._other = self._pool.submit(build_handed, self._other_folder, rows)
            self._given, self._passages = self._passages, []

    def add(self, passages: Iterable[Stored]) -> None:
        """Take passages that are of none of the pages that were announced."""
        self._passages += passages

    def finish(self) -> list[Segment]:
        """Return the segments, as many as there are passages for, all of them written."""
        own = [build_segment(self._folder, self._passages)] if self._passages else []
        return own if self._other is None else [self._built(self._other), *own]

    def _built(self, other: Future[Segment]) -> Segment:
        """Wait for the second process; do its part where it is lost."""
        try:
            segment = other.result()
        except BrokenProcessPool:
            _LOGGER.warning("%s: %s", self._folder, _LOST)
            if self._other_folder.exists():
                shutil.rmtree(self._other_folder)
            return build_segment(self._folder, self._given)
        for path in self._other_folder.iterdir():
            path.rename(self._folder / path.name)
        self._other_folder.rmdir()
        return segment


def get_ready() -> None:
    """Do nothing; the process that is asked has all modules imported afterwards."""


def build_handed(folder: Path, rows: Sequence[tuple[Any, ...]]) -> Segment:
    """Write passages, each as a tuple of its fields, as one segment into the new ``folder``."""
    folder.mkdir()
    return build_segment(folder, [Stored(*row) for row in rows])


def build_segment(folder: Path, passages: Sequence[Stored]) -> Segment:
    """Write ``passages`` as one segment into ``folder``, with its sidecar.

    Pages are written in the order of browsing, as documents are numbered when the index is opened:
    so the postings of a segment are in order already when those of all segments are merged.
    """
    ordered = sorted(passages, key=lambda one: browsing_order(one.texts[TITLE], one.page))
    arrays = analyse(ordered)
    segment = write_segment(folder, ordered, arrays)
    sidecar.save(arrays, folder, segment.segment_id())
    return segment
