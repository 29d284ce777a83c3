"""Our own engine as the portal uses it, and with plain BM25F, the same work as its peers."""

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from benchmarks.search.contestant import TOP, Answer
from benchmarks.search.corpus import Document, pages_of
from index.document import Condition
from index.engine import Changes, Searcher
from index.engines.whoosh import WhooshEngine
from index.engines.whoosh.ranking import PLAIN
from index.engines.whoosh.searching import WhooshSearcher
from index.engines.whoosh.understanding import LITERAL
from index.lay_terms import with_lay_terms
from index.lexicon import EMPTY, with_abbreviations
from index.query import Facet, Query

_FACETS = (Facet.ASPECT, Facet.CATEGORY)
INDEX, EXPLAINED = "index", "abbreviations.json"


class Ours:
    """The engine with everything it does by default, and the abbreviations that ingest learns."""

    _searcher: Searcher

    def build(self, documents: Iterable[Document], folder: Path) -> None:
        """Write the index, and beside it what abbreviations mean."""
        kept = tuple(documents)
        (folder / INDEX).mkdir()
        WhooshEngine().write(folder / INDEX, Changes(tuple(pages_of(kept))), None)
        explained = dict.fromkeys((one.condition, one.abbreviations) for one in kept)
        (folder / EXPLAINED).write_text(json.dumps([*explained]), encoding="utf-8")

    def open(self, folder: Path) -> None:
        """Open the index."""
        explained = json.loads((folder / EXPLAINED).read_text(encoding="utf-8"))
        conditions = (Condition(name, tuple(short)) for name, short in explained)
        lexicon = with_lay_terms(with_abbreviations(EMPTY, conditions))
        self._searcher = WhooshEngine().open(folder / INDEX, lexicon)

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
    """Any of the words, by BM25F alone, nothing learned."""

    def build(self, documents: Iterable[Document], folder: Path) -> None:
        """Write the index."""
        super().build((replace(one, abbreviations=()) for one in documents), folder)

    def open(self, folder: Path) -> None:
        """Open the index."""
        self._searcher = WhooshSearcher(folder / INDEX, ranking=PLAIN, understanding=LITERAL)
