"""A Whoosh segment written from arrays: what Whoosh's own writer writes, many times as fast.

Stored passages and their Arrays enter, the one file of a segment and its Segment object leave.
Whoosh's writer sorts every posting as a Python tuple and hands it over one by one; here only the
file formats are Whoosh's own, those of its third codec, and each file is made in one pass:
`posting_lists`, `term_index`, `columns`.
"""

import pickle
import struct
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
from whoosh.codec.base import Segment
from whoosh.codec.whoosh3 import W3Codec

from index.engines.whoosh.columns import lengths_column, stored_column
from index.engines.whoosh.posting_lists import FieldPostings, posting_lists
from index.engines.whoosh.records import FIELDS, Stored
from index.engines.whoosh.sidecar import Arrays, length_codes, texts_in
from index.engines.whoosh.term_index import FieldTerms, term_index

INDEX_NAME = "MAIN"
"""What Whoosh calls an index unless told otherwise."""

_UNCOMPRESSED = 0
"""Postings are read once, when a sidecar is made anew; packing them costs more than it saves."""

_HEADER = struct.Struct(">qi")
"""What a segment's file begins with: where its directory lies, and how long that is."""


def write_segment(folder: Path, passages: Sequence[Stored], arrays: Arrays) -> Segment:
    """Write a segment of ``passages``, analysed in ``arrays``, into ``folder``.

    Raises:
        OSError: it could not be written.
    """
    segment = W3Codec(compression=_UNCOMPRESSED).new_segment(None, INDEX_NAME)
    segment.set_doc_count(len(passages))
    totals = arrays.lengths.sum(axis=0, dtype=np.int64).tolist()
    segment._fieldlengths = {  # noqa: SLF001  # where Whoosh's own writer puts them
        name: total for name, total in zip(FIELDS, totals, strict=True) if total
    }
    segment.compound = True
    files = {segment.make_filename(end): content for end, content in _files(passages, arrays)}
    _write_compound(folder / segment.make_filename(segment.COMPOUND_EXT), files)
    return segment


def _files(passages: Sequence[Stored], arrays: Arrays) -> Iterator[tuple[str, bytes]]:
    """Yield the end of its name, and the content, of each file of a segment."""
    yield f"._stored{W3Codec.COLUMN_EXT}", stored_column(passages)
    codes = length_codes(arrays.lengths)
    for code, name in enumerate(FIELDS):
        column = lengths_column(codes[:, code])
        if column:
            yield f"._{name}_len{W3Codec.COLUMN_EXT}", column
    lists: list[bytes] = []
    fields: list[tuple[str, FieldTerms]] = []
    offset = 0
    for name, postings in sorted(_field_postings(passages, arrays).items()):
        content, infos = posting_lists(postings, offset)
        lists.append(content)
        fields.append((name, FieldTerms(postings.terms, infos)))
        offset += len(content)
    yield W3Codec.POSTS_EXT, b"".join(lists)
    yield W3Codec.TERMS_EXT, term_index(fields)


def _field_postings(passages: Sequence[Stored], arrays: Arrays) -> dict[str, FieldPostings]:
    terms = texts_in(arrays.terms, arrays.term_text_ends)
    term_of = np.repeat(
        np.arange(len(terms), dtype=np.int32), np.diff(arrays.posting_ends, prepend=0)
    )
    codes = length_codes(arrays.lengths)
    found = {"page": _page_postings(passages)}
    for code, name in enumerate(FIELDS):
        counts = np.ascontiguousarray(arrays.posting_counts[:, code])
        rows = np.flatnonzero(counts)
        documents = arrays.posting_documents[rows]
        sizes = np.bincount(term_of[rows], minlength=len(terms))
        present = np.flatnonzero(sizes)
        found[name] = FieldPostings(
            terms=[terms[term] for term in present.tolist()],
            sizes=sizes[present],
            documents=documents.astype(np.uint32),
            counts=counts[rows],
            length_codes=codes[documents, code],
        )
    return found


def _page_postings(passages: Sequence[Stored]) -> FieldPostings:
    pages, page_of = np.unique(
        np.array([stored.page.encode() for stored in passages], dtype=np.object_),
        return_inverse=True,
    )
    return FieldPostings(
        terms=pages.tolist(),
        sizes=np.bincount(page_of, minlength=len(pages)),
        documents=np.argsort(page_of, kind="stable").astype(np.uint32),
        counts=np.ones(len(passages), dtype=np.uint16),
        length_codes=np.ones(len(passages), dtype=np.uint8),
        counted=False,
    )


def _write_compound(path: Path, files: Mapping[str, bytes]) -> None:
    """Write ``files`` as one, which ends with a directory of them."""
    now = time.time()
    directory = {}
    offset = _HEADER.size
    for name, content in files.items():
        directory[name] = {"offset": offset, "length": len(content), "modified": now}
        offset += len(content)
    tail = pickle.dumps(directory) + pickle.dumps({})
    with path.open("xb") as stream:
        stream.write(_HEADER.pack(offset, len(tail)))
        stream.writelines(files.values())
        stream.write(tail)
