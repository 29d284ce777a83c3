"""A file that looks as it did is not opened again; a changed one always is."""

import os
import time
from pathlib import Path

from ingest.updating.ledger import read_ledger
from tests.support.ingest import ingest
from tests.support.raw import fill, raw_page

RESTED = 2.1
"""Seconds after which a file's looks vouch for its content."""


def test_only_files_that_have_rested_are_relied_on(tmp_path: Path) -> None:
    """A second change in the same tick of the disk's clock would not show."""
    raw, library = fill(tmp_path / "raw"), tmp_path / "library"
    ingest(raw, library)
    fresh = read_ledger(library)
    assert fresh is not None
    assert fresh.hashes == {}
    time.sleep(RESTED)
    ingest(raw, library)
    rested = read_ledger(library)
    assert rested is not None
    assert sorted(rested.hashes) == ["gout.html", "neck-pain.html", "tennis-elbow.html"]


def test_a_change_of_the_same_length_with_the_old_time_is_seen(tmp_path: Path) -> None:
    """Copying programs put the time of a file back; the time of that cannot be put back."""
    raw, library = fill(tmp_path / "raw"), tmp_path / "library"
    time.sleep(RESTED)
    ingest(raw, library)
    path = raw / "gout.html"
    before = path.stat()
    path.write_text(raw_page("Gout").replace("a common complaint", "a comman complaint"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size
    assert [changed.page.source for changed in ingest(raw, library).changed] == ["gout.html"]
