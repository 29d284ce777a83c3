"""Where the walk stands: one Frame an open element, inheriting what the elements around it said.

For `walk`, `cut` and the Markdown reader; frames live as long as one page's walk.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice

from ingest.formats.html.elements import Element, Node
from ingest.formats.html.exported import docs_depth, word_item
from ingest.formats.html.inline import BOLD, Setting
from ingest.formats.html.listing import OpenItem, OpenList
from ingest.formats.html.pieces import Container

PLAIN = Setting()
"""How text is set where no element around it says anything else."""


@dataclass(slots=True)
class Frame:
    """One open element.

    ``edge``: text within it is a block of its own. ``heading``: the level of the heading that it
    is or stands in. ``outer_level``: the heading level to go back to when it closes.
    """

    name: str
    nodes: Iterator[Node] = field(default_factory=lambda: iter(()))
    path: tuple[Container, ...] = ()
    edge: bool = False
    heading: int | None = None
    listing: OpenList | None = None
    item: OpenItem | None = None
    setting: Setting = PLAIN
    preformatted: bool = False
    outer_level: int | None = None

    @property
    def list_depth(self) -> int:
        """Lists open around what stands here, counted from the last heading inside an item."""
        if self.item is not None and self.item.headed:
            return 0
        return self.listing.depth if self.listing else 0


_JUMP = re.compile("#.")
"""A link to a place on the same page; a bare ``#`` is a placeholder that a script fills."""

_LISTS = {"ul": False, "ol": True, "dl": False, "menu": False, "dir": False}
"""List element -> whether its items are numbered."""

_OPENING = frozenset({*_LISTS, "p", "li", "dt", "dd"})
"""Elements that can be a list or an item by their tag; others are by their role."""

_STYLED = re.compile(
    r"font-weight\s*:\s*(?:bold|[6-9]00)"
    r"|font-size\s*:\s*(?:(?:x{1,3}-)?large\b|larger|(?P<size>\d{1,4}(?:\.\d+)?)(?P<unit>px|pt|r?em|%))",
    re.IGNORECASE,
)
_LARGE = {"px": 21.0, "pt": 15.5, "em": 1.3, "rem": 1.3, "%": 130.0}
"""Units -> sizes from which text is set large: a third more than what browsers set text in, and
near the smallest heading that they set larger than text (``<h3>``, 1.17)."""

_LARGE_FONT = frozenset({"4", "5", "6", "7", "+1", "+2", "+3", "+4"})
"""``<font size>`` above 3, which is the text's own."""


_SET_APART = BOLD | {"font"}


def _stands_out(name: str, attributes: Mapping[str, str]) -> bool:
    """Tell whether an element sets its text bold or large, by its tag or its own style."""
    if name in BOLD or (name == "font" and attributes.get("size") in _LARGE_FONT):
        return True
    found = _STYLED.search(str(attributes["style"])) if "style" in attributes else None
    if found is None or found["size"] is None:
        return found is not None
    return float(found["size"]) >= _LARGE[found["unit"].lower()]


def inner_setting(frame: Frame, tag: Element) -> Setting:
    """Return how text in ``tag``, which stands in ``frame``, is set."""
    attributes = tag.attributes
    setting = frame.setting
    if tag.name == "a":
        jump = setting.jump or _JUMP.match(attributes.get("href", "")) is not None
        setting = Setting(linked=True, jump=jump, bold=setting.bold)
    may_stand_out = tag.name in _SET_APART or "style" in attributes
    if may_stand_out and not setting.bold and _stands_out(tag.name, attributes):
        setting = setting._replace(bold=True)
    return setting


def inner_frame(frame: Frame, tag: Element, *, edge: bool, heading: int | None) -> Frame:
    """Return the frame of ``tag``, which stands in ``frame``; it still has its parent's path."""
    name = tag.name
    inner = Frame(
        name,
        iter(tag.contents),
        frame.path,
        edge,
        heading or frame.heading,
        frame.listing,
        frame.item,
        inner_setting(frame, tag),
        frame.preformatted or name == "pre",
    )
    if name in _OPENING or "role" in tag.attributes:
        _open(inner, frame, tag)
    return inner


