"""The embedded engine: a Whoosh index on disk.

Pages enter, Results leave; nothing of Whoosh is seen outside this folder. Opened by name through
`index.engine.open_engine`. The steps are the modules: folding (text to words), schema (passages to
documents), writing (a generation), records (what a hit shows, in memory), matching (words to
passages), snippets, corrections, completions, searching (all of it together).
Writing and searching are imported when they are asked for: who writes does not search, and a run of
ingest that finds nothing new does neither.
"""

from importlib import import_module
from pathlib import Path
from typing import Any

from index.engine import Changes, Searcher
from index.engines.whoosh.version import SUFFIX, VERSION
from index.errors import EngineError
from index.lexicon import EMPTY, Lexicon


class WhooshEngine:
    """Writes and opens Whoosh indexes."""

    @property
    def name(self) -> str:
        """The engine's name in ENGINES."""
        return "whoosh"

    @property
    def format(self) -> str:
        """The version of the arrays beside the segments; Whoosh has kept its own for years."""
        return str(VERSION)

    def derives(self, name: str) -> bool:
        """Tell whether ``name`` is one of these arrays, which are made of Whoosh's files."""
        return name.endswith(SUFFIX)

    def write(self, folder: Path, changes: Changes, previous: Path | None) -> None:
        """Write a whole index into the empty ``folder``; see `index.engine.Engine.write`.

        Raises:
            EngineError: the index could not be written.
        """
        _late("writing", "write_index")(folder, changes, previous)

    def open(self, folder: Path, lexicon: Lexicon = EMPTY) -> Searcher:
        """Open the index in ``folder``; see `index.engine.Engine.open`.

        Raises:
            LibraryDamagedError: the folder holds no whole index.
        """
        searcher: Searcher = _late("searching", "WhooshSearcher")(folder, lexicon)
        return searcher


def _late(module: str, member: str) -> Any:
    """Return the ``member`` of a ``module`` of this folder, imported when first asked for.

    Raises:
        EngineError: what it needs is not installed.
    """
    try:
        return getattr(import_module(f"{__name__}.{module}"), member)
    except ImportError as error:
        raise EngineError(f"engine 'whoosh' cannot be loaded: {error}; install it first") from error
