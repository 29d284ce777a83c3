"""The evidence for and against each piece being content, as named numbers from 0 to 1.

Pieces enter, the page's Evidence leaves. `region` adds it up by its table of weights. For this
package and its training script.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter

import numpy as np

from ingest.blocks import Block, Bullet, Grid, Heading, Text
from ingest.formats.html.layout import Column, Layout, shares
from ingest.formats.html.neighbours import near, sections
from ingest.formats.html.pieces import Piece
from ingest.formats.html.surroundings import Surroundings

Features = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for and against each piece of a page.

    ``measured``: name -> its strength for each piece. ``signs``: several rows of a mapping for each
    piece, name -> strength; pieces that are alike share one, so that it need be weighed only once.
    What is left out has no strength.
    """

    measured: Mapping[str, Column]
    signs: Sequence[Sequence[Features]]

    def of_each(self) -> list[dict[str, float]]:
        """Return each piece's evidence as one mapping, in page order."""
        measured = [dict(zip(self.measured, row, strict=True)) for row in self._rows()]
        for row in self.signs:
            for one, signs in zip(measured, row, strict=True):
                one.update(signs)
        return measured

    def _rows(self) -> list[list[float]]:
        rows: list[list[float]] = np.stack(list(self.measured.values()), axis=1).tolist()
        return rows


_LONG_BITS = math.log2(1 + 64)
"""64 words, on the scale of lengths: a block so long is as long as surely prose need be."""

_KINDS: Mapping[type[Block], Features] = {
    Text: {"bias": 1.0},
    Heading: {"bias": 1.0, "is heading": 1.0},
    Bullet: {"bias": 1.0, "is bullet": 1.0},
    Grid: {"bias": 1.0, "is table": 1.0},
}

_SENTENCE = 6
"""Words from which a block can be a sentence."""

_LINKED = 0.9
"""Linked share from which a block is nothing but a link (a full stop or a count may stand by)."""

_ENDS_SENTENCE = (".", "!", "?", "。", "…")
_CLOSERS = "\"'”’)]"
"""What ends a sentence, and the signs that may close after it."""

_COMMON = (
    "the of and to a in is that for it with as are be this on or by from an was can have not you "
    "your at which may their they more but we our will has these if when also than such who"
)
_COMMON_WORDS = frozenset(_COMMON.split())
"""The commonest English words; sentences are full of them, menus are not."""


_FIRST_LETTER = itemgetter(0)


def features(pieces: Sequence[Piece], layout: Layout, title: int | None) -> Evidence:
    """Return the evidence for a page's pieces.

    ``layout`` is the page's; ``title`` the index of the title's heading, None if there is none.
    """
    surroundings = Surroundings(layout)
    places = surroundings.described()
    said = {cues: dict.fromkeys(cues, 1.0) for cues in set(layout.said)}
    measured = _look(pieces) | _wording(layout.texts) | near(pieces, layout)
    measured["share of prose around"] = surroundings.shares_of_prose([p.words for p in pieces])
    in_core = np.array(["in core" in place for place in places], dtype=np.float64)
    jumps = measured["linked within the page"]
    measured["linked within the page"] = jumps * in_core
    measured["linked within the page, outside core"] = jumps * (1.0 - in_core)
    if title is not None:
        measured["before the title"] = np.array(np.arange(len(pieces)) < title, dtype=np.float64)
    signs = (
        [_KINDS[type(piece.block)] for piece in pieces],
        [said[cues] for cues in layout.said],
        sections(pieces, layout),
        places,
    )
    return Evidence(measured, signs)


def _look(pieces: Sequence[Piece]) -> dict[str, Column]:
    """Return how long the blocks are and how they are set."""
    words, linked, jumps, bold = (
        np.array(
            [(piece.words, piece.linked_words, piece.jump_words, piece.bold) for piece in pieces],
            dtype=np.float64,
        )
        .reshape(-1, 4)
        .T
    )
    shares_linked = shares(linked, words)
    return {
        "length": np.minimum(1.0, np.log2(1.0 + words) / _LONG_BITS),
        "is bold": bold,
        "linked": shares_linked,
        "linked within the page": shares(jumps, words),
        "nothing but link": np.array(shares_linked > _LINKED, dtype=np.float64),
    }


def _wording(texts: Sequence[str]) -> dict[str, Column]:
    """Return what kinds of words and marks the blocks' texts are made of."""
    counts: list[tuple[int, int, int, bool, bool]] = []
    for text in texts:
        words = text.split()
        letters = "".join(map(_FIRST_LETTER, words))
        capitals = 0 if letters.islower() else sum(map(str.isupper, letters))
        common = len(_COMMON_WORDS.intersection(words))
        long = len(words) >= _SENTENCE
        ends = long and text.rstrip(_CLOSERS).endswith(_ENDS_SENTENCE)
        counts.append((len(words), capitals, common, ends, long and "," in text))
    words_of, capitals_of, common_of, ends_of, commas = (
        np.array(counts, dtype=np.float64).reshape(-1, 5).T
    )
    return {
        "capitals": shares(capitals_of, words_of),
        "common words": np.minimum(1.0, 2.0 * shares(common_of, words_of)),
        "sentence": ends_of,
        "comma": commas,
    }
