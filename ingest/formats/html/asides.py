"""Pieces that are furniture wherever they stand, by what two signs of them say together.

Pieces and the verdicts of `region` enter, verdicts leave. The model weighs signs over a run of
pieces, for one alone proves little, so that a single button or share bar amid the text would stay.
For this package only.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ingest.blocks import Bullet, Grid, Heading, Text
from ingest.formats.html.alone import is_alone
from ingest.formats.html.apart import parts_apart, records
from ingest.formats.html.layout import Layout
from ingest.formats.html.pieces import Piece

_CONTENTS = re.compile(
    r"\W*(?:(?:table of |page )?contents|(?:on|in) this (?:page|article|guide|post)|jump to"
    r"|topics covered|what(?:'s|’s| is) (?:on|in) this \w+)\W*$",
    re.IGNORECASE,
)
"""What heads a table of contents."""


def without_asides(
    pieces: Sequence[Piece], flags: Sequence[bool], layout: Layout
) -> tuple[bool, ...]:
    """Return the verdicts ``flags``, with what is furniture beyond doubt made so.

    Links to places on the page are the text's contents within the ``<main>`` that holds it, and the
    site's way around the page outside.
    """
    jumps_are_menu = "main" in layout.held
    kept = [
        flag
        and not is_alone(piece, said)
        and not (jumps_are_menu and _is_jump(piece) and not _is_in_main(piece))
        for piece, said, flag in zip(pieces, layout.said, flags, strict=True)
    ]
    in_form = layout.nesting.under("form")
    for part in parts_apart(pieces, layout, in_form):
        kept[part.start : part.stop] = [False] * len(part)
    for part in records(pieces, layout):
        for number in part:
            kept[number] = kept[number] and not isinstance(pieces[number].block, Bullet)
    for number in _form_headings(pieces, kept, in_form):
        kept[number] = False
    for number, (piece, after) in enumerate(pairwise(pieces)):
        if isinstance(piece.block, Grid) and _is_caption(after):
            kept[number + 1] = kept[number]
        if kept[number] and _heads_contents(piece, after):
            kept[number] = False
    return tuple(kept)


def _heads_contents(piece: Piece, after: Piece) -> bool:
    """Tell whether a piece heads the page's table of contents: the page has no such part."""
    block = piece.block
    return (
        _is_jump(after) and not isinstance(block, Grid) and _CONTENTS.match(block.text) is not None
    )


def _form_headings(
    pieces: Sequence[Piece], kept: Sequence[bool], in_form: Sequence[bool]
) -> Iterator[int]:
    """Yield the content's headings below which stands nothing but a form that they are not in."""
    heading: int | None = None
    asks = False
    for number, piece in enumerate(pieces):
        if isinstance(piece.block, Heading) or kept[number]:
            if heading is not None and asks:
                yield heading
            heading = number if isinstance(piece.block, Heading) and kept[number] else None
            asks = False
        else:
            asks = asks or (heading is not None and in_form[number] and not in_form[heading])
    if heading is not None and asks:
        yield heading


def _is_caption(piece: Piece) -> bool:
    """Tell whether a piece is a caption, which goes with the table before it."""
    return isinstance(piece.block, Text) and piece.stands_in("caption")


def _is_jump(piece: Piece) -> bool:
    """Tell whether a piece is nothing but links to places on the page."""
    return piece.jump_words == piece.words > 0


def _is_in_main(piece: Piece) -> bool:
    return any("main" in container.evidence for container in piece.path)
