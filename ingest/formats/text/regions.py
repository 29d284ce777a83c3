"""Opinions to decisions: the best reading of all lines of a page together.

Opinions enter, one Reading a line leaves. The likeliest run of readings over the whole page is
found by dynamic programming (Viterbi, 1967), so that a line is never judged alone: a short line
between paragraphs stays in, a sentence in the footer stays out, bullets right below a heading go
where the heading goes. Pure; for the text format only.
"""

from collections.abc import Sequence
from enum import IntEnum

import numpy as np

from ingest.formats.text.lines import Line
from ingest.formats.text.measures import Matrix
from ingest.formats.text.model import Opinions


class Reading(IntEnum):
    """What a line is on its page."""

    FURNITURE = 0
    HEADING = 1
    BODY = 2


_CONTENT_LEAN = 0.3
"""Log-odds added for content: to lose a line of content is worse than to keep one of furniture;
the best of nine values for word F1 on pages that the model was not trained on lies there."""

_UNDERLINED = 6.0
"""Log-odds for a heading where the page underlines it: that is a statement, not a likelihood."""


def decide(lines: Sequence[Line], opinions: Opinions, changes: Matrix) -> tuple[Reading, ...]:
    """Return the likeliest reading of every line.

    Args:
        lines: The page's lines.
        opinions: What each looks like by itself.
        changes: Log-weight of one reading following another, (above, below).
    """
    if not lines:
        return ()
    stated = np.array([_UNDERLINED * bool(line.underline) for line in lines])
    content = opinions.content + _CONTENT_LEAN + stated
    heading = opinions.heading + stated
    inside = -np.logaddexp(0, -content)
    gains = np.stack(
        [
            -np.logaddexp(0, content),
            inside - np.logaddexp(0, -heading),
            inside - np.logaddexp(0, heading),
        ],
        axis=1,
    )
    return tuple(Reading(state) for state in _best_path(gains.tolist(), changes.tolist()))


def _best_path(gains: list[list[float]], changes: list[list[float]]) -> list[int]:
    """Return the run of states with the largest sum of gains and changes.

    Plain lists: with three states a line, arrays would cost ten times as much.
    """
    backward: list[list[int]] = []
    score = gains[0]
    (f_f, f_h, f_b), (h_f, h_h, h_b), (b_f, b_h, b_b) = changes
    for gain in gains[1:]:
        furniture, heading, body = score
        steps = (
            (furniture + f_f, heading + h_f, body + b_f),
            (furniture + f_h, heading + h_h, body + b_h),
            (furniture + f_b, heading + h_b, body + b_b),
        )
        highest = [max(options) for options in steps]
        backward.append([options.index(best) for options, best in zip(steps, highest, strict=True)])
        score = [best + own for best, own in zip(highest, gain, strict=True)]
    path = [score.index(max(score))]
    for step in reversed(backward):
        path.append(step[path[-1]])
    return path[::-1]
