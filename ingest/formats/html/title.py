"""The page's own title: its main heading, or its ``<title>`` without the site's name.

A soup and its pieces enter, a title and the piece that shows it leave. For this package only.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag

from ingest.blocks import Heading
from ingest.formats.html.inline import flat_text, fold
from ingest.formats.html.pieces import Piece

_PARTS = re.compile(r"\s+(?:[|·•»›:~]+|-{1,2}|[–—])\s+|\s*\|\s*|\s+::\s+")
"""What parts the page's name from the site's in ``<title>``: a mark between spaces."""

_WORD = re.compile(r"\w+")

_ALIKE = 0.5
"""Shared words over all words (Jaccard) from which a heading says what ``<title>`` says."""


@dataclass(frozen=True, slots=True)
class Title:
    """The title, and the index of the heading that shows it (None if none does)."""

    text: str | None
    piece: int | None


def find_title(soup: BeautifulSoup, pieces: Sequence[Piece], flags: Sequence[bool]) -> Title:
    """Return the page's title; ``flags`` tell which pieces are content.

    Among the first-level headings the one that says what ``<title>`` says is taken, else one in
    the content or the last before it; then any heading that says it; then ``<title>`` itself.
    """
    names = _stated_names(soup)
    first = flags.index(True) if True in flags else len(flags)
    headings = [
        (number, piece.block)
        for number, piece in enumerate(pieces)
        if isinstance(piece.block, Heading)
    ]
    tops = [number for number, block in headings if block.level == 1]
    said = [
        (score, -number)
        for number, block in headings
        if (score := max((_alike(block.text, name) for name in names), default=0.0)) >= _ALIKE
        and (block.level == 1 or number <= first + _NEAR_START)
    ]
    top_said = [pair for pair in said if -pair[1] in tops]
    if top_said or said:
        number = -max(top_said or said)[1]
        return Title(_text(pieces[number]), number)
    inside = [number for number in tops if flags[number]]
    before = [number for number in tops if number < first]
    if inside or before:
        number = inside[0] if inside else before[-1]
        return Title(_text(pieces[number]), number)
    return Title(names[0] if names else None, None)


_NEAR_START = 3
"""Pieces into the content within which a heading of lower level can be the page's title."""


def _text(piece: Piece) -> str:
    return piece.block.text if isinstance(piece.block, Heading) else ""


def _stated_names(soup: BeautifulSoup) -> list[str]:
    """Return what the page calls itself, likeliest first: whole names and their parts."""
    site = _meta(soup, "og:site_name")
    stated = [_meta(soup, "og:title"), flat_text(soup.title) if soup.title else ""]
    names: list[str] = []
    for text in filter(None, stated):
        parts = [part for part in _PARTS.split(text) if part and part.lower() != site.lower()]
        names.extend(part for part in (*parts[:1], text, *parts[1:]) if part not in names)
    return names


def _meta(soup: BeautifulSoup, name: str) -> str:
    for attribute in ("property", "name"):
        tag = soup.find("meta", attrs={attribute: name})
        if isinstance(tag, Tag) and tag.get("content"):
            return fold(str(tag["content"]))
    return ""


def _alike(one: str, other: str) -> float:
    first, second = set(_WORD.findall(one.lower())), set(_WORD.findall(other.lower()))
    return len(first & second) / len(first | second) if first and second else 0.0
