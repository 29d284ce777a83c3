"""What ingest remembers of a run."""

import json
from pathlib import Path

import pytest

from index.site import MenuGroup, OpeningHours, SiteFacts
from ingest.updating.ledger import NAME, Entry, Hashed, Ledger, read_ledger, write_ledger

SITE = SiteFacts(
    name="Example Clinic",
    phones=("555-010-0100",),
    hours=(OpeningHours("Mon", "8-5"),),
    menu=(MenuGroup("Conditions", ("Gout",)),),
)
LEDGER = Ledger(
    7,
    "abc",
    {
        "a.txt": Entry(SITE, None, ("line 3: odd",)),
        "b.txt": Entry(SITE, "Conditions", ()),
        "c.txt": Entry(SiteFacts(), None, ()),
    },
    {"a.txt": Hashed((120, 17 * 10**17, 18 * 10**17, 42), "0" * 64)},
)


def test_what_was_written_is_read(tmp_path: Path) -> None:
    """The same entries come back."""
    write_ledger(tmp_path, LEDGER)
    assert read_ledger(tmp_path) == LEDGER


def test_what_many_pages_state_is_written_once(tmp_path: Path) -> None:
    """A site's menu on thousands of pages costs its room once."""
    write_ledger(tmp_path, LEDGER)
    assert len(json.loads((tmp_path / NAME).read_bytes())["sites"]) == 2


@pytest.mark.parametrize("content", [None, b"", b"{}", b"[]", b'{"format": 0}', b"\xff\xfe"])
def test_without_a_whole_ledger_nothing_is_remembered(
    tmp_path: Path, content: bytes | None
) -> None:
    """Missing, empty, of another program or damaged: all pages are read again."""
    if content is not None:
        (tmp_path / NAME).write_bytes(content)
    assert read_ledger(tmp_path) is None


def test_a_ledger_whose_parts_do_not_fit_is_not_believed(tmp_path: Path) -> None:
    """An entry names a statement that is not there."""
    write_ledger(tmp_path, LEDGER)
    value = json.loads((tmp_path / NAME).read_bytes())
    (tmp_path / NAME).write_text(json.dumps({**value, "sites": []}), encoding="utf-8")
    assert read_ledger(tmp_path) is None
