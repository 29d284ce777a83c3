"""The readers under fuzzing: any bytes become a page or a refusal, and nothing is told twice."""

import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from index.codec import page_from_json, page_to_json
from index.document import Page, Section
from ingest.blocks import Block, Extract, Grid
from ingest.decode import decode
from ingest.errors import PageRefusedError
from ingest.formats import read
from ingest.pages.reader import read_page
from ingest.vocabulary import load_vocabulary
from tests.fuzz.promise import promise
from tests.fuzz.seeds import ROOT

TWICE = 0.125
"""Share of inputs that are read again; a reader that depends on more than its input shows soon."""

UNDERSTOOD = 0.25
"""Share of pages that are understood as well, which takes as long as reading does."""

VERBATIM = frozenset({".txt"})
"""Formats whose letters are their bytes; in others marks stand for letters, cells are spread."""


Trial = Callable[[bytes, random.Random], bool]


def opened(suffix: str) -> Callable[[Path], AbstractContextManager[Trial]]:
    """Return how the reader of files ending in ``suffix`` is opened for trials."""

    @contextmanager
    def trial_in(_folder: Path) -> Iterator[Trial]:
        vocabulary = load_vocabulary(ROOT / "raw" / "vocabulary.toml")
        source = f"fuzz{suffix}"

        def trial(raw: bytes, dice: random.Random) -> bool:
            extract = _read(raw, source)
            if dice.random() < TWICE:
                promise(extract == _read(raw, source), "was read differently the second time")
            if extract is None:
                return False
            _in_bounds(extract, raw)
            if suffix in VERBATIM:
                _nothing_invented(extract, raw, source)
            if dice.random() < UNDERSTOOD:
                _whole(read_page(raw, source, vocabulary))
            return True

        yield trial

    return trial_in


def _read(raw: bytes, source: str) -> Extract | None:
    try:
        return read(raw, source)
    except PageRefusedError as refusal:
        promise(str(refusal).startswith(source), "was refused without the name of the file")
        return None


def _in_bounds(extract: Extract, raw: bytes) -> None:
    """Lines are lines of the file, in order within each block."""
    most = 1 + len(raw)
    for block in _blocks(extract):
        promise(1 <= block.lines.first <= block.lines.last <= most, f"lines {block.lines}")


def _nothing_invented(extract: Extract, raw: bytes, source: str) -> None:
    """No letter is told more often than it stands in the file: nothing is doubled or made up."""
    told = Counter(filter(str.isalnum, "".join(text for text in _texts(_blocks(extract)))))
    there = Counter(filter(str.isalnum, decode(raw, source).text))
    promise(told <= there, f"letters told more often than they are there: {told - there}")


def _whole(page: Page) -> None:
    """A page survives being written down, and each of its addresses is one place."""
    promise(page_from_json(page_to_json(page)) == page, "is another page when written and read")
    anchors = [anchor for section in page.sections for anchor in _anchors(section)]
    doubled = [anchor for anchor, count in Counter(anchors).items() if count > 1]
    promise(not doubled, f"two places have the address {doubled}")


def _anchors(section: Section) -> Iterable[str]:
    yield section.anchor
    for inner in section.sections:
        yield from _anchors(inner)


def _blocks(extract: Extract) -> tuple[Block, ...]:
    return (*extract.before, *extract.content, *extract.after)


def _texts(blocks: Iterable[Block]) -> Iterable[str]:
    for block in blocks:
        if isinstance(block, Grid):
            yield from block.header
            for row in block.rows:
                yield from row
        else:
            yield block.text
