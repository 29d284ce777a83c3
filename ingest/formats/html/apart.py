"""Elements that stand apart from the text: what their name, heading and form together tell.

Pieces and their Layout enter, the pieces of such elements leave. For this package only.
"""

import re
from collections.abc import Iterator, Sequence

from ingest.blocks import Bullet, Grid, Heading, Text
from ingest.formats.html.alone import ABOUT, WHO, is_command
from ingest.formats.html.layout import Layout
from ingest.formats.html.pieces import Piece
from ingest.formats.trailing import is_contact

_NAMED = frozenset({"related words", "share words", "reader words", "promotion words"})
_HEADED = frozenset({"says more", "says share", "says subscribe", "says reply"})
"""Evidence in an element's name, and in the wording of its first line, that together leave no
doubt: a "related-posts" that begins with "Related articles", if it holds links to them, or a form.
An element may be named by its heading ("more-on-fields"), and is then no second witness."""

_LINKS = 1 / 3
"""Share of an element's words in links from which it is about other pages."""

_READERS = re.compile(
    r"\W*(?:(?:patient |client )?(?:testimonials|reviews)"
    r"|what (?:our |my )?(?:patients|clients|people) (?:say|are saying)\b.*)\W*$",
    re.IGNORECASE,
)
"""What heads the praise of others, in an element named for it."""

_INVITING = re.compile(
    r"(?:(?:do you )?(?:still )?have (?:any |more )?questions|(?:still|any|more) questions"
    r"|ready to|need (?:more )?help|not sure where to|let us help|we(?:'re|’re| are) here)\b",
    re.IGNORECASE,
)
"""What heads a call to act, in an element of any name."""

_FIGURE = re.compile(r"\d")
_ASKING = frozenset({"form", "control"})
_PROMOTION = "promotion words"

_MUCH = 1 / 3
"""Share of the page's prose in an element above which it is not apart from the page."""

_HALF = 1 / 2
"""The same of an element that its heading and its form tell to be the clinic's: on a short page a
few kind words are a good part of the prose."""


def parts_apart(
    pieces: Sequence[Piece], layout: Layout, in_form: Sequence[bool]
) -> Iterator[range]:
    """Yield the pieces of elements that their name and heading, or form, tell to be no content.

    ``in_form`` tells for each piece whether it stands in a form.

    A letter to subscribe to is named as such and asks for an address; what is headed as a form is
    ("Contact us") and holds one is its frame, with the clinic's address and hours. A form around
    the heading too tells nothing: old servers' pages are one form as a whole.
    """
    nesting = layout.nesting
    in_forms = nesting.sums(in_form)
    inviting = frozenset(
        number
        for number, piece in enumerate(pieces)
        if isinstance(piece.block, Heading) and _INVITING.match(piece.block.text)
    )
    for place, container in enumerate(nesting.containers):
        named = container.evidence
        holds_form = in_forms[place] and not in_form[nesting.starts[place]]
        if holds_form and _is_contact(place, pieces, layout):
            yield _pieces_in(place, layout)
        invites = nesting.starts[place] in inviting
        if not invites and _NAMED.isdisjoint(named):
            continue
        part = _pieces_in(place, layout)
        if _is_praise(part, pieces, named):
            yield part
        if not _is_small(place, layout):
            continue
        promotes = _PROMOTION in named
        if (promotes or invites) and _calls(part, pieces, layout):
            yield part
        if _NAMED.isdisjoint(named):
            continue
        if _is_headed(part, pieces, layout) or (promotes and _asks(pieces[part[-1]])):
            yield part


def _is_contact(place: int, pieces: Sequence[Piece], layout: Layout) -> bool:
    """Tell whether an element with a form in it begins with what heads one."""
    block = pieces[layout.nesting.starts[place]].block
    return isinstance(block, Heading) and _is_small(place, layout, _HALF) and is_contact(block.text)


def records(pieces: Sequence[Piece], layout: Layout) -> Iterator[range]:
    """Yield the pieces of elements that hold a forum's record of the member who wrote."""
    nesting = layout.nesting
    for piece, said, innermost in zip(pieces, layout.said, nesting.innermost, strict=True):
        if WHO in said and isinstance(piece.block, Bullet):
            place = innermost
            while place >= 0 and ABOUT not in nesting.containers[place].evidence:
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
    block = pieces[first].block
    if isinstance(block, Grid) or _HEADED.isdisjoint(layout.said[first]):
        return False
    held = pieces[first : part.stop]
    linked = sum(piece.linked_words for piece in held) > _LINKS * sum(piece.words for piece in held)
    return linked or _asks(held[-1])


def _is_praise(part: range, pieces: Sequence[Piece], named: frozenset[str]) -> bool:
    """Tell whether an element holds what others say of the clinic, by its name and its heading.

    However much they say; a heading of first level would be the page's own.
    """
    block = pieces[part[0]].block
    if "reader words" not in named or not isinstance(block, Heading) or block.level == 1:
        return False
    return _READERS.match(block.text) is not None


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
        and is_command(last, layout.said[part[-1]])
    )


def _asks(piece: Piece) -> bool:
    """Tell whether a piece is a form's, or a control."""
    return any(not _ASKING.isdisjoint(container.evidence) for container in piece.path)
