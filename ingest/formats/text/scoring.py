"""Evidence to opinions: how much each line looks like content, and like a heading.

Evidence enters, Opinions leave as log-odds; the page as a whole is decided in `regions`. Pure.
"""

from dataclasses import dataclass

import numpy as np

from ingest.formats.text.evidence import Evidence
from ingest.formats.text.measures import Matrix

_SENTENCE, _PROSE, _LONG = 5, 12, 20
"""Words of the shortest sentence, of a line of prose, and beyond any heading."""

_OFTEN = 2


@dataclass(frozen=True, slots=True)
class Opinions:
    """Log-odds a line: ``content`` against furniture, ``heading`` against other content."""

    content: Matrix
    heading: Matrix


def judge(evidence: Evidence) -> Opinions:
    """Weigh the evidence by hand-set weights."""
    see = evidence.column
    words, ends = see("words"), see("ends_sentence") + see("ends_question") + see("ends_colon")
    bullet = see("glyph") + see("number")
    sentence = (ends > 0) & (words >= _SENTENCE)
    near = see("prose_above_8") + see("prose_below_8")
    around = see("sentences_5") / 10
    content = (
        -1.5
        + 2.0 * sentence
        + 1.0 * (words >= _PROSE)
        + 1.0 * (bullet * (see("ends_colon") > 0))
        + 3.0 * around
        + 0.6 * np.log1p(near) / np.log(10)
        - 1.2 * np.minimum(see("furniture_words"), 3) * (words < _PROSE)
        - 3.0 * see("statement")
        - 1.5 * see("contact")
        - 1.0 * (see("short_15") / 30)
        - 0.8 * (see("repeats") > _OFTEN)
    )
    below = see("words@+1")
    heading = (
        -3.0
        + 1.5 * (words <= _PROSE)
        - 4.0 * (words > _LONG)
        - 3.0 * see("ends_sentence")
        - 3.0 * see("ends_comma")
        + 0.5 * see("ends_question")
        - 1.0 * see("ends_colon")
        - 4.0 * see("glyph")
        - 1.0 * see("number")
        + 1.5 * (see("gap_above") > 0)
        + 1.5 * (see("gap_above@+1") > 0)
        + 1.0 * ((below > words) | (see("glyph@+1") > 0))
        + 1.0 * see("capitalised")
        + 8.0 * see("underlined")
        - 3.0 * see("starts_lower")
        - 1.5 * (see("contact") > 0)
    )
    return Opinions(content.astype(np.float32), heading.astype(np.float32))
