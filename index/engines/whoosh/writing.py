"""Changes to an index on disk: a fresh one, or the one before with the changes applied.

Changes and folders enter; Whoosh's files, and a sidecar of arrays beside each segment, are left in
the new folder. Segments of the index before are carried over by hard link: neither Whoosh nor we
ever change a segment's files once they are written; which documents of it are deleted stands in
the table of contents, of which every index has its own.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import length_hint
from pathlib import Path

from whoosh.codec.base import Segment
from whoosh.fields import Schema
from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC
from whoosh.index import IndexError as WhooshIndexError
from whoosh.reading import SegmentReader

from index.engine import Changes
from index.engines.whoosh.building import Building
from index.engines.whoosh.bulk import INDEX_NAME
from index.engines.whoosh.records import Stored, stored_of
from index.engines.whoosh.schema import make_schema, stored_passages
from index.errors import EngineError
from index.storage.files import carry

_WASTE = 2
"""A segment is written anew once more than one in so many of its documents are deleted."""

_GROWTH = 2
"""A segment is merged into a new one that is at least one in so many of its size: so that sizes
grow by this factor from each to the next, there are few of them (15 for 20,000 passages), and a
passage is written anew only about once for each doubling of the library."""


def write_index(folder: Path, changes: Changes, previous: Path | None) -> None:
    """Write a whole index into the empty ``folder``.

    Raises:
        EngineError: Whoosh could not write, or could not read the ``previous`` index.
    """
    try:
        before = _before(previous) if previous else _Before(None, make_schema(), (), 0)
        kept = list(before.segments)
        gone = set(changes.removed)
        with Building(folder, length_hint(changes.pages)) as building:
            for page in changes.pages:
                gone.add(page.slug)
                building.add_page(stored_of(page))
            for segment in kept:
                _delete(before, segment, gone)
            for segment in _to_merge(kept, building.count):
                kept.remove(segment)
                building.add(_alive(before, segment))
            for segment in kept:
                _carry_over(before, segment, folder)
            kept += building.finish()
        TOC(before.schema, kept, before.generation + 1).write(FileStorage(str(folder)), INDEX_NAME)
    except (WhooshIndexError, KeyError, ValueError, EOFError) as error:
        raise EngineError(f"{folder}: Whoosh could not write its index: {error}") from error


@dataclass(frozen=True, slots=True)
class _Before:
    """The index that is built on; ``folder`` is None where there is none."""

    folder: Path | None
    schema: Schema
    segments: Sequence[Segment]
    generation: int

    def reader(self, segment: Segment) -> SegmentReader:
        return SegmentReader(FileStorage(str(self.folder), readonly=True), self.schema, segment)


def _before(previous: Path) -> _Before:
    contents = TOC.read(FileStorage(str(previous), readonly=True), INDEX_NAME)
    return _Before(previous, contents.schema, contents.segments, contents.generation)


def _delete(before: _Before, segment: Segment, pages: Iterable[str]) -> None:
    """Mark the documents of ``pages`` as deleted in ``segment``, in memory only."""
    reader = before.reader(segment)
    for page in pages:
        if ("page", page) in reader:
            for number in list(reader.postings("page", page).all_ids()):
                segment.delete_document(number)
    reader.close()


def _to_merge(segments: Sequence[Segment], size: int) -> list[Segment]:
    """Return the segments to write anew together with ``size`` new documents."""
    merged = []
    for segment in sorted(segments, key=lambda segment: segment.doc_count()):
        wasted = segment.deleted_count() * _WASTE > segment.doc_count_all()
        if wasted or (size and segment.doc_count() <= size * _GROWTH):
            merged.append(segment)
            size += segment.doc_count()
    return merged


def _alive(before: _Before, segment: Segment) -> Iterator[Stored]:
    reader = before.reader(segment)
    for number, stored in enumerate(stored_passages(reader)):
        if not segment.is_deleted(number):
            yield stored
    reader.close()


def _carry_over(before: _Before, segment: Segment, folder: Path) -> None:
    if before.folder is not None:
        for path in sorted(before.folder.glob(f"{segment.segment_id()}.*")):
            carry(path, folder / path.name)
