"""What staff change in the vocabulary takes effect with the next run of ingest."""

from pathlib import Path

from index.query import Query
from tests.support.ingest import ingest, live
from tests.support.raw import fill


def test_synonyms_and_best_bets_take_effect_with_the_next_run(tmp_path: Path) -> None:
    """No page has changed, yet a new generation answers; a run without news writes none."""
    raw, library = fill(tmp_path / "raw"), tmp_path / "library"
    ingest(raw, library)
    assert live(library).search(Query("smart")).total == 0
    (raw / "vocabulary.toml").write_text(
        '[synonyms]\nsame = [["smart", "ache"]]\n[best_bets]\n"big toe" = "gout"\n',
        encoding="utf-8",
    )
    report = ingest(raw, library)
    assert (report.written, report.changed) == (True, ())
    assert live(library).search(Query("smart")).total == live(library).search(Query("ache")).total
    assert live(library).search(Query("big toe")).hits[0].page == "gout"
    assert not ingest(raw, library).written
    (raw / "vocabulary.toml").unlink()
    assert ingest(raw, library).written
    assert live(library).search(Query("smart")).total == 0


def test_abbreviations_that_pages_explain_find_what_they_stand_for(tmp_path: Path) -> None:
    """Nobody has to list them: the abbreviation finds texts that have the full name only."""
    raw, library = tmp_path / "raw", tmp_path / "library"
    fill(raw)
    page = raw / "neck-pain.html"
    titled = page.read_text(encoding="utf-8")
    text = titled.replace("This is a common", "Neck Pain (NP) is a common")
    page.write_text(text, encoding="utf-8")
    other = raw / "gout.html"
    other.write_text(
        other.read_text(encoding="utf-8").replace("dull ache", "dull ache, unlike neck pain,"),
        encoding="utf-8",
    )
    ingest(raw, library)
    assert "gout" in {hit.page for hit in live(library).search(Query("NP")).hits}
