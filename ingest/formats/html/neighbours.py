"""What stands before and after a piece on the page, and under the same heading.

Pieces and their layout enter, named numbers leave. For `features` only.
"""

from collections.abc import Sequence
from itertools import accumulate

from ingest.blocks import Heading
from ingest.formats.html.layout import Layout, share
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


def neighbours(pieces: tuple[Piece, ...], layout: Layout) -> list[dict[str, float]]:
    """Return each piece's neighbourhood, in page order."""
    words = _sums([piece.words for piece in pieces])
    linked = _sums([piece.linked_words for piece in pieces])
    prose = _sums(layout.prose)
    edge = _EDGE * prose[-1]
    found: list[dict[str, float]] = []
    for number, section in enumerate(_sections(pieces, layout)):
        start, end = max(0, number - _REACH), min(len(pieces), number + _REACH + 1)
        near = words[end] - words[start]
        one = dict(section)
        one["linked near"] = share(linked[end] - linked[start], near)
        one["words near"] = min(1.0, near / (end - start) / _LONG_PIECES)
        one["prose before"] = share(prose[number], prose[-1])
        if prose[number] < edge:
            one["before all prose"] = 1.0
        if prose[-1] - prose[number + 1] < edge:
            one["after all prose"] = 1.0
        found.append(one)
    return found


def _sums(values: Sequence[int]) -> list[int]:
    return list(accumulate(values, initial=0))


def _sections(pieces: tuple[Piece, ...], layout: Layout) -> list[dict[str, float]]:
    """Return what the heading over each piece says, and whether a closing one came before."""
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
