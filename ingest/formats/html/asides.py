"""Pieces that are furniture wherever they stand, by what two signs of them say together.

Pieces and the verdicts of `region` enter, verdicts leave. The model weighs signs over a run of
pieces, for one alone proves little, so that a single button or share bar amid the text would stay.
For this package only.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ingest.blocks import Bullet, Grid, Heading, Text
from ingest.formats.html.layout import Layout
from ingest.formats.html.pieces import Piece
from ingest.formats.trailing import is_byline, is_contact

_COMMANDS = frozenset({"says more", "says share", "says skip", "says subscribe", "says buy"})
"""What a link on its own says that asks for a click ("Read more", "Book an appointment"). On the
labelled pages 128 such paragraphs in the core are furniture on 30 pages, 50 content on 9."""

_LONGEST_COMMAND = 8
"""Words of such a link."""

_ABOUT, _WHO, _ADVERTISED = "about words", "says who wrote", "says advertisement"
_LONGEST_BYLINE = 15
"""Words of a line that says who wrote the page: names, dates, minutes."""

_NAMED = frozenset({"related words", "share words", "reader words", "promotion words"})
_HEADED = frozenset({"says more", "says share", "says subscribe", "says reply"})
"""Evidence in an element's name, and in the wording of its first line, that together leave no
doubt: a "related-posts" that begins with "Related articles", if it holds links to them, or a form.
An element may be named by its heading ("more-on-fields"), and is then no second witness."""

_LINKS = 1 / 3
"""Share of an element's words in links from which it is about other pages."""

_FIGURE = re.compile(r"\d")
_ASKING = frozenset({"form", "control"})
_PROMOTION = "promotion words"
_CONTENTS = re.compile(
    r"\W*(?:(?:table of |page )?contents|(?:on|in) this (?:page|article|guide|post)|jump to"
    r"|topics covered|what(?:'s|’s| is) (?:on|in) this \w+)\W*$",
    re.IGNORECASE,
)
"""What heads a table of contents."""

_MUCH = 1 / 3
"""Share of the page's prose in an element above which it is not apart from the page."""

_HALF = 1 / 2
"""The same of an element that its heading and its form tell to be the clinic's: on a short page a
few kind words are a good part of the prose."""


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
        and not any(told(piece, said) for told in _ALONE)
        and not (jumps_are_menu and _is_jump(piece) and not _is_in_main(piece))
        for piece, said, flag in zip(pieces, layout.said, flags, strict=True)
    ]
    for part in _parts_apart(pieces, layout):
        kept[part.start : part.stop] = [False] * len(part)
    for part in _records(pieces, layout):
        for number in part:
            kept[number] = kept[number] and not isinstance(pieces[number].block, Bullet)
    for number in _form_headings(pieces, kept):
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


def _form_headings(pieces: Sequence[Piece], kept: Sequence[bool]) -> Iterator[int]:
    """Yield the content's headings below which stands nothing but a form, which is none."""
    heading: int | None = None
    below: list[Piece] = []
    for number, piece in enumerate(pieces):
        if isinstance(piece.block, Heading) or kept[number]:
            if heading is not None and any(map(_is_of_form, below)):
                yield heading
            heading = number if isinstance(piece.block, Heading) and kept[number] else None
            below = []
        else:
            below.append(piece)
    if heading is not None and any(map(_is_of_form, below)):
        yield heading


def _is_of_form(piece: Piece) -> bool:
    return any("form" in container.evidence for container in piece.path)


def _is_caption(piece: Piece) -> bool:
    """Tell whether a piece is a caption, which goes with the table before it."""
    return isinstance(piece.block, Text) and "caption" in piece.path[-1].evidence


def _is_jump(piece: Piece) -> bool:
    """Tell whether a piece is nothing but links to places on the page."""
    return piece.jump_words == piece.words > 0


def _is_in_main(piece: Piece) -> bool:
    return any("main" in container.evidence for container in piece.path)


