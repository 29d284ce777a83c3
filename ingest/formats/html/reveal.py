"""What the page hides, and what of that it can show: closed accordions, tabs, "read more" parts.

The latter is content that a visitor opens with a click, unlike text hidden for good. For this
package only.
"""

from collections import Counter
from collections.abc import Set

from ingest.formats.html.disclosure import OPENABLE
from ingest.formats.html.elements import Element
from ingest.formats.html.evidence import HIDING, is_hidden
from ingest.formats.html.pieces import Container, Piece


class Revealed:
    """Tells which hidden elements of one page can be opened by its visitor."""

    def __init__(self, named: Set[str]) -> None:
        """Remember the ids that controls of the page name."""
        self._named = named

    def hides(self, tag: Element) -> bool:
        """Tell whether ``tag`` is hidden and nothing on the page opens it."""
        attributes = tag.attributes
        if HIDING.isdisjoint(attributes) and tag.name != "dialog":
            return False  # as nearly all of a page's elements
        if not is_hidden(tag.name, attributes):
            return False
        if attributes.get("role") == "tabpanel" or "aria-expanded" in attributes:
            return False
        if OPENABLE.search(attributes.get("class", "")) or _follows_button(tag):
            return False
        return attributes.get("id") not in self._named


def _follows_button(tag: Element) -> bool:
    """Tell whether a button stands right before ``tag``, alone or as all of the element there.

    That is how a disclosure is written without ARIA: the button, then what it opens. A hidden
    element with no element before it is asked about what stands before the one around it.
    """
    before = tag.element_before()
    if before is None and tag.parent is not None:
        before = tag.parent.element_before()
    return before is not None and _is_button(before)


def _is_button(tag: Element) -> bool:
    """Tell whether ``tag`` is a button, or a wrapping (a heading, a span) of nothing but one."""
    while tag.name != "button" and tag.attributes.get("role") != "button":
        inner = [node for node in tag.contents if isinstance(node, Element) or not node.isspace()]
        if len(inner) != 1 or not isinstance(inner[0], Element):
            return False
        tag = inner[0]
    return True


def visible(pieces: list[Piece], hidden: Set[Container]) -> list[Piece]:
    """Return the pieces without those that stand in one of the ``hidden`` elements.

    A hidden element with more than half of the page's words is the page itself, waiting for a
    script to show it, and hides nothing.
    """
    if not hidden:
        return pieces
    words: Counter[Container] = Counter()
    for piece in pieces:
        if not hidden.isdisjoint(piece.path):
            words.update({around: piece.words for around in piece.path if around in hidden})
    half = sum(piece.words for piece in pieces) / 2
    hiding = {container for container, held in words.items() if held <= half}
    return [piece for piece in pieces if hiding.isdisjoint(piece.path)] if hiding else pieces
