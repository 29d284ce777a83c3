"""The page's own title: its main heading, or its ``<title>`` without the site's name.

A tree and its pieces enter, a title and the piece that shows it leave. For this package only.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.blocks import Bullet, Heading, Text
from ingest.formats.html.elements import Element, Tree
from ingest.formats.html.inline import flat_text, fold
from ingest.formats.html.pieces import Piece

_PARTS = re.compile(r"\s+(?:[|·•»›:~]+|-{1,2}|[–—])\s+|\s*\|\s*|\s+::\s+")
"""What parts the page's name from the site's in ``<title>``: a mark between spaces."""

_WORD = re.compile(r"\w+")

_ALIKE = 0.5
"""Shared words over all words (Jaccard) from which a heading says what ``<title>`` says."""


_LEAD = 60
"""Words of running text that may stand before a title that is no first-level heading."""

_PARAGRAPH = 12
"""Words from which a paragraph is running text."""


def likely_title(names: Sequence[str], pieces: Sequence[Piece]) -> int | None:
    """Return the index of the heading that shows the title, None if none stands out.

    ``names`` is what the page calls itself, likeliest first. It is the heading that says the same,
    of first level or with hardly any text before it: rather one that says the likeliest name (the
    others may be the site's), rather one of first level; or, whatever it says, the page's only
    heading of first level.
    """
    named = [_WORD.findall(name.lower()) for name in names]
    tops: list[int] = []
    said: list[tuple[bool, bool, float, int]] = []
    lead, first = 0, True
    for number, piece in enumerate(pieces):
        block = piece.block
        if isinstance(block, Heading):
            words = _WORD.findall(block.text.lower())
            likeness = [_alike(words, name) for name in named]
            if block.level == 1:
                tops.append(number)
            if named and (block.level == 1 or (first and not lead)):
                likeness[0] = max(likeness[0], _opens(words, named[0]))
            first = False
            alike = max(likeness, default=0.0)
            if alike >= _ALIKE and (block.level == 1 or lead <= _LEAD):
                said.append((likeness[0] >= _ALIKE, block.level == 1, alike, -number))
        elif piece.words >= _PARAGRAPH and not piece.linked_words:
            lead += piece.words
    if said:
        return -max(said)[3]
    return tops[0] if len(tops) == 1 else None


@dataclass(frozen=True, slots=True)
class Title:
    """The title, and the index of the heading that shows it (None if none does)."""

    text: str | None
    piece: int | None


def find_title(
    names: Sequence[str], likely: int | None, pieces: Sequence[Piece], flags: Sequence[bool]
) -> Title:
    """Return the page's title; ``flags`` tell which pieces are content.

    Where no heading stood out (``likely``), it is the content's first heading of first level, else
    the last such before the content, else what the page calls itself, which a paragraph at the
    beginning of the content may show (a site builder's text set large).
    """
    if likely is None:
        first = flags.index(True) if True in flags else len(flags)
        tops = [
            number
            for number, piece in enumerate(pieces)
            if isinstance(piece.block, Heading) and piece.block.level == 1
        ]
        inside = [number for number in tops if flags[number]]
        before = [number for number in tops if number < first]
        likely = inside[0] if inside else before[-1] if before else None
    if likely is None:
        return _shown(names, pieces, flags)
    block = pieces[likely].block
    text = block.text if isinstance(block, Heading) else ""
    return Title(text.split(" | ")[0] or None, likely)


def _shown(names: Sequence[str], pieces: Sequence[Piece], flags: Sequence[bool]) -> Title:
    """Return the name that a paragraph shows last before the content's text, else the likeliest.

    The paragraph says the name and nothing else. A site's name stands further from the text.
    """
    by_name = {name.casefold(): name for name in reversed(names)}
    title = Title(names[0] if names else None, None)
    for number, (piece, content) in enumerate(zip(pieces, flags, strict=True)):
        block = piece.block
        name = by_name.get(block.text.casefold()) if isinstance(block, Text) else None
        if name is not None:
            title = Title(name, number)
        elif content and not is_line(piece):
            break
    return title


def is_line(piece: Piece) -> bool:
    """Tell whether a piece is such as stand above a title: a short paragraph, a menu's entry."""
    if isinstance(piece.block, Bullet):
        return piece.linked_words == piece.words > 0
    return isinstance(piece.block, Text) and piece.words < _PARAGRAPH


def stated_names(tree: Tree) -> list[str]:
    """Return what the page calls itself, likeliest first: whole names and their parts."""
    said: dict[str, str] = {}  # by its ``<meta>`` elements; the first of a name counts
    titles: list[Element] = []
    for tag in tree.elements:
        if tag.name == "meta":
            get = tag.attributes.get
            name, content = get("property") or get("name"), get("content")
            if name and content:
                said.setdefault(name, fold(content))
        elif tag.name == "title":
            titles.append(tag)
    site = said.get("og:site_name", "")
    stated = [said.get("og:title", ""), *map(flat_text, titles[:1])]
    names: list[str] = []
    for text in filter(None, stated):
        parts = [part for part in _PARTS.split(text) if part and part.lower() != site.lower()]
        names.extend(part for part in (*parts[:1], text, *parts[1:]) if part not in names)
    return names


def _opens(heading: list[str], name: list[str]) -> float:
    """Return 1 if the words of ``name`` begin with all of ``heading``'s, else 0.

    Search engines are told what else the page has ("Gabapentin: Uses, Side Effects").
    """
    return float(bool(heading) and name[: len(heading)] == heading)


def _alike(one: list[str], other: list[str]) -> float:
    """Return the share of words that two texts have in common, of all words of both."""
    first, second = set(one), set(other)
    shared = len(first & second)
    return shared / (len(first) + len(second) - shared) if shared else 0.0
