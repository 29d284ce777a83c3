"""Saved web pages: HTML bytes -> Extract.

charset (what the page says of its encoding) -> tree (lxml) -> walk (pieces) ->
region (which are content) -> title -> assemble. For `ingest.formats` only.
"""

from ingest.blocks import Extract
from ingest.decode import decode
from ingest.errors import PageRefusedError
from ingest.formats.html.assemble import assemble
from ingest.formats.html.charset import declared_charset
from ingest.formats.html.region import content_flags
from ingest.formats.html.title import find_title, likely_title, stated_names
from ingest.formats.html.tree import parse
from ingest.formats.html.walk import walk


def read(raw: bytes, source: str) -> Extract:
    """Read a saved web page; ``source`` is its path, for messages.

    Raises:
        PageRefusedError: the bytes are no text, or the page is but a frame around others.
    """
    decoded = decode(raw, source, declared_charset(raw))
    text = decoded.text
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    tree = parse(text)
    pieces = walk(tree)
    if not pieces and any(element.name == "frameset" for element in tree.elements):
        raise PageRefusedError(
            f"{source}: the page only sets frames around other pages; save the page in the frame"
        )
    names = stated_names(tree)
    likely = likely_title(names, pieces)
    flags = content_flags(pieces, likely)
    tree.let_go()
    return assemble(pieces, flags, find_title(names, likely, pieces, flags), decoded.repairs)
