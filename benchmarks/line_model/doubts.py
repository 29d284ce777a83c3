"""Lines whose labels are to be doubted: they may be headings, and are marked as text.

A LabelledPage enters, flags leave. Pages write some of their headings as bold paragraphs, which the
labels count as text. Among blank lines they can be told from headings; on pages rewritten without
blank lines they would teach that a line right above its text is no heading, so that there they are
left out. For the training of the line model only.
"""

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from benchmarks.line_model.pages import LabelledPage
from ingest.formats.text.words import PROSE_WORDS

_WORDS = 8
"""Words up to which a line may be a heading."""

_TEXT_ENDS = ".,;!"


def doubtful(page: LabelledPage) -> NDArray[np.bool_]:
    """Flag short lines right above a list or text that are marked as text."""
    flags = np.zeros(len(page.lines), dtype=bool)
    for place, (line, below) in enumerate(pairwise(page.lines)):
        short = page.text.counts[place] <= _WORDS and line.text[-1:] not in _TEXT_ENDS
        opens = bool(below.marker) or page.text.counts[place + 1] >= PROSE_WORDS
        flags[place] = short and opens and not line.marker and not page.heading[place]
    return flags
