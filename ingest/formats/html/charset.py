"""The character set that an HTML file declares of itself.

Raw bytes enter, a name or None leaves; whether it is believed is `ingest.decode`'s business. For
`ingest.formats` only.
"""

import re

PRESCAN_BYTES = 65_536
"""How far a declaration is looked for. The HTML standard prescans 1,024 bytes, but browsers believe
one anywhere in the head; heads hold style sheets of tens of kilobytes."""

_DECLARATION = re.compile(
    rb"""<(?:meta\b[^>]{0,500}?\bcharset|\?xml\b[^>]{0,200}?\bencoding)\s*=\s*["']?\s*([\w.:-]{2,40})""",
    re.IGNORECASE,
)
"""``<meta charset=x>``, ``<meta http-equiv=... content="text/html; charset=x">`` and the XML
declaration's ``encoding``. Bounded repeats keep hostile input linear."""

_MEANT = {
    "iso-8859-1": "windows-1252",
    "iso8859-1": "windows-1252",
    "iso_8859-1": "windows-1252",
    "latin1": "windows-1252",
    "latin-1": "windows-1252",
    "l1": "windows-1252",
    "ascii": "windows-1252",
    "us-ascii": "windows-1252",
    "iso-8859-9": "windows-1254",
    "latin5": "windows-1254",
    "iso-8859-11": "windows-874",
    "tis-620": "windows-874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "x-cp1252": "windows-1252",
    "x-cp1251": "windows-1251",
}
"""Name declared -> the encoding that the Encoding standard has browsers read it in: the older names
stand for their extensions, whose curly quotes and rarer letters pages use all the same."""

_IMPOSSIBLE = ("utf-16", "utf-32", "ucs-2", "unicode")
"""A declaration that can be read as bytes of ASCII is not in any of these."""


def declared_charset(raw: bytes) -> str | None:
    """Return the charset named in the first bytes of ``raw``, lower case, None if there is none.

    Commented-out declarations do not count. The name is the page's own or what the standard takes
    it for; it need not be a charset that exists.
    """
    head = raw[:PRESCAN_BYTES]
    for found in _DECLARATION.finditer(head):
        if head.rfind(b"<!--", 0, found.start()) > head.rfind(b"-->", 0, found.start()):
            continue
        name = found.group(1).decode("ascii", "replace").lower()
        return None if name.startswith(_IMPOSSIBLE) else _MEANT.get(name, name)
    return None
