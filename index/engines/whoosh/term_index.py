"""The term index of a segment as Whoosh has it on disk: a hash table, and the order of the terms.

The terms of each field and what is known of them enter, the bytes of the file leave. The file is
D. J. Bernstein's CDB with longer pointers: each key with its value, then 256 hash tables twice as
large as what is in them, a directory of these, and where each key lies, in the order of the keys.
"""

import pickle
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.engines.whoosh.posting_lists import INFO
from index.engines.whoosh.tokens import Integers

_MAGIC = b"HSH3"
_CRC32 = 1
"""The number of the hash function; Whoosh knows three, of which this one is made in an instant."""

_RESERVED = bytes(8)
_TABLES = 256
_SIZES = np.dtype([("key", ">i4"), ("value", ">i4")])
_SLOT = np.dtype([("hash", ">u4"), ("position", ">i8")])
_DIRECTORY = np.dtype([("position", ">i8"), ("slots", ">i4")])


@dataclass(frozen=True, slots=True)
class FieldTerms:
    """The terms of a field, in order, and INFO on each."""

    terms: Sequence[bytes]
    infos: NDArray[np.void]


def term_index(fields: Sequence[tuple[str, FieldTerms]]) -> bytes:
    """Return the file of the terms of ``fields``, named, in the order of their names."""
    header = _MAGIC + bytes([_CRC32]) + _RESERVED
    keys = [
        code.to_bytes(2, "big") + term for code, (_, own) in enumerate(fields) for term in own.terms
    ]
    widths = np.fromiter(map(len, keys), np.int64, len(keys))
    sizes = np.empty(len(keys), dtype=_SIZES)
    sizes["key"], sizes["value"] = widths, INFO.itemsize
    values = b"".join(own.infos.tobytes() for _, own in fields)
    rows = widths + _SIZES.itemsize + INFO.itemsize
    ends = len(header) + np.cumsum(rows)
    positions = ends - rows
    tables, directory = _hash_tables(keys, positions, int(ends[-1]) if keys else len(header))
    extras = {
        "fieldmap": {name: code for code, (name, _) in enumerate(fields)},
        "indextype": "q",
        "indexlen": len(keys),
    }
    order = pickle.dumps(extras) + positions.astype(">i8").tobytes()
    return b"".join(
        (
            header,
            *_rows(sizes.tobytes(), keys, values),
            tables,
            directory,
            order,
            len(order).to_bytes(4, "big"),
        )
    )


def _rows(sizes: bytes, keys: Sequence[bytes], values: bytes) -> list[bytes]:
    width, value = _SIZES.itemsize, INFO.itemsize
    return [
        piece
        for number, key in enumerate(keys)
        for piece in (
            sizes[number * width : (number + 1) * width],
            key,
            values[number * value : (number + 1) * value],
        )
    ]


def _hash_tables(keys: Sequence[bytes], positions: Integers, start: int) -> tuple[bytes, bytes]:
    """Return the hash tables, which begin at ``start`` of the file, and their directory."""
    hashes = np.fromiter(map(zlib.crc32, keys), np.int64, len(keys))
    table = hashes % _TABLES
    slots = 2 * np.bincount(table, minlength=_TABLES)
    first = np.cumsum(slots) - slots
    slot = _free_slots(hashes // _TABLES % np.maximum(slots, 1)[table], first[table], slots[table])
    filled = np.zeros(int(slots.sum()), dtype=_SLOT)
    filled["hash"][slot] = hashes
    filled["position"][slot] = positions
    directory = np.empty(_TABLES, dtype=_DIRECTORY)
    directory["position"] = start + first * _SLOT.itemsize
    directory["slots"] = slots
    return filled.tobytes(), directory.tobytes()


def _free_slots(wanted: Integers, first: Integers, count: Integers) -> Integers:
    """Return a slot for each key: the one ``wanted``, counted from ``first``, or the next free one.

    All keys without a slot try at once; those that find theirs taken go on to the next of the
    ``count`` slots of their table.
    """
    slots = np.zeros(len(wanted), dtype=np.int64)
    taken = np.full(int((first + count).max(initial=0)), -1, dtype=np.int64)
    waiting = np.arange(len(wanted))
    place = wanted.copy()
    while len(waiting):
        target = first[waiting] + place[waiting]
        free = taken[target] < 0
        taken[target[free]] = waiting[free]
        placed = taken[target] == waiting
        slots[waiting[placed]] = target[placed]
        waiting = waiting[~placed]
        place[waiting] = (place[waiting] + 1) % count[waiting]
    return slots
