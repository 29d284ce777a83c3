"""Our own engine, through the seam, as the portal uses it."""

from collections.abc import Iterable
from pathlib import Path

from benchmarks.search.contestant import Answer
from benchmarks.search.corpus import Document, pages_of
from index.engine import Changes, Searcher, open_engine
from index.query import Facet, Query

_ENGINE = "whoosh"


class Ours:
    """The engine with everything it does by default."""

    def __init__(self) -> None:
        """Take part."""
        self._engine = open_engine(_ENGINE)
        self._searcher: Searcher | None = None

    def build(self, documents: Iterable[Document], folder: Path) -> None:
        """Write the index."""
        self._engine.write(folder, Changes(tuple(pages_of(documents))), None)

    def open(self, folder: Path) -> None:
        """Open the index."""
        self._searcher = self._engine.open(folder)

    def search(self, text: str) -> Answer:
        """Answer a query."""
        assert self._searcher is not None  # noqa: S101  # `open` comes first
        results = self._searcher.search(Query(text))
        return Answer(
            ids=tuple(hit.anchor for hit in results.hits),
            total=results.total,
            kinds={count.value: count.count for count in results.facets[Facet.ASPECT]},
            sources={count.value: count.count for count in results.facets[Facet.CATEGORY]},
            snippets=tuple(
                "".join(f"<b>{part.text}</b>" if part.match else part.text for part in hit.snippet)
                for hit in results.hits
            ),
        )
