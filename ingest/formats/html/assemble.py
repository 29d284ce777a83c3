"""Judged pieces -> an Extract: content, and the furniture before and after it.

For this package only.
"""

from collections.abc import Iterable, Iterator, Sequence

from ingest.blocks import Block, Extract, Text
from ingest.formats.html.bold import with_bold_headings
from ingest.formats.html.pieces import Piece
from ingest.formats.html.title import Title, is_line

_FULL_LINE = 8
"""Words from which a line that ends without a mark may have been broken where it was full."""

_ENDS = (".", "!", "?", ":", ";", "…", ")", "”", '"')


def assemble(
    pieces: Sequence[Piece], flags: Sequence[bool], title: Title, repairs: tuple[str, ...]
) -> Extract:
    """Return the page's Extract; ``flags`` tell which pieces are content.

    Furniture between parts of the content (share bars, related links) goes with what follows it,
    so that content and furniture each keep page order. The title's heading is in neither.
    """
    flags = _from_title(pieces, flags, title)
    shown = [(number, piece) for number, piece in enumerate(pieces) if number != title.piece]
    first = flags.index(True) if True in flags else len(flags)
    return Extract(
        title=title.text,
        content=tuple(with_bold_headings(_paragraphs(p for n, p in shown if flags[n]), title.text)),
        before=_furniture(piece for n, piece in shown if not flags[n] and n < first),
        after=_furniture(piece for n, piece in shown if not flags[n] and n > first),
        repairs=repairs,
    )


def _from_title(pieces: Sequence[Piece], flags: Sequence[bool], title: Title) -> Sequence[bool]:
    """Return ``flags`` without the lines above the title, if there is nothing but lines above it.

    The site's name, its menu and the page's kind stand there; a text does not begin so.
    """
    if title.piece is None:
        return flags
    above = [piece for piece, flag in zip(pieces, flags[: title.piece], strict=False) if flag]
    if not all(map(is_line, above)):
        return flags
    return [False] * title.piece + [*flags[title.piece :]]


def _paragraphs(pieces: Iterable[Piece]) -> list[Piece]:
    """Return content's pieces, with lines that the page breaks itself as paragraphs."""
    return [part for piece in pieces for part in _broken(piece)]


def _broken(piece: Piece) -> Iterator[Piece]:
    """Yield a piece's lines, those joined of which the second goes on with the first.

    Old editors wrap lines by hand in the middle of a sentence.
    """
    if not isinstance(piece.block, Text) or not piece.shown_lines:
        yield piece
        return
    joined: list[list[str]] = []
    for line in piece.shown_lines:
        if joined and _goes_on(joined[-1][-1], line):
            joined[-1].append(line)
        else:
            joined.append([line])
    for lines in joined:
        text = " ".join(lines)
        yield piece._replace(block=Text(text, piece.block.lines), words=len(text.split()))


def _goes_on(line: str, following: str) -> bool:
    """Tell whether a line that the page breaks is but a part of a sentence."""
    if following[:1].islower():
        return True
    return len(line.split()) > _FULL_LINE and not line.endswith(_ENDS)


def _furniture(pieces: Iterable[Piece]) -> tuple[Block, ...]:
    """Return furniture's blocks, with lines that the page breaks itself apart (an address)."""
    return tuple(block for piece in pieces for block in _lines(piece))


def _lines(piece: Piece) -> Iterator[Block]:
    if isinstance(piece.block, Text) and piece.shown_lines:
        for line in piece.shown_lines:
            yield Text(line, piece.block.lines)
    else:
        yield piece.block
