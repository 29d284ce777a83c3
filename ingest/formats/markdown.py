"""Markdown pages: bytes -> Extract.

CommonMark with tables and definition lists, read by markdown-it; its tokens go through the same
cutting into blocks as a web page's elements, so that a page gives the same blocks in both. Raw
HTML inside goes through the HTML reader. For `ingest.formats` only.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from index.document import LineRange
from ingest.blocks import Extract, Grid
from ingest.decode import decode
from ingest.formats.front_matter import FrontMatter, read_front_matter
from ingest.formats.html.bold import with_bold_headings
from ingest.formats.html.cut import cut, without_bullet
from ingest.formats.html.frames import Frame, open_item, open_list
from ingest.formats.html.inline import BREAK, LINK_END, Gathered, Run
from ingest.formats.html.pieces import Container, Piece
from ingest.formats.html.tree import parse
from ingest.formats.html.walk import walk
from ingest.formats.margins import part_margins

_DEEPEST = 100
"""Nested blocks that the parser follows; each costs it several Python frames of a thousand. A list
inside a list is two: fifty lists deep."""


def read(raw: bytes, source: str) -> Extract:
    """Read a Markdown page; ``source`` is its path, for messages.

    The title is the first heading of level one, else the front matter's, else a heading that the
    page opens with and that is above all others. Link lists before it are the site's menu; closing
    lines of contact and copyright are its footer.

    Raises:
        PageRefusedError: the bytes are no text.
    """
    decoded = decode(raw, source)
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table")
    parser.use(front_matter_plugin).use(deflist_plugin)
    reading = _Reading()
    for token in parser.parse(decoded.text):
        reading.take(token)
    margins = part_margins(reading.pieces, reading.front_matter.title)
    too_deep = ("nested too deeply; the innermost parts were left out",)
    return Extract(
        title=margins.title,
        content=tuple(with_bold_headings(margins.content, margins.title)),
        before=tuple(piece.block for piece in margins.before),
        after=tuple(piece.block for piece in margins.after),
        aliases=reading.front_matter.aliases,
        repairs=(
            *decoded.repairs,
            *reading.front_matter.repairs,
            *(too_deep if reading.deepest >= _DEEPEST else ()),
        ),
    )


@dataclass(slots=True)
class _Reading:
    """One page's tokens being turned into pieces: the open blocks, outermost first."""

    pieces: list[Piece] = field(default_factory=list)
    front_matter: FrontMatter = field(default_factory=FrontMatter)
    deepest: int = 0
    _open: list[Frame] = field(default_factory=lambda: [Frame("page", edge=True)])
    _rows: list[list[str]] = field(default_factory=list)
    _table_lines: LineRange = field(default_factory=lambda: LineRange(1, 1))

    def take(self, token: Token) -> None:
        """Take the next token of the page."""
        self.deepest = max(self.deepest, token.level + 1)
        frame = self._open[-1]
        if token.type == "front_matter":
            self.front_matter = read_front_matter(token.content)
        elif token.type == "inline":
            self._inline(token, frame)
        elif token.type in ("fence", "code_block"):
            self._code(token, frame)
        elif token.type == "html_block":
            self._html(token)
        elif token.nesting > 0:
            self._enter(token, frame)
        elif token.nesting < 0:
            self._leave(token)

    def _enter(self, token: Token, frame: Frame) -> None:
        inner = replace(frame, name=token.tag)
        if token.type == "heading_open":
            inner.heading = int(token.tag.removeprefix("h"))
        elif token.tag in ("ul", "ol", "dl"):
            open_list(inner, frame, ordered=token.tag == "ol")
        elif token.tag in ("li", "dt", "dd"):
            open_item(inner, frame, term=token.tag == "dt", definition=token.tag == "dd")
        elif token.tag == "table":
            self._rows = []
            self._table_lines = _lines(token)
        elif token.tag == "tr":
            self._rows.append([])
        inner.path = (*frame.path, Container(token.tag, frozenset()))
        self._open.append(inner)

    def _leave(self, token: Token) -> None:
        self._open.pop()
        if token.tag == "table":
            header, *rows = (tuple(row) for row in self._rows)
            grid = Grid(header if any(header) else (), tuple(rows), self._table_lines)
            words = sum(len(cell.split()) for row in self._rows for cell in row)
            self.pieces.append(Piece(grid, self._open[-1].path, words))

    def _inline(self, token: Token, frame: Frame) -> None:
        gathered = Gathered(list(_runs(token)))
        paragraphs = gathered.paragraphs()
        if frame.name in ("th", "td"):
            text = " ".join(line.text for lines in paragraphs for line in lines)
            self._rows[-1].append(text)
        elif paragraphs:
            cut(paragraphs, frame, self.pieces)

    def _code(self, token: Token, frame: Frame) -> None:
        """Take a block of preformatted text: its lines are shown as they are broken."""
        first = _lines(token).first + (token.type == "fence")
        runs: list[Run] = []
        for number, line in enumerate(token.content.splitlines()):
            runs += [Run(line, first=first + number, last=first + number), BREAK]
        if paragraphs := Gathered(runs).paragraphs():
            cut(paragraphs, replace(frame, preformatted=True), self.pieces)

    def _html(self, token: Token) -> None:
        """Take raw HTML; its lines are counted from where it stands."""
        before = _lines(token).first - 1
        for piece in walk(parse(token.content)):
            lines = piece.block.lines
            moved = LineRange(lines.first + before, lines.last + before)
            self.pieces.append(piece._replace(block=replace(piece.block, lines=moved)))


def _lines(token: Token) -> LineRange:
    first, end = token.map or (0, 1)
    return LineRange(first + 1, max(first + 1, end))


_BREAK_TAG = re.compile(r"<br\b", re.IGNORECASE)


def _runs(token: Token) -> Iterator[Run]:
    """Yield the text of one block run by run; images, and tags of raw HTML, have none.

    A line break in the file is a space, except between bullets that the author typed with a sign
    that Markdown does not know.
    """
    typed = any(without_bullet(line.strip()) is not None for line in token.content.split("\n"))
    line = _lines(token).first
    linked = bold = 0
    for child in token.children or ():
        if child.type in ("text", "code_inline"):
            yield Run(child.content, linked > 0, bold=bold > 0, first=line, last=line)
        elif child.type == "hardbreak" or (child.type == "softbreak" and typed):
            yield BREAK
        elif child.type == "softbreak":
            yield Run(" ")
        elif child.type == "html_inline" and _BREAK_TAG.match(child.content):
            yield BREAK
        linked += child.nesting if child.tag == "a" else 0
        bold += child.nesting if child.tag == "strong" else 0
        line += child.type in ("softbreak", "hardbreak")
        if child.type == "link_close":
            yield LINK_END
