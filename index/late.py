"""A searcher that is opened when it is first asked.

How to open a Searcher enters; a Searcher leaves. Used by index.writer: an update needs to know what
is in the library, but as a rule not to search it, and opening an index costs more than the update.
"""

import threading
from collections.abc import Callable

from index.engine import Searcher
from index.explanation import Explanation
from index.query import Query
from index.results import Results, Suggestion


class LateSearcher:
    """Answers as the searcher that ``opened`` returns, which is called at most once."""

    def __init__(self, opened: Callable[[], Searcher]) -> None:
        """Call ``opened`` at the first search; what it raises passes through."""
        self._open = opened
        self._lock = threading.Lock()
        self._searcher: Searcher | None = None

    def search(self, query: Query) -> Results:
        """Answer ``query``."""
        return self._opened().search(query)

    def explain(self, query: Query) -> tuple[Explanation, ...]:
        """Tell why each hit of ``query`` stands where it does."""
        return self._opened().explain(query)

    def suggest(self, prefix: str, limit: int = 8) -> tuple[Suggestion, ...]:
        """Complete ``prefix`` to at most ``limit`` suggestions, best first."""
        return self._opened().suggest(prefix, limit)

    def close(self) -> None:
        """Close the searcher, if it has been opened."""
        if self._searcher is not None:
            self._searcher.close()

    def _opened(self) -> Searcher:
        with self._lock:
            if self._searcher is None:
                self._searcher = self._open()
            return self._searcher
