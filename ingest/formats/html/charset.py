"""The character set that an HTML file declares of itself.

Raw bytes enter, a name or None leaves; whether it is believed is `ingest.decode`'s business. For
`ingest.formats` only.
"""

import re

PRESCAN_BYTES = 4096
"""How far a declaration is looked for. The HTML standard prescans 1,024 bytes and asks authors to
declare within them; pages saved by browsers put a long ``saved from`` comment before, hence four
times that."""

_DECLARATION = re.compile(
    rb"""<(?:meta\b[^>]{0,500}?\bcharset|\?xml\b[^>]{0,200}?\bencoding)\s*=\s*["']?\s*([\w.:-]{2,40})""",
    re.IGNORECASE,
)
"""``<meta charset=x>``, ``<meta http-equiv=... content="text/html; charset=x">`` and the XML
declaration's ``encoding``. Bounded repeats keep hostile input linear."""

_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)


def declared_charset(raw: bytes) -> str | None:
    """Return the charset named in the first bytes of ``raw``, lower case, None if there is none.

    Commented-out declarations do not count. The name is as the page spells it; it need not be
    a charset that exists.
    """
    found = _DECLARATION.search(_COMMENT.sub(b"", raw[:PRESCAN_BYTES]))
    return found.group(1).decode("ascii", "replace").lower() if found else None
