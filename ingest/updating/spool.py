"""Pages that have been read, kept on disk until it is known what is to be done with them.

Lines of JSON enter, Pages leave. Memory stays flat however many there are. Used by the pipeline.
"""

import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from index.codec import page_from_json
from index.document import Page


class Spool:
    """Pages in a file, each found again by its place."""

    def __init__(self, file: BinaryIO) -> None:
        """Keep pages in ``file``, which is empty and stays the caller's to close."""
        self._file = file

    def keep(self, line: str) -> int:
        """Keep a page as one ``line`` of JSON; return its place.

        Raises:
            OSError: the disk is full.
        """
        place = self._file.seek(0, 2)
        self._file.write(line.encode() + b"\n")
        return place

    def page(self, place: int) -> Page:
        """Return the page kept at ``place``."""
        self._file.seek(place)
        return page_from_json(json.loads(self._file.readline()))


@contextmanager
def open_spool() -> Iterator[Spool]:
    """Yield an empty spool, whose file is gone afterwards, however the program ends."""
    with tempfile.TemporaryFile() as file:
        yield Spool(file)
