"""Readers keep the generation they use on disk: it is not removed while anybody holds it.

The folder of a generation enters; holding it is all there is. Used by `index.generation`, and by
index.writer to remove what nobody holds.

A hold is a shared lock (flock) on the folder itself, taken without writing anything, by as many
processes as like; it goes with its process. So an engine may open files of its folder whenever it
needs them, for as long as its searcher is open.
"""

import fcntl
import os

from index.storage.files import remove_folder
from index.storage.layout import Layout


class Hold:
    """A generation held by one reader."""

    def __init__(self, layout: Layout, number: int) -> None:
        """Hold generation ``number``.

        Raises:
            LibraryDamagedError: it is not there, or is just being removed.
        """
        folder = layout.generation(number)
        try:
            self._descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        except OSError as error:
            raise layout.unreadable(folder, error) from error
        try:
            fcntl.flock(self._descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except OSError as error:
            self.release()
            raise layout.unreadable(folder, error) from error

    def release(self) -> None:
        """Let go of the generation; to be called once."""
        os.close(self._descriptor)


def remove_unless_held(layout: Layout, number: int) -> None:
    """Remove generation ``number`` from the disk if no reader holds it.

    Raises:
        OSError: its folder cannot be opened or locked.
    """
    folder = layout.generation(number)
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        remove_folder(folder)
    except BlockingIOError:
        return
    finally:
        os.close(descriptor)
