"""One writer at a time: a lock that dies with its owner.

The path of a lock file enters; holding it is all there is. Imported by index.writer only.

The lock is the operating system's (flock) and not the file, which always stays: a killed owner
leaves nothing to clean up. Processes that the owner forks would hold the lock on after its death,
so each of them lets go of its copy as soon as it starts.
"""

import fcntl
import os
import weakref
from pathlib import Path

from index.errors import LibraryLockedError

_PID_DIGITS = 20
"""Bytes read of a lock file: more than any process id has digits."""


class WriterLock:
    """The right to write to one library, held by at most one process and one writer in it."""

    def __init__(self, path: Path) -> None:
        """Prepare to lock the file at ``path``, which need not exist yet."""
        self._path = path
        self._descriptor: int | None = None

    @property
    def held(self) -> bool:
        """Whether this writer has the lock."""
        return self._descriptor is not None

    def acquire(self) -> None:
        """Take the lock, without waiting.

        Raises:
            LibraryLockedError: another holds it; the message names the library and the process.
            OSError: the lock file cannot be made or written.
        """
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            os.ftruncate(descriptor, 0)
            os.pwrite(descriptor, str(os.getpid()).encode("ascii"), 0)
        except BlockingIOError as error:
            owner = os.pread(descriptor, _PID_DIGITS, 0).decode("ascii", "replace")
            os.close(descriptor)
            raise LibraryLockedError(self._busy(owner)) from error
        except BaseException:
            os.close(descriptor)
            raise
        self._descriptor = descriptor
        os.register_at_fork(after_in_child=_Release(self))

    def release(self) -> None:
        """Let go of the lock; nothing happens where it is not held."""
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is not None:
            os.close(descriptor)

    def _busy(self, owner: str) -> str:
        process = f" (process {owner})" if owner.isdigit() else ""
        return (
            f"{self._path.parent}: another ingest{process} is writing to this library; "
            "wait until it has finished, then run this again"
        )


class _Release:
    """What a forked process does first; it keeps no lock alive that its owner has dropped."""

    def __init__(self, lock: WriterLock) -> None:
        self._lock = weakref.ref(lock)

    def __call__(self) -> None:
        lock = self._lock()
        if lock is not None:
            lock.release()
