"""What the lines above and below each line add up to, within some lines of it.

Rows of values enter, sums over windows leave. Pure; imported by the surroundings of the text
format.
"""

from itertools import chain

import numpy as np

from ingest.trees import Matrix

_REACHES = {
    "prose": (4, 8, 20),
    "furniture": (5, 15),
    "usual": (5, 15),
    "short": (5, 15),
    "bullets": (5, 15),
    "sentences": (5, 15),
    "tone": (3, 10),
}
"""Lines summed up on either side. Words in long lines within 8 to 20 lines told content from
furniture best of all single cues on 360 labelled pages."""

MASS_REACHES = (15, 40)
"""Lines to either side whose prose is compared with the page's thickest: notices are thin."""

WINDOWS = tuple(
    f"{name}_{side}_{reach}"
    for name, reaches in _REACHES.items()
    for reach in reaches
    for side in ("above", "below")
)
"""Names of the sums, in the order of the rows."""

_PADDING = max(*MASS_REACHES, *chain.from_iterable(_REACHES.values()))
"""Lines added at both ends of a page, so that no window reaches beyond."""

_SPANS = (
    *(
        (row, above, below)
        for row, reaches in enumerate(_REACHES.values())
        for reach in reaches
        for above, below in ((reach, 0), (0, reach))
    ),
    *((0, reach, reach) for reach in MASS_REACHES),
)
"""Of each sum the row that it is of, and how many lines above and below it takes in."""

_ROWS = np.array([row for row, _, _ in _SPANS])
_STARTS = np.array([_PADDING - above for _, above, _ in _SPANS])
_ENDS = np.array([_PADDING + below + 1 for _, _, below in _SPANS])


def write_windows(summed: Matrix, rows: Matrix) -> Matrix:
    """Write the WINDOWS to ``rows``: sums of the rows of ``summed``, the line itself left out.

    Returns the sums of the first row, prose, over the MASS_REACHES to both sides of each line.
    """
    count = summed.shape[1]
    sums = np.zeros((len(summed), count + 1 + 2 * _PADDING), dtype=np.float32)
    np.cumsum(summed, axis=1, out=sums[:, _PADDING + 1 : -_PADDING])
    sums[:, -_PADDING:] = sums[:, -_PADDING - 1, None]
    shape, strides = (len(sums), 2 * _PADDING + 2, count), (*sums.strides, sums.itemsize)
    shifted = np.ndarray(shape, sums.dtype, sums, strides=strides)  # by the lines shifted by
    windows: Matrix = shifted[_ROWS, _ENDS]
    windows -= shifted[_ROWS, _STARTS]
    windows -= summed[_ROWS]
    rows[:] = windows[: len(WINDOWS)]
    return windows[len(WINDOWS) :]
