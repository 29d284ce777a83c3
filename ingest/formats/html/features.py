"""The evidence for and against each piece being content, as named numbers from 0 to 1.

Pieces enter, one mapping a piece leaves: name -> strength. `region` adds them up by its table of
weights. For this package and its training script.
"""

import math

from ingest.blocks import Bullet, Grid, Heading
from ingest.formats.html.layout import Layout, share, text_of
from ingest.formats.html.neighbours import neighbours
from ingest.formats.html.pieces import Piece
from ingest.formats.html.surroundings import Surroundings

Features = dict[str, float]

_LONG_BITS = math.log2(1 + 64)
"""64 words, on the scale of lengths: a block so long is as long as surely prose need be."""

_KINDS = {Heading: "is heading", Bullet: "is bullet", Grid: "is table"}

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


def features(pieces: tuple[Piece, ...], layout: Layout, title: int | None) -> list[Features]:
    """Return each piece's evidence, in page order; what has no strength is left out.

    ``layout`` is the page's; ``title`` the index of the title's heading, None if there is none.
    """
    surroundings = Surroundings(layout)
    found: list[Features] = []
    for number, (piece, around) in enumerate(zip(pieces, neighbours(pieces, layout), strict=True)):
        one = _own(piece, layout.said[number])
        surroundings.describe(number, piece.words, one)
        one.update(around)
        if "in core" not in one and "linked within the page" in one:
            one["linked within the page, outside core"] = one.pop("linked within the page")
        if title is not None and number < title:
            one["before the title"] = 1.0
        found.append(one)
    return found


def _own(piece: Piece, said: frozenset[str]) -> Features:
    """Return what the block itself looks like and, in ``said``, says."""
    text = text_of(piece)
    words = text.split()
    found = dict.fromkeys(said, 1.0)
    found["bias"] = 1.0
    if type(piece.block) in _KINDS:
        found[_KINDS[type(piece.block)]] = 1.0
    found["length"] = min(1.0, math.log2(1 + piece.words) / _LONG_BITS)
    found["capitals"] = share(sum([word[0].isupper() for word in words]), len(words))
    found["common words"] = min(1.0, 2 * share(len(_COMMON_WORDS.intersection(words)), len(words)))
    if piece.bold:
        found["is bold"] = 1.0
    if piece.linked_words:
        found["linked"] = linked = share(piece.linked_words, piece.words)
        found["linked within the page"] = share(piece.jump_words, piece.words)
        found["nothing but link"] = float(linked > _LINKED)
    if len(words) >= _SENTENCE:
        found["sentence"] = float(text.rstrip(_CLOSERS).endswith(_ENDS_SENTENCE))
        found["comma"] = float("," in text)
    return found
