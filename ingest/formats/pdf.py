"""PDF documents: bytes -> Extract, by the extra ``pdf``.

pdfminer.six finds the lines of text and how large they are set; what is larger than the body is a
heading, what begins with a bullet is an item, what stands at the same place on every page is
furniture. Scanned pages have no text and are refused. For `ingest.formats` only.
"""

import struct
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from io import BytesIO
from types import ModuleType
from typing import Any

from index.document import LineRange
from ingest.blocks import Block, Bullet, Extract, Grid, Heading, Text
from ingest.errors import PageRefusedError
from ingest.formats.extras import optional_module
from ingest.formats.html.cut import without_bullet
from ingest.formats.html.inline import fold
from ingest.formats.html.pieces import Piece
from ingest.formats.margins import part_margins

_LARGER = 1.08
"""A heading's size over the body's: the smallest step that designers use (11 to 12 points) is
1.09; sizes of one face are measured to within a per cent or two."""

_LONGEST_HEADING = 20
"""Words: a heading of three lines at most."""

_INDENT = 8.0
"""Points by which a nested item is set in; a bullet and its space take about that."""

_MOST_PAGES = 0.6
"""Share of the pages on which a line must recur, at the same height, to be a running head."""

_MOST = 100
"""Pages. What is longer is a book, not a page of a site, and would hold up the others."""

