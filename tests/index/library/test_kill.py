"""A writer killed without warning, at any moment, leaves the live generation served and whole."""

import random
from pathlib import Path

import pytest

from tests.index.library.kill import LONGEST_DELAY, kill_once

KILLS = 6
"""Kills a library; with the seeds below a dozen in all. The long form is in `kill`."""


@pytest.mark.parametrize("seed", [1, 2])
def test_a_killed_writer_harms_nothing(folder: Path, seed: int) -> None:
    """Every file is as written, all pages are of one update, and no update said done is lost.

    The next writer takes the lock and goes on from there, over and over.
    """
    chance = random.Random(seed)  # noqa: S311  # repeatable moments, nothing secret
    rounds = 0
    for _ in range(KILLS):
        outcome = kill_once(folder, rounds, chance.uniform(0, LONGEST_DELAY))
        assert outcome.found > rounds
        rounds = outcome.found
