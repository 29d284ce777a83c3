"""Ingest killed before any one of its steps: the library is the old one or the new one, whole."""

from pathlib import Path

import pytest

from tests.faults.killing import ANYWHERE, WRITING, Killed, spread

KILLS = 6
"""Of each kind; `make faults` has 300 in all."""


@pytest.mark.parametrize("kind", [ANYWHERE, WRITING])
def test_killed_at_points_spread_over_the_run_the_library_is_whole(
    tmp_path: Path, kind: str
) -> None:
    """And the next run brings it up to date. First it is the old one, at last the new."""
    killed = Killed(tmp_path)
    killed.prepare()
    rounds = [killed.kill_at(kind, point) for point in spread(killed.points(kind), KILLS)]
    assert (rounds[0], rounds[-1]) == (1, 2)
    assert rounds == sorted(rounds)