def _open(inner: Frame, frame: Frame, tag: Element) -> None:
    """Make ``inner`` the list or item that ``tag`` is, if it is one."""
    name = tag.name
    if name == "dl" and _holds_sections(tag):
        inner.listing = inner.item = None
    elif name in _LISTS or _is_list(tag):
        ordered = _LISTS.get(name, False)
        open_list(inner, frame, ordered=ordered, depth=docs_depth(tag), terms=name == "dl")
    elif name == "p" and frame.item is None:
        inner.item = word_item(tag)
    elif name == "li" or (inner.listing is not None and _is_listed(tag)):
        open_item(inner, frame, term=name == "dt", definition=name == "dd")


def _is_list(tag: Element) -> bool:
    """Tell whether an element is by its role, and that of what it holds, a list of plain items."""
    if tag.attributes.get("role") != "list":
        return False
    held = [part for part in tag.contents if isinstance(part, Element)]
    return bool(held) and all(part.name == "li" or _is_listed(part) for part in held)


def _is_listed(tag: Element) -> bool:
    """Tell whether an element within a list is an item by its tag or its role.

    By its role only if it has no parts of its own: grids of cards are lists by role too.
    """
    if tag.name in ("dt", "dd"):
        return True
    return tag.attributes.get("role") == "listitem" and not any(
        isinstance(part, Element) and part.name in _CARD_PARTS
        for part, _ in islice(tag.inside(), _FARTHEST)
    )


_CARD_PARTS = frozenset(
    {"div", "p", "ul", "ol", "section", "article", "h2", "h3", "h4", "h5", "h6"}
)
"""Elements of which cards are made."""

_FARTHEST = 60
"""Nodes of an item that are asked whether they are such; more would take all day where spans are
nested by the thousand."""

_SECTION_PARTS = frozenset({"p", "ul", "ol", "dl", "pre", "table", "blockquote"})
_FEW_PARTS = 1
"""Blocks in one definition beyond which it is a small section."""


def _holds_sections(listing: Element) -> bool:
    """Tell whether a definition list is a run of small sections (questions and long answers).

    Its definitions then hold several paragraphs or lists; as items they would lose them.
    """
    return any(
        next(islice(definition.elements(_SECTION_PARTS), _FEW_PARTS, None), None) is not None
        for definition in listing.elements({"dd"})
    )


def open_list(
    inner: Frame, frame: Frame, *, ordered: bool, depth: int | None = None, terms: bool = False
) -> None:
    """Make ``inner`` a list that stands in ``frame``; ``depth`` is what it states of itself.

    ``terms``: a list of terms, which are not set further in than the text around them; where it
    opens an item, the first term is that item's text.
    """
    outer, item = frame.listing, frame.item
    if terms and outer is not None and item is not None and frame.list_depth and not item.opened:
        inner.listing = replace(outer, ordered=ordered)
    else:
        inner.listing = OpenList(depth or frame.list_depth + 1, ordered, unsaid=_unsaid(frame))
    inner.item = None
    if item is not None:
        item.nested = True
    if outer is not None:
        outer.begun = True


def _unsaid(frame: Frame) -> int:
    """Return how many lists right around what stands in ``frame`` have said nothing yet."""
    if frame.listing is None or frame.listing.begun or not frame.list_depth:
        return 0
    return frame.listing.unsaid + 1


def open_item(inner: Frame, frame: Frame, *, term: bool = False, definition: bool = False) -> None:
    """Make ``inner`` an item of the list ``frame``; a definition stands below its term."""
    listing = frame.listing or OpenList(1, ordered=False)
    listing.has_terms = listing.has_terms or term
    below = definition and listing.has_terms
    inner.item = OpenItem(
        listing.depth + (1 if below else 0),
        listing.ordered,
        starts_list=not listing.begun,
        unsaid=listing.unsaid,
    )
