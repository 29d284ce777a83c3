"""Whoosh indexes on disk for tests, and what Whoosh itself reads in them."""

from collections.abc import Callable, Iterable
from pathlib import Path

from whoosh import index as whoosh_index
from whoosh.query import Or, Term
from whoosh.scoring import BM25F

from index.document import Page
from index.engine import Changes
from index.engines.whoosh import WhooshEngine
from index.engines.whoosh.folding import words_of
from index.engines.whoosh.records import decode_shown
from index.engines.whoosh.searching import WhooshSearcher
from index.engines.whoosh.weighing import WEIGHTS
from index.query import Query
from ingest.formats import FORMATS
from ingest.pages.reader import read_page
from ingest.vocabulary import Vocabulary

RAW = Path(__file__).parents[4] / "raw"

Opener = Callable[..., WhooshSearcher]
"""Indexes a page and opens it: with a lexicon, with another understanding."""

Place = tuple[str, str]
"""A passage's page and anchor."""


def write(
    folder: Path,
    pages: Iterable[Page] = (),
    removed: Iterable[str] = (),
    previous: Path | None = None,
) -> Path:
    """Write an index into the new ``folder`` and return it."""
    folder.mkdir()
    WhooshEngine().write(folder, Changes(tuple(pages), frozenset(removed)), previous)
    return folder


def raw_pages() -> list[Page]:
    """Return the project's own raw pages: real text."""
    return [
        read_page(path.read_bytes(), path.name, Vocabulary())
        for path in sorted(RAW.iterdir())
        if path.suffix in FORMATS and path.name != "README.md"
    ]


def segment_count(folder: Path) -> int:
    """Return how many segments the index has."""
    with whoosh_index.open_dir(str(folder)).reader() as reader:
        return len(reader.leaf_readers())


def scores_by_whoosh(folder: Path, text: str) -> dict[Place, float]:
    """Return the score that Whoosh's own BM25F gives each passage that has a word of ``text``."""
    stems = dict.fromkeys(word.stem for word in words_of(text))
    query = Or(
        [Term(field, stem, boost=weight) for stem in stems for field, weight in WEIGHTS.items()]
    )
    with whoosh_index.open_dir(str(folder)).searcher(weighting=BM25F()) as searcher:
        found = {}
        for hit in searcher.search(query, limit=None):
            shown = decode_shown(hit["record"].decode())
            found[(shown.page, shown.anchor)] = hit.score
        return found


def anchors(searcher: WhooshSearcher, text: str) -> list[str]:
    """Return the anchors of the hits of ``text``, best first."""
    return [hit.anchor for hit in searcher.search(Query(text)).hits]
