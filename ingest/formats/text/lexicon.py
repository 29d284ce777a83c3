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

Weights = NDArray[np.float64]

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
    starts, counts = page.starts[:-1], page.counts
    weights = np.ascontiguousarray(page.table.tell(lexicon.weigh, page.words).T)
    said = np.flatnonzero(counts)
    rows[:6, said] = _spread(weights, starts.take(said), counts.take(said))
    long = np.flatnonzero(counts > _LONGEST)
    if len(long):
        bounds = starts.take(long)[:, None] + (0, _LONGEST)
        padded = np.append(weights[:1], [[0.0]], axis=1)
        rows[:3, long] = _spread(padded, bounds.ravel(), _LONGEST)[:, ::2]
    rows[3:6, np.flatnonzero(counts > SHORT_WORDS)] = 0
    short = said.compress(counts.take(said) <= SHORT_WORDS)
    firsts = page.words.take(starts.take(short))
    rows[6, short], alone, opens = page.table.tell(lexicon.weigh_first, firsts).T
    lasts = page.words.take(page.starts.take(short + 1) - 1)
    rows[7, short], closes = page.table.tell(lexicon.weigh_last, lasts).T
    several = counts.take(short) > 1
    rows[8, short] = np.where(several, 0, alone)
    for place in short.compress(several & (opens > 0) & (closes > 0)).tolist():
        rows[8, place] = lexicon.heading.get(whole(keyed(page.words_of(place))), 0.0)


def _spread(weights: Weights, starts: Places, counts: Places | int) -> Weights:
    """Return mean, lowest and highest of each row of ``weights`` from each of ``starts`` on.

    ``counts`` says how many weights are between two of ``starts``.
    """
    spread = np.empty((len(weights), 3, len(starts)))
    if len(starts):
        for row, kind in enumerate((np.add, np.minimum, np.maximum)):
            kind.reduceat(weights, starts, axis=1, out=spread[:, row])
        spread[:, 0] /= counts
    return spread.reshape(3 * len(weights), len(starts))
