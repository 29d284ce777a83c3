"""PDF documents: bytes -> Extract, by the extra ``pdf``.

pdfminer.six finds the text and where it stands: lines (with the bullets drawn before them) ->
reading order over columns -> what recurs on every sheet, which is furniture -> blocks. Scanned
pages have no text and are refused. For `ingest.formats` only.
"""

import struct
import zlib
from collections import defaultdict
from collections.abc import Sequence
from io import BytesIO

from index.document import LineRange
from ingest.blocks import Block, Extract, Grid, Text
from ingest.errors import PageRefusedError
from ingest.formats.extras import optional_module
from ingest.formats.html.pieces import Piece
from ingest.formats.margins import part_margins
from ingest.formats.pdf.blocks import blocks_of
from ingest.formats.pdf.lines import Line, lines_of

_MOST_PAGES = 0.6
"""Share of the pages on which a line in the margin must recur, at the same height, to be a running
head."""

_MOST = 100
"""Pages. What is longer is a book, not a page of a site, and would hold up the others."""

_BROKEN = (ValueError, KeyError, TypeError, IndexError, AttributeError, ArithmeticError)
"""What pdfminer raises, beside its own errors, on documents that are not what they claim."""


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
        raise PageRefusedError(f"{source}: {_why(reason)}") from reason
    if len(sheets) > _MOST:
        raise PageRefusedError(f"{source}: more than {_MOST} pages; too long for a page of a site")
    lines = lines_of(sheets, layout)
    if not lines:
        raise PageRefusedError(f"{source}: the PDF holds no text (a scan?); save it with its text")
    running = _running_heads(lines, len(sheets))
    blocks = blocks_of([line for line in lines if _place(line) not in running])
    margins = part_margins([_piece(block) for block in blocks], None)
    heads = {_place(line): line for line in reversed(lines) if _place(line) in running}
    after = [Text(line.text, LineRange(line.number, line.number)) for line in heads.values()]
    return Extract(
        title=margins.title,
        content=tuple(piece.block for piece in margins.content),
        before=tuple(piece.block for piece in margins.before),
        after=(*(piece.block for piece in margins.after), *reversed(after)),
    )


def _why(reason: BaseException) -> str:
    """Return what is wrong with a document that pdfminer gives up on."""
    if "Password" in type(reason).__name__:
        return "the PDF is locked with a password; save it without one"
    return "not a PDF that can be read (damaged or locked)"


def _place(line: Line) -> tuple[str, int]:
    """Return what makes a running head: its words, page numbers aside, and where it stands."""
    words = "".join("0" if sign.isdigit() else sign for sign in line.text)
    return words, round(line.bottom)


def _running_heads(lines: Sequence[Line], sheets: int) -> frozenset[tuple[str, int]]:
    """Return the places of lines that recur on most sheets of a document of several."""
    found: defaultdict[tuple[str, int], set[int]] = defaultdict(set)
    for line in lines:
        if line.in_margin:
            found[_place(line)].add(line.sheet)
    needed = max(2.0, _MOST_PAGES * sheets)
    return frozenset(place for place, where in found.items() if len(where) >= needed)


def _piece(block: Block) -> Piece:
    text = "" if isinstance(block, Grid) else block.text
    return Piece(block, (), len(text.split()))
