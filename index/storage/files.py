"""The few things the library does to files: write them durably, share them, check them.

Paths and bytes enter, checksums leave; OSError passes through. Imported by the library's own
modules, by engines, which share their unchanged files between generations with `carry`, and by
ingest for what it keeps beside the library.
"""

import hashlib
import logging
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

AT_ONCE = 4
"""Files checked or synced at once: as many as a few cores can check, and a disk can queue."""

_BLOCK = 1 << 22
"""Bytes read at once for a checksum. After each, a thread waits until Python's lock is free, which
others hold for milliseconds: 256 KB, Python's own choice, would wait longer than it works."""

Item = TypeVar("Item")
Result = TypeVar("Result")

_LOGGER = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Checksum:
    """What a file must be: its length in bytes and the SHA-256 of its content, in hex."""

    size: int
    sha256: str


def checksum(path: Path) -> Checksum:
    """Return the checksum of the file at ``path``.

    Raises:
        OSError: it cannot be read.
    """
    digest, size = hashlib.sha256(), 0
    with path.open("rb", buffering=0) as stream:
        while block := stream.read(_BLOCK):
            digest.update(block)
            size += len(block)
    return Checksum(size, digest.hexdigest())


def for_each(work: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
    """Yield what ``work`` returns for each of ``items``, in order, several of them at once.

    For work that waits for the disk or takes checksums: Python's lock is free meanwhile.
    """
    with ThreadPoolExecutor(AT_ONCE) as pool:
        yield from pool.map(work, items)


def carry(source: Path, target: Path) -> None:
    """Give the file ``source``, which nobody may change any more, the second name ``target``.

    A hard link where the file system makes one; where it does not (another device, a kind of
    file system without links, a file of another user), a copy.

    Raises:
        OSError: it could not be copied either.
    """
    try:
        target.hardlink_to(source)
    except OSError:
        shutil.copyfile(source, target)


def files_below(folder: Path) -> Iterator[Path]:
    """Yield every file below ``folder``, in the order of their paths."""
    yield from (path for path in sorted(folder.rglob("*")) if path.is_file())


def sync(path: Path) -> None:
    """Wait until the file or folder at ``path`` is on the disk itself, not only in memory.

    Raises:
        OSError: the disk is full or failing.
    """
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folders(folder: Path) -> None:
    """Sync ``folder`` and every folder below it, so that the names in them last.

    Raises:
        OSError: the disk is full or failing.
    """
    for path in folder.rglob("*"):
        if path.is_dir():
            sync(path)
    sync(folder)


def write_synced(path: Path, content: bytes) -> None:
    """Write a new file and wait until it is on the disk.

    Raises:
        OSError: it could not be written.
    """
    with path.open("xb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def replace(path: Path, content: bytes, temporary: Path) -> None:
    """Give the file at ``path`` a new content, at once and for good.

    Whoever reads ``path``, at any moment and after any crash, finds the old content or the new
    one, whole. ``temporary`` is a name in the same folder, free to use.

    Raises:
        OSError: it could not be written; ``path`` is as it was.
    """
    temporary.unlink(missing_ok=True)
    write_synced(temporary, content)
    temporary.replace(path)
    sync(path.parent)


def remove_folder(path: Path) -> None:
    """Remove the folder at ``path`` and all in it, as far as the system allows.

    What cannot be removed is logged and left: it only costs room, and the next writer tries again.
    """
    if not path.exists():
        return
    try:
        shutil.rmtree(path)
    except OSError as error:
        _LOGGER.warning("%s could not be removed: %s", path, error)
