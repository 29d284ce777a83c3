"""What words say of a line: how often each stands in content, and in headings, of labelled pages.

A PageText enters, its lines' tones leave. Pure; imported by the evidence of the text format and
by the training of its model.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import repeat

import numpy as np
from numpy.typing import NDArray

from ingest.formats.text.words import Matrix, PageText

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
    openings: frozenset[str] = field(init=False)
    """The first words of the whole lines among them."""
    places: Mapping[str, int] = field(init=False)
    weights: NDArray[np.float64] = field(init=False)
    """Where in the rows of ``weights``, content and heading, a word has its two; 0 for others."""

    def __post_init__(self) -> None:
        """Note the openings, and lay the weights out so that one look-up a word finds both."""
        whole_lines = (key[1:-1] for key in self.heading if key.startswith("^") and key[-1] == "$")
        openings = frozenset(line.partition(" ")[0] for line in whole_lines)
        known = dict.fromkeys((*self.content, *self.heading))
        both = [[table.get(word, 0.0) for word in known] for table in (self.content, self.heading)]
        weights = np.array([[0.0, *row] for row in both])
        object.__setattr__(self, "openings", openings)
        object.__setattr__(self, "places", dict(zip(known, range(1, len(known) + 1), strict=True)))
        object.__setattr__(self, "weights", weights)


def keyed(words: Sequence[str]) -> list[str]:
    """Return lower-case words as the lexicon spells them: numbers alike."""
    return [NUMBER if word[0].isdigit() else word for word in words]


def whole(keys: Sequence[str]) -> str:
    """Return the heading lexicon's key of a whole line."""
    return f"^{' '.join(keys)}$"


def tones(page: PageText, lexicon: Lexicon) -> Matrix:
    """Return one row of TONES a line; a word that the lexicon does not know weighs nothing."""
    keys = keyed(page.lowered)
    counts = page.counts
    place_in_line = np.arange(len(page.words)) - np.repeat(page.starts[:-1], counts)
    known = np.fromiter(map(lexicon.places.get, keys, repeat(0)), dtype=np.intp, count=len(keys))
    content, heading = lexicon.weights[:, known]
    short = (counts > 0) & (counts <= SHORT_WORDS)
    return np.concatenate(
        [
            _spread(content, page, place_in_line < _LONGEST),
            _spread(heading, page, np.repeat(short, counts)),
            _in_place(page, keys, short, lexicon),
        ],
        axis=1,
    )


def _spread(weights: NDArray[np.float64], page: PageText, counted: NDArray[np.bool_]) -> Matrix:
    """Return mean, lowest and highest weight of each line's words, those not counted left out."""
    rows = np.zeros((len(page.lines), 3), dtype=np.float32)
    lines = page.word_lines[counted]
    if not len(lines):
        return rows
    values = weights[page.words[counted]]
    starts = np.flatnonzero(np.diff(lines, prepend=-1))
    present = lines[starts]
    rows[present, 0] = np.add.reduceat(values, starts) / np.diff([*starts, len(lines)])
    rows[present, 1] = np.minimum.reduceat(values, starts)
    rows[present, 2] = np.maximum.reduceat(values, starts)
    return rows


def _in_place(
    page: PageText, keys: Sequence[str], short: NDArray[np.bool_], lexicon: Lexicon
) -> Matrix:
    """Return the weights of the short lines' first words, last words and whole wordings."""
    rows = np.zeros((len(page.lines), 3), dtype=np.float32)
    lines = np.flatnonzero(short)
    if not len(lines):
        return rows
    weights = lexicon.heading
    starts, ends = page.starts[lines], page.starts[lines + 1]
    first = [keys[word] for word in page.words[starts].tolist()]
    last = [keys[word] for word in page.words[ends - 1].tolist()]
    rows[lines, 0] = [weights.get(f"^{key}", 0.0) for key in first]
    rows[lines, 1] = [weights.get(f"{key}$", 0.0) for key in last]
    for row in [row for row, key in enumerate(first) if key in lexicon.openings]:
        line = [keys[word] for word in page.words[starts[row] : ends[row]].tolist()]
        rows[lines[row], 2] = weights.get(whole(line), 0.0)
    return rows
