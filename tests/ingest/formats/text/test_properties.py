"""What holds for any file: an answer, every word once and in order, the same answer each time."""

import re
import time
from collections import Counter
from contextlib import suppress
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.blocks import Block, Extract, Grid
from ingest.errors import PageRefusedError
from ingest.formats.text import read
from ingest.pages.reader import read_page
from ingest.vocabulary import Vocabulary

_WORD = re.compile(r"[^\W_]+")
"""Without low lines, with which mail marks a heading as set apart."""

_PIECES = st.sampled_from(
    [
        "Causes",
        "Treatment:",
        "• Stretching",
        "    ◦ every day",
        "1. Medications",
        "o Ice",
        "The pain comes from the heel, and it eases after some walking in the morning.",
        "Contact Us",
        "Copyright © 2024 A Clinic",
        "=====",
        "-----------",
        "",
        "",
        "a\tb\tc",
        "| a | b |",
        "\u00a0Fibromyalgia",
        "•",
        "|",
        "E. coli",
        "[1]Home",
        "1. https://clinic.example/home",
        "   2. https://clinic.example/[2]",
        "·\tRest",
        "o\tIce",
        "CAUSES AND SYMPTOMS OF HEEL PAIN",
        "¿Qué es?",
    ]
)
_PAGES = st.lists(st.one_of(_PIECES, st.text(max_size=60)), min_size=1, max_size=40).map("\n".join)


def words_of(block: Block) -> list[str]:
    """Return the words of a block, a table's row by row."""
    if isinstance(block, Grid):
        rows = (block.header, *block.rows)
        return [word for row in rows for cell in row for word in _WORD.findall(cell)]
    return _WORD.findall(block.text)


_LIST_NUMBER = re.compile(r"\d{1,4}|[a-zA-Z]|[ivx]{2,5}")
"""What numbers items and links: of all words, these alone may stay behind."""


def words_in_order(extract: Extract) -> list[str]:
    """Return all words of the blocks, the title left out, in the order of their lines."""
    blocks = [*extract.before, *extract.content, *extract.after]
    blocks.sort(key=lambda block: block.lines.first)
    return [word for block in blocks for word in words_of(block)]


@given(st.binary(max_size=2_000))
@settings(deadline=None)  # how fast a page is read is measured in benchmarks/
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    """There is no third outcome."""
    with suppress(PageRefusedError):
        assert read(raw, "any.txt").repairs is not None


@given(_PAGES)
@settings(deadline=None)
def test_every_word_comes_out_exactly_once_and_in_order(text: str) -> None:
    """Content, furniture and title together are the page, but for list numbers and bullets."""
    try:
        extract = read(text.encode("utf-8", "replace"), "page.txt")
    except PageRefusedError:
        return
    if extract.repairs:
        return
    written = _WORD.findall(text)
    found = words_in_order(extract)
    out = Counter(found) + Counter(_WORD.findall(extract.title or ""))
    assert not out - Counter(written)
    assert all(_LIST_NUMBER.fullmatch(word) for word in Counter(written) - out)
    remaining = iter(written)
    assert all(word in remaining for word in found)


@given(_PAGES)
@settings(deadline=None)
def test_any_text_gives_a_page_or_is_refused(text: str) -> None:
    """Whatever is understood of it: titles, conditions, levels."""
    with suppress(PageRefusedError):
        page = read_page(text.encode("utf-8", "replace"), "page.txt", Vocabulary())
        assert page.title


@given(_PAGES)
@settings(deadline=None)
def test_blocks_keep_page_order(text: str) -> None:
    """Within content, and within the furniture before and after, lines only go down."""
    try:
        extract = read(text.encode("utf-8", "replace"), "page.txt")
    except PageRefusedError:
        return
    for run in (extract.before, extract.content, extract.after):
        places = [(block.lines.first, block.lines.last) for block in run]
        assert places == sorted(places)
        assert all(first <= last for first, last in places)
        assert all(above[1] < below[0] for above, below in pairwise(places))


@given(_PAGES)
@settings(max_examples=30, deadline=None)
def test_reading_is_deterministic(text: str) -> None:
    """The same bytes give the same page."""
    raw = text.encode("utf-8", "replace")
    try:
        first = read(raw, "page.txt")
    except PageRefusedError:
        return
    assert read(raw, "page.txt") == first


@pytest.mark.parametrize(
    "text",
    [
        "word " * 1_900_000,
        "a.b@" * 40_000,
        "(" * 150_000,
        "1.1.1." * 25_000,
        ("- " * 60 + "\n") * 20_000,
        "x\n" * 90_000,
        "Word. Another sentence of the page follows here, and it is long enough.\n\n" * 20_000,
        "* " * 90_000,
        "\t" * 150_000 + "end",
        "=" * 190_000,
    ],
    ids=lambda text: repr(text[:12]),
)
def test_hostile_pages_take_bounded_time(text: str) -> None:
    """Pages made to be slow are read, or refused, within seconds."""
    start = time.perf_counter()
    with suppress(PageRefusedError):
        read(text.encode(), "hostile.txt")
    assert time.perf_counter() - start < 20
