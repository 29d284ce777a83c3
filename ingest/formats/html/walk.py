"""A page's tree -> its pieces, in page order.

A soup from `tree` enters, Pieces leave. Nothing here decides what is content. The walk keeps its
own stack, so no depth of nesting can exhaust Python's. For this package only.
"""

from bs4 import BeautifulSoup, NavigableString, Tag
from bs4.element import PreformattedString

from index.document import LineRange
from ingest.blocks import Text
from ingest.formats.html.cut import cut
from ingest.formats.html.evidence import evidence_of
from ingest.formats.html.frames import Frame, inner_frame
from ingest.formats.html.inline import BREAK, INLINE, LINK_END, Gathered, Run, flat_text
from ingest.formats.html.pieces import Container, Piece
from ingest.formats.html.reveal import Revealed, visible
from ingest.formats.html.tables import data_table
from ingest.formats.html.tree import UNREAD

_SKIPPED = UNREAD | {"head", "title"}
_EMPTY = frozenset({"br", "wbr", "img"})
"""Elements within a line that hold no text."""

_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_DEEPEST_PATH = 400
"""Containers a piece remembers; browsers themselves stop nesting at 512 elements."""


def walk(soup: BeautifulSoup) -> tuple[Piece, ...]:
    """Return the page's pieces, in page order; each word of its text stands in exactly one.

    Left out is what nobody sees: scripts and the like (`tree.UNREAD`), hidden elements (`reveal`).
    """
    walker = _Walker(soup)
    walker.run()
    return visible(walker.pieces)


class _Walker:
    """One page's walk: the open elements, the text gathered since the last block's edge."""

    def __init__(self, soup: BeautifulSoup) -> None:
        self.pieces: list[Piece] = []
        self._stack = [Frame("", iter(soup.contents), (), edge=True)]
        self._gathered = Gathered()
        self._revealed = Revealed(soup)
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
        inline = name in INLINE
        hidden = self._revealed.hides(tag)
        if inline and hidden:
            return
        level = self._heading_level(frame, tag)
        edge = not inline and (frame.heading is None or level is not None)
        if edge:
            self._flush(frame)
        elif not inline:
            self._gathered.runs.append(Run(" "))
        if name == "table" and not hidden and self._table(frame, tag):
            return
        child = inner_frame(frame, tag, edge=edge, heading=level)
        if not inline and len(frame.path) < _DEEPEST_PATH:
            container = Container(name, evidence_of(name, tag.attrs), hidden)
            child.path = (*frame.path, container)
        if name == "details":
            child.outer_level = self._level
        self._stack.append(child)

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
        grid = data_table(table, self._line)
        if grid is None:
            return False
        caption = table.find("caption")
        if isinstance(caption, Tag) and (text := flat_text(caption)):
            lines = LineRange(grid.lines.first, grid.lines.first)
            self.pieces.append(Piece(Text(text, lines), frame.path, len(text.split())))
        words = sum(len(cell.split()) for row in (grid.header, *grid.rows) for cell in row)
        linked = sum(len(flat_text(link).split()) for link in table.find_all("a"))
        self.pieces.append(Piece(grid, frame.path, words, linked))
        self._line = grid.lines.last
        return True

    def _text(self, frame: Frame, text: str) -> None:
        first = last = self._line
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
            here = first + number
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
            level = min(max(int(stated), 1), 6) if stated.isdecimal() else 2
        if level is not None:
            self._level = level
        elif tag.name == "summary":
            level = min(self._level + sum(c.name == "details" for c in frame.path), 6)
        elif tag.name == "dt" and frame.listing is None and flat_text(tag).endswith("?"):
            level = min(self._level + 1, 6)
        return level
