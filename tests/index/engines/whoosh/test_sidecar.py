"""The arrays beside a segment: derived, and made anew where they are not there."""

import logging
from pathlib import Path

import numpy as np
import pytest

from index.engines.whoosh import sidecar
from index.engines.whoosh.searching import WhooshSearcher
from index.engines.whoosh.version import VERSION
from index.errors import LibraryDamagedError
from index.query import Query
from tests.index.engines.whoosh.indexes import write
from tests.support.pages import many_pages

TEXTS = ("", "syndrome", "overview of prognosis", '"of the"')


def answers(folder: Path) -> list[object]:
    """Return what an index answers to a few queries."""
    searcher = WhooshSearcher(folder)
    found = [searcher.search(Query(text, page_size=50)) for text in TEXTS]
    searcher.close()
    return list(found)


def test_without_its_arrays_an_index_answers_the_same(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """What is missing is derived from what Whoosh keeps, and the log says so."""
    folder = write(tmp_path / "index", many_pages(5, words=30))
    expected = answers(folder)
    for path in folder.glob("*.npy"):
        path.unlink()
    with caplog.at_level(logging.WARNING):
        assert answers(folder) == expected
    assert "has no sidecar" in caplog.text


def test_arrays_of_another_version_are_not_read(tmp_path: Path) -> None:
    """A program that keeps other arrays makes its own."""
    folder = write(tmp_path / "index", many_pages(5, words=30))
    expected = answers(folder)
    for path in folder.glob("*.npy"):
        path.rename(path.with_name(path.name.replace(f".{VERSION}.", ".0.")))
    assert answers(folder) == expected


def test_a_damaged_array_is_a_damaged_index(tmp_path: Path) -> None:
    """A file cut short is found out when the index is opened, in our own words."""
    folder = write(tmp_path / "index", many_pages(5, words=30))
    path = next(folder.glob("*.tokens.*.npy"))
    path.write_bytes(path.read_bytes()[:200])
    with pytest.raises(LibraryDamagedError, match="index"):
        WhooshSearcher(folder)


def test_a_loaded_array_is_what_was_saved(tmp_path: Path) -> None:
    """Every array comes back as it was, without being read into memory."""
    folder = write(tmp_path / "index", many_pages(5, words=30))
    name = next(folder.glob("*.tokens.*.npy")).name.partition(".")[0]
    loaded = sidecar.load(folder, name)
    assert loaded is not None
    assert isinstance(loaded.tokens.base, np.memmap)
    sidecar.save(loaded, tmp_path, "copy")
    again = sidecar.load(tmp_path, "copy")
    assert again is not None
    assert (again.tokens == loaded.tokens).all()
