"""What a single piece tells of itself that makes it furniture: two signs of it together.

A Piece and what its words say enter, yes or no leaves. For this package only.
"""

import re

from ingest.blocks import Bullet, Text
from ingest.formats.html.pieces import Piece
from ingest.formats.trailing import is_byline

_COMMANDS = frozenset({"says more", "says share", "says skip", "says subscribe", "says buy"})
"""What a link on its own says that asks for a click ("Read more", "Book an appointment"). On the
labelled pages 128 such paragraphs in the core are furniture on 30 pages, 50 content on 9."""

_LONGEST_COMMAND = 8
"""Words of such a link."""

ABOUT, WHO, _ADVERTISED = "about words", "says who wrote", "says advertisement"
_LONGEST_BYLINE = 15
"""Words of a line that says who wrote the page: names, dates, minutes."""

_PRINT = re.compile(
    r"(?:print(?:er|able)?\b|(?:send|share|forward) (?:this |by |to )|e-?mail (?:this|to)\b"
    r"|(?:save|download) (?:as )?pdf\b)",
    re.IGNORECASE,
)
"""What a link of a list says that takes the page elsewhere: to paper, to a friend."""


def is_alone(piece: Piece, said: frozenset[str]) -> bool:
    """Tell whether a piece is furniture by itself; ``said`` is what its words say (`wording`)."""
    return any(told(piece, said) for told in _TOLD)


def is_command(piece: Piece, said: frozenset[str]) -> bool:
    """Tell whether a paragraph is nothing but a link or a button that asks for a click."""
    if not isinstance(piece.block, Text) or not 0 < piece.words <= _LONGEST_COMMAND:
        return False
    clicked = piece.linked_words == piece.words or piece.stands_in("control")
    return clicked and not _COMMANDS.isdisjoint(said)


def _is_menu(piece: Piece, _said: frozenset[str]) -> bool:
    """Tell whether a paragraph is a row of links to other pages and nothing else."""
    return (
        len(piece.shown_lines) > 1
        and not piece.jump_words
        and piece.linked_words == piece.words > 0
    )


def _is_byline(piece: Piece, said: frozenset[str]) -> bool:
    """Tell whether a short paragraph says who wrote the page, and when, in an element so named."""
    return (
        isinstance(piece.block, Text)
        and piece.words <= _LONGEST_BYLINE
        and (WHO in said or is_byline(piece.block.text))
        and any(ABOUT in container.evidence for container in piece.path)
    )


def _is_advertised(piece: Piece, said: frozenset[str]) -> bool:
    """Tell whether a line says that an advertisement follows, and nothing else."""
    return _ADVERTISED in said and isinstance(piece.block, Text) and piece.words == 1


def _takes_elsewhere(piece: Piece, _said: frozenset[str]) -> bool:
    """Tell whether an item is nothing but a link to print the page or to send it."""
    return (
        isinstance(piece.block, Bullet)
        and piece.linked_words == piece.words <= _LONGEST_COMMAND
        and _PRINT.match(piece.block.text) is not None
    )


_TOLD = (is_command, _is_menu, _is_byline, _is_advertised, _takes_elsewhere)
"""What tells a paragraph to be furniture by itself."""
