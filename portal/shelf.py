"""The library as the portal holds it: the live generation with its catalogue beside it.

A library folder enters; for each request the live Generation and its Catalogue leave. Shared by
all threads of a process; kept on the app, not in a module.
"""

from pathlib import Path
from threading import Lock

from index.library import Generation, GenerationInfo, LibraryReader
from portal.catalogue import Catalogue, catalogue_of


class Shelf:
    """Opens the live generation and makes its catalogue once."""

    def __init__(self, folder: Path) -> None:
        """Hold the library in ``folder``, which need not exist yet."""
        self._reader = LibraryReader(folder)
        self._lock = Lock()
        self._known: dict[GenerationInfo, Catalogue] = {}

    def open(self) -> tuple[Generation, Catalogue]:
        """Return the live generation and its catalogue.

        Raises:
            LibraryError: there is no library, or it cannot be read.
        """
        generation = self._reader.current()
        catalogue = self._known.get(generation.info)
        if catalogue is None:
            with self._lock:
                catalogue = self._known.get(generation.info) or catalogue_of(generation)
                self._known = {generation.info: catalogue}
        return generation, catalogue
