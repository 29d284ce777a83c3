"""What the page hides, and what of that it can show: closed accordions, tabs, "read more" parts.

The latter is content that a visitor opens with a click, unlike text hidden for good. For this
package only.
"""

import re
from collections import Counter

from bs4 import BeautifulSoup, Tag

from ingest.formats.html.evidence import is_hidden
from ingest.formats.html.pieces import Container, Piece

_CONTROLS = ("aria-controls", "data-target", "data-bs-target", "data-toggle-target", "href")
"""Attributes by which a control names the element that it opens (ARIA; Bootstrap; plain links)."""

_OPENABLE = re.compile(
    r"accordion|collaps|expand|toggle|\btab(?:s|-|_|pane|panel|\b)|panel|faq|answer|disclosure"
    r"|read-?more|show-?more",
    re.IGNORECASE,
)
"""Words in the class of parts that a script opens, whatever the content system."""


class Revealed:
    """Tells which hidden elements of one page can be opened by its visitor."""

    def __init__(self, soup: BeautifulSoup) -> None:
        """Remember the page; its controls are looked up when first asked."""
        self._soup = soup
        self._controlled: frozenset[str] | None = None

    def hides(self, tag: Tag) -> bool:
        """Tell whether ``tag`` is hidden and nothing on the page opens it."""
        if not is_hidden(tag.name, tag.attrs):
            return False
        if tag.get("role") == "tabpanel" or _OPENABLE.search(str(tag.get("class", ""))):
            return False
        if self._controlled is None:
            self._controlled = _controlled(self._soup)
        return tag.get("id") not in self._controlled


def _controlled(soup: BeautifulSoup) -> frozenset[str]:
    """Return the ids that controls of the page name."""
    return frozenset(
        identifier
        for tag in soup.find_all(True)
        for name in _CONTROLS
        if (value := tag.attrs.get(name))
        for identifier in _identifiers(str(value), link=name == "href")
    )


def _identifiers(value: str, *, link: bool) -> list[str]:
    if link and not value.startswith("#"):
        return []
    return [word.removeprefix("#") for word in value.split()]


def visible(pieces: list[Piece]) -> tuple[Piece, ...]:
    """Return the pieces without those that stand in a hidden element.

    A hidden element with more than half of the page's words is the page itself, waiting for a
    script to show it, and hides nothing.
    """
    words: Counter[Container] = Counter()
    for piece in pieces:
        words.update({container: piece.words for container in piece.path if container.hidden})
    half = sum(piece.words for piece in pieces) / 2
    hiding = {container for container, held in words.items() if held <= half}
    return tuple(piece for piece in pieces if hiding.isdisjoint(piece.path))
