"""Tantivy, the search library in Rust, by its own Python binding."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import tantivy

from benchmarks.search.contestant import SNIPPET_CHARACTERS, TOP, Answer
from benchmarks.search.contestants.asking import asked_words
from benchmarks.search.corpus import Document

_FIELDS = ("title", "names", "heading", "body")
_FACETS = {"kinds": {"terms": {"field": "kind"}}, "sources": {"terms": {"field": "source"}}}
_HEAP_BYTES = 512 * 1024 * 1024


class Tantivy:
    """BM25 over the text fields, English stems, facets by its aggregations over fast fields."""

    def __init__(self) -> None:
        """Take part."""
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
        for field in _FIELDS:
            builder.add_text_field(field, stored=field == "body", tokenizer_name="en_stem")
        for field in ("kind", "source"):
            builder.add_text_field(field, fast=True, tokenizer_name="raw", index_option="basic")
        self._schema = builder.build()

    def build(self, documents: Iterable[Document], folder: Path) -> None:
        """Write the index."""
        writer = tantivy.Index(self._schema, path=str(folder)).writer(_HEAP_BYTES)
        for document in documents:
            writer.add_document(
                tantivy.Document(
                    id=document.id,
                    title=document.condition,
                    names="\n".join(document.names),
                    heading=document.heading,
                    body=document.text,
                    kind=document.kind,
                    source=document.source,
                )
            )
        writer.commit()
        writer.wait_merging_threads()

    def open(self, folder: Path) -> None:
        """Open the index."""
        self._index = tantivy.Index(self._schema, path=str(folder))
        self._searcher = self._index.searcher()

    def search(self, text: str) -> Answer:
        """Answer a query."""
        query = self._index.parse_query(" ".join(asked_words(text)), list(_FIELDS))
        found: Any = self._searcher.search(
            query, limit=TOP, count=True
        )  # `count` is not in its stub
        facets = self._searcher.aggregate(query, _FACETS)
        generator = tantivy.SnippetGenerator.create(self._searcher, query, self._schema, "body")
        generator.set_max_num_chars(SNIPPET_CHARACTERS)
        documents = [self._searcher.doc(address) for _, address in found.hits]
        return Answer(
            ids=tuple(str(document.get_first("id")) for document in documents),
            total=found.count or 0,
            kinds=_counts(facets, "kinds"),
            sources=_counts(facets, "sources"),
            snippets=tuple(
                generator.snippet_from_doc(document).to_html() for document in documents
            ),
        )


def _counts(facets: Any, name: str) -> dict[str, int]:
    """Return the counts of a facet; some releases of the binding give JSON, some its values."""
    values = json.loads(facets) if isinstance(facets, str) else facets
    return {bucket["key"]: bucket["doc_count"] for bucket in values[name]["buckets"]}
