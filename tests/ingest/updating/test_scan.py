"""Which files of the raw folder are pages."""

import os
from pathlib import Path

import pytest

from ingest.decode import MAXIMUM_BYTES
from ingest.errors import RawFolderError
from ingest.updating.scan import Refused, Scan, scan
from tests.support.raw import fill, put


def reason_for(source: str, found: Scan) -> str:
    """Return why ``source`` was skipped or refused."""
    reasons = {left.source: left.reason for left in found.skipped}
    reasons |= {left.source: left.reason for left in found.refused}
    return reasons[source]


def test_pages_are_found_in_the_order_of_their_paths(tmp_path: Path) -> None:
    """Folders within the folder too, on every machine in the same order."""
    for name in ("b.txt", "a/z.md", "a-b.html", "a/b/c.TXT"):
        put(tmp_path, name, "Gout")
    assert [file.source for file in scan(tmp_path).files] == [
        "a-b.html",
        "a/b/c.TXT",
        "a/z.md",
        "b.txt",
    ]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        (".DS_Store", "hidden"),
        ("vocabulary.toml", "the vocabulary"),
        ("README.md", "notes about the folder"),
        ("notes/readme.txt", "notes about the folder"),
        ("letter.odt", "files ending in .odt are not read; save it as one of "),
        ("page", "files without an ending are not read"),
    ],
)
def test_what_is_no_page_is_skipped_with_the_reason(tmp_path: Path, name: str, reason: str) -> None:
    """Nothing is left out in silence."""
    fill(tmp_path)
    put(tmp_path, name, "Gout")
    found = scan(tmp_path)
    assert len(found.files) == 3
    assert reason_for(name, found).startswith(reason)


def test_a_hidden_folder_is_one_line(tmp_path: Path) -> None:
    """What lies in it is not listed."""
    fill(tmp_path)
    put(tmp_path, ".git/a.txt", "Gout")
    assert [left.source for left in scan(tmp_path).skipped] == [".git"]


def test_links_are_followed_only_to_files_of_the_folder(tmp_path: Path) -> None:
    """A link must not bring a file of the machine into the portal."""
    raw = fill(tmp_path / "raw")
    secret = put(tmp_path, "secret.txt", "Secret")
    (raw / "outside.txt").symlink_to(secret)
    (raw / "outside").symlink_to(tmp_path)
    (raw / "inside.txt").symlink_to(raw / "gout.html")
    (raw / "circle.txt").symlink_to(raw / "circle.txt")
    (raw / "above").symlink_to(raw)
    found = scan(raw)
    assert "inside.txt" in [file.source for file in found.files]
    assert reason_for("outside.txt", found).startswith("a link that leads out of the folder")
    assert reason_for("outside", found).startswith("a link that leads out of the folder")
    assert reason_for("circle.txt", found) == "a link that leads nowhere"
    assert reason_for("above", found).startswith("a link to a folder")


def test_a_pipe_is_never_opened(tmp_path: Path) -> None:
    """Reading it would wait for ever."""
    fill(tmp_path)
    os.mkfifo(tmp_path / "pipe.txt")
    assert reason_for("pipe.txt", scan(tmp_path)) == "not a file with content"


def test_a_file_that_is_too_big_is_refused_by_its_size(tmp_path: Path) -> None:
    """It is not opened to find out."""
    fill(tmp_path)
    with (tmp_path / "big.txt").open("wb") as stream:
        stream.truncate(2 * MAXIMUM_BYTES)
    assert scan(tmp_path).refused == (
        Refused("big.txt", "20 MB is more than a page can be (10 MB); is it the right file?"),
    )


def test_a_name_that_cannot_be_shown_is_refused(tmp_path: Path) -> None:
    """Bytes that are no text, or a line end, would break reports and addresses."""
    fill(tmp_path)
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_text("x", encoding="utf-8")
    (tmp_path / "two\nlines.txt").write_text("x", encoding="utf-8")
    refused = scan(tmp_path).refused
    assert [left.source for left in refused] == ["caf\\udce9.txt", "two\\nlines.txt"]
    assert all("rename it" in left.reason for left in refused)


@pytest.mark.parametrize("kind", ["missing", "file", "empty", "only notes"])
def test_a_folder_without_pages_is_an_error(tmp_path: Path, kind: str) -> None:
    """Missing, a file, empty, or with nothing but what is no page."""
    raw = tmp_path / "raw"
    if kind == "file":
        raw.write_text("text", encoding="utf-8")
    elif kind != "missing":
        raw.mkdir()
    if kind == "only notes":
        put(raw, "README.md", "Notes")
    with pytest.raises(RawFolderError, match=str(raw)):
        scan(raw)
