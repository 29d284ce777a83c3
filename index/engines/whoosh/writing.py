"""Changes to an index on disk: a fresh one, or the one before with the changes applied.

Changes and folders enter; Whoosh's files, and a sidecar of arrays beside each segment, are left in
the new folder. Files of the index before are carried over by hard link: neither Whoosh nor we ever
change a segment's file once it is written.
"""

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from whoosh import index as whoosh_index
from whoosh.filedb.filestore import FileStorage
from whoosh.index import FileIndex, LockError
from whoosh.index import IndexError as WhooshIndexError
from whoosh.writing import IndexingError, IndexWriter

from index.document import Page
from index.engine import Changes
from index.engines.whoosh import sidecar
from index.engines.whoosh.analysis import analyse
from index.engines.whoosh.records import stored_of
from index.engines.whoosh.schema import document_of, make_schema, stored_passages
from index.errors import EngineError

MEMORY_LIMIT = 256
"""Megabytes of postings that Whoosh sorts in memory before it writes a run to disk."""

_LOCK_SUFFIX = "LOCK"


def write_index(folder: Path, changes: Changes, previous: Path | None) -> None:
    """Write a whole index into the empty ``folder``.

    Raises:
        EngineError: Whoosh could not write, or could not read the ``previous`` index.
    """
    try:
        if previous is not None:
            _carry_over(previous, folder)
            opened = whoosh_index.open_dir(str(folder))
        else:
            opened = FileStorage(str(folder)).create_index(make_schema())
        writer = opened.writer(limitmb=MEMORY_LIMIT)
        try:
            if previous is not None:
                _remove(writer, {page.slug for page in changes.pages} | changes.removed)
            _add(writer, changes.pages)
        except BaseException:
            writer.cancel()
            raise
        writer.commit()
        _complete_sidecars(opened, folder)
        opened.close()
    except (WhooshIndexError, IndexingError, LockError) as error:
        raise EngineError(f"{folder}: Whoosh could not write its index: {error}") from error


def _carry_over(previous: Path, folder: Path) -> None:
    for path in sorted(previous.iterdir()):
        if path.name.endswith(_LOCK_SUFFIX):
            continue
        try:
            os.link(path, folder / path.name)
        except OSError:  # another file system, or one without hard links
            shutil.copy2(path, folder / path.name)


def _remove(writer: IndexWriter, slugs: Iterable[str]) -> None:
    with writer.searcher() as searcher:
        for slug in sorted(slugs):
            writer.delete_by_term("page", slug, searcher=searcher)


def _add(writer: IndexWriter, pages: Iterable[Page]) -> None:
    for page in pages:
        for stored in stored_of(page):
            writer.add_document(**document_of(stored))


def _complete_sidecars(opened: FileIndex, folder: Path) -> None:
    """Give every segment its sidecar, and remove those whose segment was merged away."""
    kept = set()
    with opened.reader() as reader:
        for leaf, _ in reader.leaf_readers():
            segment = leaf.segment().segment_id()
            kept.add(segment)
            if sidecar.load(folder, segment) is None:
                sidecar.save(analyse(stored_passages(leaf)), folder, segment)
    for path in sidecar.files(folder):
        if sidecar.segment_of(path) not in kept:
            path.unlink()
