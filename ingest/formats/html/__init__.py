"""Saved web pages: HTML bytes -> Extract.

charset (what the page says of its encoding) -> tree (lxml, BeautifulSoup) -> walk (pieces) ->
region (which are content) -> title -> assemble. For `ingest.formats` only.
"""

from ingest.blocks import Extract
from ingest.decode import decode
from ingest.errors import PageRefusedError
from ingest.formats.html.assemble import assemble
from ingest.formats.html.charset import declared_charset
from ingest.formats.html.region import content_flags
from ingest.formats.html.title import find_title, likely_title, stated_names
from ingest.formats.html.tree import let_go, parse
from ingest.formats.html.walk import walk


def read(raw: bytes, source: str) -> Extract:
    """Read a saved web page; ``source`` is its path, for messages.

    Raises:
        PageRefusedError: the bytes are no text, or the page is but a frame around others.
    """
    decoded = decode(raw, source, declared_charset(raw))
    soup = parse(decoded.text.replace("\r\n", "\n").replace("\r", "\n"))
    pieces = walk(soup)
    if not pieces and soup.find("frameset") is not None:
        raise PageRefusedError(
            f"{source}: the page only sets frames around other pages; save the page in the frame"
        )
    names = stated_names(soup)
    likely = likely_title(names, pieces)
    flags = content_flags(pieces, likely)
    let_go(soup)
    return assemble(pieces, flags, find_title(names, likely, pieces, flags), decoded.repairs)
