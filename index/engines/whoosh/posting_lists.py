"""Posting lists as Whoosh's codec has them on disk, all those of a field at once.

The postings of a field enter as arrays; the bytes of its lists leave, and what the term index is to
say of each. A list is a tag and blocks of up to 128 postings; a block its length in bytes, negative
for the last, then two pickles: what a reader needs to skip it, and documents (differences from the
one before), counts, and the counts again as values. Here the pickles are put together from arrays,
opcode by opcode, rather than by a pickler from Python's numbers; a test has Whoosh read them.
"""

import pickle
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.engines.whoosh.tokens import Integers

BLOCK = 128
"""Postings in a block, as in Whoosh's own codec."""

TAG = b"W3Bl"

INFO = np.dtype(
    [
        ("inlined", "u1"),
        ("weight", ">f4"),
        ("documents", ">u4"),
        ("shortest", "u1"),
        ("longest", "u1"),
        ("highest", ">f4"),
        ("first", ">u4"),
        ("last", ">u4"),
        ("offset", ">i8"),
        ("size", ">i4"),
    ]
)
"""What Whoosh's term index says of a term: total and highest count, how many documents have it and
how long their fields are (as codes of lengths), the first and last of them, where its list lies."""

_PROTOCOL = pickle.PROTO + b"\x03"

_HEAD = np.dtype(
    [
        ("length", ">i4"),
        ("begin", "S3"),
        *(
            field
            for name, kind in (
                ("count", "<i4"),
                ("last", "<i4"),
                ("highest", ">f8"),
                ("compression", "<i4"),
                ("shortest", "<i4"),
                ("longest", "<i4"),
            )
            for field in ((f"{name} opcode", "S1"), (name, kind))
        ),
        ("end", "S2"),
    ]
)
"""The start of a block: its length and the pickle of a tuple of six numbers."""

_BEGIN = _PROTOCOL + pickle.MARK
_END = pickle.TUPLE + pickle.STOP
_ALL_ONE = pickle.NONE
"""Counts that are all one are left out."""


@dataclass(frozen=True, slots=True)
class FieldPostings:
    """The postings of one field, sorted by term, then document.

    ``sizes`` says how many there are of each term, at least one. ``length_codes`` are those of the
    documents' field lengths. Counts of a field that is not ``counted`` are all one.
    """

    terms: Sequence[bytes]
    sizes: Integers
    documents: NDArray[np.uint32]
    counts: NDArray[np.uint16]
    length_codes: NDArray[np.uint8]
    counted: bool = True


@dataclass(frozen=True, slots=True)
class _Blocks:
    """Where the blocks of all lists begin and end among the postings, and which end their list."""

    starts: Integers
    ends: Integers
    is_first: NDArray[np.bool_]
    is_last: NDArray[np.bool_]


def posting_lists(postings: FieldPostings, offset: int) -> tuple[bytes, NDArray[np.void]]:
    """Return the lists of a field, which will lie at ``offset`` of their file, and INFO on each."""
    if not len(postings.sizes):
        return b"", np.zeros(0, dtype=INFO)
    blocks = _blocks(postings.sizes)
    highest = np.maximum.reduceat(postings.counts, blocks.starts)
    texts = _Texts(postings)
    data = [
        texts.of(start, end, highest=most)
        for start, end, most in zip(
            blocks.starts.tolist(), blocks.ends.tolist(), highest.tolist(), strict=True
        )
    ]
    lengths = np.fromiter(map(len, data), np.int64, len(data)) + _HEAD.itemsize - 4
    heads = _heads(postings, blocks, highest, lengths)
    ends = np.cumsum(lengths + 4 + len(TAG) * blocks.is_first)[blocks.is_last]
    infos = _infos(postings)
    infos["size"] = np.diff(ends, prepend=0)
    infos["offset"] = offset + ends - infos["size"]
    return b"".join(_pieces(heads.tobytes(), data, blocks.is_first.tolist())), infos


