"""Paragraphs that are headings in all but their tag: short, all bold, followed by what they head.

Content pieces enter, blocks leave. For `assemble` only.
"""

import re
from collections.abc import Sequence

from ingest.blocks import Block, Heading, Text
from ingest.formats.html.pieces import Piece

_LONGEST = 12
"""Words. On the labelled pages 97 % of the true headings have no more."""

_NO_HEADING = re.compile(r"[.,;…\"”]$|^[\"“*†$€£–—‒-]")
"""Ends like a sentence, is a quotation, a footnote, a price or an ornament: set bold for stress,
not to head anything."""

_DEEPEST = 6


def with_bold_headings(pieces: Sequence[Piece]) -> list[Block]:
    """Return the pieces' blocks, bold paragraphs that head what follows made headings.

    Such a heading stands one level below the tagged heading before it, since an author who has
    heading tags and sets a line bold means less than a heading; without one its level is unknown.
    """
    blocks: list[Block] = []
    level: int | None = None
    for number, piece in enumerate(pieces):
        block = piece.block
        if isinstance(block, Heading):
            level = block.level
        elif isinstance(block, Text) and _heads(piece, pieces[number + 1 : number + 2]):
            below = min(level + 1, _DEEPEST) if level else None
            block = Heading(block.text, block.lines, below)
        blocks.append(block)
    return blocks


def _heads(piece: Piece, following: Sequence[Piece]) -> bool:
    """Tell whether the piece, a paragraph, heads the one after it."""
    if not piece.bold or piece.words > _LONGEST or not isinstance(piece.block, Text):
        return False
    if _NO_HEADING.search(piece.block.text) or piece.linked_words == piece.words:
        return False
    return any(
        not isinstance(after.block, Heading)
        and not (isinstance(after.block, Text) and after.bold)
        and after.path[:-1] == piece.path[: len(after.path) - 1]
        for after in following
    )
