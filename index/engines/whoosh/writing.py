"""Changes to an index on disk: a fresh one, or the one before with the changes applied.

Changes and folders enter, Whoosh's files are left in the new folder. Files of the index before are
carried over by hard link: Whoosh never changes a segment's file once written, it writes new ones
and removes names.
"""

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from whoosh import index as whoosh_index
from whoosh.filedb.filestore import FileStorage
from whoosh.index import IndexError as WhooshIndexError
from whoosh.index import LockError
from whoosh.writing import IndexingError, IndexWriter

from index.document import Page
from index.engine import Changes
from index.engines.whoosh.schema import documents_of, make_schema
from index.errors import EngineError
from index.passage import passages_of

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
        for document in documents_of(page, passages_of(page)):
            writer.add_document(**document)
