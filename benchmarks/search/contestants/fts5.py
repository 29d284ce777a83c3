"""SQLite's full-text search, FTS5, with its Porter tokenizer and bm25()."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from benchmarks.search.contestant import TOP, Answer
from benchmarks.search.contestants.asking import asked_words
from benchmarks.search.corpus import Document

_FILE = "index.sqlite3"
_BODY = 3
_SNIPPET_WORDS = 32
"""Words of a snippet, FTS5's own unit: about 200 characters."""


class Fts5:
    """One virtual table; facets by GROUP BY."""

    def build(self, documents: Iterable[Document], folder: Path) -> None:
        """Write the index."""
        database = sqlite3.connect(folder / _FILE)
        database.executescript(
            """
            CREATE VIRTUAL TABLE section USING fts5(
                title, names, heading, body, id UNINDEXED, kind UNINDEXED, source UNINDEXED,
                tokenize = 'porter unicode61'
            );
            """
        )
        database.executemany(
            "INSERT INTO section VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                (
                    document.condition,
                    "\n".join(document.names),
                    document.heading,
                    document.text,
                    document.id,
                    document.kind,
                    document.source,
                )
                for document in documents
            ),
        )
        database.execute("INSERT INTO section(section) VALUES ('optimize')")
        database.commit()
        database.close()

    def open(self, folder: Path) -> None:
        """Open the index."""
        self._database = sqlite3.connect(folder / _FILE)

    def search(self, text: str) -> Answer:
        """Answer a query."""
        asked = " OR ".join(f'"{word}"' for word in asked_words(text))
        if not asked:
            return Answer((), 0)
        rows = self._database.execute(
            "SELECT id, snippet(section, ?, '<b>', '</b>', '…', ?) FROM section"
            " WHERE section MATCH ? ORDER BY rank LIMIT ?",
            (_BODY, _SNIPPET_WORDS, asked, TOP),
        ).fetchall()
        kinds = self._counts("kind", asked)
        return Answer(
            ids=tuple(row[0] for row in rows),
            total=sum(kinds.values()),
            kinds=kinds,
            sources=self._counts("source", asked),
            snippets=tuple(row[1] for row in rows),
        )

    def _counts(self, column: str, asked: str) -> dict[str, int]:
        return dict(
            self._database.execute(
                f"SELECT {column}, count(*) FROM section WHERE section MATCH ? GROUP BY {column}",  # noqa: S608  # the two columns' names are ours
                (asked,),
            ).fetchall()
        )