def _blocks(sizes: Integers) -> _Blocks:
    counts = -(-sizes // BLOCK)
    list_ends = np.cumsum(sizes)
    number = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    starts = np.repeat(list_ends - sizes, counts) + number * BLOCK
    last_ends = np.repeat(list_ends, counts)
    return _Blocks(
        starts=starts,
        ends=np.minimum(starts + BLOCK, last_ends),
        is_first=number == 0,
        is_last=starts + BLOCK >= last_ends,
    )


class _Texts:
    """What is pickled of the postings of a field; the data of a block is a few slices of it."""

    def __init__(self, postings: FieldPostings) -> None:
        documents = postings.documents
        differences = documents.copy()
        differences[1:] -= documents[:-1]
        firsts = _blocks(postings.sizes).starts
        differences[firsts] = documents[firsts]
        is_small = not len(documents) or int(documents.max()) <= np.iinfo(np.uint16).max
        self._documents = _numbers(differences, is_small=is_small)
        self._document_width = len(self._documents) // len(documents)
        self._counts = _numbers(postings.counts, is_small=True)
        self._values = postings.counts.astype(">u4").tobytes() if postings.counted else None

    def of(self, start: int, end: int, *, highest: int) -> bytes:
        """Return the pickle of the postings from ``start`` to ``end``."""
        width = self._document_width
        documents = self._documents[start * width : end * width]
        counts = (
            _ALL_ONE
            if highest == 1
            else pickle.MARK + self._counts[start * 3 : end * 3] + pickle.TUPLE
        )
        if self._values is None:
            values = pickle.NONE
        else:
            values = (
                pickle.BINBYTES
                + (4 * (end - start)).to_bytes(4, "little")
                + self._values[start * 4 : end * 4]
            )
        return b"".join(
            (_BEGIN, pickle.MARK, documents, pickle.TUPLE, counts, values, _END),
        )


def _numbers(numbers: Integers, *, is_small: bool) -> bytes:
    """Return ``numbers`` as a pickle has them in a row: of two bytes each, or of four."""
    opcode, kind = (pickle.BININT2, "<u2") if is_small else (pickle.BININT, "<u4")
    rows = np.empty(len(numbers), dtype=[("opcode", "S1"), ("number", kind)])
    rows["opcode"] = opcode
    rows["number"] = numbers
    return rows.tobytes()


def _heads(
    postings: FieldPostings, blocks: _Blocks, highest: Integers, lengths: Integers
) -> NDArray[np.void]:
    heads = np.zeros(len(blocks.starts), dtype=_HEAD)
    heads["length"] = np.where(blocks.is_last, -lengths, lengths)
    heads["begin"], heads["end"] = _BEGIN, _END
    for name in ("count", "last", "compression", "shortest", "longest"):
        heads[f"{name} opcode"] = pickle.BININT
    heads["highest opcode"] = pickle.BINFLOAT
    heads["count"] = blocks.ends - blocks.starts
    heads["last"] = postings.documents[blocks.ends - 1]
    heads["highest"] = highest
    heads["shortest"] = np.minimum.reduceat(postings.length_codes, blocks.starts)
    heads["longest"] = np.maximum.reduceat(postings.length_codes, blocks.starts)
    return heads


def _infos(postings: FieldPostings) -> NDArray[np.void]:
    ends = np.cumsum(postings.sizes)
    starts = ends - postings.sizes
    infos = np.zeros(len(starts), dtype=INFO)
    infos["weight"] = np.add.reduceat(postings.counts, starts, dtype=np.int64)
    infos["documents"] = postings.sizes
    infos["shortest"] = np.minimum.reduceat(postings.length_codes, starts)
    infos["longest"] = np.maximum.reduceat(postings.length_codes, starts)
    infos["highest"] = np.maximum.reduceat(postings.counts, starts)
    infos["first"] = postings.documents[starts]
    infos["last"] = postings.documents[ends - 1]
    return infos


def _pieces(heads: bytes, data: Sequence[bytes], is_first: Sequence[bool]) -> Iterator[bytes]:
    for number, (block, first) in enumerate(zip(data, is_first, strict=True)):
        if first:
            yield TAG
        yield heads[number * _HEAD.itemsize : (number + 1) * _HEAD.itemsize]
        yield block
