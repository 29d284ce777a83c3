"""Pieces that are furniture wherever they stand, by what two signs of them say together.

Pieces and the verdicts of `region` enter, verdicts leave. The model weighs signs over a run of
pieces, for one alone proves little, so that a single button or share bar amid the text would stay.
For this package only.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from ingest.blocks import Bullet, Grid, Text
from ingest.formats.html.layout import Layout
from ingest.formats.html.pieces import Container, Piece
from ingest.formats.html.wording import says

_COMMANDS = frozenset({"says more", "says share", "says skip", "says subscribe", "says buy"})
"""What a link on its own says that asks for a click ("Read more", "Book an appointment"). On the
labelled pages 128 such paragraphs in the core are furniture on 30 pages, 50 content on 9."""

_LONGEST_COMMAND = 8
"""Words of such a link."""

_ABOUT, _WHO = "about words", "says who wrote"
_LONGEST_BYLINE = 15
"""Words of a line that says who wrote the page: names, dates, minutes."""

_NAMED = frozenset({"related words", "share words", "reader words", "promotion words"})
_HEADED = frozenset({"says more", "says share", "says subscribe", "says reply"})
"""Evidence in an element's name, and in the wording of its first line, that together leave no
doubt: a "related-posts" that begins with "Related articles", if it holds links to them, or a form.
An element may be named by its heading ("more-on-fields"), and is then no second witness."""

_LINKS = 1 / 3
"""Share of an element's words in links from which it is about other pages."""

_ASKING = frozenset({"form", "control"})
_CONTENTS = re.compile(
    r"\W*(?:(?:table of |page )?contents|(?:on|in) this (?:page|article|guide|post)|jump to"
    r"|topics covered|what(?:'s|’s| is) (?:on|in) this \w+)\W*$",
    re.IGNORECASE,
)
"""What heads a table of contents."""

_MUCH = 1 / 3
"""Share of the page's prose in an element from which it is not apart from the page."""


def without_asides(
    pieces: Sequence[Piece], flags: Sequence[bool], layout: Layout
) -> tuple[bool, ...]:
    """Return the verdicts ``flags``, with what is furniture beyond doubt made so."""
    apart = _elements_apart(pieces, layout)
    records = _records(pieces, layout)
    kept = [
        flag
        and not any(told(piece) for told in _ALONE)
        and apart.isdisjoint(piece.path)
        and not (isinstance(piece.block, Bullet) and not records.isdisjoint(piece.path))
        for piece, flag in zip(pieces, flags, strict=True)
    ]
    for number, (piece, after) in enumerate(pairwise(pieces)):
        if _heads_contents(piece, after):
            kept[number] = False
    return tuple(kept)


def _heads_contents(piece: Piece, after: Piece) -> bool:
    """Tell whether a piece heads the page's table of contents: the page has no such part."""
    block = piece.block
    return (
        not isinstance(block, Grid)
        and _CONTENTS.match(block.text) is not None
        and after.jump_words == after.words > 0
    )


def _is_command(piece: Piece) -> bool:
    """Tell whether a paragraph is nothing but a link or a button that asks for a click."""
    block = piece.block
    if not isinstance(block, Text) or not 0 < piece.words <= _LONGEST_COMMAND:
        return False
    return piece.linked_words == piece.words and not _COMMANDS.isdisjoint(says(block.text))


def _is_menu(piece: Piece) -> bool:
    """Tell whether a paragraph is a row of links to other pages and nothing else."""
    return (
        len(piece.shown_lines) > 1
        and not piece.jump_words
        and piece.linked_words == piece.words > 0
    )


def _is_byline(piece: Piece) -> bool:
    """Tell whether a short paragraph says who wrote the page, and when, in an element so named."""
    block = piece.block
    return (
        isinstance(block, Text)
        and piece.words <= _LONGEST_BYLINE
        and _WHO in says(block.text)
        and any(_ABOUT in container.evidence for container in piece.path)
    )


_ALONE = (_is_command, _is_menu, _is_byline)
"""What tells a paragraph to be furniture by itself."""


def _elements_apart(pieces: Sequence[Piece], layout: Layout) -> frozenset[Container]:
    """Return the elements that their name and their heading, or their form, tell to be no content.

    A letter to subscribe to is named as such and asks for an address.
    """
    inside: defaultdict[Container, list[Piece]] = defaultdict(list)
    for piece in pieces:
        for container in piece.path:
            if not _NAMED.isdisjoint(container.evidence):
                inside[container].append(piece)
    return frozenset(
        container
        for container, held in inside.items()
        if _is_small(container, layout)
        and (_is_headed(held) or ("promotion words" in container.evidence and _asks(held)))
    )


def _records(pieces: Sequence[Piece], layout: Layout) -> frozenset[Container]:
    """Return the elements that hold a forum's record of the member who wrote."""
    found: set[Container] = set()
    for piece in pieces:
        if isinstance(piece.block, Bullet) and _WHO in says(piece.block.text):
            found.update([around for around in piece.path if _ABOUT in around.evidence][-1:])
    return frozenset(container for container in found if _is_small(container, layout))


def _is_small(container: Container, layout: Layout) -> bool:
    """Tell whether an element holds so little of the page's prose that it can stand apart."""
    return layout.prose_in.get(container, 0) <= _MUCH * layout.all_prose


def _is_headed(held: Sequence[Piece]) -> bool:
    block = held[0].block
    said = frozenset[str]() if isinstance(block, Grid) else says(block.text)
    linked = sum(piece.linked_words for piece in held) > _LINKS * sum(piece.words for piece in held)
    return not _HEADED.isdisjoint(said) and (linked or _asks(held))


def _asks(held: Sequence[Piece]) -> bool:
    """Tell whether the last of an element's pieces are a form's."""
    return any(not _ASKING.isdisjoint(container.evidence) for container in held[-1].path)
