"""Which files of the raw folder are pages, and why the others are not.

A folder enters; files leave, in the order of their paths, so that every run sees the same. Names,
kinds and sizes are looked at, never content. Used by the pipeline.
"""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from ingest.decode import MAXIMUM_BYTES
from ingest.errors import RawFolderError
from ingest.formats import FORMATS
from ingest.queries import FILE

VOCABULARY = "vocabulary.toml"
"""The file in the raw folder in which staff declare words; no page."""

_DECLARED = {
    VOCABULARY: "the vocabulary, obeyed on every page",
    FILE: "the golden queries, asked by --dry-run",
}
"""Files of the raw folder that are no pages, and what they are."""

_NOTES = frozenset({"readme", "readme.md", "readme.txt"})
"""Names, in lower case, of what people write about a folder."""


Stamp = tuple[int, int, int, int]
"""Size in bytes, times of the last change of content and of anything, in nanoseconds, and number on
the disk. A program may set the first time back to what it was, but not the second."""


@dataclass(frozen=True, slots=True)
class RawFile:
    """A file to be read as a page; ``source`` is its path in the raw folder, with "/".

    ``path`` is text because a run makes one for every page there is, and opens few. ``stamp`` is
    how the file looked from outside, None where nobody looked.
    """

    source: str
    path: str
    stamp: Stamp | None = None


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that is no page, and why."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A file, or a whole folder, that should be read but cannot be; why, and what to do."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class Scan:
    """What lies in a raw folder."""

    files: tuple[RawFile, ...]
    skipped: tuple[Skipped, ...]
    refused: tuple[Refused, ...]


_Found = RawFile | Skipped | Refused


def scan(folder: Path) -> Scan:
    """Look through ``folder`` and all folders in it.

    Raises:
        RawFolderError: there is no such folder, it may not be read, or there is no page in it.
    """
    if not folder.exists():
        raise RawFolderError(f"{folder}: there is no such folder; give the folder of raw pages")
    if not folder.is_dir():
        raise RawFolderError(f"{folder} is a file; give the folder of raw pages that it is in")
    try:
        found = sorted(_look(folder, folder.resolve(), ""), key=lambda entry: entry.source)
    except OSError as error:
        raise RawFolderError(f"{folder}: the folder cannot be read ({error.strerror})") from error
    result = Scan(
        files=tuple(entry for entry in found if isinstance(entry, RawFile)),
        skipped=tuple(entry for entry in found if isinstance(entry, Skipped)),
        refused=tuple(entry for entry in found if isinstance(entry, Refused)),
    )
    if not result.files and not result.refused:
        known = " ".join(sorted(FORMATS))
        raise RawFolderError(f"{folder}: there is no page in it; put files there ending in {known}")
    return result


def without(found: Scan, aside: frozenset[str]) -> Scan:
    """Return ``found`` with the files ``aside`` refused, because they are still being written."""
    return replace(
        found,
        files=tuple(file for file in found.files if file.source not in aside),
        refused=(
            *found.refused,
            *(
                Refused(file.source, "it is still being written; it is read when it is whole")
                for file in found.files
                if file.source in aside
            ),
        ),
    )


def _look(folder: Path, root: Path, above: str) -> Iterator[_Found]:
    """Yield what is in ``folder``, whose path in the resolved raw folder ``root`` is ``above``.

    Raises:
        OSError: ``folder`` itself cannot be read; folders in it become lines of the report.
    """
    with os.scandir(folder) as entries:
        for entry in entries:
            source = above + entry.name
            if not source.isprintable():
                yield Refused(
                    ascii(source).strip("'"),
                    "its name has characters that cannot be shown; rename it",
                )
            elif entry.name.startswith("."):
                yield Skipped(source, "hidden")
            elif entry.is_dir(follow_symlinks=False):
                try:
                    yield from list(_look(Path(entry.path), root, f"{source}/"))
                except OSError as error:
                    yield Refused(source, f"the folder cannot be read ({error.strerror})")
            else:
                yield _file(entry, source, root)


def _file(entry: os.DirEntry[str], source: str, root: Path) -> _Found:
    if source in _DECLARED:
        return Skipped(source, _DECLARED[source])
    if entry.name.casefold() in _NOTES:
        return Skipped(source, "notes about the folder")
    is_outside = False
    try:
        if entry.is_symlink():  # no other file can be elsewhere: folders that are links are left
            is_outside = not Path(entry.path).resolve(strict=True).is_relative_to(root)
        status = entry.stat()
    except (OSError, RuntimeError):  # the latter for links in a circle
        return Skipped(source, "a link that leads nowhere")
    fault = _fault(status.st_mode, is_outside=is_outside)
    return Skipped(source, fault) if fault else _page(entry.path, source, status)


def _fault(mode: int, *, is_outside: bool) -> str | None:
    """Return why a file of that ``mode`` is never opened, or None."""
    if is_outside:
        return "a link that leads out of the folder; put a copy of the file here"
    if stat.S_ISDIR(mode):
        return "a link to a folder; the files are read where they are"
    return None if stat.S_ISREG(mode) else "not a file with content"


def _page(path: str, source: str, status: os.stat_result) -> _Found:
    _, dot, last = source.rpartition("/")[2].rpartition(".")
    suffix = (dot + last).lower() if dot and last else ""
    if suffix not in FORMATS:
        known = " ".join(sorted(FORMATS))
        ending = f"files ending in {suffix}" if suffix else "files without an ending"
        return Skipped(source, f"{ending} are not read; save it as one of {known}")
    size = status.st_size
    if size > MAXIMUM_BYTES:
        limit = MAXIMUM_BYTES // 1_000_000
        return Refused(
            source,
            f"{size / 1e6:.0f} MB is more than a page can be ({limit} MB); is it the right file?",
        )
    return RawFile(source, path, (size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino))
