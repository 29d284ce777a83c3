"""The non-blank lines of a page: where each stands, what marks it, what it says.

Imported by all of the text format. A page has hundreds of lines, and of most nothing is asked but
what they say: so `Lines` holds columns, and a `Line` is made only where one is asked for.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, overload


class Line(NamedTuple):
    """One non-blank line, or several that a narrow page broke apart.

    Attributes:
        first: First raw line, 1-based.
        last: Last raw line, its underline included.
        indent: Columns before the marker, or before the text where there is none.
        marker: The bullet glyph or the number with its punctuation; empty for plain lines.
        text: The text without its marker, white space folded.
        gap: Blank lines above.
        underline: The character it is underlined with, or empty; rows of tables by any rule.
        cells: The cells, where tabs, wide gaps or bars part the line into two or more.
        level: The level that number signs before a heading state, as in Markdown; 0 without.
        raw: The raw line that the text stands on, the first if there are several.
    """

    first: int
    last: int
    indent: int
    marker: str
    text: str
    gap: int
    underline: str = ""
    cells: tuple[str, ...] = ()
    level: int = 0
    raw: str = ""

    @property
    def is_numbered(self) -> bool:
        """Whether the marker is a number or letter, not a glyph."""
        return len(self.marker) > 1

    @property
    def full_text(self) -> str:
        """The text with its number: "1. Medications". A glyph is no text and stays out."""
        return f"{self.marker} {self.text}" if self.is_numbered else self.text


@dataclass(frozen=True, slots=True)
class Lines(Sequence[Line]):
    """The lines of a page, as columns with an entry a line; see `Line` for what they hold.

    What few lines have, ``underlines``, ``cells`` and ``levels``, is held by their places alone.
    """

    firsts: Sequence[int]
    lasts: Sequence[int]
    indents: Sequence[int]
    markers: Sequence[str]
    texts: Sequence[str]
    gaps: Sequence[int]
    raws: Sequence[str]
    underlines: Mapping[int, str]
    cells: Mapping[int, tuple[str, ...]]
    levels: Mapping[int, int]

    @classmethod
    def of(cls, lines: Iterable[Line]) -> "Lines":
        """Return ``lines`` as columns."""
        if isinstance(lines, Lines):
            return lines
        lines = tuple(lines)
        columns = zip(*lines, strict=True) if lines else [()] * len(Line._fields)
        firsts, lasts, indents, markers, texts, gaps, _, _, _, raws = columns
        return cls(
            firsts=firsts,
            lasts=lasts,
            indents=indents,
            markers=markers,
            texts=texts,
            gaps=gaps,
            raws=raws,
            underlines={n: line.underline for n, line in enumerate(lines) if line.underline},
            cells={n: line.cells for n, line in enumerate(lines) if line.cells},
            levels={n: line.level for n, line in enumerate(lines) if line.level},
        )

    def __len__(self) -> int:
        """Return the number of lines."""
        return len(self.texts)

    @overload
    def __getitem__(self, place: int) -> Line: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Line, ...]: ...
    def __getitem__(self, place: int | slice) -> Line | tuple[Line, ...]:
        """Return the line, or the lines, at ``place``."""
        places = range(len(self))[place]
        return tuple(map(self._line, places)) if isinstance(places, range) else self._line(places)

    def __iter__(self) -> Iterator[Line]:
        """Yield the lines in page order."""
        return map(self._line, range(len(self)))

    def _line(self, place: int) -> Line:
        return Line(
            self.firsts[place],
            self.lasts[place],
            self.indents[place],
            self.markers[place],
            self.texts[place],
            self.gaps[place],
            self.underlines.get(place, ""),
            self.cells.get(place, ()),
            self.levels.get(place, 0),
            self.raws[place],
        )
