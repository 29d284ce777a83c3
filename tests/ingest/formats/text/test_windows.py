"""What lines add up to around each line: the same as counted line by line."""

import re

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from ingest.formats.text.windows import MASS_REACHES, WINDOWS, write_windows

_SUMMED = ("prose", "furniture", "usual", "short", "bullets", "sentences", "tone")


@given(st.lists(st.integers(0, 30), min_size=1, max_size=60))
def test_a_window_sums_the_lines_beside_each(column: list[int]) -> None:
    """Above or below, as many lines as the name says, the line itself left out."""
    summed = np.array([[value + row for value in column] for row in range(7)], dtype=np.float32)
    rows = np.empty((len(WINDOWS), len(column)), dtype=np.float32)
    mass = write_windows(summed, rows)
    for row, name in zip(rows.tolist(), WINDOWS, strict=True):
        said = re.fullmatch(r"(\w+)_(above|below)_(\d+)", name)
        assert said is not None
        values, reach = summed[_SUMMED.index(said[1])].tolist(), int(said[3])
        for line, found in enumerate(row):
            above, below = values[max(line - reach, 0) : line], values[line + 1 : line + 1 + reach]
            assert found == sum(above if said[2] == "above" else below)
    for row, reach in zip(mass.tolist(), MASS_REACHES, strict=True):
        for line, found in enumerate(row):
            around = column[max(line - reach, 0) : line + 1 + reach]
            assert found == sum(around) - column[line]
