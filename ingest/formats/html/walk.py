"""A page's tree -> its pieces, in page order.

A Tree enters, Pieces leave. Nothing here decides what is content. The walk keeps its
own stack, so no depth of nesting can exhaust Python's. For this package only.
"""

from dataclasses import replace

from index.document import LineRange
from ingest.blocks import Text
from ingest.formats.html.cut import cut, with_typed_lists
from ingest.formats.html.disclosure import disclosures
from ingest.formats.html.elements import Element, Tree
from ingest.formats.html.evidence import HIDING, evidence_of
from ingest.formats.html.exported import is_word_title
from ingest.formats.html.frames import Frame, inner_frame, inner_setting
from ingest.formats.html.inline import (
    BREAK,
    GAP,
    INLINE,
    LINK_END,
    Gathered,
    Run,
    Setting,
    flat_text,
)
from ingest.formats.html.pieces import Container, Piece
from ingest.formats.html.reveal import Revealed, visible
from ingest.formats.html.steps import with_numbered_headings
from ingest.formats.html.tables import captions, data_table
from ingest.formats.html.tree import UNREAD

_SKIPPED = UNREAD | {"head", "title", "br", "wbr", "img"}
"""Elements without text for the reader, or without any."""

_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_HEADED = frozenset({*_HEADINGS, "summary", "p", "dt"})
"""Elements that can be a heading without saying so by an attribute, or opening anything."""

_TELLING = HIDING | {"role"}
"""Attributes by which an element can be hidden, or be something else than its tag says."""

_TEXT_PARTS = frozenset({*_HEADINGS, "p"})
_CONTROL = frozenset({"control", "form"})
_DEEPEST_LEVEL = 6
_DEEPEST_PATH = 400
"""Containers a piece remembers; browsers themselves stop nesting at 512 elements."""


def walk(tree: Tree) -> tuple[Piece, ...]:
    """Return the page's pieces, in page order; each word of its text stands in exactly one.

    Left out is what nobody sees: scripts and the like (`tree.UNREAD`), hidden elements (`reveal`).
    """
    walker = _Walker(tree)
    walker.run()
    return tuple(with_numbered_headings(with_typed_lists(walker.visible())))


