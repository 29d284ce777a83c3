"""Lines of a PDF in reading order -> headings, items, tables and paragraphs.

For this package only.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from index.document import LineRange
from ingest.blocks import Block, Bullet, Grid, Heading, Text
from ingest.formats.html.cut import without_bullet
from ingest.formats.pdf.lines import Line
from ingest.formats.pdf.tables import Row, with_rows

_LARGER = 1.08
"""A heading's size over the body's: the smallest step that designers use (11 to 12 points) is
1.09; sizes of one face are measured to within a per cent or two."""

_LONGEST_HEADING = 20
"""Words: a heading of three lines at most."""

_INDENT = 8.0
"""Points by which a nested item is set in; a bullet and its space take about that."""

_DEEPEST = 6
_ENDS = (".", ":", "!", "?", ";")
_NUMBER = re.compile(r"^(\d{1,2})[.)]\s+(?=\S)")


def blocks_of(lines: Sequence[Line]) -> list[Block]:
    """Return the lines as headings, items, tables and paragraphs."""
    letters: Counter[float] = Counter()
    for line in lines:
        letters[line.size] += len(line.text)
    body = letters.most_common(1)[0][0] if letters else 0.0
    larger = sorted({line.size for line in lines if line.size > _LARGER * body}, reverse=True)
    levels = {size: min(place, _DEEPEST) for place, size in enumerate(larger, 1)}
    levels[0.0] = min(len(larger) + 1, _DEEPEST)  # of headings that are only bold
    composer = _Composer(levels)
    parts = with_rows(lines)
    for place, part in enumerate(parts):
        if isinstance(part, Row):
            composer.take_row(part)
        else:
            after = [one for one in parts[place + 1 :][:40] if isinstance(one, Line)]
            composer.take(part, after)
    return composer.blocks


@dataclass(slots=True)
class _Composer:
    """Joins lines to blocks; ``levels``: size of a heading -> its level."""

    levels: dict[float, int]
    blocks: list[Block] = field(default_factory=list)
    _indents: list[float] = field(default_factory=list)
    _last: Line | None = None
    _number: int = 0  # of the last numbered item

    def take(self, line: Line, following: Sequence[Line]) -> None:
        """Take the next line; ``following`` holds those after it."""
        before = self.blocks[-1] if self.blocks else None
        lines = LineRange(line.number, line.number)
        level = self._level(line, following)
        item = self._item(line, following)
        if item is not None and (level is None or not item.ordered):
            outer = [left for left in self._indents if left < line.left - _INDENT]
            self._indents = [*outer, line.left]
            self.blocks.append(replace(item, depth=len(self._indents)))
        elif level is not None:
            self._indents = []
            same_box = self._last is not None and self._last.box == line.box
            if isinstance(before, Heading) and before.level == level and same_box:
                self.blocks[-1] = _joined(before, line)
            else:
                self.blocks.append(Heading(line.text, lines, level))
        elif isinstance(before, (Text, Bullet)) and self._goes_on(before, line):
            self.blocks[-1] = _joined(before, line)
        else:
            self._indents = []
            self.blocks.append(Text(line.text, lines))
        self._last = line

    def take_row(self, row: Row) -> None:
        """Take the next row of a table; the first one heads it if it is bold."""
        before = self.blocks[-1] if self.blocks else None
        lines = LineRange(row.first, row.last)
        if row.starts_table or not isinstance(before, Grid):
            header = row.cells if row.bold else ()
            self.blocks.append(Grid(header, () if row.bold else (row.cells,), lines))
        else:
            lines = LineRange(before.lines.first, row.last)
            self.blocks[-1] = Grid(before.header, (*before.rows, row.cells), lines)
        self._indents, self._last = [], None

    def _item(self, line: Line, following: Sequence[Line]) -> Bullet | None:
        """Return the item that the line begins: by a bullet typed or drawn, or a number."""
        lines = LineRange(line.number, line.number)
        bare = without_bullet(line.text)
        if bare is not None or line.drawn_bullet:
            self._number = 0
            return Bullet(bare or line.text, lines)
        number = _NUMBER.match(line.text)
        if number is None:
            return None
        counted = int(number[1])
        starts = counted == 1 and any(one.text.startswith(("2.", "2)")) for one in following)
        if not starts and counted != self._number + 1:
            return None
        self._number = counted
        return Bullet(line.text[number.end() :], lines, ordered=True)

    def _level(self, line: Line, following: Sequence[Line]) -> int | None:
        """Return the level of the heading that the line is: larger, or bold over what is not."""
        if len(line.text.split()) > _LONGEST_HEADING:
            return None
        only_bold = line.bold and not line.text.endswith(_ENDS)
        if line.size not in self.levels and only_bold and any(not o.bold for o in following[:1]):
            return self.levels[0.0]
        return self.levels.get(line.size)

    def _goes_on(self, before: Text | Bullet, line: Line) -> bool:
        """Tell whether the line goes on with the block before it, in one box or over two."""
        if self._last is not None and self._last.box == line.box:
            return True
        return not before.text.endswith(_ENDS) and line.text[0].islower()


def _joined(before: Heading | Text | Bullet, line: Line) -> Block:
    """Return the block with the line added; a word parted by a hyphen keeps it, without a space."""
    parted = before.text.endswith("-") and line.text[0].islower()
    text = f"{before.text}{'' if parted else ' '}{line.text}"
    return replace(before, text=text, lines=LineRange(before.lines.first, line.number))
