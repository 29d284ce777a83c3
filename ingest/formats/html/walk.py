"""A page's tree -> its pieces, in page order.

A soup from `tree` enters, Pieces leave. Nothing here decides what is content. The walk keeps its
own stack, so no depth of nesting can exhaust Python's. For this package only.
"""

from dataclasses import replace

from bs4 import BeautifulSoup, NavigableString, Tag
from bs4.element import PreformattedString

from index.document import LineRange
from ingest.blocks import Text
from ingest.formats.html.cut import cut, with_typed_lists
from ingest.formats.html.disclosure import disclosures
from ingest.formats.html.evidence import evidence_of
from ingest.formats.html.exported import is_word_title
from ingest.formats.html.frames import Frame, inner_frame
from ingest.formats.html.inline import BREAK, INLINE, LINK_END, Gathered, Run, flat_text
from ingest.formats.html.pieces import Container, Piece
from ingest.formats.html.reveal import Revealed, visible
from ingest.formats.html.tables import captions, data_table
from ingest.formats.html.tree import UNREAD

_SKIPPED = UNREAD | {"head", "title"}
_EMPTY = frozenset({"br", "wbr", "img"})
"""Elements within a line that hold no text."""

_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_TEXT_PARTS = [*_HEADINGS, "p"]
_CONTROL = frozenset({"control"})
_DEEPEST_LEVEL = 6
_DEEPEST_PATH = 400
"""Containers a piece remembers; browsers themselves stop nesting at 512 elements."""


def walk(soup: BeautifulSoup) -> tuple[Piece, ...]:
    """Return the page's pieces, in page order; each word of its text stands in exactly one.

    Left out is what nobody sees: scripts and the like (`tree.UNREAD`), hidden elements (`reveal`).
    """
    walker = _Walker(soup)
    walker.run()
    return tuple(with_typed_lists(visible(walker.pieces)))


class _Walker:
    """One page's walk: the open elements, the text gathered since the last block's edge."""

    def __init__(self, soup: BeautifulSoup) -> None:
        self.pieces: list[Piece] = []
        self._stack = [Frame("", iter(soup.contents), (), edge=True)]
        self._gathered = Gathered()
        self._opened = disclosures(soup)
        self._revealed = Revealed(self._opened.named)
        self._line = 1
        self._level = 1  # of the last heading that has a level of its own

    def run(self) -> None:
        while self._stack:
            frame = self._stack[-1]
            node = next(frame.nodes, None)
            if node is None:
                self._leave(self._stack.pop())
            elif isinstance(node, Tag):
                self._enter(frame, node)
            elif isinstance(node, NavigableString) and not isinstance(node, PreformattedString):
                self._text(frame, str(node))

    def _enter(self, frame: Frame, tag: Tag) -> None:
        name = tag.name
        line = tag.sourceline or 0
        self._line = max(self._line, line)
        if name == "br":
            self._gathered.runs.append(BREAK)
        if name in _EMPTY or name in _SKIPPED:
            return
        if tag.attrs.get("role") == "listbox" and _is_choice(tag):
            return
        inline = name in INLINE
        hidden = self._revealed.hides(tag)
        if inline and hidden:
            return
        if id(tag) in self._opened.moved:
            return
        level = self._heading_level(frame, tag)
        edge = level is not None or (not inline and frame.heading is None)
        if edge:
            self._flush(frame)
        elif not inline:
            self._gathered.runs.append(Run(" "))
        if name == "table" and not hidden and self._table(frame, tag):
            return
        child = inner_frame(frame, tag, edge=edge, heading=level)
        self._stack.append(self._inside(frame, tag, child, hidden=hidden))

    def _inside(self, frame: Frame, tag: Tag, child: Frame, *, hidden: bool) -> Frame:
        """Return the frame of an element that has been entered."""
        if tag.name not in INLINE and len(frame.path) < _DEEPEST_PATH:
            said = evidence_of(tag.name, tag.attrs)
            if child.heading is not None:
                said -= _CONTROL  # a button within its heading, or around it
            container = Container(tag.name, said, hidden)
            child.path = (*frame.path, container)
        if tag.name == "details":
            child.outer_level = self._level
        if (label := self._opened.labels.get(id(tag))) is not None:
            self._head(label, child)
        return child

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
            self._gathered.runs.append(Run(" "))
        self._level = frame.outer_level or self._level

    def _table(self, frame: Frame, table: Tag) -> bool:
        """Take a table of data as a whole; False leaves a layout table to the walk."""
        hides = self._revealed.hides
        grid = data_table(table, self._line, hides)
        if grid is None:
            return False
        for text in captions(table, hides):
            lines = LineRange(grid.lines.first, grid.lines.first)
            self.pieces.append(Piece(Text(text, lines), frame.path, len(text.split())))
        words = sum(len(cell.split()) for row in (grid.header, *grid.rows) for cell in row)
        linked = sum(len(flat_text(link, hides).split()) for link in table.find_all("a"))
        self.pieces.append(Piece(grid, frame.path, words, linked))
        self._line = grid.lines.last
        return True

    def _text(self, frame: Frame, text: str) -> None:
        begins = first = last = self._line
        if "\n" in text:
            first += text[: len(text) - len(text.lstrip())].count("\n")
            last = first + text.strip().count("\n")
            self._line += text.count("\n")
        if not frame.preformatted:
            self._gathered.add(Run(text, frame.linked, frame.jump, frame.bold, first, last))
            return
        for number, line in enumerate(text.split("\n")):
            if number:
                self._gathered.runs.append(BREAK)
            here = begins + number
            self._gathered.add(Run(line, frame.linked, frame.jump, frame.bold, here, here))

    def _flush(self, frame: Frame) -> None:
        if not self._gathered.seen:
            self._gathered.runs.clear()
            return
        paragraphs = self._gathered.paragraphs()
        self._gathered = Gathered()
        if paragraphs:
            cut(paragraphs, frame, self.pieces)

    def _heading_level(self, frame: Frame, tag: Tag) -> int | None:
        """Return the level of the heading that ``tag`` is, None if it is none.

        A ``<summary>`` heads what its ``<details>`` discloses, one below the heading it stands
        under, deeper for each further ``<details>`` around; so does a question that a definition
        list answers at length.
        """
        level = _HEADINGS.get(tag.name)
        if level is None and tag.attrs.get("role") == "heading":
            stated = str(tag.get("aria-level", "2"))
            level = min(max(int(stated), 1), _DEEPEST_LEVEL) if stated.isdecimal() else 2
        elif tag.name == "p" and is_word_title(tag):
            level = 1
        if level is not None:
            self._level = level
        elif tag.name == "summary":
            level = min(self._level + sum(c.name == "details" for c in frame.path), _DEEPEST_LEVEL)
        elif id(tag) in self._opened.heading or _is_question(frame, tag):
            level = min(self._level + 1, _DEEPEST_LEVEL)
        return level


def _is_choice(tag: Tag) -> bool:
    """Tell whether a list box holds the values of a form, as ``<select>`` does.

    That is what one is by its role; carousels say so too, around slides with text.
    """
    return tag.find(_TEXT_PARTS) is None


def _is_question(frame: Frame, tag: Tag) -> bool:
    """Tell whether ``tag`` is a question that a definition list answers at length."""
    return tag.name == "dt" and frame.listing is None and flat_text(tag).endswith("?")
