"""Whatever bytes a raw file has, in whatever format: a Page, or a refusal that names the file."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.document import Page
from ingest.errors import PageRefusedError
from ingest.formats import FORMATS
from ingest.pages.reader import read_page
from ingest.vocabulary import Vocabulary
from tests.ingest.golden import tree_of
from tests.support.ingest import ingest, live
from tests.support.raw import put

PIECES = (
    b"Causes\n\n",
    b"\n  \xe2\x80\xa2 rest\n",
    b"<h2>Treatment</h2>",
    b"<ul><li>",
    b"</p><table><tr><td>",
    b"# Gout\n\n",
    b"- one\n  - two\n",
    b"|a|b|\n|-|-|\n|1|2|\n",
    b"\xff\xfe",
    b"\x00",
    b"\xe9t\xe9 ",
    b"\xc3\xa2\xe2\x82\xac\xe2\x84\xa2",
    b"%PDF-1.4\n",
    b"PK\x03\x04",
    b"<!doctype html><meta charset=x>",
    b"Pain of the heel is common and goes away by itself within weeks for most people.\n\n",
    b"&#x110000;",
    b"---\ntitle: x\n---\n",
    b"For Gout:\n",
    b"Gout (G) and gout\n",
    b"\r",
    b"1. ",
    b"((((",
    b"\xed\xa0\x80",
)
"""What pages are made of, and what breaks readers."""

RAW = st.one_of(
    st.binary(max_size=400),
    st.lists(st.one_of(st.sampled_from(PIECES), st.binary(max_size=8)), max_size=25).map(b"".join),
)


def read(raw: bytes, source: str) -> Page | str:
    """Return the page in ``raw``, or why there is none."""
    try:
        return read_page(raw, source, Vocabulary())
    except PageRefusedError as refusal:
        return str(refusal)


@pytest.mark.parametrize("suffix", sorted(FORMATS))
@settings(deadline=None, max_examples=60)
@given(raw=RAW)
def test_a_page_or_a_clear_refusal(suffix: str, raw: bytes) -> None:
    """One line that begins with the file's name; the same bytes give the same, always."""
    outcome = read(raw, f"sub/page{suffix}")
    assert outcome == read(raw, f"sub/page{suffix}")
    if isinstance(outcome, str):
        assert outcome.startswith(f"sub/page{suffix}: ")
        assert "\n" not in outcome
        return
    assert outcome.title


@settings(deadline=None, max_examples=5)
@given(others=st.lists(RAW, max_size=3))
def test_a_page_is_the_same_whoever_lies_beside_it(
    others: list[bytes], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Its tree depends on its own bytes; the site's facts, which all pages share, may differ."""
    folder = tmp_path_factory.mktemp("together")
    put(folder / "alone", "gout.html", "Gout")
    put(folder / "together", "gout.html", "Gout")
    for number, raw in enumerate(others):
        (folder / "together" / f"other-{number}.txt").write_bytes(raw)
    assert tree_in(folder / "alone") == tree_in(folder / "together")


def tree_in(raw: Path) -> dict[str, object]:
    """Return the tree of the page on gout in the library made of ``raw``."""
    library = raw.with_name(f"{raw.name}-library")
    ingest(raw, library)
    generation = live(library)
    page = generation.page("gout")
    generation.close()
    assert page is not None
    return tree_of(page)
