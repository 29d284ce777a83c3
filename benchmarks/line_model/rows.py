"""A line and its labels, which variants of pages are made of.

Imported by what rewrites pages for the training of the line model.
"""

from dataclasses import dataclass

from ingest.formats.text.lines import Line


@dataclass(frozen=True, slots=True)
class Row:
    """A line, and whether it is content, a heading, the page's title."""

    line: Line
    content: bool
    heading: bool
    title: bool
