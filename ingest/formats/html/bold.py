"""Paragraphs that are headings in all but their tag: short, all bold, followed by what they head.

Content pieces enter, blocks leave. For the formats of `ingest`.
"""

import re
from collections.abc import Sequence

from ingest.blocks import Block, Heading, Text
from ingest.formats.html.pieces import Container, Piece

_LONGEST = 12
"""Words. On the labelled pages 97 % of the true headings have no more."""

_NO_HEADING = re.compile(r"[.,;…\"”]$|^[\"“*†$€£–—‒-]")
"""Ends like a sentence, is a quotation, a footnote, a price or an ornament: set bold for stress,
not to head anything."""

_TAGGED = 2
"""Headings by tag from which the page's author is one who tags them, and bold means stress."""

_BY_TEMPLATE = 6
_RIVALS = 0.5
"""Headings by tag up to which they may all be the template's (of its cards, questions, forms),
while the author sets their own in bold: then there are at least two such, and half as many as by
tag. On 169 labelled pages, most with a dozen headings, this makes 5 paragraphs more headings."""

_ROWS = frozenset({"td", "th", "tr", "tbody"})
"""Elements of a table that lays out the page: what a row heads is in the next."""

_ASKED = re.compile(r"\?$|^(?:Q\d*[.:)]\s|\d{1,2}[.)]\s)")
"""A question or a number: it heads what follows whatever else the author tags."""

_DEEPEST = 6
_WORD = re.compile(r"\w+")


def with_bold_headings(pieces: Sequence[Piece], title: str | None) -> list[Block]:
    """Return the pieces' blocks, bold paragraphs that head what follows made headings.

    On a page with headings of its own by tag only those count that ask, that are numbered, or that
    say part of the title, and so which of the page's subjects follows ("Fibromyalgia" below
    "Causes"); of 286 bold paragraphs on 169 labelled pages, nearly all with tagged headings, the
    rest are captions ("Pros", "Tip", "On Windows:"). Such a heading stands one level below the
    tagged heading before it; without one its level is unknown.
    """
    heading = [
        isinstance(piece.block, Text)
        and _heads(piece, piece.block, pieces[number + 1 : number + 2])
        for number, piece in enumerate(pieces)
    ]
    every = _sets_headings_bold(pieces, sum(heading))
    subjects = set(_WORD.findall((title or "").lower()))
    blocks: list[Block] = []
    level: int | None = None
    for piece, heads in zip(pieces, heading, strict=True):
        block = piece.block
        if isinstance(block, Heading):
            level = block.level
        elif isinstance(block, Text) and heads:
            names = set(_WORD.findall(block.text.lower()))
            if every or _ASKED.search(block.text) or (names and names <= subjects):
                below = min(level + 1, _DEEPEST) if level else None
                block = Heading(block.text, block.lines, below)
        blocks.append(block)
    return blocks


def _sets_headings_bold(pieces: Sequence[Piece], bold: int) -> bool:
    """Tell whether the page's author sets headings bold; ``bold`` paragraphs could be some."""
    tagged = sum(isinstance(piece.block, Heading) for piece in pieces)
    return tagged < _TAGGED or (tagged <= _BY_TEMPLATE and bold >= max(2, _RIVALS * tagged))


def _around(piece: Piece) -> tuple[Container, ...]:
    """Return the elements in which a heading of ``piece``'s looks and what it heads both stand."""
    depth = max(len(piece.path) - 1, 0)
    while depth and piece.path[depth - 1].name in _ROWS:
        depth -= 1
    return piece.path[:depth]


def _heads(piece: Piece, block: Text, following: Sequence[Piece]) -> bool:
    """Tell whether a paragraph could head the piece after it."""
    if not piece.bold or piece.words > _LONGEST or piece.linked_words == piece.words:
        return False
    around = _around(piece)
    return _NO_HEADING.search(block.text) is None and any(
        not isinstance(after.block, Heading)
        and not (isinstance(after.block, Text) and after.bold)
        and after.path[: len(around)] == around
        for after in following
    )
