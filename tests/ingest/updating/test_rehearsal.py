"""A dry run says which golden queries an update would lose, and changes nothing."""

from pathlib import Path

import pytest

from ingest.errors import QueriesError
from ingest.queries import load_queries
from tests.support.ingest import ingest, live, program
from tests.support.raw import SECTIONS, fill, put

QUERIES = """
[[query]]
text = "what does gout feel like"
accept = ["gout # Symptoms"]

[[query]]
text = "stretching for neck pain"
accept = ["neck-pain # Treatment"]

[[query]]
text = "unicorns"
accept = ["gout #"]
"""


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    """Return a raw folder with golden queries beside its pages."""
    raw = fill(tmp_path / "raw")
    (raw / "queries.toml").write_text(QUERIES, encoding="utf-8")
    return raw


def test_a_query_that_would_be_lost_is_named(tmp_path: Path, raw: Path) -> None:
    """With the section that it leads to now; the dry run's status is 1, the library as it was."""
    library = tmp_path / "library"
    program(raw, "--library", library)
    without = {heading: text for heading, text in SECTIONS.items() if heading != "Symptoms"}
    put(raw, "gout.html", "Gout", without)
    printed = program(raw, "--library", library, "--dry-run", "--report", tmp_path / "report.html")
    assert printed.status == 1
    assert (
        "GOLDEN QUERIES LOST by this update (1)\n"
        '  "what does gout feel like" would not lead to gout # Symptoms\n'
    ) in printed.out
    assert "1 of 3 golden queries would find their answer." in printed.out
    assert "Lost by this update (1)" in (tmp_path / "report.html").read_text(encoding="utf-8")
    assert live(library).info.number == 1


def test_a_first_update_wins_queries(tmp_path: Path, raw: Path) -> None:
    """Where there is no library yet, none can be lost."""
    report = ingest(raw, tmp_path / "library", dry_run=True)
    assert report.queries is not None
    assert report.queries.won == ("what does gout feel like", "stretching for neck pain")
    assert [query.text for query in report.queries.unanswered] == ["unicorns"]
    assert report.queries.lost == ()
    assert not (tmp_path / "library").exists()


def test_an_update_in_earnest_asks_nothing(tmp_path: Path, raw: Path) -> None:
    """The file is no page, and nobody waits for a rehearsal."""
    report = ingest(raw, tmp_path / "library")
    assert report.queries is None
    assert [left.source for left in report.skipped] == ["queries.toml"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("[[query]\n", "check the quotes and brackets"),
        ("query = 3", "write each query as a table of its own"),
        ('[[query]]\naccept = ["gout #"]', "query 1 has no text"),
        ('[[query]]\ntext = "gout"', "accepts nothing"),
        ('[[query]]\ntext = "gout"\naccept = ["gout"]', "write the page's slug"),
    ],
)
def test_a_mistake_in_the_file_is_told_with_the_fix(
    tmp_path: Path, content: str, told: str
) -> None:
    """The file and the place in it are named."""
    path = tmp_path / "queries.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(QueriesError, match=told) as caught:
        load_queries(path)
    assert str(caught.value).startswith("queries.toml: ")
