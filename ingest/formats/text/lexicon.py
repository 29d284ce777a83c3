"""What words say of a line: how often each stands in content, and in headings, of labelled pages.

The words of lines enter, their tones leave. Pure; imported by the evidence of the text format and
by the training of its model.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ingest.formats.text.measures import Matrix
from ingest.formats.text.words import Words

TONES = (
    "tone_mean",
    "tone_lowest",
    "tone_highest",
    "heading_tone_mean",
    "heading_tone_lowest",
    "heading_tone_highest",
    "heading_tone_first",
    "heading_tone_last",
    "heading_tone_whole",
)
"""Names of the tones, in the order of the columns."""

NUMBER = "#"
"""Stands for every word that begins with a digit."""

SHORT_WORDS = 25
"""Words up to which a line's words are weighed for headings: longer lines are no headings."""

_LONGEST = 60
"""Words of a line that are weighed: the first sentences speak for the rest."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Log-odds a word: ``content`` against furniture, ``heading`` against other short content.

    Keys of ``heading`` are words, and, with a mark, words in place: "^how" a first word,
    "overview$" a last one, "^side effects$" a whole line.
    """

    content: Mapping[str, float]
    heading: Mapping[str, float]


def keyed(words: Words) -> tuple[str, ...]:
    """Return the words as the lexicon spells them: lower case, numbers alike."""
    return tuple(NUMBER if word[0].isdigit() else word for word in words.lowered)


def whole(keys: Sequence[str]) -> str:
    """Return the heading lexicon's key of a whole line."""
    return f"^{' '.join(keys)}$"


def tones(words: Sequence[Words], lexicon: Lexicon) -> Matrix:
    """Return one row of TONES a line; a word that the lexicon does not know weighs nothing."""
    rows = [_row(keyed(found), lexicon) for found in words]
    return np.array(rows, dtype=np.float32).reshape(len(words), len(TONES))


def _row(keys: Sequence[str], lexicon: Lexicon) -> tuple[float, ...]:
    content = [lexicon.content.get(key, 0.0) for key in keys[:_LONGEST]] or [0.0]
    of_content = (sum(content) / len(content), min(content), max(content))
    if not 0 < len(keys) <= SHORT_WORDS:
        return (*of_content, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    heading = [lexicon.heading.get(key, 0.0) for key in keys]
    return (
        *of_content,
        sum(heading) / len(heading),
        min(heading),
        max(heading),
        lexicon.heading.get(f"^{keys[0]}", 0.0),
        lexicon.heading.get(f"{keys[-1]}$", 0.0),
        lexicon.heading.get(whole(keys), 0.0),
    )
