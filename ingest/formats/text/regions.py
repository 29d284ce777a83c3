"""Opinions to decisions: the best reading of all lines of a page together.

Opinions enter, one Reading a line leaves. The page is a run of states (furniture before, headings
and body of the content, furniture after); the likeliest run is found by dynamic programming
(Viterbi, 1967), so that a line is never judged alone: a short line between paragraphs stays in,
a sentence in the footer stays out, bullets right below a heading go where the heading goes.
"""

from enum import IntEnum

import numpy as np

from ingest.formats.text.measures import Matrix
from ingest.formats.text.scoring import Opinions


class Reading(IntEnum):
    """What a line is on its page."""

    BEFORE = 0
    HEADING = 1
    BODY = 2
    AFTER = 3


_NEVER = -1e9
_CHANGES = {
    (Reading.BEFORE, Reading.BEFORE): 0.0,
    (Reading.BEFORE, Reading.HEADING): -3.0,
    (Reading.BEFORE, Reading.BODY): -5.0,
    (Reading.HEADING, Reading.HEADING): -0.7,
    (Reading.HEADING, Reading.BODY): 0.0,
    (Reading.HEADING, Reading.AFTER): -8.0,
    (Reading.BODY, Reading.HEADING): 0.0,
    (Reading.BODY, Reading.BODY): 0.0,
    (Reading.BODY, Reading.AFTER): -4.0,
    (Reading.AFTER, Reading.AFTER): 0.0,
}
"""Log-weights of one line's reading following another's; what is not listed does not occur. A
region is left for a reason only; a heading with nothing below it is none."""


_HEADING_SHARE = 0.1
"""How much a heading's own look says of its region: a heading is as short and bare as a menu entry,
so that what stands below it must decide."""


def decide(opinions: Opinions) -> tuple[Reading, ...]:
    """Return the likeliest reading of every line."""
    count = len(opinions.content)
    if not count:
        return ()
    inside = -np.logaddexp(0, -opinions.content)
    outside = -np.logaddexp(0, opinions.content)
    gains = np.stack(
        [
            outside,
            -np.logaddexp(0, -_HEADING_SHARE * opinions.content)
            - np.logaddexp(0, -opinions.heading),
            inside - np.logaddexp(0, opinions.heading),
            outside,
        ],
        axis=1,
    )
    return tuple(Reading(int(state)) for state in _best_path(gains))


def _best_path(gains: Matrix) -> list[int]:
    changes = np.full((len(Reading), len(Reading)), _NEVER)
    for (above, below), weight in _CHANGES.items():
        changes[above, below] = weight
    score = gains[0].astype(np.float64)
    score[Reading.AFTER] += changes[Reading.BODY, Reading.AFTER]
    backward = np.zeros(gains.shape, dtype=np.int8)
    for line in range(1, len(gains)):
        options = score[:, None] + changes
        backward[line] = options.argmax(axis=0)
        score = options.max(axis=0) + gains[line]
    score[Reading.HEADING] += changes[Reading.HEADING, Reading.AFTER]
    path = [int(score.argmax())]
    for line in range(len(gains) - 1, 0, -1):
        path.append(int(backward[line, path[-1]]))
    return path[::-1]
