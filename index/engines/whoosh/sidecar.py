"""Plain arrays beside each Whoosh segment: what a search reads instead of Whoosh's postings.

Arrays enter and leave (`analysis` makes them); on disk each array is one file, which is mapped
into memory when the index is opened. A segment never changes, so neither does its sidecar; it is
derived, and made again wherever it is missing or of another version.
"""

from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

VERSION = 1
"""Part of every file's name; whoever changes what an array holds adds one."""


@dataclass(frozen=True, slots=True)
class Arrays:
    """One segment. Texts are UTF-8 bytes end to end; text ``i`` is ``[ends[i - 1]:ends[i]]``.

    Postings are sorted by term, then document, then field; term ``i`` has those of
    ``[posting_ends[i - 1]:posting_ends[i]]``. Documents are numbered as in the segment. A form is
    a word as it is written in texts, in lower case; ``form_terms`` gives the term it is a form of,
    ``form_counts`` in how many documents it stands. ``stems`` and ``words`` are all stems and all
    folded words of a document in a row, field after field.
    """

    terms: NDArray[np.uint8]
    term_ends: NDArray[np.int64]
    posting_ends: NDArray[np.int64]
    posting_documents: NDArray[np.uint32]
    posting_fields: NDArray[np.uint8]
    posting_counts: NDArray[np.uint16]
    lengths: NDArray[np.float32]
    forms: NDArray[np.uint8]
    form_ends: NDArray[np.int64]
    form_terms: NDArray[np.uint32]
    form_counts: NDArray[np.uint32]
    bodies: NDArray[np.uint8]
    body_ends: NDArray[np.int64]
    stems: NDArray[np.uint8]
    stem_ends: NDArray[np.int64]
    words: NDArray[np.uint8]
    word_ends: NDArray[np.int64]
    records: NDArray[np.uint8]
    record_ends: NDArray[np.int64]


def texts_in(data: NDArray[np.uint8], ends: NDArray[np.int64]) -> list[str]:
    """Return all texts of a run of bytes."""
    whole = data.tobytes()
    starts = [0, *ends[:-1].tolist()]
    return [whole[start:end].decode() for start, end in zip(starts, ends.tolist(), strict=False)]


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


def files(folder: Path) -> list[Path]:
    """Return the files of all sidecars in ``folder``, of whatever version."""
    return sorted(folder.glob("*.npy"))


def segment_of(path: Path) -> str:
    """Return the segment that the sidecar file at ``path`` belongs to."""
    return path.name.partition(".")[0]


def _mapped(path: Path) -> NDArray[Any]:
    array: NDArray[Any] = np.load(path, mmap_mode="r", allow_pickle=False)
    return array


def _path(folder: Path, segment: str, name: str) -> Path:
    return folder / f"{segment}.{name}.{VERSION}.npy"