_DEEPEST = 6
_ENDS = (".", ":", "!", "?", ";")


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of text: ``size`` in points, ``left`` and ``height`` on the sheet, in points."""

    text: str
    size: float
    bold: bool
    left: float
    height: float
    sheet: int
    box: int
    number: int


def read(raw: bytes, source: str) -> Extract:
    """Read a PDF document; ``source`` is its path, for messages.

    Line ranges count the document's lines of text, from 1.

    Raises:
        PageRefusedError: it is no PDF, is locked, damaged, too long, or holds no text (a scan), or
            the extra is not installed.
    """
    layout = optional_module("pdfminer.layout", extra="pdf", source=source)
    reading = optional_module("pdfminer.high_level", extra="pdf", source=source)
    failure = optional_module("pdfminer.psexceptions", extra="pdf", source=source).PSException
    try:
        sheets = list(reading.extract_pages(BytesIO(raw), maxpages=_MOST + 1))
    except (failure, struct.error, zlib.error, *_BROKEN) as reason:
        raise PageRefusedError(
            f"{source}: not a PDF that can be read (damaged or locked)"
        ) from reason
    if len(sheets) > _MOST:
        raise PageRefusedError(f"{source}: more than {_MOST} pages; too long for a page of a site")
    lines = list(_lines(sheets, layout))
    if not lines:
        raise PageRefusedError(f"{source}: the PDF holds no text (a scan?); save it with its text")
    running = _running_heads(lines, len(sheets))
    blocks = _blocks([line for line in lines if _place(line) not in running])
    margins = part_margins([_piece(block) for block in blocks], None)
    heads = {_place(line): line for line in reversed(lines) if _place(line) in running}
    after = [Text(line.text, LineRange(line.number, line.number)) for line in heads.values()]
    return Extract(
        title=margins.title,
        content=tuple(piece.block for piece in margins.content),
        before=tuple(piece.block for piece in margins.before),
        after=(*(piece.block for piece in margins.after), *reversed(after)),
    )


_BROKEN = (ValueError, KeyError, TypeError, IndexError, AttributeError, ArithmeticError)
"""What pdfminer raises, beside its own errors, on documents that are not what they claim."""


def _lines(sheets: Sequence[Any], layout: ModuleType) -> Iterator[_Line]:
    """Yield the text lines in reading order, as the layout analysis gives it."""
    number = box = 0
    for sheet, page in enumerate(sheets):
        for container in page:
            if not isinstance(container, layout.LTTextContainer):
                continue
            box += 1
            for line in [container] if isinstance(container, layout.LTTextLine) else container:
                marks = [mark for mark in line if isinstance(mark, layout.LTChar)]
                inked = [mark for mark in marks if not mark.get_text().isspace()]
                text = fold(line.get_text())
                if not text or not inked:
                    continue
                number += 1
                yield _Line(
                    text=text,
                    size=Counter(round(mark.size, 1) for mark in inked).most_common(1)[0][0],
                    bold=all("bold" in mark.fontname.lower() for mark in inked),
                    left=inked[0].x0,
                    height=line.y0,
                    sheet=sheet,
                    box=box,
                    number=number,
                )


def _place(line: _Line) -> tuple[str, int]:
    """Return what makes a running head: its words, page numbers aside, and where it stands."""
    words = "".join("0" if sign.isdigit() else sign for sign in line.text)
    return words, round(line.height)


def _running_heads(lines: Sequence[_Line], sheets: int) -> frozenset[tuple[str, int]]:
    """Return the places of lines that recur on most sheets of a document of several."""
    found: defaultdict[tuple[str, int], set[int]] = defaultdict(set)
    for line in lines:
        found[_place(line)].add(line.sheet)
    needed = max(2.0, _MOST_PAGES * sheets)
    return frozenset(place for place, where in found.items() if len(where) >= needed)


def _blocks(lines: Sequence[_Line]) -> list[Block]:
    """Return the lines as headings, items and paragraphs."""
    letters: Counter[float] = Counter()
    for line in lines:
        letters[line.size] += len(line.text)
    body = letters.most_common(1)[0][0] if letters else 0.0
    larger = sorted({line.size for line in lines if line.size > _LARGER * body}, reverse=True)
    levels = {size: min(place, _DEEPEST) for place, size in enumerate(larger, 1)}
    levels[0.0] = min(len(larger) + 1, _DEEPEST)  # of headings that are only bold
    composer = _Composer(levels)
    for place, line in enumerate(lines):
        composer.take(line, lines[place + 1 : place + 2])
    return composer.blocks


@dataclass(slots=True)
class _Composer:
    """Joins lines to blocks; ``levels``: size of a heading -> its level."""

    levels: dict[float, int]
    blocks: list[Block] = field(default_factory=list)
    _indents: list[float] = field(default_factory=list)
    _last: _Line | None = None

    def take(self, line: _Line, following: Sequence[_Line]) -> None:
        """Take the next line; ``following`` holds the one after it, if there is one."""
        before = self.blocks[-1] if self.blocks else None
        level = self._level(line, following)
        bare = without_bullet(line.text)
        lines = LineRange(line.number, line.number)
        if level is not None and bare is None:
            self._indents = []
            same_box = self._last is not None and self._last.box == line.box
            if isinstance(before, Heading) and before.level == level and same_box:
                self.blocks[-1] = _joined(before, line)
            else:
                self.blocks.append(Heading(line.text, lines, level))
        elif bare is not None:
            outer = [left for left in self._indents if left < line.left - _INDENT]
            self._indents = [*outer, line.left]
            self.blocks.append(Bullet(bare, lines, len(self._indents)))
        elif isinstance(before, (Text, Bullet)) and self._goes_on(before, line):
            self.blocks[-1] = _joined(before, line)
        else:
            self._indents = []
            self.blocks.append(Text(line.text, lines))
        self._last = line

    def _level(self, line: _Line, following: Sequence[_Line]) -> int | None:
        """Return the level of the heading that the line is: larger, or bold over what is not."""
        if len(line.text.split()) > _LONGEST_HEADING:
            return None
        only_bold = line.bold and not line.text.endswith(_ENDS)
        if line.size not in self.levels and only_bold and any(not one.bold for one in following):
            return self.levels[0.0]
        return self.levels.get(line.size)

    def _goes_on(self, before: Text | Bullet, line: _Line) -> bool:
        """Tell whether the line goes on with the block before it, in one box or over two."""
        if self._last is not None and self._last.box == line.box:
            return True
        return not before.text.endswith(_ENDS) and line.text[0].islower()


def _joined(before: Heading | Text | Bullet, line: _Line) -> Block:
    """Return the block with the line added; a word parted by a hyphen keeps it, without a space."""
    parted = before.text.endswith("-") and line.text[0].islower()
    text = f"{before.text}{'' if parted else ' '}{line.text}"
    return replace(before, text=text, lines=LineRange(before.lines.first, line.number))


def _piece(block: Block) -> Piece:
    text = "" if isinstance(block, Grid) else block.text
    return Piece(block, (), len(text.split()))
