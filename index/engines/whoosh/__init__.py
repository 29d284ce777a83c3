"""The embedded engine: a Whoosh index on disk.

Pages enter, Results leave; nothing of Whoosh is seen outside this folder. Opened by name through
`index.engine.open_engine`. The steps are the modules: folding (text to words), schema (passages to
documents), writing (a generation), records (what a hit shows, in memory), matching (words to
passages), snippets, corrections, completions, searching (all of it together).
"""

from pathlib import Path

from index.engine import Changes, Searcher
from index.engines.whoosh import sidecar
from index.engines.whoosh.searching import WhooshSearcher
from index.engines.whoosh.writing import write_index
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
        return str(sidecar.VERSION)

    def derives(self, name: str) -> bool:
        """Tell whether ``name`` is one of these arrays, which are made of Whoosh's files."""
        return name.endswith(sidecar.SUFFIX)

    def write(self, folder: Path, changes: Changes, previous: Path | None) -> None:
        """Write a whole index into the empty ``folder``; see `index.engine.Engine.write`.

        Raises:
            EngineError: the index could not be written.
        """
        write_index(folder, changes, previous)

    def open(self, folder: Path, lexicon: Lexicon = EMPTY) -> Searcher:
        """Open the index in ``folder``; see `index.engine.Engine.open`.

        Raises:
            LibraryDamagedError: the folder holds no whole index.
        """
        return WhooshSearcher(folder, lexicon)
