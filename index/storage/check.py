"""What the files of a generation must be, and whether they are.

Folders and manifests enter, checksums and faults leave. Imported by the library's own modules only.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import partial
from pathlib import Path

from index.errors import LibraryDamagedError
from index.storage.files import AT_ONCE, Checksum, checksum, files_below, for_each, sync
from index.storage.layout import ENGINE_FOLDER, Layout
from index.storage.manifest import Manifest


def check_sizes(layout: Layout, manifest: Manifest, derives: Callable[[str], bool]) -> None:
    """Refuse a generation with a file missing or cut short.

    Cheap enough for every opening; that the content is right only `faults` can tell. ``derives``
    tells which of the engine's files may be missing.

    Raises:
        LibraryDamagedError: naming the first such file.
    """
    folder = layout.generation(manifest.number)
    for name, known in manifest.files.items():
        path = folder / name
        try:
            size = path.stat().st_size
        except FileNotFoundError as error:
            if path.parent.name == ENGINE_FOLDER and derives(path.name):
                continue
            raise layout.unreadable(path, error) from error
        except OSError as error:
            raise layout.unreadable(path, error) from error
        if size != known.size:
            raise _wrong_size(layout, path, known, size)


def faults(layout: Layout, manifest: Manifest) -> tuple[LibraryDamagedError, ...]:
    """Read every file of a generation and return what is wrong, one error a file."""
    with closing(Check(layout, manifest)) as check:
        return check.faults()


class Check:
    """The reading of every file of a generation, which begins at once and goes on beside."""

    def __init__(self, layout: Layout, manifest: Manifest, at_once: int = AT_ONCE) -> None:
        """Begin to read the files of ``manifest``, so many ``at_once``."""
        folder = layout.generation(manifest.number)
        self._pool = ThreadPoolExecutor(at_once)
        self._works = [
            partial(_fault, layout, folder / name, known) for name, known in manifest.files.items()
        ]
        self._found = [self._pool.submit(work) for work in self._works]

    def faults(self) -> tuple[LibraryDamagedError, ...]:
        """Read, from the end, what no thread has begun with; return what is wrong, an error a file.

        Whoever asks has nothing else to do.
        """
        own = {
            place: self._works[place]()
            for place in reversed(range(len(self._works)))
            if self._found[place].cancel()
        }
        every = (
            own[place] if place in own else found.result()
            for place, found in enumerate(self._found)
        )
        return tuple(fault for fault in every if fault is not None)

    def close(self) -> None:
        """End it, read to the end or not; returns when no file is open any more."""
        self._pool.shutdown(cancel_futures=True)


def _fault(layout: Layout, path: Path, known: Checksum) -> LibraryDamagedError | None:
    try:
        present = checksum(path)
    except OSError as error:
        return layout.unreadable(path, error)
    if present.size != known.size:
        return _wrong_size(layout, path, known, present.size)
    if present != known:
        return layout.damaged(path, "is not as it was written")
    return None


def _wrong_size(layout: Layout, path: Path, known: Checksum, size: int) -> LibraryDamagedError:
    return layout.damaged(path, f"has {size:,} bytes where {known.size:,} were written")


def seal(layout: Layout, folder: Path, before: Manifest | None) -> dict[str, Checksum]:
    """Sync every file in ``folder``, a generation being built, and return what each must stay.

    A file carried over from the generation ``before`` is the very file there: it has been synced,
    and its checksum is known.

    Raises:
        OSError: a file could not be synced or read.
    """
    fresh: list[Path] = []
    sealed: dict[str, Checksum] = {}
    for path in files_below(folder):
        name = path.relative_to(folder).as_posix()
        known = before.files.get(name) if before else None
        if before and known and path.samefile(layout.generation(before.number) / name):
            sealed[name] = known
        else:
            fresh.append(path)
    for path, known in zip(fresh, for_each(_synced, fresh), strict=True):
        sealed[path.relative_to(folder).as_posix()] = known
    return dict(sorted(sealed.items()))


def _synced(path: Path) -> Checksum:
    sync(path)
    return checksum(path)
