"""Packs: what an update need not copy, and what keeps them few and full."""

import itertools
import math
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.storage.files import carry
from index.storage.packs import GROWTH, LEAST_USED, PackUse, packs_to_merge
from tests.support.library import live_folder, texts, write_library
from tests.support.pages import many_pages, simple_page


def packs(folder: Path) -> dict[str, os.stat_result]:
    """Return the packs of the live generation."""
    return {path.name: path.stat() for path in live_folder(folder).glob("pages-*")}


def test_an_update_of_one_page_carries_the_others_over(folder: Path) -> None:
    """The large pack is the same file in both generations, the new one holds just the page."""
    pages = list(many_pages(60, words=20))
    write_library(folder, *pages)
    before = packs(folder)
    write_library(folder, simple_page(pages[0].slug, "Changed."))
    after = packs(folder)
    assert before.keys() < after.keys()
    assert all(after[name].st_ino == known.st_ino for name, known in before.items())
    (fresh,) = after.keys() - before.keys()
    assert after[fresh].st_size < 1_000


def test_files_of_the_engine_are_carried_over_too(folder: Path) -> None:
    """What the engine links to its last index is one file in both generations."""
    write_library(folder, simple_page("a"))
    before = (live_folder(folder) / "engine" / "segment-1.jsonl").stat()
    write_library(folder, simple_page("b"))
    assert (live_folder(folder) / "engine" / "segment-1.jsonl").stat().st_ino == before.st_ino


def test_a_pack_mostly_out_of_use_is_copied_and_dropped(folder: Path) -> None:
    """Half of a pack at most is waste; its last pages move on unharmed."""
    pages = [simple_page(f"page-{number}", "word " * 200) for number in range(10)]
    write_library(folder, *pages)
    gone = frozenset(page.slug for page in pages[:4])
    write_library(folder, removed=gone)
    assert list(packs(folder)) == ["pages-000001.jsonl"]
    write_library(folder, removed=frozenset({"page-4", "page-5"}))
    assert list(packs(folder)) == ["pages-000003.jsonl"]
    assert texts(folder).keys() == {"page-6", "page-7", "page-8", "page-9"}


def test_many_small_updates_make_few_packs(folder: Path) -> None:
    """Twenty-four updates of a page each do not leave as many files to link, sync and open."""
    for number in range(24):
        write_library(folder, simple_page(f"page-{number}"))
    assert len(packs(folder)) <= 6
    assert len(texts(folder)) == 24


def test_a_file_system_without_links_gets_copies(tmp_path: Path) -> None:
    """Another device cannot share a file; the content arrives all the same."""
    memory = Path("/dev/shm")  # noqa: S108  # a second file system, present on every Linux
    if not memory.is_dir() or memory.stat().st_dev == tmp_path.stat().st_dev:
        pytest.skip("there is no second file system to copy from")
    source = memory / f"clinic-library-test-{os.getpid()}"
    source.write_bytes(b"a pack")
    try:
        carry(source, tmp_path / "pack")
    finally:
        source.unlink()
    assert (tmp_path / "pack").read_bytes() == b"a pack"


def test_with_nothing_new_only_waste_is_copied() -> None:
    """An update that only removes pages leaves well-used packs alone, large or small."""
    uses = [PackUse("small", 10, 10), PackUse("large", 1_000, 900), PackUse("waste", 500, 1)]
    assert packs_to_merge(uses, fresh=0) == {"waste"}


def test_small_packs_join_a_large_new_one() -> None:
    """Each pack that stays is at least twice as large as the new one with all that joined it."""
    uses = [PackUse("a", 1_000, 1_000), PackUse("b", 300, 300), PackUse("c", 100, 100)]
    assert packs_to_merge(uses, fresh=60) == {"c", "b"}
    assert packs_to_merge(uses, fresh=10) == frozenset()


@given(st.lists(st.tuples(st.integers(1, 10_000), st.integers(0, 9)), min_size=1, max_size=60))
def test_packs_stay_few_and_mostly_used(updates: list[tuple[int, int]]) -> None:
    """However updates come, n bytes lie in at most 1 + log2(n) packs, none mostly waste.

    Each update writes some bytes, and replaces that many tenths of some earlier pack.
    """
    live: dict[str, PackUse] = {}
    for number, (fresh, tenths) in enumerate(updates):
        for name in list(live)[:1]:
            use = live[name]
            live[name] = PackUse(name, use.size, use.used - use.used * tenths // 10)
        merged = packs_to_merge(live.values(), fresh)
        size = fresh + sum(live[name].used for name in merged)
        live = {name: use for name, use in live.items() if name not in merged}
        live[str(number)] = PackUse(str(number), size, size)
        sizes = sorted(use.size for use in live.values())
        assert all(use.used >= use.size * LEAST_USED for use in live.values())
        assert all(large >= GROWTH * small for small, large in itertools.pairwise(sizes))
        assert len(sizes) <= 1 + math.log2(sum(sizes))
