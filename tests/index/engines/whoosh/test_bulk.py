"""The files of a segment, made from arrays, as Whoosh reads them."""

from pathlib import Path
from typing import Any

import numpy as np
from hypothesis import example, given, settings
from hypothesis import strategies as st
from whoosh.codec.whoosh3 import W3LeafMatcher, W3TermInfo
from whoosh.filedb.filetables import OrderedHashReader
from whoosh.filedb.structfile import BufferFile
from whoosh.formats import Existence, Frequency

from index.engines.whoosh.posting_lists import INFO, FieldPostings, posting_lists
from index.engines.whoosh.searching import WhooshSearcher
from index.engines.whoosh.term_index import FieldTerms, term_index
from index.query import Query
from tests.index.engines.whoosh.indexes import scores_by_whoosh, write
from tests.support.pages import simple_page

LISTS = st.lists(
    st.dictionaries(st.integers(0, 90_000), st.integers(1, 400), min_size=1, max_size=300),
    min_size=1,
    max_size=4,
)
"""Of each term: its documents, with how often each has it."""


def as_arrays(lists: list[dict[int, int]], *, counted: bool) -> FieldPostings:
    """Return posting lists as arrays; a document's length is coded by its number."""
    rows = [(document, found[document]) for found in lists for document in sorted(found)]
    documents = np.array([document for document, _ in rows], dtype=np.uint32)
    return FieldPostings(
        terms=[b"%d" % number for number in range(len(lists))],
        sizes=np.array(list(map(len, lists))),
        documents=documents,
        counts=np.array([count if counted else 1 for _, count in rows], dtype=np.uint16),
        length_codes=(documents % 100).astype(np.uint8),
        counted=counted,
    )


def read(matcher: Any) -> dict[int, float]:
    """Return all documents of a list of Whoosh's, with their weights."""
    found = {}
    while matcher.is_active():
        found[matcher.id()] = matcher.weight()
        matcher.next()
    return found


@settings(deadline=None)
@given(LISTS, st.booleans())
@example([dict.fromkeys(range(128), 1), dict.fromkeys(range(129), 2), {65_536: 1}], True)
def test_posting_lists_are_read_by_whoosh(lists: list[dict[int, int]], counted: bool) -> None:
    """Each document and count, the values, what is said of the term and of every block."""
    content, infos = posting_lists(as_arrays(lists, counted=counted), offset=7)
    file = BufferFile(memoryview(bytes(7) + content))
    for written, encoded in zip(lists, infos, strict=True):
        wanted = {document: count if counted else 1 for document, count in written.items()}
        info = W3TermInfo.from_bytes(encoded.tobytes())
        kind = Frequency() if counted else Existence()
        assert read(W3LeafMatcher(file, *info.extent(), kind)) == wanted
        assert info.doc_frequency() == len(wanted)
        assert info.weight() == sum(wanted.values())
        assert info.max_weight() == max(wanted.values())
        assert (info.min_id(), info.max_id()) == (min(wanted), max(wanted))
        matcher = W3LeafMatcher(file, *info.extent(), kind)
        matcher.skip_to(max(wanted))
        assert matcher.id() == max(wanted)
        if counted:
            assert matcher.value_as("frequency") == wanted[max(wanted)]
        assert matcher.block_max_weight() <= info.max_weight()


@settings(deadline=None)
@given(st.sets(st.binary(min_size=1, max_size=12), max_size=200), st.sets(st.binary(), max_size=3))
def test_term_indexes_are_read_by_whoosh(first: set[bytes], second: set[bytes]) -> None:
    """Every term is found, in order, with what is said of it, and no other."""
    fields = []
    for name, terms in (("a", first), ("b", second)):
        infos = np.zeros(len(terms), dtype=INFO)
        infos["documents"] = np.arange(len(terms)) + 1
        fields.append((name, FieldTerms(sorted(terms), infos)))
    content = term_index(fields)
    reader = OrderedHashReader(BufferFile(memoryview(content)), len(content))
    keys = [b"\0\0" + term for term in sorted(first)] + [b"\0\1" + term for term in sorted(second)]
    assert list(reader.keys()) == keys
    for code, (_, field) in enumerate(fields):
        for term, info in zip(field.terms, field.infos, strict=True):
            key = bytes([0, code]) + term
            assert reader[key] == info.tobytes()
            assert reader.closest_key(key) == key
    assert b"\0\2" not in reader
    assert reader.closest_key(b"\xff\xff") is None


def test_words_of_many_passages_are_ranked_as_by_whoosh(tmp_path: Path) -> None:
    """Lists of several blocks, by the whole way through Whoosh."""
    pages = [
        simple_page(f"page-{number}", "heat " * (number % 7) + "rest " * (number % 3) + "end.")
        for number in range(400)
    ]
    folder = write(tmp_path / "index", pages)
    scores = scores_by_whoosh(folder, "heat")
    assert len(scores) == sum(1 for number in range(400) if number % 7)
    assert WhooshSearcher(folder).search(Query("heat")).total == len(scores)
