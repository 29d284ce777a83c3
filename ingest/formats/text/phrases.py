"""Phrases that stand in the lines of a page.

A PageText enters, a count a line leaves. Pure; imported by the measures of the text format.
"""

import numpy as np

from ingest.formats.text.signs import ALONE, Phrases
from ingest.formats.text.word_table import Places
from ingest.formats.text.words import PageText


def count_phrases(page: PageText, phrases: Phrases, opens: int, goes_on: int) -> Places:
    """Count the ``phrases`` (the rest of each by its first word) in each line.

    Words with the sign ``opens`` may begin one: where they are ALONE one, or where a word with the
    sign ``goes_on`` stands next.
    """
    signs = page.signs
    follows = np.zeros(len(signs), dtype=bool)
    follows[:-1] = signs[1:] & goes_on > 0
    counts = np.zeros(len(page), dtype=np.intp)
    for place in np.flatnonzero((signs & opens > 0) & (follows | (signs & ALONE > 0))).tolist():
        line = page.word_lines[place]
        first, *rest = page.words_between(place, page.starts[line + 1])
        counts[line] += sum(tuple(rest[: len(more)]) == more for more in phrases[first])
    return counts
