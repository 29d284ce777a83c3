"""Staff run ingest while visitors read: every answer is from one whole library, old or new."""

from pathlib import Path

from tests.faults.load import reingest_under_load

ROUNDS = 4
"""`make faults` does a hundred."""


def test_every_answer_is_from_one_whole_library(tmp_path: Path) -> None:
    """A search names one round in all its hits, no request fails, and each round is served."""
    seen = reingest_under_load(tmp_path, ROUNDS)
    assert seen.faults == []
    assert seen.rounds == set(range(1, ROUNDS + 2))
    assert seen.answers > ROUNDS
