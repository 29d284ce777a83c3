"""The array scorer ranks as Whoosh's own BM25F does, where only plain words are asked."""

import random
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from index.engines.whoosh.folding import STOP_WORDS
from index.engines.whoosh.ranking import PLAIN
from index.engines.whoosh.searching import WhooshSearcher
from index.engines.whoosh.understanding import LITERAL
from index.query import Query
from tests.index.engines.whoosh.indexes import (
    Place,
    raw_pages,
    scores_by_whoosh,
    segment_count,
    write,
)
from tests.support.pages import many_pages, simple_page

QUERIES = 500


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an index of the pages in raw/ and others, of several segments with deletions."""
    work = tmp_path_factory.mktemp("ranking")
    first = write(work / "first", (*raw_pages(), *many_pages(40)))
    gone = [page.slug for page in many_pages(40)][:10]
    second = write(work / "second", many_pages(6, seed=2), gone, previous=first)
    changed = [simple_page(gone[0], "Sleep and pain and heat.")]
    return write(work / "third", changed, previous=second)


@pytest.fixture(scope="module")
def searcher(folder: Path) -> Iterator[WhooshSearcher]:
    """Return the index, opened without any departure from BM25F."""
    searcher = WhooshSearcher(folder, ranking=PLAIN, understanding=LITERAL)
    yield searcher
    searcher.close()


@pytest.fixture(scope="module")
def queries() -> list[str]:
    """Return queries of one to six words drawn from the pages in raw/."""
    chance = random.Random(4)  # noqa: S311  # repeatable test data, nothing secret
    text = " ".join(repr(page) for page in raw_pages())
    words = sorted(set(re.findall(r"[a-z]{3,}", text.lower())) - STOP_WORDS)
    return [" ".join(chance.sample(words, chance.randint(1, 6))) for _ in range(QUERIES)]


def test_there_are_several_segments(folder: Path) -> None:
    """The index that is searched here is one that has been updated."""
    assert segment_count(folder) >= 2


def test_every_passage_has_the_score_that_whoosh_gives_it(
    folder: Path, searcher: WhooshSearcher, queries: list[str]
) -> None:
    """The same passages are found, and their scores agree to five digits, in the same order."""
    for text in queries:
        expected = scores_by_whoosh(folder, text)
        hits = searcher.search(Query(text, page_size=10_000)).hits
        found: dict[Place, float] = {(hit.page, hit.anchor): hit.score for hit in hits}
        assert found == pytest.approx(expected, rel=1e-5), text
        order = [expected[place] for place in found]
        assert all(first >= second * (1 - 1e-5) for first, second in pairwise(order)), text
