"""Our own engine as the portal uses it, and with plain BM25F, the same work as its peers."""

from collections.abc import Iterable
from pathlib import Path

from benchmarks.search.contestant import TOP, Answer
from benchmarks.search.corpus import Document, pages_of
from index.engine import Changes, Searcher
from index.engines.whoosh import WhooshEngine
from index.engines.whoosh.ranking import PLAIN
from index.engines.whoosh.searching import WhooshSearcher
from index.engines.whoosh.understanding import LITERAL
from index.query import Facet, Query

_FACETS = (Facet.ASPECT, Facet.CATEGORY)


class Ours:
    """The engine with everything it does by default."""

    _searcher: Searcher

    def build(self, documents: Iterable[Document], folder: Path) -> None:
        """Write the index."""
        WhooshEngine().write(folder, Changes(tuple(pages_of(documents))), None)

    def open(self, folder: Path) -> None:
        """Open the index."""
        self._searcher = WhooshEngine().open(folder)

    def search(self, text: str) -> Answer:
        """Answer a query."""
        results = self._searcher.search(
            Query(text, page_size=TOP, facets=_FACETS, facet_values=TOP)
        )
        return Answer(
            ids=tuple(hit.anchor for hit in results.hits),
            total=results.total,
            kinds={count.value: count.count for count in results.facets[Facet.ASPECT]},
            sources={count.value: count.count for count in results.facets[Facet.CATEGORY]},
            snippets=tuple(
                "".join(
                    [f"<b>{part.text}</b>" if part.match else part.text for part in hit.snippet]
                )
                for hit in results.hits
            ),
        )


class OursPlain(Ours):
    """Any of the words, by BM25F alone."""

    def open(self, folder: Path) -> None:
        """Open the index."""
        self._searcher = WhooshSearcher(folder, ranking=PLAIN, understanding=LITERAL)
