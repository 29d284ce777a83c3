"""A library that another version of the program has written: one line says so, ingest mends it."""

import json
import re
from pathlib import Path

import pytest

from index.errors import LibraryOutdatedError
from index.library import LibraryReader
from index.storage.manifest import SCHEMA
from tests.faults.rounds import library_of, round_of
from tests.support.ingest import program


def test_an_older_library_is_refused_with_the_command_that_mends_it(tmp_path: Path) -> None:
    """The portal and `--check` name it in one line; the command builds a whole one again."""
    raw, library = tmp_path / "raw", tmp_path / "library"
    library_of(raw, library, 1)
    manifest = library / "generation-000001" / "manifest.json"
    head, _, body = manifest.read_bytes().partition(b"\n")
    older = json.dumps({**json.loads(head), "library": SCHEMA - 1}).encode()
    manifest.write_bytes(older + b"\n" + body)
    with pytest.raises(LibraryOutdatedError) as caught:
        LibraryReader(library).current()
    checked = program("--check", "--library", library)
    assert checked.status == 1
    for said in (str(caught.value), checked.err.strip()):
        assert re.search(
            rf"format {SCHEMA - 1}, .*; run: python -m ingest raw/ --library .*$", said
        )
        assert "\n" not in said
    done = program(raw, "--library", library)
    assert done.status == 0
    assert f"format {SCHEMA - 1}" in done.out
    assert round_of(library) == 1
