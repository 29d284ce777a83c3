"""A line and its labels, which variants of pages are made of.

Imported by what rewrites pages for the training of the line model.
"""

from dataclasses import dataclass

from ingest.formats.text.lines import Line


@dataclass(frozen=True, slots=True)
class Row:
    """A line, whether it is content, its level if it is a heading, whether it is the title."""

    line: Line
    content: bool
    level: int
    title: bool

    @property
    def heading(self) -> bool:
        """Whether the line is a heading."""
        return self.level > 0
