"""Where the lines of a page stand and how they are marked, as columns.

Lines enter, a Layout leaves; pure, for the text format only.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ingest.formats.text.lines import Lines

Flags = NDArray[np.bool_]
Places = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Layout:
    """One entry a line in each column.

    Attributes:
        texts: What the lines say.
        markers: Their markers; empty for plain lines.
        indents: Columns before the marker, or before the text where there is none.
        gaps: Blank lines above.
        cells: How many cells a row of a table has, 0 for other lines.
        glyphs: Whether the marker is a bullet glyph.
        numbered: Whether the marker is a number or letter.
        stated: Whether an underline or number signs state that the line is a heading.
    """

    texts: Sequence[str]
    markers: Sequence[str]
    indents: Places
    gaps: Places
    cells: Places
    glyphs: Flags
    numbered: Flags
    stated: Flags

    @property
    def marked(self) -> Flags:
        """Whether each line has a marker."""
        return self.glyphs | self.numbered

    @property
    def in_one_list(self) -> Flags:
        """For each line but the first, whether it and the one above are items of one list."""
        marked = self.marked
        together: Flags = marked[1:] & marked[:-1] & (self.gaps[1:] == 0)
        return together


def layout_of(lines: Lines) -> Layout:
    """Return the columns of ``lines``, one at least."""
    sizes = np.array([*map(len, lines.markers)])
    cells = np.zeros(len(lines), dtype=np.intp)
    for place, parts in lines.cells.items():
        cells[place] = len(parts)
    stated = np.zeros(len(lines), dtype=bool)
    stated[[*lines.underlines, *lines.levels]] = True
    return Layout(
        texts=lines.texts,
        markers=lines.markers,
        indents=np.array(lines.indents),
        gaps=np.array(lines.gaps),
        cells=cells,
        glyphs=sizes == 1,
        numbered=sizes > 1,
        stated=stated,
    )
