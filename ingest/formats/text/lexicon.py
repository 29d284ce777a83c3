"""What words say of a line: how often each stands in content, and in headings, of labelled pages.

A PageText enters, its lines' tones leave. Pure; imported by the evidence of the text format and
by the training of its model.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from ingest.formats.text.word_table import Places
from ingest.formats.text.words import PageText
from ingest.trees import Matrix

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
    closings: frozenset[str] = field(init=False)
    """The first and last words of the whole lines among them."""

    def __post_init__(self) -> None:
        """Note how whole lines begin and end."""
        whole_lines = [
            key[1:-1].split(" ") for key in self.heading if key.startswith("^") and key[-1] == "$"
        ]
        object.__setattr__(self, "openings", frozenset(line[0] for line in whole_lines))
        object.__setattr__(self, "closings", frozenset(line[-1] for line in whole_lines))

    def weigh(self, spelled: Sequence[str]) -> NDArray[np.float64]:
        """Return one row a word: its weights for content and for headings."""
        keys = keyed([*map(str.lower, spelled)])
        rows = [(self.content.get(key, 0.0), self.heading.get(key, 0.0)) for key in keys]
        return np.array(rows, dtype=np.float64).reshape(-1, 2)

    def weigh_first(self, spelled: Sequence[str]) -> NDArray[np.float64]:
        """Return one row a word: its weight as a heading's first word and as a whole line, and
        whether a whole line that is known begins with it."""
        keys, weight = keyed([*map(str.lower, spelled)]), self.heading.get
        rows = [
            (weight(f"^{key}", 0.0), weight(f"^{key}$", 0.0), key in self.openings) for key in keys
        ]
        return np.array(rows, dtype=np.float64).reshape(-1, 3)

    def weigh_last(self, spelled: Sequence[str]) -> NDArray[np.float64]:
        """Return one row a word: its weight as a heading's last word, and whether a whole line
        that is known ends with it."""
        keys = keyed([*map(str.lower, spelled)])
        rows = [(self.heading.get(f"{key}$", 0.0), key in self.closings) for key in keys]
        return np.array(rows, dtype=np.float64).reshape(-1, 2)


def keyed(words: Sequence[str]) -> list[str]:
    """Return lower-case words as the lexicon spells them: numbers alike."""
    return [NUMBER if word[0].isdigit() else word for word in words]


def whole(keys: Sequence[str]) -> str:
    """Return the heading lexicon's key of a whole line."""
    return f"^{' '.join(keys)}$"


def write_tones(page: PageText, lexicon: Lexicon, rows: Matrix) -> None:
    """Write the page's TONES to ``rows``, one column a line; a word that the lexicon does not know
    weighs nothing."""
    rows[:] = 0
    content, heading = page.table.column(lexicon.weigh)[page.words].T
    starts, counts = page.starts[:-1], page.counts
    said = counts > 0
    short = said & (counts <= SHORT_WORDS)
    long = counts > _LONGEST
    rows[:3, said] = _spread(content, starts[said], counts[said])
    rows[:3, long] = _spread_first(content, starts[long])
    rows[3:6, said] = _spread(heading, starts[said], counts[said])
    rows[3:6, ~short] = 0
    beginnings, ends = page.words[starts[short]], page.words[starts[short] + counts[short] - 1]
    rows[6, short], alone, opens = page.table.column(lexicon.weigh_first)[beginnings].T
    rows[7, short], closes = page.table.column(lexicon.weigh_last)[ends].T
    several = counts[short] > 1
    rows[8, short] = np.where(several, 0, alone)
    for place in np.flatnonzero(short)[several & (opens > 0) & (closes > 0)].tolist():
        rows[8, place] = lexicon.heading.get(whole(keyed(page.words_of(place))), 0.0)


def _spread(
    weights: NDArray[np.float64], starts: Places, counts: Places | int
) -> NDArray[np.float64]:
    """Return mean, lowest and highest of the weights from each of ``starts`` to the next.

    ``counts`` says how many these are.
    """
    if not len(starts):
        return np.zeros((3, 0))
    spread = np.empty((3, len(starts)))
    np.add.reduceat(weights, starts, out=spread[0])
    spread[0] /= counts
    np.minimum.reduceat(weights, starts, out=spread[1])
    np.maximum.reduceat(weights, starts, out=spread[2])
    return spread


def _spread_first(weights: NDArray[np.float64], starts: Places) -> NDArray[np.float64]:
    """Return the same of the first _LONGEST weights alone."""
    bounds = np.stack([starts, starts + _LONGEST], axis=1).ravel()
    return _spread(np.append(weights, 0.0), bounds, _LONGEST)[:, ::2]
