"""Judged pieces -> an Extract: content, and the furniture before and after it.

For this package only.
"""

from collections.abc import Iterable, Iterator, Sequence

from ingest.blocks import Block, Extract, Text
from ingest.formats.html.bold import with_bold_headings
from ingest.formats.html.pieces import Piece
from ingest.formats.html.title import Title


def assemble(
    pieces: Sequence[Piece], flags: Sequence[bool], title: Title, repairs: tuple[str, ...]
) -> Extract:
    """Return the page's Extract; ``flags`` tell which pieces are content.

    Furniture between parts of the content (share bars, related links) goes with what follows it,
    so that content and furniture each keep page order. The title's heading is in neither.
    """
    shown = [(number, piece) for number, piece in enumerate(pieces) if number != title.piece]
    first = flags.index(True) if True in flags else len(flags)
    return Extract(
        title=title.text,
        content=tuple(with_bold_headings([piece for n, piece in shown if flags[n]], title.text)),
        before=_furniture(piece for n, piece in shown if not flags[n] and n < first),
        after=_furniture(piece for n, piece in shown if not flags[n] and n > first),
        repairs=repairs,
    )


def _furniture(pieces: Iterable[Piece]) -> tuple[Block, ...]:
    """Return furniture's blocks, with lines that the page breaks itself apart (an address)."""
    return tuple(block for piece in pieces for block in _lines(piece))


def _lines(piece: Piece) -> Iterator[Block]:
    if isinstance(piece.block, Text) and piece.shown_lines:
        for line in piece.shown_lines:
            yield Text(line, piece.block.lines)
    else:
        yield piece.block
