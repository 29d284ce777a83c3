"""What stands before and after a piece on the page, and under the same heading.

Pieces and their layout enter, named numbers leave. For `features` only.
"""

from itertools import accumulate, pairwise

from ingest.blocks import Heading
from ingest.formats.html.layout import Layout, share
from ingest.formats.html.pieces import Piece
from ingest.formats.html.wording import says

_REACH = 6
"""Pieces before and after that count as a piece's neighbourhood."""

_MUCH_PROSE = 300
_MUCH_UNDER_A_HEADING = 100
_LONG_PIECES = 40
"""Words of prose in a neighbourhood, words under a heading, and words a piece, from which more
tells nothing more."""

_EDGE = 0.02
"""Share of the page's prose that may stand before its beginning or after its end: a slogan."""


def neighbours(pieces: tuple[Piece, ...], layout: Layout) -> list[dict[str, float]]:
    """Return each piece's neighbourhood, in page order."""
    words = _sums([piece.words for piece in pieces])
    linked = _sums([piece.linked_words for piece in pieces])
    prose = _sums(list(layout.prose))
    distances = _distances(layout.prose)
    sections = _sections(pieces, layout)
    found: list[dict[str, float]] = []
    for number in range(len(pieces)):
        start, end = max(0, number - _REACH), min(len(pieces), number + _REACH + 1)
        near = words[end] - words[start]
        found.append(
            {
                "prose near": min(1.0, (prose[end] - prose[start]) / _MUCH_PROSE),
                "nearest prose": 1 / (1 + distances[number]),
                "linked near": share(linked[end] - linked[start], near),
                "words near": min(1.0, near / (end - start) / _LONG_PIECES),
                "before all prose": float(prose[number] < _EDGE * prose[-1]),
                "after all prose": float(prose[-1] - prose[number + 1] < _EDGE * prose[-1]),
                "prose before": share(prose[number], prose[-1]),
                **sections[number],
            }
        )
    return found


def _sums(values: list[int]) -> list[int]:
    return list(accumulate(values, initial=0))


def _distances(prose: tuple[int, ...]) -> list[int]:
    """Return, in pieces, how far each is from the nearest prose."""
    far = len(prose)
    forward = list(accumulate(prose, lambda d, here: 0 if here else d + 1, initial=far))[1:]
    backward = list(accumulate(prose[::-1], lambda d, here: 0 if here else d + 1, initial=far))[1:]
    return [min(pair) for pair in zip(forward, backward[::-1], strict=True)]


def _sections(pieces: tuple[Piece, ...], layout: Layout) -> list[dict[str, float]]:
    """Return what the run from each heading to the next holds, told to every piece of the run."""
    found: list[dict[str, float]] = []
    starts = [number for number, piece in enumerate(pieces) if isinstance(piece.block, Heading)]
    for start, end in pairwise([0, *starts, len(pieces)]):
        below = pieces[start + 1 : end]
        words = sum(piece.words for piece in below)
        section = {
            "words in section": min(1.0, words / _MUCH_UNDER_A_HEADING),
            "prose in section": min(1.0, sum(layout.prose[start:end]) / _MUCH_UNDER_A_HEADING),
            "linked section": share(sum(piece.linked_words for piece in below), words),
        }
        first = pieces[start].block if start < end else None
        if isinstance(first, Heading):
            section.update((f"heading {cue}", 1.0) for cue in says(first.text))
        found.extend([section] * (end - start))
    return found
