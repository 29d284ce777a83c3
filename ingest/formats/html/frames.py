"""Where the walk stands: one Frame an open element, inheriting what the elements around it said.

For `walk`, `cut` and the Markdown reader; frames live as long as one page's walk.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bs4 import PageElement, Tag

from ingest.formats.html.pieces import Container


@dataclass(slots=True)
class OpenList:
    """A list being walked; ``depth`` 1 is outermost. ``begun``: an item of it has been met."""

    depth: int
    ordered: bool
    has_terms: bool = False
    begun: bool = False


@dataclass(slots=True)
class OpenItem:
    """A list item being walked.

    ``opened``: its first text is out. ``nested``: a list inside it has begun since. ``headed``: it
    holds a heading, so it is a section that happens to be marked up as an item.
    """

    depth: int
    ordered: bool
    starts_list: bool
    opened: bool = False
    nested: bool = False
    headed: bool = False


@dataclass(slots=True)
class Frame:
    """One open element.

    ``edge``: text within it is a block of its own. ``heading``: the level of the heading that it
    is or stands in. ``outer_level``: the heading level to go back to when it closes.
    """

    name: str
    nodes: Iterator[PageElement] = field(default_factory=lambda: iter(()))
    path: tuple[Container, ...] = ()
    edge: bool = False
    heading: int | None = None
    listing: OpenList | None = None
    item: OpenItem | None = None
    linked: bool = False
    jump: bool = False
    bold: bool = False
    preformatted: bool = False
    outer_level: int | None = None

    @property
    def list_depth(self) -> int:
        """Lists open around what stands here, counted from the last heading inside an item."""
        if self.item is not None and self.item.headed:
            return 0
        return self.listing.depth if self.listing else 0


_LISTS = {"ul": False, "ol": True, "dl": False, "menu": False, "dir": False}
"""List element -> whether its items are numbered."""

_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)


def _styled_bold(style: object) -> bool:
    return style is not None and _BOLD.search(str(style)) is not None


def inner_frame(frame: Frame, tag: Tag, *, edge: bool, heading: int | None) -> Frame:
    """Return the frame of ``tag``, which stands in ``frame``; it still has its parent's path."""
    name = tag.name
    linked, jump, bold = frame.linked, frame.jump, frame.bold
    if name == "a":
        linked = True
        jump = jump or str(tag.get("href", "")).startswith("#")
    if not bold:
        bold = name in ("b", "strong") or _styled_bold(tag.attrs.get("style"))
    inner = Frame(
        name,
        iter(tag.contents),
        frame.path,
        edge,
        heading or frame.heading,
        frame.listing,
        frame.item,
        linked,
        jump,
        bold,
        frame.preformatted or name == "pre",
    )
    if name == "dl" and _holds_sections(tag):
        inner.listing = inner.item = None
    elif name in _LISTS:
        open_list(inner, frame, ordered=_LISTS[name])
    elif name == "li" or (name in ("dt", "dd") and inner.listing is not None):
        open_item(inner, frame, term=name == "dt", definition=name == "dd")
    return inner


_SECTION_PARTS = ["p", "ul", "ol", "dl", "pre", "table", "blockquote"]
_FEW_PARTS = 1
"""Blocks in one definition beyond which it is a small section."""


def _holds_sections(listing: Tag) -> bool:
    """Tell whether a definition list is a run of small sections (questions and long answers).

    Its definitions then hold several paragraphs or lists; as items they would lose them.
    """
    return any(
        len(definition.find_all(_SECTION_PARTS, limit=_FEW_PARTS + 1)) > _FEW_PARTS
        for definition in listing.find_all("dd")
    )


def open_list(inner: Frame, frame: Frame, *, ordered: bool) -> None:
    """Make ``inner`` a list that stands in ``frame``."""
    inner.listing = OpenList(frame.list_depth + 1, ordered)
    inner.item = None
    if frame.item is not None:
        frame.item.nested = True


def open_item(inner: Frame, frame: Frame, *, term: bool = False, definition: bool = False) -> None:
    """Make ``inner`` an item of the list ``frame``; a definition stands below its term."""
    listing = frame.listing or OpenList(1, ordered=False)
    starts = not listing.begun
    listing.begun = True
    listing.has_terms = listing.has_terms or term
    below = definition and listing.has_terms
    inner.item = OpenItem(listing.depth + (1 if below else 0), listing.ordered, starts)
