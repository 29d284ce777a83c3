"""A Whoosh segment written from arrays: what Whoosh's own writer writes, many times as fast.

Stored passages and their Arrays enter, the files of one segment and its Segment object leave.
Whoosh's writer sorts every posting as a Python tuple and hands it over one by one; here the
postings of a term are handed over together, and only the file formats are Whoosh's own.
"""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from whoosh.codec.base import Segment
from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter, W3PostingsWriter
from whoosh.fields import Schema
from whoosh.filedb.filestore import FileStorage

from index.engines.whoosh.records import FIELDS, Stored
from index.engines.whoosh.schema import stored_fields
from index.engines.whoosh.sidecar import Arrays, kept_lengths, texts_in

INDEX_NAME = "MAIN"
"""What Whoosh calls an index unless told otherwise."""

_UNCOMPRESSED = 0
"""Postings are read once, when a sidecar is made anew; packing them costs more than it saves."""

_NO_VALUES = b""


def write_segment(
    storage: FileStorage, schema: Schema, passages: Sequence[Stored], arrays: Arrays
) -> Segment:
    """Write a segment of ``passages``, analysed in ``arrays``, into ``storage``."""
    codec = _BulkCodec(compression=_UNCOMPRESSED)
    segment = W3Codec(compression=_UNCOMPRESSED).new_segment(storage, INDEX_NAME)
    _write_documents(storage, segment, schema, passages, arrays)
    writer = codec.field_writer(storage, segment)
    postings = {**_term_postings(arrays), "page": _page_postings(passages)}
    for name in sorted(postings):
        _write_field(writer, name, schema[name], postings[name])
    writer.close()
    segment.set_doc_count(len(passages))
    segment.create_compound_file(storage)
    return segment


def _write_documents(
    storage: FileStorage,
    segment: Segment,
    schema: Schema,
    passages: Sequence[Stored],
    arrays: Arrays,
) -> None:
    """Write what is stored of each passage, and the lengths of its fields."""
    writer = segment.codec().per_document_writer(storage, segment)
    searched = [(name, schema[name]) for name in FIELDS]
    for number, (stored, lengths) in enumerate(zip(passages, arrays.lengths.tolist(), strict=True)):
        writer.start_doc(number)
        for name, value in stored_fields(stored).items():
            writer.add_field(name, schema[name], value, 0)
        for (name, field), length in zip(searched, lengths, strict=True):
            writer.add_field(name, field, None, length)
        writer.finish_doc()
    writer.close()


@dataclass(frozen=True, slots=True)
class _Postings:
    """The postings of one field: those of term ``i`` are rows ``bounds[i]`` to ``bounds[i + 1]``.

    ``values`` holds the count again, as Whoosh stores it with a posting; none for a field whose
    words are not counted.
    """

    terms: Sequence[bytes]
    bounds: Sequence[int]
    documents: NDArray[np.uint32]
    counts: NDArray[np.float32]
    lengths: NDArray[np.float32]
    values: bytes


def _term_postings(arrays: Arrays) -> dict[str, _Postings]:
    terms = texts_in(arrays.terms, arrays.term_text_ends)
    term_of = np.repeat(np.arange(len(terms)), np.diff(arrays.posting_ends, prepend=0))
    found = {}
    for code, name in enumerate(FIELDS):
        rows = np.flatnonzero(arrays.posting_counts[:, code])
        documents, counts = arrays.posting_documents[rows], arrays.posting_counts[rows, code]
        found[name] = _Postings(
            terms=terms,
            bounds=np.searchsorted(term_of[rows], np.arange(len(terms) + 1)).tolist(),
            documents=documents.astype(np.uint32),
            counts=counts.astype(np.float32),
            lengths=kept_lengths(arrays.lengths[documents, code]),
            values=counts.astype(">u4").tobytes(),
        )
    return found


def _page_postings(passages: Sequence[Stored]) -> _Postings:
    pages = [stored.page.encode() for stored in passages]
    terms = sorted(set(pages))
    number = {page: place for place, page in enumerate(terms)}
    page_of = np.array([number[page] for page in pages], dtype=np.int64)
    order = np.argsort(page_of, kind="stable")
    return _Postings(
        terms=terms,
        bounds=np.searchsorted(page_of[order], np.arange(len(terms) + 1)).tolist(),
        documents=order.astype(np.uint32),
        counts=np.ones(len(pages), dtype=np.float32),
        lengths=np.ones(len(pages), dtype=np.float32),
        values=_NO_VALUES,
    )


def _write_field(writer: "_BulkFieldWriter", name: str, field: Any, postings: _Postings) -> None:
    writer.start_field(name, field)
    width = len(postings.values) // max(len(postings.documents), 1)
    for number, term in enumerate(postings.terms):
        first, last = postings.bounds[number], postings.bounds[number + 1]
        if first < last:
            writer.add_term(
                term,
                postings.documents[first:last],
                postings.counts[first:last],
                postings.lengths[first:last],
                postings.values[first * width : last * width],
            )
    writer.finish_field()


class _BulkCodec(W3Codec):  # type: ignore[misc]  # Whoosh is not typed
    """Whoosh's codec with writers that take the postings of a term together."""

    def field_writer(self, storage: FileStorage, segment: Segment) -> "_BulkFieldWriter":
        """Return a writer of the inverted index."""
        return _BulkFieldWriter(self, storage, segment)

    def postings_writer(self, dbfile: object, byteids: bool = False) -> "_BulkPostingsWriter":
        """Return a writer of posting lists."""
        return _BulkPostingsWriter(
            dbfile, blocklimit=self._blocklimit, byteids=byteids, compression=self._compression
        )


class _BulkFieldWriter(W3FieldWriter):  # type: ignore[misc]  # Whoosh is not typed
    """Writes a term and all its postings in one call."""

    def add_term(
        self,
        term: bytes,
        documents: NDArray[np.uint32],
        counts: NDArray[np.float32],
        lengths: NDArray[np.float32],
        values: bytes,
    ) -> None:
        """Write ``term`` with its postings, in the order of documents."""
        self.start_term(term)
        self._postwriter.add_postings(documents, counts, lengths, values)
        self.finish_term()


class _BulkPostingsWriter(W3PostingsWriter):  # type: ignore[misc]  # Whoosh is not typed
    """Fills whole blocks at a time."""

    def add_postings(
        self,
        documents: NDArray[np.uint32],
        counts: NDArray[np.float32],
        lengths: NDArray[np.float32],
        values: bytes,
    ) -> None:
        """Add postings to a list just started; the last block is left for `finish_postings`."""
        width = len(values) // len(documents)
        for first in range(0, len(documents), self._blocklimit):
            if first:
                self._write_block()
            block = slice(first, first + self._blocklimit)
            self._ids = array("I", documents[block].tobytes())
            self._weights = array("f", counts[block].tobytes())
            self._values = [values[block.start * width : block.stop * width]]
            # Python's own are faster than numpy's on as few numbers as most words have.
            self._maxweight = max(self._weights)
            block_lengths = lengths[block].tolist()
            self._minlength = int(min(block_lengths))
            self._maxlength = int(max(block_lengths))
