"""The library as the portal holds it: the live generation with its catalogue beside it.

A library folder enters; for each request the live Generation and its Catalogue leave. Shared by
all threads of a process; kept on the app, not in a module.

A new generation is opened and catalogued by a thread of the shelf's own, beside the old one, and
put in its place when it is whole: no request ever waits for it.
"""

import gc
import logging
import weakref
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Lock, Thread

from index.errors import LibraryError
from index.library import Generation, LibraryReader
from portal.allocation import give_back_memory
from portal.catalogue import Catalogue, catalogue_of

LOG = logging.getLogger(__name__)

LOOK_SECONDS = 0.1
"""How often the shelf looks for a new generation, which is to be seen within a second: looking is
reading one small file, and opening 17,908 sections takes most of that second."""


@dataclass(frozen=True, slots=True)
class Held:
    """What all requests are answered from until the library changes."""

    generation: Generation
    catalogue: Catalogue


class Shelf:
    """Holds the live generation, and looks for the next one while it exists."""

    def __init__(self, folder: Path, name: str | None = None) -> None:
        """Hold the library in ``folder``, which need not exist yet.

        ``name`` is what staff call the clinic; None for what its pages call it.
        """
        self._name = name
        self._reader = LibraryReader(folder, check_seconds=0)  # the shelf paces itself
        self._lock = Lock()
        self._held: Held | None = None

    @property
    def held(self) -> Held | None:
        """What is held now, without waiting for anything; None before the first call of `open`."""
        return self._held

    def open(self) -> tuple[Generation, Catalogue]:
        """Return the live generation and its catalogue; only the first call waits for them.

        Raises:
            LibraryError: there is no library, or it cannot be read.
        """
        held = self._held or self._first()
        return held.generation, held.catalogue

    def refresh(self) -> Held:
        """Put the live generation in the place of the one held, if it is another; return it.

        Raises:
            LibraryError: there is no library, or it cannot be read.
        """
        generation = self._reader.current()
        held = self._held
        if held is not None and held.generation is generation:
            return held
        catalogue = catalogue_of(generation, self._name)
        # What completes words is made when first asked for: 0.3 s over 17,908 sections, in which
        # all who type would wait.
        generation.suggest("a", 1)
        self._held = held = Held(generation, catalogue)
        # What was just made lives until the next generation. Taken out of the collector's sight,
        # it no longer makes a full collection stall requests for a tenth of a second and more.
        gc.collect(1)
        gc.freeze()
        return held

    def _first(self) -> Held:
        with self._lock:
            if self._held is not None:
                return self._held
            held = self.refresh()
            Thread(target=_look, args=(weakref.ref(self),), daemon=True).start()
            return held


def _look(shelf: "weakref.ref[Shelf]") -> None:
    """Refresh ``shelf`` until nobody has it any more."""
    pause = Event()
    reported = ""
    while not pause.wait(LOOK_SECONDS):
        looking = shelf()
        if looking is None:
            return
        before = id(looking.held)
        try:
            if id(looking.refresh()) != before:
                give_back_memory()
        except LibraryError as error:
            if (problem := str(error)) != reported:
                LOG.error("still serving the generation before: %s", problem)  # noqa: TRY400  # known
                reported = problem
        else:
            reported = ""
        del looking
