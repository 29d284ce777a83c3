"""What the tests of the Whoosh engine share: small libraries, written and opened."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.document import Page
from index.engine import Changes
from index.engines.whoosh.searching import WhooshSearcher
from index.engines.whoosh.understanding import FULL, Understanding
from index.engines.whoosh.writing import write_index
from index.lexicon import EMPTY, Lexicon
from tests.index.engines.whoosh.indexes import Opener


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opener]:
    """Return a function that indexes one page and opens it with a lexicon."""
    searchers: list[WhooshSearcher] = []

    def open_page(
        one: Page, lexicon: Lexicon = EMPTY, understanding: Understanding = FULL
    ) -> WhooshSearcher:
        folder = tmp_path / f"index-{len(searchers)}"
        folder.mkdir()
        write_index(folder, Changes([one]), None)
        searchers.append(WhooshSearcher(folder, lexicon, understanding=understanding))
        return searchers[-1]

    yield open_page
    for searcher in searchers:
        searcher.close()
