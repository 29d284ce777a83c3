"""What a segment keeps of each document, as Whoosh has it on disk: stored fields, field lengths.

Stored passages and lengths enter, the bytes of a column each leave.
"""

import pickle
import zlib
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from index.engines.whoosh.records import Stored
from index.engines.whoosh.schema import stored_fields

_PROTOCOL = 2

_AS_IT_IS = 0
"""The level of zlib. Compressing stored text takes a seventh of the time of a whole build, at any
level, to make an index a tenth smaller, most of which is arrays."""


def stored_column(passages: Iterable[Stored]) -> bytes:
    """Return the stored fields of all documents: pickles, wrapped by zlib, and their lengths."""
    rows = [
        zlib.compress(pickle.dumps(stored_fields(stored), _PROTOCOL), _AS_IT_IS)
        for stored in passages
    ]
    sizes = np.fromiter(map(len, rows), ">i4", len(rows))
    return b"".join((*rows, sizes.tobytes(), sizes.dtype.char.encode("ascii")))


def lengths_column(codes: NDArray[np.uint8]) -> bytes:
    """Return the lengths of a field: a byte a document, up to the last that is not empty."""
    return codes.tobytes().rstrip(b"\0")
