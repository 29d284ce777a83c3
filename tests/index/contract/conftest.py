"""Every engine there is, and the naive one, each over the same small library."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from index.document import Page
from index.engine import ENGINES, Changes, Engine, Searcher, open_engine
from tests.support.naive_engine import NaiveEngine
from tests.support.portal import clinic_pages

Opener = Callable[[Sequence[Page]], Searcher]


@pytest.fixture(params=[*sorted(ENGINES), "naive"])
def engine(request: pytest.FixtureRequest) -> Engine:
    """Return one engine after the other."""
    name: str = request.param
    return NaiveEngine() if name == "naive" else open_engine(name)


@pytest.fixture
def opened(engine: Engine, tmp_path: Path) -> Iterator[Opener]:
    """Return a function that indexes pages and opens the index; all are closed afterwards."""
    searchers: list[Searcher] = []

    def open_over(pages: Sequence[Page]) -> Searcher:
        folder = tmp_path / f"index-{len(searchers)}"
        folder.mkdir()
        engine.write(folder, Changes(pages), None)
        searchers.append(engine.open(folder))
        return searchers[-1]

    yield open_over
    for searcher in searchers:
        searcher.close()


@pytest.fixture
def clinic(opened: Opener) -> Searcher:
    """Return the small clinic's library, opened."""
    return opened(clinic_pages())
