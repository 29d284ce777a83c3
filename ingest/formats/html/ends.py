"""Cards of other pages at the end of the content: headings that are links, and hardly a word below.

Pieces and the verdicts of `region` enter, the place where the content ends leaves. "Our surgeons",
"More treatments" and the like are made of headings, as the content is, and tell themselves apart
only by leading elsewhere. For this package only.
"""

from collections.abc import Sequence

from ingest.blocks import Grid, Heading
from ingest.formats.html.pieces import Piece
from ingest.formats.sentences import is_sentence

_FEWEST_CARDS = 2
"""Headings that are links; one alone may be the last part's, linked to more of it."""


def end_before_cards(pieces: Sequence[Piece], inside: Sequence[int]) -> int:
    """Return how many of the content's pieces stand before the cards that it ends with.

    ``inside`` are the indices of the content's pieces, in page order. Cards go with the heading
    that stands right above the first of them; without at least two there are none.
    """
    end = first = len(inside)
    cards = 0
    while end and not _is_text(pieces[inside[end - 1]]):
        end -= 1
        piece = pieces[inside[end]]
        if isinstance(piece.block, Heading):
            if not _leads_elsewhere(piece):
                break
            first = end
            cards += 1
    if cards < _FEWEST_CARDS:
        return len(inside)
    above = first - 1
    return above if above >= 0 and isinstance(pieces[inside[above]].block, Heading) else first


def _is_text(piece: Piece) -> bool:
    """Tell whether a piece says something of its own: a sentence, or a table."""
    return isinstance(piece.block, Grid) or (
        not isinstance(piece.block, Heading) and is_sentence(piece.block.text)
    )


def _leads_elsewhere(piece: Piece) -> bool:
    return piece.linked_words == piece.words > 0 and not piece.jump_words