class _Walker:
    """One page's walk: the open elements, the text gathered since the last block's edge."""

    def __init__(self, tree: Tree) -> None:
        self.pieces: list[Piece] = []
        self._stack = [Frame("", iter(tree.root.contents), (), edge=True)]
        self._gathered = Gathered()
        self._opened = disclosures(tree)
        self._opening = self._opened.heading | self._opened.moved | self._opened.labels.keys()
        self._revealed = Revealed(self._opened.named)
        self._line = 1
        self._level = 1  # of the last heading that has a level of its own
        self._hidden: set[Container] = set()

    def visible(self) -> list[Piece]:
        """Return the pieces that a visitor sees or can open."""
        return visible(self.pieces, self._hidden)

    def run(self) -> None:
        """Walk the page to its end."""
        stack = self._stack
        while stack:
            frame = stack[-1]
            for node in frame.nodes:
                if isinstance(node, str):
                    self._text(node, frame.setting, preformatted=frame.preformatted)
                elif self._enter(frame, node):
                    break
            else:
                self._leave(stack.pop())

    def _enter(self, frame: Frame, element: Element) -> bool:
        """Take the beginning of an element; False leaves what is in it out, or has taken it."""
        name = element.name
        self._line = max(self._line, element.line)
        if name in _SKIPPED:
            if name == "br":
                self._gathered.runs.append(BREAK)
            return False
        attributes = element.attributes
        if not _TELLING.isdisjoint(attributes) or element in self._opening or name == "dialog":
            return self._enter_told(frame, element)
        if name in INLINE and element.is_text:
            self._inline_text(frame, element)
            return False
        level = self._heading_level(frame, element) if name in _HEADED else None
        return self._begin(frame, element, level, hidden=False)

    def _enter_told(self, frame: Frame, element: Element) -> bool:
        """Take the beginning of an element that says more than its tag, as `_enter` does."""
        hidden = self._revealed.hides(element)
        if (hidden and element.name in INLINE) or element in self._opened.moved:
            return False
        if _is_choice(element):
            return False
        begun = self._begin(frame, element, self._heading_level(frame, element), hidden=hidden)
        if begun and element in self._opened.labels:
            self._head(self._opened.labels[element], self._stack[-1])
        return begun

    def _begin(self, frame: Frame, element: Element, level: int | None, *, hidden: bool) -> bool:
        """Open an element, of which ``level`` is the heading's if it is one; False has taken it."""
        name = element.name
        inline = name in INLINE
        edge = level is not None or (not inline and frame.heading is None)
        if edge:
            self._flush(frame)
        elif not inline:
            self._gathered.runs.append(GAP)
        if name == "table" and not hidden and self._table(frame, element):
            return False
        inner = inner_frame(frame, element, edge=edge, heading=level)
        if not inline:
            self._enclose(element, inner, hidden=hidden)
        self._stack.append(inner)
        return True

    def _inline_text(self, frame: Frame, element: Element) -> None:
        """Take a link, or what is set bold, that holds a string at most, as nearly all of them."""
        for text in element.contents:
            if isinstance(text, str):
                self._text(text, inner_setting(frame, element), preformatted=frame.preformatted)
        if element.name == "a":
            self._gathered.runs.append(LINK_END)

    def _enclose(self, element: Element, frame: Frame, *, hidden: bool) -> None:
        """Add an element that has been entered to those around its pieces."""
        if len(frame.path) < _DEEPEST_PATH:
            said = evidence_of(element.name, element.attributes)
            if frame.heading is not None:
                said -= _CONTROL  # a button within its heading, or around it, or a label
            container = Container(element.name, said)
            frame.path = (*frame.path, container)
            if hidden:
                self._hidden.add(container)
        if element.name == "details":
            frame.outer_level = self._level

    def _head(self, label: str, frame: Frame) -> None:
        """Head a tab's panel with the label that the tab has elsewhere."""
        gathered = Gathered()
        gathered.add(Run(label, first=self._line, last=self._line))
        heading = replace(frame, heading=min(self._level + 1, _DEEPEST_LEVEL))
        cut(gathered.paragraphs(), heading, self.pieces)

    def _leave(self, frame: Frame) -> None:
        if frame.name == "a":
            self._gathered.runs.append(LINK_END)
        if frame.edge:
            self._flush(frame)
        elif frame.name not in INLINE:
            self._gathered.runs.append(GAP)
        if frame.outer_level is not None:
            self._level = frame.outer_level

    def _table(self, frame: Frame, table: Element) -> bool:
        """Take a table of data as a whole; False leaves a layout table to the walk."""
        hides = self._revealed.hides
        grid = data_table(table, self._line, hides)
        if grid is None:
            return False
        for text in captions(table, hides):
            lines = LineRange(grid.lines.first, grid.lines.first)
            self.pieces.append(Piece(Text(text, lines), frame.path, len(text.split())))
        words = sum(len(cell.split()) for row in (grid.header, *grid.rows) for cell in row)
        linked = sum(len(flat_text(link, hides).split()) for link in table.elements({"a"}))
        self.pieces.append(Piece(grid, frame.path, words, linked))
        self._line = grid.lines.last
        return True

    def _text(self, text: str, setting: Setting, *, preformatted: bool) -> None:
        gathered = self._gathered
        begins = first = last = self._line
        if "\n" in text:
            self._line += text.count("\n")
            if not gathered.runs and text.isspace():
                return  # before a block's first word
            first += text[: len(text) - len(text.lstrip())].count("\n")
            last = first + text.strip().count("\n")
        if not preformatted:
            gathered.add(Run(text, *setting, first, last))
            return
        for number, line in enumerate(text.split("\n")):
            if number:
                gathered.runs.append(BREAK)
            here = begins + number
            gathered.add(Run(line, *setting, here, here))

    def _flush(self, frame: Frame) -> None:
        gathered = self._gathered
        if not gathered.runs:
            return
        self._gathered = Gathered()
        if gathered.seen and (paragraphs := gathered.paragraphs()):
            cut(paragraphs, frame, self.pieces)

    def _heading_level(self, frame: Frame, element: Element) -> int | None:
        """Return the level of the heading that ``element`` is, None if it is none.

        A ``<summary>`` heads what its ``<details>`` discloses, one below the heading it stands
        under, deeper for each further ``<details>`` around; so does a question that a definition
        list answers at length.
        """
        name = element.name
        level = _HEADINGS.get(name)
        if level is None and element.attributes.get("role") == "heading":
            stated = element.attributes.get("aria-level", "2")
            level = min(max(int(stated), 1), _DEEPEST_LEVEL) if stated.isdecimal() else 2
        elif name == "p" and is_word_title(element):
            level = 1
        if level is not None:
            self._level = level
        elif name == "summary":
            level = min(self._level + sum(c.name == "details" for c in frame.path), _DEEPEST_LEVEL)
        elif element in self._opened.heading or (name == "dt" and _is_question(frame, element)):
            level = min(self._level + 1, _DEEPEST_LEVEL)
        return level


def _is_choice(element: Element) -> bool:
    """Tell whether an element is a list box of the values of a form, as ``<select>`` is.

    That is what one is by its role; carousels say so too, around slides with text.
    """
    return (
        element.attributes.get("role") == "listbox"
        and next(element.elements(_TEXT_PARTS), None) is None
    )


def _is_question(frame: Frame, element: Element) -> bool:
    """Tell whether a term is a question that a definition list answers at length."""
    return frame.listing is None and flat_text(element).endswith("?")
