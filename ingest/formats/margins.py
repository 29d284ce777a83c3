"""The title of a page whose format marks no furniture, and the furniture before and after.

Pieces of a Markdown or Word page enter, Margins leave. Such pages are mostly content; what a
site's export leaves around it is a list of links or bare lines before the title, and lines of
contact and copyright at the end. For the formats of this package.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.blocks import Bullet, Grid, Heading, Text
from ingest.formats.html.pieces import Piece
from ingest.formats.html.wording import says

_FOOTER_SIGNS = frozenset({"says copyright", "says contact", "says policy"})
"""What at least one line of a footer says (see `html.wording`)."""

_LONGEST_LINE = 14
"""Words up to which a line can be a footer's: an address, hours, copyright. Prose is longer."""


_BARE = 5
"""Words up to which a line that ends in a full stop need be no sentence ("Russellville, Ark.")."""


@dataclass(frozen=True, slots=True)
class Margins:
    """A page parted: title, furniture before, content, furniture after."""

    title: str | None
    before: tuple[Piece, ...]
    content: tuple[Piece, ...]
    after: tuple[Piece, ...]


def part_margins(pieces: Sequence[Piece], stated_title: str | None) -> Margins:
    """Part the page; ``stated_title`` is what its front matter or properties call it."""
    place = _title_place(pieces, stated_title)
    block = pieces[place].block if place is not None else None
    title = block.text if isinstance(block, Heading) else stated_title
    start = _opening(pieces[:place], titled=place is not None)
    end = len(pieces) - _closing(pieces[start if place is None else place + 1 :])
    body = [piece for n, piece in enumerate(pieces) if start <= n < end and n != place]
    return Margins(title, tuple(pieces[:start]), tuple(body), tuple(pieces[end:]))


def _title_place(pieces: Sequence[Piece], stated: str | None) -> int | None:
    """Return the place of the heading that is the title, None if none is.

    The first of level 1; without one, a heading that says the stated title; else the page's first
    heading if it alone has the highest level.
    """
    headings = [
        (number, piece.block)
        for number, piece in enumerate(pieces)
        if isinstance(piece.block, Heading)
    ]
    for number, heading in headings:
        if heading.level == 1 or heading.text == stated:
            return number
    levels = [heading.level or 0 for _, heading in headings]
    if stated is None and len(levels) > 1 and levels[0] < min(levels[1:]):
        return headings[0][0]
    return None


def _opening(pieces: Sequence[Piece], *, titled: bool) -> int:
    """Return how many of the first pieces are the site's.

    Before a title they are short lines: the site's name, its menu. Without one only a list of
    links can be told from content.
    """
    count = 0
    for piece in pieces:
        short = piece.words <= _LONGEST_LINE and not isinstance(piece.block, (Heading, Grid))
        linked = isinstance(piece.block, Bullet) and piece.linked_words == piece.words
        if not (short if titled else linked):
            break
        count += 1
    return count


def _closing(pieces: Sequence[Piece]) -> int:
    """Return how many of the last pieces are the site's footer.

    They begin with the first of the closing short lines that says something of contact, copyright
    or policy, or with the heading or bare lines right before it.
    """
    start = len(pieces)
    first_sign = None
    while start and _short(pieces[start - 1]):
        start -= 1
        if _FOOTER_SIGNS.intersection(says(_text(pieces[start]))):
            first_sign = start
    if first_sign is None:
        return 0
    while first_sign > start and isinstance(pieces[first_sign - 1].block, (Heading, Text)):
        first_sign -= 1
    return len(pieces) - first_sign


def _short(piece: Piece) -> bool:
    """Tell whether the piece can be a footer's line: short, no sentence unless with a sign."""
    if isinstance(piece.block, Grid) or piece.words > _LONGEST_LINE:
        return False
    sentence = piece.words > _BARE and piece.block.text.endswith(".")
    return not sentence or bool(_FOOTER_SIGNS.intersection(says(piece.block.text)))


def _text(piece: Piece) -> str:
    return "" if isinstance(piece.block, Grid) else piece.block.text
