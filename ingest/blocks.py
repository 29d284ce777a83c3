"""What every format is read into: a flat run of content blocks, and the furniture around it.

Bytes of a format enter `ingest.formats`, an Extract of these blocks leaves; outline, conditions
and aspects work on the blocks alone and never know the format. Text is verbatim with white space
folded; line numbers are 1-based raw lines, both ends included.
"""

from dataclasses import dataclass

from index.document import LineRange
from index.record import record


@record
class Heading:
    """A heading; ``level`` 1 (top) to 6 where the format states it, None where only it looks so.

    ``indent``: columns that it stands in from the margin, in formats that show their layout.
    """

    text: str
    lines: LineRange
    level: int | None = None
    indent: int = 0


@record
class Text:
    """A paragraph."""

    text: str
    lines: LineRange


@record
class Bullet:
    """One list item without its glyph or number; ``depth`` 1 is the outermost list.

    ``starts_list`` marks the first item of a list where the format tells (two lists in a row).
    ``unsaid`` counts the lists right around the item's own that have said nothing before it; the
    page shows it that much deeper, and nothing above it.
    """

    text: str
    lines: LineRange
    depth: int = 1
    ordered: bool = False
    starts_list: bool = False
    unsaid: int = 0


@record
class Grid:
    """A table, its cells' text."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    lines: LineRange


Block = Heading | Text | Bullet | Grid


@dataclass(frozen=True, slots=True)
class Extract:
    """One raw page, read but not yet understood.

    ``title`` is the page's own, None if it shows none; it is not repeated in ``content``.
    ``content`` and the two runs of furniture keep page order. ``aliases``: other names of the page
    that the format states. ``repairs``: what had to be mended to read it, one sentence each.
    """

    title: str | None
    content: tuple[Block, ...]
    before: tuple[Block, ...] = ()
    after: tuple[Block, ...] = ()
    aliases: tuple[str, ...] = ()
    repairs: tuple[str, ...] = ()
