"""Counts of words: off unless wanted, of nobody in particular, and useful to staff."""

import json
import tomllib
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from index.library import LibraryReader
from portal.__main__ import main
from portal.app import create_app
from portal.missed import report
from portal.settings import Settings
from portal.tallies import Tallies, read_tallies

LEAST = 3


class Days:
    """Days that pass when a test says so."""

    def __init__(self) -> None:
        """Begin on a Wednesday."""
        self.now = datetime(2026, 11, 25, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        """Return the time."""
        return self.now


@pytest.fixture
def days() -> Days:
    """Return a calendar to turn."""
    return Days()


def tallies_in(folder: Path, days: Days) -> Tallies:
    """Return tallies kept for ten days."""
    return Tallies(folder, 10, LEAST, now=days)


def written(folder: Path) -> str:
    """Return all that is in the files of ``folder``."""
    return "".join(path.read_text() for path in folder.rglob("*") if path.is_file())


def test_nothing_is_counted_unless_wanted(clinic: Path, tmp_path: Path) -> None:
    """A portal as it comes has no tallies, and says so."""
    client = TestClient(create_app(Settings(library=clinic)))
    for _ in range(10):
        client.get("/search?q=insomnia")
    assert list(tmp_path.iterdir()) == []
    assert not any(
        "searched for" in one["what"] for one in client.get("/privacy.json").json()["kept"]
    )


def test_rare_words_are_never_written(tmp_path: Path, days: Days) -> None:
    """Neither while the process runs nor at the day's end."""
    tallies = tallies_in(tmp_path, days)
    for _ in range(LEAST):
        tallies.count(["pain"], ["sleeplessness"])
    for _ in range(LEAST - 1):
        tallies.count(["Smith"], ["Featherstonehaugh"])
    tallies.write()
    days.now += timedelta(days=1)
    tallies.count(["Smith"], ["Featherstonehaugh"])
    tallies.write()
    totals = read_tallies(tmp_path)
    assert dict(totals.found) == {"pain": LEAST}
    assert dict(totals.missed) == {"sleeplessness": LEAST}
    assert "mith" not in written(tmp_path)
    assert "eatherstone" not in written(tmp_path)


def test_numbers_are_never_counted(tmp_path: Path, days: Days) -> None:
    """They may be dates of birth, telephone or insurance numbers; nor are endless words."""
    tallies = tallies_in(tmp_path, days)
    for _ in range(LEAST):
        tallies.count([], ["1.2.1980", "555-010-7770", "AB123456C", "a" * 200, "of", "i"])
    tallies.write()
    assert list(tmp_path.iterdir()) == []


def test_words_asked_for_together_are_not_kept_together(tmp_path: Path, days: Days) -> None:
    """And the file does not tell the hour."""
    tallies = tallies_in(tmp_path, days)
    for _ in range(LEAST):
        tallies.count(["knee pain running"], [])
    tallies.write()
    (path,) = tmp_path.iterdir()
    assert path.name.startswith("2026-11-25-")
    assert json.loads(path.read_text()) == {
        "found": {"knee": LEAST, "pain": LEAST, "running": LEAST},
        "missed": {},
    }


def test_days_pass_and_counts_go(tmp_path: Path, days: Days) -> None:
    """After as many as were set; other files in the folder stay."""
    (tmp_path / "notes.txt").write_text("mine")
    for _ in range(12):
        tallies = tallies_in(tmp_path, days)
        for _ in range(LEAST):
            tallies.count(["pain"], [])
        tallies.write()
        days.now += timedelta(days=1)
    assert read_tallies(tmp_path).found["pain"] == 10 * LEAST
    assert (tmp_path / "notes.txt").read_text() == "mine"


def test_a_folder_that_cannot_be_written_harms_no_search(
    tmp_path: Path, days: Days, caplog: pytest.LogCaptureFixture
) -> None:
    """The log has a line without any word of a visitor."""
    (tmp_path / "file").write_text("")
    tallies = tallies_in(tmp_path / "file", days)
    tallies.count(["secretword"], [])
    tallies.write()
    assert "cannot be written" in caplog.text
    assert "secretword" not in caplog.text


def test_searches_are_counted_as_first_asked(clinic: Path, tmp_path: Path) -> None:
    """What was found and what was not; filtering is no new question."""
    settings = Settings(library=clinic, tallies=tmp_path, tally_least=LEAST)
    app = create_app(settings)
    client = TestClient(app)
    for _ in range(LEAST):
        client.get("/search?q=sleep+xylophonic")
        client.get("/search?q=sleep&aspect=causes")
    app.state.tallies.write()
    totals = read_tallies(tmp_path)
    assert dict(totals.found) == {"sleep": LEAST}
    assert dict(totals.missed) == {"xylophonic": LEAST}


def test_visitors_are_told_what_is_held_by_the_code_that_holds_it(
    clinic: Path, tmp_path: Path
) -> None:
    """With the threshold and the days that are set."""
    settings = Settings(library=clinic, tallies=tmp_path, tally_least=7, tally_days=14)
    client = TestClient(create_app(settings))
    page = client.get("/privacy").text
    assert "at least 7 times in a day" in page
    assert "14 days" in page
    assert "scrambled form of the network" in page
    without = TestClient(create_app(Settings(library=clinic, rate=0)))
    assert "scrambled" not in without.get("/privacy").text
    assert without.get("/privacy").headers["etag"] != client.get("/privacy").headers["etag"]


def test_staff_get_lines_for_their_vocabulary(clinic: Path, tmp_path: Path, days: Days) -> None:
    """Each missed word with the nearest names; what they paste is valid TOML."""
    tallies = tallies_in(tmp_path, days)
    for _ in range(LEAST):
        tallies.count(["pain"], ["fibromyalgy", "xylophonic"])
    tallies.write()
    lines = list(report(read_tallies(tmp_path), LibraryReader(clinic).current()))
    assert "       3  pain" in lines
    pasted = [line for line in lines if line.startswith("    ")]
    same = tomllib.loads("same = [\n" + "\n".join(pasted[-2:]) + "\n]")["same"]
    assert same == [["fibromyalgy", "fibromyalgia"]]
    assert any("# xylophonic: 3 times" in line for line in pasted)


def test_the_command_says_when_nothing_is_counted(
    clinic: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And how that is changed."""
    assert main(["words", "--library", str(clinic)]) == 0
    assert "PORTAL_TALLIES" in capsys.readouterr().out
