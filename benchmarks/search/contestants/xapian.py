"""Xapian, the search library in C++, by Debian's Python binding (package python3-xapian)."""

from collections.abc import Iterable
from pathlib import Path

import xapian

from benchmarks.search.contestant import SNIPPET_CHARACTERS, TOP, Answer
from benchmarks.search.contestants.asking import asked_words
from benchmarks.search.corpus import Document

_KIND, _SOURCE = 0, 1
_ID, _BODY = 2, 3


class Xapian:
    """BM25 over one bag of stems, facets by match spies over values."""

    def build(self, documents: Iterable[Document], folder: Path) -> None:
        """Write the index."""
        database = xapian.WritableDatabase(str(folder), xapian.DB_CREATE_OR_OPEN)
        generator = xapian.TermGenerator()
        generator.set_stemmer(xapian.Stem("en"))
        generator.set_stemming_strategy(xapian.TermGenerator.STEM_ALL)
        for document in documents:
            entry = xapian.Document()
            generator.set_document(entry)
            for text in (document.condition, "\n".join(document.names), document.heading):
                generator.index_text(text)
                generator.increase_termpos()
            generator.index_text(document.text)
            for slot, value in (
                (_KIND, document.kind),
                (_SOURCE, document.source),
                (_ID, document.id),
            ):
                entry.add_value(slot, value)
            entry.set_data(document.text)
            database.add_document(entry)
        database.commit()
        database.close()

    def open(self, folder: Path) -> None:
        """Open the index."""
        self._database = xapian.Database(str(folder))
        self._stem = xapian.Stem("en")

    def search(self, text: str) -> Answer:
        """Answer a query."""
        stems = [self._stem(word).decode() for word in asked_words(text)]
        enquire = xapian.Enquire(self._database)
        enquire.set_query(xapian.Query(xapian.Query.OP_OR, stems))
        kinds, sources = xapian.ValueCountMatchSpy(_KIND), xapian.ValueCountMatchSpy(_SOURCE)
        enquire.add_matchspy(kinds)
        enquire.add_matchspy(sources)
        found = enquire.get_mset(0, TOP, self._database.get_doccount())
        return Answer(
            ids=tuple(match.document.get_value(_ID).decode() for match in found),
            total=found.get_matches_estimated(),
            kinds=_counts(kinds),
            sources=_counts(sources),
            snippets=tuple(
                found.snippet(match.document.get_data(), SNIPPET_CHARACTERS, self._stem).decode()
                for match in found
            ),
        )


def _counts(spy: "xapian.ValueCountMatchSpy") -> dict[str, int]:
    return {value.term.decode(): value.termfreq for value in spy.values()}
