"""Word documents (.docx): bytes -> Extract, by the extra ``word``.

mammoth turns the document's styles into HTML (headings, lists with their nesting, tables), which
goes through the same walk as a saved page. A document has no raw lines; its paragraphs are counted
instead. For `ingest.formats` only.
"""

import zlib
from dataclasses import replace
from io import BytesIO
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile, ZipFile

from index.document import LineRange
from ingest.blocks import Extract
from ingest.errors import PageRefusedError
from ingest.formats.extras import optional_module
from ingest.formats.html.bold import with_bold_headings
from ingest.formats.html.pieces import Piece
from ingest.formats.html.tree import parse
from ingest.formats.html.walk import walk
from ingest.formats.margins import part_margins

_MAIN_PART = "word/document.xml"
_LARGEST = 60_000_000
"""Bytes of all parts unpacked, pictures included; raw files have at most 10 MB. More is a file made
to fill the memory."""

_COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""What files of Word up to 2003 begin with, and what newer ones are wrapped in when locked."""

_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='List Bullet 2'] => ul|ol > li > ul > li:fresh
p[style-name='List Bullet 3'] => ul|ol > li > ul|ol > li > ul > li:fresh
p[style-name='List Number 2'] => ul|ol > li > ol > li:fresh
p[style-name='List Number 3'] => ul|ol > li > ul|ol > li > ol > li:fresh
"""
"""Word's own styles that mammoth does not map by itself."""


def read(raw: bytes, source: str) -> Extract:
    """Read a Word document; ``source`` is its path, for messages.

    Line ranges count the document's blocks, from 1.

    Raises:
        PageRefusedError: it is no Word document (the old .doc kind included), or the extra is not
            installed.
    """
    mammoth = optional_module("mammoth", extra="word", source=source)
    _check(raw, source)
    try:
        converted = mammoth.convert_to_html(
            BytesIO(raw), style_map=_STYLES, convert_image=mammoth.images.img_element(_no_image)
        )
    except (BadZipFile, KeyError, ValueError, IndexError, AttributeError, ExpatError) as reason:
        raise PageRefusedError(f"{source}: damaged Word document; save it again") from reason
    pieces = [_counted(piece, place) for place, piece in enumerate(walk(parse(converted.value)), 1)]
    margins = part_margins(pieces, None)
    return Extract(
        title=margins.title,
        content=tuple(with_bold_headings(margins.content, margins.title)),
        before=tuple(piece.block for piece in margins.before),
        after=tuple(piece.block for piece in margins.after),
    )


def _check(raw: bytes, source: str) -> None:
    """Refuse what is no Word document, or unpacks to more than any page."""
    if raw.startswith(_COMPOUND_FILE):
        raise PageRefusedError(
            f"{source}: locked with a password, or an old .doc; save it as .docx without one"
        )
    try:
        with ZipFile(BytesIO(raw)) as archive:
            parts = archive.infolist()
            if sum(part.file_size for part in parts) > _LARGEST:
                raise PageRefusedError(f"{source}: the document is too large to be a page")
            damaged = archive.testzip()
    except (BadZipFile, zlib.error, EOFError, RuntimeError, ValueError, OSError) as reason:
        raise PageRefusedError(f"{source}: not a Word document; save it as .docx") from reason
    if damaged or _MAIN_PART not in {part.filename for part in parts}:
        raise PageRefusedError(f"{source}: not a Word document; save it as .docx")


def _no_image(_: object) -> dict[str, str]:
    """Leave a picture's data out: pages are text."""
    return {}


def _counted(piece: Piece, place: int) -> Piece:
    return piece._replace(block=replace(piece.block, lines=LineRange(place, place)))
