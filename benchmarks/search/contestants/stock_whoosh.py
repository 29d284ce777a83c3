"""Whoosh as it comes: its own schema, parser, BM25F, groups and highlighter."""

from collections.abc import Iterable
from pathlib import Path

from whoosh import index as whoosh_index
from whoosh.analysis import StemmingAnalyzer
from whoosh.fields import ID, TEXT, Schema
from whoosh.highlight import ContextFragmenter
from whoosh.qparser import MultifieldParser, OrGroup

from benchmarks.search.contestant import SNIPPET_CHARACTERS, TOP, Answer
from benchmarks.search.contestants.asking import asked_words
from benchmarks.search.corpus import Document

_FIELDS = ("title", "names", "heading", "body")
_MEMORY_MEGABYTES = 256


class StockWhoosh:
    """Written with add_document, searched with groupedby and highlights."""

    def build(self, documents: Iterable[Document], folder: Path) -> None:
        """Write the index."""
        analyzer = StemmingAnalyzer()
        schema = Schema(
            id=ID(stored=True),
            kind=ID(stored=True, sortable=True),
            source=ID(stored=True, sortable=True),
            **{field: TEXT(analyzer=analyzer, stored=field == "body") for field in _FIELDS},
        )
        writer = whoosh_index.create_in(str(folder), schema).writer(limitmb=_MEMORY_MEGABYTES)
        for document in documents:
            writer.add_document(
                id=document.id,
                kind=document.kind,
                source=document.source,
                title=document.condition,
                names="\n".join(document.names),
                heading=document.heading,
                body=document.text,
            )
        writer.commit()

    def open(self, folder: Path) -> None:
        """Open the index."""
        opened = whoosh_index.open_dir(str(folder))
        self._searcher = opened.searcher()
        self._parser = MultifieldParser(_FIELDS, opened.schema, group=OrGroup)

    def search(self, text: str) -> Answer:
        """Answer a query."""
        query = self._parser.parse(" ".join(asked_words(text)))
        found = self._searcher.search(query, limit=TOP, groupedby=["kind", "source"])
        found.fragmenter = ContextFragmenter(maxchars=SNIPPET_CHARACTERS, surround=60)
        best = found[:TOP]  # where hits are grouped, no limit holds
        return Answer(
            ids=tuple(hit["id"] for hit in best),
            total=len(found),
            kinds={value: len(numbers) for value, numbers in found.groups("kind").items()},
            sources={value: len(numbers) for value, numbers in found.groups("source").items()},
            snippets=tuple(hit.highlights("body") for hit in best),
        )
