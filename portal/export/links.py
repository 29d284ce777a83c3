"""The site's addresses as files: where each is put, and how one file links another.

Addresses as `portal.urls` spells them enter; names of files and relative links leave.
"""

import posixpath
import re
from functools import lru_cache
from hashlib import sha256
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlencode, urlsplit

from portal import urls
from portal.letters import LETTER
from portal.look import LOGO_TYPES

PLACEHOLDER = "http://library.invalid"
"""Stands for the site's public address while pages are made; no host can have it (RFC 2606)."""

_SUFFIXES = (".md", ".xml", ".txt", ".atom", ".js", ".css", *LOGO_TYPES)
"""Endings of addresses that are files already; every other address is a page."""

LONGEST_NAME = 200
"""Bytes of a file's or folder's name. File systems take 255, archives and copies to other systems
somewhat less; anchors of headings within headings can be longer."""

PARTS = (LETTER, "page")
"""Parameters that choose a part of a long list: each part is a file. No other parameter is."""

MOST_LINKS = 65_536
"""Links kept ready, some 20 MB: menus, conditions and subjects are linked from thousands of pages
of the same folder."""

_PATH_LINK = re.compile(r'( (?:href|src|action|cite)=")(/(?!/)[^"]*)(")')
"""A link of our templates. Quotation marks in text are always escaped: no text looks like one."""

_WHOLE_LINK = re.compile(re.escape(PLACEHOLDER) + r"""(/[^"'<>)\s\\]*)""")


class LinkError(ValueError):
    """An address cannot be a file; the message names it."""


def file_of(address: str) -> str:
    """Return the file that holds ``address``, relative to the export's folder.

    Of its query only the PARTS of a list tell files apart; searches are all on one page.

    Raises:
        LinkError: the address would be a file outside of the folder.
    """
    parts = urlsplit(address)
    path = unquote(parts.path).removeprefix("/")
    if not path or path.endswith("/"):
        path += "index"
    if not path.endswith(_SUFFIXES):
        part = "-".join(
            f"{name}-{value if value.isalnum() else 'other'}" for name, value in _parts(parts)
        )
        path += f"/{part}.html" if part else ".html"
    if parts.netloc or any(part in {"", ".", ".."} or "\0" in part for part in path.split("/")):
        raise LinkError(f"{address!r} cannot be a file of the export")
    *folders, name = path.split("/")
    return "/".join([*map(_shortened, folders), _shortened(name)])


def exported(address: str) -> str:
    """Return ``address`` without what makes no file of its own: words to mark, a place on a page.

    Every address of the same file is the same then, so that each file is made once.
    """
    parts = urlsplit(address)
    chosen = urlencode(_parts(parts))
    return f"{parts.path}?{chosen}" if chosen else parts.path


def _parts(address: SplitResult) -> list[tuple[str, str]]:
    """Return which part of a list ``address`` asks for: name and value of its PARTS."""
    if not address.query or address.path == urls.SEARCH:
        return []
    return [(name, value) for name, value in parse_qsl(address.query) if name in PARTS]


def _shortened(part: str) -> str:
    """Return ``part`` of a path, a long one cut and told from others by a hash of all of it."""
    if len(part.encode()) <= LONGEST_NAME:
        return part
    start, dot, ending = part.rpartition(".")
    stem = start or part
    cut = stem.encode()[: LONGEST_NAME // 2].decode(errors="ignore")
    mark = sha256(stem.encode()).hexdigest()[:16]
    return f"{cut}-{mark}{dot if start else ''}{ending if start else ''}"


def link(source: str, address: str) -> str:
    """Return how the file ``source`` links ``address``; a search keeps its words."""
    return _link(posixpath.dirname(source) or ".", address)


@lru_cache(MOST_LINKS)
def _link(folder: str, address: str) -> str:
    parts = urlsplit(address)
    target = quote(posixpath.relpath(file_of(address), folder))
    kept = parts.query if parts.path == urls.SEARCH else ""
    return target + (f"?{kept}" if kept else "") + (f"#{parts.fragment}" if parts.fragment else "")


def linked_addresses(html: str) -> list[str]:
    """Return the site's own addresses that a page links, each file's as `exported` spells it."""
    found = {match[2] for match in _PATH_LINK.finditer(html)}
    return list(dict.fromkeys(exported(unescaped(address)) for address in sorted(found)))


def relinked(source: str, text: str, site: str) -> str:
    """Return ``text`` of the file ``source`` with its links leading to files.

    ``site`` is the address that the folder will be at, without a closing slash; where it is empty,
    whole addresses become relative ones.
    """
    text = _PATH_LINK.sub(
        lambda found: (
            f"{found[1]}{link(source, unescaped(found[2])).replace('&', '&amp;')}{found[3]}"
        ),
        text,
    )
    return _WHOLE_LINK.sub(lambda found: _whole(source, unescaped(found[1]), site), text)


def unescaped(address: str) -> str:
    """Return an address as it is, from how HTML and JSON-LD write it."""
    return address.replace("&amp;", "&").replace("&#39;", "'")


def _whole(source: str, address: str, site: str) -> str:
    return f"{site}/{link('', address)}" if site else link(source, address)
