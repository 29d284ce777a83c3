"""Eight threads on one open index get exactly the answers that one thread gets.

Threads are switched every ten microseconds, a few hundred times a search, so that whatever a search
leaves half done is seen by others. Three seconds of it in every run of the tests; a minute by
``make threads``, which sets THREAD_SECONDS.
"""

import os
import random
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from index.engines.whoosh.searching import WhooshSearcher
from index.lexicon import Lexicon, Synonyms
from index.query import Filters, Query
from index.results import Results
from tests.index.engines.whoosh.indexes import raw_pages, write
from tests.support.pages import many_pages

SECONDS = float(os.environ.get("THREAD_SECONDS", "3"))
SWITCH_SECONDS = 1e-5
THREADS = 8

TEXTS = (
    "dry needling",
    "how is fibromyalgia treated",
    "mps outlook",
    "acupunture",
    "fibro myalgia",
    '"trigger point" injection',
    "sleep -pain",
    "syndrome prognosis overview",
    "tired",
    "nsaid",
    "zzzz qqqq",
    "",
)

MEANINGS = Lexicon((Synonyms(("nsaid", "anti inflammatory")),))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return an index of real and random pages, of two segments."""
    first = write(tmp_path / "first", many_pages(60))
    return write(tmp_path / "index", raw_pages(), previous=first)


@pytest.fixture
def switching() -> Iterator[None]:
    """Switch threads far more often than Python does by itself."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(SWITCH_SECONDS)
    yield
    sys.setswitchinterval(before)


def answers(searcher: WhooshSearcher, queries: list[Query]) -> list[Results]:
    """Return what each of ``queries`` is answered."""
    return [searcher.search(query) for query in queries]


@pytest.mark.usefixtures("switching")
def test_eight_threads_get_the_answers_one_gets(folder: Path) -> None:
    """Also right after opening, when what is kept for later is made for the first time."""
    chosen = (Filters(), Filters(aspect=("treatment",)))
    queries = [Query(text, filters) for text in TEXTS for filters in chosen]
    alone = WhooshSearcher(folder, MEANINGS)
    expected = answers(alone, queries)
    suggested = [alone.suggest(text[:3]) for text in TEXTS]
    alone.close()
    assert any(results.hits for results in expected)

    shared = WhooshSearcher(folder, MEANINGS)
    end = time.monotonic() + SECONDS

    def hammer(seed: int) -> int:
        chance, rounds = random.Random(seed), 0  # noqa: S311  # an order of queries, nothing secret
        while not rounds or time.monotonic() < end:
            for number in chance.sample(range(len(queries)), len(queries)):
                assert shared.search(queries[number]) == expected[number], queries[number]
            assert [shared.suggest(text[:3]) for text in TEXTS] == suggested
            rounds += 1
        return rounds

    with ThreadPoolExecutor(THREADS) as pool:
        assert sum(pool.map(hammer, range(THREADS))) >= THREADS
    shared.close()
