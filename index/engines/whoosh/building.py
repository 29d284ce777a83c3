"""New segments with their sidecars, on two cores where there is much to do.

A folder and stored passages enter, Segments leave.
"""

import multiprocessing
import shutil
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
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

_TEMPORARY = "*.tmp"


def build_segments(
    folder: Path, schema: Schema, passages: Sequence[Stored], many: int = MANY
) -> list[Segment]:
    """Write ``passages`` as no, one or, from ``many`` on, two segments into ``folder``."""
    if not passages:
        return []
    if len(passages) < many:
        built = [_build(folder, schema, passages)]
    else:
        half = len(passages) // 2
        context = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(1, mp_context=context) as pool:
            other = pool.submit(build_segment, folder, passages[half:])
            built = [_build(folder, schema, passages[:half]), other.result()]
    for leftover in folder.glob(_TEMPORARY):
        shutil.rmtree(leftover)
    return built


def build_segment(folder: Path, passages: Sequence[Stored]) -> Segment:
    """Write ``passages`` as one segment of the schema there is; for a process of its own."""
    return _build(folder, make_schema(), passages)


def _build(folder: Path, schema: Schema, passages: Sequence[Stored]) -> Segment:
    arrays = analyse(passages)
    segment = write_segment(FileStorage(str(folder)), schema, passages, arrays)
    sidecar.save(arrays, folder, segment.segment_id())
    return segment
