"""The folder of an export: files put down one by one, what is gone removed, nothing else touched.

Names of files and their bytes enter. A list of the files, kept in the folder, tells what is ours: a
folder that has files and no such list is refused, and only files of the list are ever changed or
removed. A name is in the list before its file is there, so a run that was killed leaves no orphan.
"""

from collections.abc import Iterable
from pathlib import Path, PurePosixPath

LIST = "exported-files.txt"
HEADING = "Files that `python -m portal export` wrote here; it removes them when they are gone."


class ExportError(Exception):
    """The folder cannot be exported to; the message says what to do."""


class ExportFolder:
    """Writes an export: `write` every file, then `finish`."""

    def __init__(self, folder: Path) -> None:
        """Prepare to write into ``folder``, which may be absent, empty or an earlier export.

        Raises:
            ExportError: it is anything else, or cannot be written.
        """
        self._folder = folder
        self._list = folder / LIST
        self._before = self._listed()
        self._now: set[str] = set()
        self.changed = 0
        self.removed = 0
        try:
            folder.mkdir(parents=True, exist_ok=True)
            if not self._before:
                self._list.write_text(f"{HEADING}\n", encoding="utf-8")
        except OSError as error:
            raise _failed(folder, error) from error

    @property
    def files(self) -> int:
        """How many files have been written, changed or not."""
        return len(self._now)

    def write(self, name: str, content: bytes) -> None:
        """Put down the file ``name`` (forward slashes), if it is not there with that content.

        Raises:
            ExportError: somebody else's file is there, or it cannot be written.
        """
        self.claim((name,))
        self.changed += put(self._folder, name, content)

    def claim(self, names: Iterable[str]) -> None:
        """Put ``names`` on the list: any process may `put` them down from then on.

        Raises:
            ExportError: one is somebody else's file, or the list cannot be written.
        """
        new = []
        for name in names:
            if name not in self._before and name not in self._now:
                path = within(self._folder, name)
                if path.exists():
                    raise ExportError(f"{path} was not written by an export; move it away first")
                new.append(f"{name}\n")
            self._now.add(name)
        try:
            with self._list.open("a", encoding="utf-8") as stream:
                stream.write("".join(new))
        except OSError as error:
            raise _failed(self._list, error) from error

    def finish(self) -> None:
        """Remove the files of earlier exports that were not written this time.

        Raises:
            ExportError: one cannot be removed.
        """
        for name in sorted(self._before - self._now):
            path = within(self._folder, name)
            try:
                path.unlink(missing_ok=True)
                self._prune(path.parent)
            except OSError as error:
                raise _failed(path, error) from error
            self.removed += 1
        names = "".join(f"{name}\n" for name in sorted(self._now))
        self._list.write_text(f"{HEADING}\n{names}", encoding="utf-8")

    def _listed(self) -> set[str]:
        try:
            lines = self._list.read_text(encoding="utf-8").splitlines()
        except FileNotFoundError:
            if self._folder.exists() and any(self._folder.iterdir()):
                raise ExportError(
                    f"{self._folder} has files that no export wrote; name an empty or a new folder"
                ) from None
            return set()
        except OSError as error:
            raise _failed(self._list, error) from error
        if lines[:1] != [HEADING]:
            raise ExportError(f"{self._list} is not the list of an export; name another folder")
        return set(lines[1:])

    def _prune(self, folder: Path) -> None:
        """Remove ``folder`` and those above it as far as they are empty, up to the export's own."""
        while folder != self._folder and not any(folder.iterdir()):
            folder.rmdir()
            folder = folder.parent


def put(folder: Path, name: str, content: bytes) -> bool:
    """Put down the file ``name`` of ``folder``; return whether it was not there like that already.

    Raises:
        ExportError: it would be outside of the folder, or cannot be written.
    """
    path = within(folder, name)
    try:
        if path.is_file() and path.read_bytes() == content:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as error:
        raise _failed(path, error) from error
    return True


def within(folder: Path, name: str) -> Path:
    """Return where ``name`` is; it must be within ``folder``, also through symbolic links.

    Raises:
        ExportError: it is not.
    """
    path = folder.joinpath(*PurePosixPath(name).parts)
    if not path.resolve().is_relative_to(folder.resolve()):
        raise ExportError(f"{path} leads out of {folder}; remove that symbolic link")
    return path


def _failed(path: Path, error: OSError) -> ExportError:
    return ExportError(f"cannot write {path}: {error.strerror}")
