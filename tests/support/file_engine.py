"""A search engine of a few lines that keeps its index in files, for tests of the library on disk.

It behaves as the library expects of any engine: a file a write, earlier files carried over, nothing
in them ever changed. It finds the passages that hold every word of a query, in page order.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from index.codec import page_from_json, page_to_json
from index.document import Page
from index.engine import Changes, Searcher
from index.errors import LibraryDamagedError
from index.explanation import Explanation
from index.lexicon import EMPTY, Lexicon
from index.passage import Passage, passages_of
from index.query import Query
from index.results import Hit, Results, SnippetPart, Suggestion
from index.storage.files import carry

ENGINES = {"files": "tests.support.file_engine:FileEngine"}
"""The table to give to a LibraryReader."""

TABLE = "table.json"


class FileEngine:
    """Keeps each write's pages in a file, and in a table which page is in which file."""

    name = "files"
    format = "1"

    def derives(self, name: str) -> bool:
        """Tell of no file that it could be made anew."""
        return False

    def write(self, folder: Path, changes: Changes, previous: Path | None) -> None:
        """Write the index; see `index.engine.Engine`."""
        table: dict[str, str] = {}
        if previous is not None:
            table = json.loads((previous / TABLE).read_text())
        fresh = f"segment-{1 + sum(1 for _ in (previous or folder).glob('segment-*'))}.jsonl"
        for slug in changes.removed:
            del table[slug]
        with (folder / fresh).open("x") as stream:
            for page in changes.pages:
                stream.write(json.dumps(page_to_json(page)) + "\n")
                table[page.slug] = fresh
        if previous is not None:
            for path in previous.glob("segment-*"):
                carry(path, folder / path.name)
        (folder / TABLE).write_text(json.dumps(table))

    def open(self, folder: Path, lexicon: Lexicon = EMPTY) -> Searcher:
        """Open the index; see `index.engine.Engine`."""
        try:
            table = json.loads((folder / TABLE).read_text())
            pages = [
                page for path in sorted(folder.glob("segment-*")) for page in _live(path, table)
            ]
        except (OSError, ValueError) as error:
            raise LibraryDamagedError(f"{folder} holds no whole index") from error
        return FileSearcher(pages)


class FileSearcher:
    """Searches pages held in memory; after `close` it fails, as a closed file would."""

    def __init__(self, pages: list[Page]) -> None:
        """Search ``pages``."""
        self._passages = [passage for page in pages for passage in passages_of(page)]
        self.closed = False

    def search(self, query: Query) -> Results:
        """Find the passages that hold every word of ``query``."""
        words = query.text.casefold().split()
        found = [
            passage
            for passage in self._passages
            if all(word in passage.text.casefold() for word in words)
        ]
        if self.closed:
            raise ValueError("search of a closed index")
        first = (query.page - 1) * query.page_size
        hits = tuple(_hit(passage) for passage in found[first : first + query.page_size])
        return Results(query, len(found), hits, facets={})

    def explain(self, query: Query) -> tuple[Explanation, ...]:
        """Name the hits; there is nothing more to say."""
        hits = self.search(query).hits
        return tuple(Explanation(hit.page, hit.anchor, hit.score, (), ()) for hit in hits)

    def suggest(self, prefix: str, limit: int = 8) -> tuple[Suggestion, ...]:
        """Complete ``prefix`` to page titles."""
        titles = dict.fromkeys(passage.title for passage in self._passages)
        found = [title for title in titles if title.casefold().startswith(prefix.casefold())]
        return tuple(Suggestion(title, "page") for title in found[:limit])

    def close(self) -> None:
        """Close the index."""
        self.closed = True


def _live(path: Path, table: dict[str, str]) -> Iterator[Page]:
    for line in path.read_text().splitlines():
        page = page_from_json(json.loads(line))
        if table.get(page.slug) == path.name:
            yield page


def _hit(passage: Passage) -> Hit:
    return Hit(
        page=passage.page,
        title=passage.title,
        anchor=passage.anchor,
        heading=passage.heading,
        aspect=passage.aspect,
        conditions=passage.conditions,
        topic=passage.topic,
        category=passage.category,
        breadcrumb=passage.breadcrumb,
        snippet=(SnippetPart(passage.text),),
        score=1.0,
    )
