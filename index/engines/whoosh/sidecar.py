"""Plain arrays beside each Whoosh segment: what a search reads instead of Whoosh's postings.

Arrays enter and leave (`analysis` makes them); on disk each array is one file, which is mapped
into memory when the index is opened. A segment never changes, so neither does its sidecar; it is
derived, and made again wherever it is missing or of another version.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from whoosh.util.numeric import byte_to_length

from index.engines.whoosh.version import SUFFIX, VERSION


@dataclass(frozen=True, slots=True)
class Arrays:
    """One segment. Documents are numbered as in the segment; field ``f`` is the f-th of FIELDS.

    Texts are UTF-8 bytes end to end: text ``i`` is ``[ends[i - 1]:ends[i]]``. So are the rows of
    terms: those of term ``i`` are ``[term_ends[i - 1]:term_ends[i]]``.

    ``terms`` are stems, in order, ``surfaces`` folded words; ``surface_terms`` gives the term of
    each, and ``surface_documents`` up to ``surface_ends`` where it stands. Surface 0 is no word but
    the end of a line or field (term -1).

    ``tokens`` are the surfaces of all words in a row, document after document, field after field,
    up to ``token_ends``, of which there is one a field. ``starts`` and ``widths`` tell where in
    its field's text a word stands, in characters.

    Postings are sorted by term, then document: ``posting_counts`` has a column a field.
    ``positions`` are places in ``tokens``, sorted by term, then place. ``lengths`` counts the words
    of each field.

    The passages of a page stand side by side, up to ``page_ends``; ``pages`` are the slugs and
    ``titles`` the titles of them. Passages side by side that have the same names on the same page
    are up to the same of ``name_ends``.

    ``facet_values`` are values and their labels in turn, each pair once; those of facet ``f`` are
    the pairs up to ``facet_value_ends[f]``. Document ``facet_documents[i]`` has the pair
    ``facet_held[i]``: sorted by facet, then document, those of facet ``f`` up to ``facet_ends[f]``.
    """

    terms: NDArray[np.uint8]
    term_text_ends: NDArray[np.int64]
    surfaces: NDArray[np.uint8]
    surface_text_ends: NDArray[np.int64]
    surface_terms: NDArray[np.int32]
    surface_ends: NDArray[np.int64]
    surface_documents: NDArray[np.int32]
    tokens: NDArray[np.int32]
    token_ends: NDArray[np.int64]
    starts: NDArray[np.int32]
    widths: NDArray[np.uint16]
    posting_ends: NDArray[np.int64]
    posting_documents: NDArray[np.int32]
    posting_counts: NDArray[np.uint16]
    position_ends: NDArray[np.int64]
    positions: NDArray[np.int32]
    lengths: NDArray[np.int32]
    bodies: NDArray[np.uint8]
    body_ends: NDArray[np.int64]
    records: NDArray[np.uint8]
    record_ends: NDArray[np.int64]
    pages: NDArray[np.uint8]
    page_text_ends: NDArray[np.int64]
    titles: NDArray[np.uint8]
    title_ends: NDArray[np.int64]
    page_ends: NDArray[np.int64]
    name_ends: NDArray[np.int64]
    facet_values: NDArray[np.uint8]
    facet_value_text_ends: NDArray[np.int64]
    facet_value_ends: NDArray[np.int64]
    facet_documents: NDArray[np.int32]
    facet_held: NDArray[np.int32]
    facet_ends: NDArray[np.int64]


_LENGTHS: NDArray[np.float32] = np.array(
    [byte_to_length(code) for code in range(256)], dtype=np.float32
)
"""The lengths that Whoosh can tell from each other, by their codes of a byte each.

They are exact up to about a hundred; the longest is about 106,000.
"""


def length_codes(lengths: NDArray[np.int32]) -> NDArray[np.uint8]:
    """Return the byte that Whoosh keeps of each length in words: that of the next it can tell."""
    codes = np.minimum(np.searchsorted(_LENGTHS, lengths), len(_LENGTHS) - 1)
    return codes.astype(np.uint8)


def kept_lengths(lengths: NDArray[np.int32]) -> NDArray[np.float32]:
    """Return lengths in words as Whoosh keeps them."""
    return _LENGTHS[length_codes(lengths)]


def join_texts(texts: Sequence[bytes]) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    """Return texts end to end, and where each ends."""
    return (
        np.frombuffer(b"".join(texts), dtype=np.uint8),
        np.cumsum([len(text) for text in texts], dtype=np.int64),
    )


def texts_in(data: NDArray[np.uint8], ends: NDArray[np.int64]) -> list[bytes]:
    """Return all texts of a run of bytes."""
    whole = data.tobytes()
    places = ends.tolist()
    return [whole[start:end] for start, end in zip([0, *places], places, strict=False)]


def save(arrays: Arrays, folder: Path, segment: str) -> None:
    """Write the sidecar of ``segment`` into ``folder``."""
    for array in fields(arrays):
        np.save(_path(folder, segment, array.name), getattr(arrays, array.name))


def load(folder: Path, segment: str) -> Arrays | None:
    """Map the sidecar of ``segment`` into memory; None where it is missing or of another version.

    Raises:
        ValueError, OSError: a file of it is damaged.
    """
    paths = {array.name: _path(folder, segment, array.name) for array in fields(Arrays)}
    if not all(path.exists() for path in paths.values()):
        return None
    return Arrays(**{name: _mapped(path) for name, path in paths.items()})


def _mapped(path: Path) -> NDArray[Any]:
    mapped = np.load(path, mmap_mode="r", allow_pickle=False)
    # As a plain array: each slice of numpy's own class for mapped files costs a microsecond more.
    array: NDArray[Any] = mapped.view(np.ndarray)
    return array


def _path(folder: Path, segment: str, name: str) -> Path:
    return folder / f"{segment}.{name}.{VERSION}{SUFFIX}"
