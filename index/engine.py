"""The engine seam: what a search engine must do, and the table of those there are.

Pages and Queries enter, Results leave; no engine's own syntax or objects cross. An engine is a
folder below index/engines/, named in ENGINES and imported only when it is opened, so that an
engine that is not installed costs nothing. Every engine passes tests/index/contract.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Protocol

from index.document import Page
from index.errors import EngineError
from index.explanation import Explanation
from index.lexicon import EMPTY, Lexicon
from index.query import Query
from index.results import Results, Suggestion


@dataclass(frozen=True, slots=True)
class Changes:
    """What an update does: pages to put in (replacing those of the same slug), slugs to take out.

    ``pages`` may be iterated more than once and need not fit in memory; an engine may ask how many
    there are (`operator.length_hint`) to plan its work.
    """

    pages: Iterable[Page] = ()
    removed: frozenset[str] = field(default_factory=frozenset)


class Searcher(Protocol):
    """One immutable generation of an engine's index, open for reading by many threads at once."""

    def search(self, query: Query) -> Results:
        """Answer ``query``; never fails on any text."""

    def explain(self, query: Query) -> tuple[Explanation, ...]:
        """Tell why each hit of ``query`` was found and stands where it does, in their order."""

    def suggest(self, prefix: str, limit: int = 8) -> tuple[Suggestion, ...]:
        """Complete ``prefix`` to at most ``limit`` suggestions, best first."""

    def close(self) -> None:
        """Let go of files and memory; no search may follow."""


class Engine(Protocol):
    """A search engine: writes generations and opens them."""

    @property
    def name(self) -> str:
        """The engine's name in ENGINES."""

    @property
    def format(self) -> str:
        """The version of what it writes; ingest builds anew what was written in another."""

    def derives(self, name: str) -> bool:
        """Tell whether `open` does without the file ``name`` of its folder, making it anew."""

    def write(self, folder: Path, changes: Changes, previous: Path | None) -> None:
        """Write a whole index into the empty ``folder``.

        With ``previous``, the folder of an earlier index of the same engine, the result is that
        index with ``changes`` applied; the earlier one is left untouched. Without it, the index
        holds exactly ``changes.pages``. Nothing need be synced to disk: the library does that.

        Raises:
            EngineError: the index could not be written; ``folder`` is then worthless.
        """

    def open(self, folder: Path, lexicon: Lexicon = EMPTY) -> Searcher:
        """Open the index in ``folder`` for reading; ``lexicon`` says what words mean.

        Raises:
            LibraryDamagedError: the folder holds no whole index.
        """


ENGINES: dict[str, str] = {"whoosh": "index.engines.whoosh:WhooshEngine"}
"""Engine name -> "module:class"; the class is called without arguments."""


def open_engine(name: str, engines: dict[str, str] | None = None) -> Engine:
    """Return a new engine by its name in ``engines`` (ENGINES unless told).

    Raises:
        EngineError: no engine has that name, or what it needs is not installed.
    """
    known = ENGINES if engines is None else engines
    if name not in known:
        choices = ", ".join(sorted(known))
        raise EngineError(f"no engine is called {name!r}; choose one of: {choices}")
    module, _, attribute = known[name].partition(":")
    try:
        engine: Engine = getattr(import_module(module), attribute)()
    except ImportError as error:
        raise EngineError(f"engine {name!r} cannot be loaded: {error}; install it first") from error
    return engine
