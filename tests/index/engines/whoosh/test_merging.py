"""Postings of several segments as one, however the segments were written."""

from pathlib import Path

import pytest
from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC

from index.engines.whoosh import merging
from index.engines.whoosh.analysis import analyse
from index.engines.whoosh.bulk import INDEX_NAME, write_segment
from index.engines.whoosh.numbering import browsing_order
from index.engines.whoosh.records import stored_of
from index.engines.whoosh.schema import make_schema
from index.engines.whoosh.searching import WhooshSearcher
from index.query import Query
from index.results import Results
from tests.index.engines.whoosh.indexes import segment_count, write
from tests.support.pages import many_pages

PAGES = list(many_pages(40, words=30))
ASKED = ("", "syndrome", PAGES[7].title, f"treatment of {PAGES[3].title}", "what causes syndrome 2")


def answers(folder: Path) -> list[Results]:
    """Return what the index in ``folder`` answers."""
    searcher = WhooshSearcher(folder)
    return [searcher.search(Query(text, page_size=200)) for text in ASKED]


@pytest.mark.parametrize("block", [1, 7, 100_000])
def test_blocks_of_terms_change_nothing(
    block: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Merged term by term or all at once, segments with deletions answer as one without."""
    first = write(tmp_path / "first", PAGES[:30])
    later = write(tmp_path / "later", PAGES[30:36], removed=[PAGES[0].slug], previous=first)
    last = write(tmp_path / "last", PAGES[36:], removed=[PAGES[31].slug], previous=later)
    assert segment_count(last) > 1
    whole = answers(last)
    monkeypatch.setattr(merging, "_BLOCK", block)
    assert answers(last) == whole
    kept = {hit.page for hit in whole[0].hits}
    assert kept == {page.slug for page in PAGES} - {PAGES[0].slug, PAGES[31].slug}


def test_a_segment_in_another_order_answers_the_same(tmp_path: Path) -> None:
    """Earlier versions wrote pages as they came; their segments are sorted when opened."""
    pages = sorted(PAGES, key=lambda page: browsing_order(page.title, page.slug), reverse=True)
    passages = [stored for page in pages for stored in stored_of(page)]
    folder = tmp_path / "other"
    folder.mkdir()
    segment = write_segment(folder, passages, analyse(passages))
    TOC(make_schema(), [segment], 1).write(FileStorage(str(folder)), INDEX_NAME)
    assert answers(folder) == answers(write(tmp_path / "ours", PAGES))