def _is_command(piece: Piece, said: frozenset[str]) -> bool:
    """Tell whether a paragraph is nothing but a link or a button that asks for a click."""
    if not isinstance(piece.block, Text) or not 0 < piece.words <= _LONGEST_COMMAND:
        return False
    clicked = piece.linked_words == piece.words or "control" in piece.path[-1].evidence
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
        and (_WHO in said or is_byline(piece.block.text))
        and any(_ABOUT in container.evidence for container in piece.path)
    )


def _is_advertised(piece: Piece, said: frozenset[str]) -> bool:
    """Tell whether a line says that an advertisement follows, and nothing else."""
    return _ADVERTISED in said and isinstance(piece.block, Text) and piece.words == 1


_ALONE = (_is_command, _is_menu, _is_byline, _is_advertised)
"""What tells a paragraph to be furniture by itself."""


def _parts_apart(pieces: Sequence[Piece], layout: Layout) -> Iterator[range]:
    """Yield the pieces of elements that their name and heading, or form, tell to be no content.

    A letter to subscribe to is named as such and asks for an address; what is headed as a form is
    ("Contact us") and holds one is its frame, with the clinic's address and hours.
    """
    contact = frozenset(
        number
        for number, piece in enumerate(pieces)
        if isinstance(piece.block, Heading) and is_contact(piece.block.text)
    )
    for place, container in enumerate(layout.nesting.containers):
        part = _pieces_in(place, layout)
        last = pieces[part[-1]]
        promotes = _PROMOTION in container.evidence
        is_frame = part[0] in contact and _is_small(place, layout, _HALF)
        if is_frame and any(_is_of_form(pieces[number]) for number in part):
            yield part
        if _NAMED.isdisjoint(container.evidence) or not _is_small(place, layout):
            continue
        asks = _asks(last) or _calls(part, pieces, layout)
        if _is_headed(part, pieces, layout) or (promotes and asks):
            yield part


def _records(pieces: Sequence[Piece], layout: Layout) -> Iterator[range]:
    """Yield the pieces of elements that hold a forum's record of the member who wrote."""
    nesting = layout.nesting
    for piece, said, innermost in zip(pieces, layout.said, nesting.innermost, strict=True):
        if _WHO in said and isinstance(piece.block, Bullet):
            place = innermost
            while place >= 0 and _ABOUT not in nesting.containers[place].evidence:
                place = nesting.outer[place]
            if place >= 0 and _is_small(place, layout):
                yield _pieces_in(place, layout)


def _pieces_in(place: int, layout: Layout) -> range:
    return range(layout.nesting.starts[place], layout.nesting.ends[place])


def _is_small(place: int, layout: Layout, most: float = _MUCH) -> bool:
    """Tell whether an element holds so little of the page's prose that it can stand apart."""
    return layout.prose_in[place] <= most * layout.all_prose


def _is_headed(part: range, pieces: Sequence[Piece], layout: Layout) -> bool:
    first = part[0]
    if isinstance(pieces[first].block, Grid) or _HEADED.isdisjoint(layout.said[first]):
        return False
    held = pieces[first : part.stop]
    linked = sum(piece.linked_words for piece in held) > _LINKS * sum(piece.words for piece in held)
    return linked or _asks(held[-1])


def _calls(part: range, pieces: Sequence[Piece], layout: Layout) -> bool:
    """Tell whether an element calls to act: a heading, at most a line, and a link that asks for it.

    A line with a figure may be a price, which patients look for.
    """
    heading, lines, last = pieces[part[0]], pieces[part.start + 1 : part[-1]], pieces[part[-1]]
    return (
        isinstance(heading.block, Heading)
        and len(lines) <= 1
        and all(
            isinstance(line.block, Text) and not _FIGURE.search(line.block.text) for line in lines
        )
        and _is_command(last, layout.said[part[-1]])
    )


def _asks(piece: Piece) -> bool:
    """Tell whether a piece is a form's, or a control."""
    return any(not _ASKING.isdisjoint(container.evidence) for container in piece.path)
