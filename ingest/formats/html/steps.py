"""Numbers that stand by themselves above the headings of steps: the number is the heading's.

Pieces enter and leave, in page order. For this package only.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.blocks import Heading, Text
from ingest.formats.html.pieces import Piece

_NUMBER = re.compile(r"(?:step )?(\d{1,2})[.)]?", re.IGNORECASE)

_FEWEST = 2
"""Steps; a number above a single heading may be anything."""


def with_numbered_headings(pieces: Sequence[Piece]) -> list[Piece]:
    """Return pieces with a number in a block of its own made part of the heading after it.

    The numbers count up from one over the page, two or more of them.
    """
    places = [place for place in range(len(pieces) - 1) if _is_step(pieces, place)]
    if len(places) < _FEWEST or [_number(pieces[place]) for place in places] != list(
        range(1, len(places) + 1)
    ):
        return list(pieces)
    joined = list(pieces)
    for place in reversed(places):
        joined[place : place + 2] = [_joined(pieces[place], pieces[place + 1])]
    return joined


def _is_step(pieces: Sequence[Piece], place: int) -> bool:
    return isinstance(pieces[place + 1].block, Heading) and _number(pieces[place]) is not None


def _number(piece: Piece) -> int | None:
    found = _NUMBER.fullmatch(piece.block.text) if isinstance(piece.block, Text) else None
    return int(found[1]) if found else None


def _joined(number: Piece, heading: Piece) -> Piece:
    """Return the heading with its number before it."""
    first, block = number.block, heading.block
    if not isinstance(first, Text) or not isinstance(block, Heading):
        return heading
    lines = replace(block.lines, first=first.lines.first)
    text = f"{first.text} {block.text}"
    return heading._replace(
        block=replace(block, text=text, lines=lines),
        words=number.words + heading.words,
        linked_words=number.linked_words + heading.linked_words,
    )
