"""The library for the one who writes it: the next generation beside the live one, then the flip.

Changes enter, a new live generation is left on disk. Imported by ingest only.

Until the pointer is replaced, in one atomic step at the very end, nothing that readers see is
touched: a writer may be killed at any instant. What it leaves behind, the next one clears away.
"""

from collections.abc import Collection, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from index.building import Plan, build
from index.checking import Checking, Sound, checked, opened
from index.engine import Changes, Engine
from index.errors import (
    LibraryError,
    LibraryMissingError,
    LibraryWriteError,
)
from index.generation import Generation, open_searcher
from index.lexicon import EMPTY, Lexicon
from index.site import SiteFacts
from index.storage import files
from index.storage.hold import remove_unless_held
from index.storage.layout import Layout
from index.storage.lock import WriterLock
from index.storage.manifest import Manifest, read_manifest
from index.summary import GenerationInfo


class LibraryWriter:
    """The right to write to one library, held inside a ``with`` block.

    From entering on, every file of the live generation is checked, beside whatever the caller does;
    ``live`` and ``problem`` wait for the outcome. Where it is not whole, was written by another
    version of the program or by another engine, ``live`` is None, ``problem`` says why,
    and the next `write` builds everything anew from what it is given; so that ingest mends whatever
    a reader complains of.
    """

    def __init__(self, folder: Path, engine: Engine) -> None:
        """Prepare to write to the library in ``folder`` with ``engine``; nothing is touched yet."""
        self._layout = Layout(folder)
        self._engine = engine
        self._lock = WriterLock(self._layout.lock)
        self._manifest: Manifest | None = None
        self._live: Generation | None = None
        self._problem: str | None = None
        self._checking: Checking | None = None
        self._pruning: Future[None] | None = None

    def __enter__(self) -> Self:
        """Take the library, clear away what killed writers left, begin to check.

        Raises:
            LibraryLockedError: another ingest is writing.
            LibraryWriteError: the folder cannot be made or written.
        """
        with self._translated():
            self._layout.folder.mkdir(parents=True, exist_ok=True)
            self._lock.acquire()
        with ExitStack() as on_failure:
            on_failure.callback(self._lock.release)
            for leftover in self._layout.unfinished():
                files.remove_folder(leftover)
            self._checking = Checking(self._layout, self._engine)
            on_failure.pop_all()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Give the library free, when what goes on beside has ended.

        Raises:
            OSError: a generation that nobody reads any more could not be looked at.
        """
        with ExitStack() as ending:
            ending.callback(self._lock.release)
            ending.callback(self._pruned)
            if self._checking is not None:
                ending.callback(self._checking.close)
            self._manifest = self._live = self._checking = None

    @property
    def live(self) -> Generation | None:
        """The live generation; None where there is none, or none that can be built on."""
        self._settle()
        return self._live

    @property
    def problem(self) -> str | None:
        """Why the library that is there cannot be built on; None where it can, or there is none."""
        self._settle()
        return self._problem

    def write(
        self,
        changes: Changes,
        site: SiteFacts,
        renamed: Mapping[str, str] | None = None,
        lexicon: Lexicon = EMPTY,
    ) -> GenerationInfo:
        """Make the live generation with ``changes`` applied the new live one.

        Without a live generation, the new one holds exactly ``changes.pages``, which are iterated
        once. ``renamed`` goes from old slugs to new ones; removing the old is for ``changes``.
        A redirect lasts until a page has the old slug again or the new one is gone. ``site`` and
        ``lexicon`` are what they are from now on.

        Raises:
            ValueError: two of the changed pages have the same slug.
            EngineError: the engine could not write its index.
            LibraryWriteError: the disk is full, or the folder may not be written.
            LibraryDamagedError: the live generation was damaged meanwhile.

        After each of them the library is as it was.
        """
        self._require_lock()
        self._settle()
        self._pruned()
        previous = self._manifest.number if self._manifest else self._number_before_live()
        number = 1 + max((*self._layout.numbers(), self._live_number() or 0))
        plan = Plan(number, self._manifest, changes, site, lexicon, renamed or {})
        with self._translated():
            built = build(self._layout, self._engine, plan)
            self._prove(built.manifest)
            generation = opened(self._layout, built.manifest, self._engine)
            self._layout.write_pointer(built.pointer)
        self._become(built.manifest, generation)
        beside = ThreadPoolExecutor(1)
        self._pruning = beside.submit(self._prune, (number, previous))
        beside.shutdown(wait=False)
        return generation.info

    def rollback(self) -> GenerationInfo:
        """Make the generation before the live one the live one again.

        Raises:
            LibraryMissingError: there is none.
            LibraryOutdatedError: another version of the program has written it.
            LibraryDamagedError: it is not whole.
            EngineError: another engine has written it.
            LibraryWriteError: the pointer could not be written.

        After each of them the library is as it was.
        """
        self._require_lock()
        self._settle()
        number = self._number_before_live()
        if number is None:
            raise LibraryMissingError(f"{self._layout.folder} holds no earlier generation")
        stored = read_manifest(self._layout, number)
        generation = checked(self._layout, stored.manifest, self._engine)
        with self._translated():
            self._layout.write_pointer(stored.pointer)
        self._become(stored.manifest, generation)
        return generation.info

    def _require_lock(self) -> None:
        if not self._lock.held:
            raise LibraryError("a LibraryWriter works inside its with block only")

    def _settle(self) -> None:
        """Wait for the check of the live generation, if it has not been waited for."""
        if self._checking is not None:
            checking, self._checking = self._checking, None
            outcome = checking.outcome()
            if isinstance(outcome, Sound):
                self._become(outcome.manifest, outcome.generation)
            else:
                self._problem = outcome

    def _become(self, manifest: Manifest, generation: Generation) -> None:
        self._manifest, self._live, self._problem = manifest, generation, None

    def _prove(self, manifest: Manifest) -> None:
        """Open the index just built, before anybody else does, where all of it is new.

        After an update it would take many times as long as the update; readers that cannot open
        what an update made keep the generation before.
        """
        if self._manifest is None:
            with ExitStack() as on_failure:
                folder = self._layout.generation(manifest.number)
                on_failure.callback(files.remove_folder, folder)
                open_searcher(self._layout, manifest, self._engine).close()
                on_failure.pop_all()

    def _number_before_live(self) -> int | None:
        """Return the highest number below the live one, or of all where no one knows which is."""
        live = self._live_number()
        numbers = [known for known in self._layout.numbers() if live is None or known < live]
        return max(numbers, default=None)

    def _live_number(self) -> int | None:
        """Return the number that the pointer names, None where there is no readable pointer."""
        try:
            return self._layout.read_pointer().number
        except LibraryError:
            return None

    def _prune(self, keep: Collection[int | None]) -> None:
        """Remove the generations not in ``keep`` that no reader holds; the next writer goes on."""
        for number in self._layout.numbers():
            if number not in keep:
                remove_unless_held(self._layout, number)

    def _pruned(self) -> None:
        """Wait until what is removed beside is gone."""
        if self._pruning is not None:
            pruning, self._pruning = self._pruning, None
            pruning.result()

    @contextmanager
    def _translated(self) -> Iterator[None]:
        """Say in our own words that the system would not let us write."""
        try:
            yield
        except OSError as error:
            raise LibraryWriteError(
                f"{self._layout.folder}: the library could not be written ({error}); "
                "it is as it was; make room or get the right to write there, then run this again"
            ) from error
