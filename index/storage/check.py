"""What the files of a generation must be, and whether they are.

Folders and manifests enter, checksums and faults leave. Imported by the library's own modules only.
"""

from collections.abc import Callable
from pathlib import Path

from index.errors import LibraryDamagedError
from index.storage.files import Checksum, checksum, files_below, for_each, sync
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
    folder = layout.generation(manifest.number)
    found = for_each(lambda file: _fault(layout, folder / file[0], file[1]), manifest.files.items())
    return tuple(fault for fault in found if fault is not None)


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
