"""New segments with their sidecars, on two cores where there is much to do.

A folder and stored passages enter, Segments leave.
"""

import logging
import multiprocessing
import shutil
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from whoosh.codec.base import Segment
from whoosh.fields import Schema
from whoosh.filedb.filestore import FileStorage

from index.engines.whoosh import sidecar
from index.engines.whoosh.analysis import analyse
from index.engines.whoosh.bulk import write_segment
from index.engines.whoosh.records import Stored
from index.engines.whoosh.schema import make_schema

MANY = 4_000
"""Passages from which a second process pays: starting it takes about as long as writing 2,000."""

_LOGGER = logging.getLogger(__name__)


def build_segments(
    folder: Path, schema: Schema, passages: Sequence[Stored], many: int = MANY
) -> list[Segment]:
    """Write ``passages`` as no, one or, from ``many`` on, two segments into ``folder``."""
    if not passages:
        return []
    before = set(folder.iterdir())
    if len(passages) < many:
        built = [_build(folder, schema, passages)]
    else:
        built = _build_by_two(folder, schema, passages)
    names = tuple(f"{segment.segment_id()}." for segment in built)
    for path in set(folder.iterdir()) - before:
        if not path.name.startswith(names):
            _remove(path)
    return built


def _build_by_two(folder: Path, schema: Schema, passages: Sequence[Stored]) -> list[Segment]:
    """Build both halves at once; one whose process is lost, for want of memory say, is built here.

    A process is lost too if it was started by a script that does its work when it is imported.
    """
    first, second = passages[: len(passages) // 2], passages[len(passages) // 2 :]
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        other = pool.submit(build_segment, folder, second)
        built = _build(folder, schema, first)
        try:
            return [built, other.result()]
        except BrokenProcessPool:
            _LOGGER.warning("%s: the second process was lost; its part is built anew", folder)
    return [built, _build(folder, schema, second)]


def _remove(leftover: Path) -> None:
    """Remove what Whoosh's temporary storage or a lost process has left."""
    if leftover.is_dir():
        shutil.rmtree(leftover)
    else:
        leftover.unlink()


def build_segment(folder: Path, passages: Sequence[Stored]) -> Segment:
    """Write ``passages`` as one segment of the schema there is; for a process of its own."""
    return _build(folder, make_schema(), passages)


def _build(folder: Path, schema: Schema, passages: Sequence[Stored]) -> Segment:
    arrays = analyse(passages)
    segment = write_segment(FileStorage(str(folder)), schema, passages, arrays)
    sidecar.save(arrays, folder, segment.segment_id())
    return segment
