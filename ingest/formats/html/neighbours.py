"""What stands before and after a piece on the page, and under the same heading.

Pieces and their layout enter, named numbers leave. For `features` only.
"""

from collections.abc import Sequence

import numpy as np

from ingest.blocks import Heading
from ingest.formats.html.layout import Column, Layout, shares
from ingest.formats.html.pieces import Piece

_REACH = 6
"""Pieces before and after that count as a piece's neighbourhood."""

_LONG_PIECES = 40
"""Words a piece, over a neighbourhood, from which more tells nothing more."""

_CLOSING = frozenset({"says more", "says reply", "says subscribe", "says share", "says who wrote"})
_LATE = 0.6
"""Headings of such sections, and the share of the prose after which they end the content."""

_EDGE = 0.02
"""Share of the page's prose that may stand before its beginning or after its end: a slogan."""


def near(pieces: Sequence[Piece], layout: Layout) -> dict[str, Column]:
    """Return how much text, links and prose stand around and before each piece."""
    words = _sums([piece.words for piece in pieces])
    linked = _sums([piece.linked_words for piece in pieces])
    prose = _sums(layout.prose)
    places = np.arange(len(pieces))
    starts = np.maximum(places - _REACH, 0)
    ends = np.minimum(places + _REACH + 1, len(pieces))
    words_near = words[ends] - words[starts]
    edge = _EDGE * prose[-1]
    before, after = prose[:-1], prose[-1] - prose[1:]
    return {
        "linked near": shares(linked[ends] - linked[starts], words_near),
        "words near": np.minimum(1.0, words_near / (ends - starts) / _LONG_PIECES),
        "prose before": shares(before, np.full(len(pieces), prose[-1])),
        "before all prose": np.array(before < edge, dtype=np.float64),
        "after all prose": np.array(after < edge, dtype=np.float64),
    }


def _sums(values: Sequence[int]) -> Column:
    """Return what the values before each place sum up to, last the sum of all."""
    return np.cumsum([0, *values], dtype=np.float64)


def sections(pieces: Sequence[Piece], layout: Layout) -> list[dict[str, float]]:
    """Return what the heading over each piece says, and whether a closing one came before.

    Pieces of one section share one mapping.
    """
    found: list[dict[str, float]] = []
    section: dict[str, float] = {}
    closing = False
    prose = 0
    late = _LATE * layout.all_prose
    for piece, words, cues in zip(pieces, layout.prose, layout.said, strict=True):
        if isinstance(piece.block, Heading):
            closing = closing or (prose > late and not _CLOSING.isdisjoint(cues))
            section = {f"heading {cue}": 1.0 for cue in cues}
            if closing:
                section["after a closing heading"] = 1.0
        found.append(section)
        prose += words
    return found
