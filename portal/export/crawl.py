"""Pages of the site, asked of the app as a browser would.

An app and addresses enter; an Asked for each address leaves, and which other pages it leads to.
"""

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass

from starlette.types import ASGIApp, Message

from portal import urls
from portal.export.links import PLACEHOLDER, linked_addresses, unescaped

LOG = logging.getLogger(__name__)

OK = 200
MOVED = 308

_NOT_FILES = re.compile(r"/static/.*|/suggest|/healthz|.*\.json|/search|/compare/|/leaflet")
"""Addresses that no file can answer: what depends on a visitor's words or choices, and the JSON
twins, which speak of addresses on a server. Static files are copied, not asked for."""

_PLACE = re.compile(r"<loc>([^<]*)</loc>")
_PARTS = "<sitemapindex"
_HTML = "text/html"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the app answers at an address; ``html`` tells whether it is a page."""

    address: str
    text: str
    html: bool

    def leads_to(self) -> Iterator[str]:
        """Yield the addresses that the page links and that can be files."""
        for address in linked_addresses(self.text) if self.html else ():
            if not _NOT_FILES.fullmatch(address):
                yield address


async def places(app: ASGIApp) -> list[str]:
    """Return every address that the site map has; of a long one also those of its parts."""
    found: list[str] = []
    waiting = [urls.SITEMAP]
    while waiting:
        site_map = await ask(app, waiting.pop())
        named = [
            unescaped(place).removeprefix(PLACEHOLDER) for place in _PLACE.findall(site_map.text)
        ]
        found += named
        if _PARTS in site_map.text:
            waiting += named
    return found


async def ask(app: ASGIApp, address: str) -> Asked:
    """Return what ``app`` answers at ``address``, or at where it says that has gone.

    Where it has no page, that is the page which says so: a link to it is not a dead end.
    """
    status, headers, body = await _request(app, address)
    while status == MOVED:
        status, headers, body = await _request(app, headers["location"])
    if status != OK:
        LOG.warning("%s answers %d", address, status)
    return Asked(address, body.decode(), headers.get("content-type", "").startswith(_HTML))


async def _request(app: ASGIApp, address: str) -> tuple[int, dict[str, str], bytes]:
    path, _, query = address.partition("?")
    host = PLACEHOLDER.partition("//")[2].encode()
    scope = {
        "type": "http",
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "root_path": "",
        "query_string": query.encode(),
        "headers": [(b"host", host)],
        "server": (host.decode(), 80),
        "client": None,
    }
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    await app(scope, receive, send)
    start = sent[0]
    headers = {name.decode().lower(): value.decode() for name, value in start["headers"]}
    body = b"".join(message.get("body", b"") for message in sent[1:])
    return start["status"], headers, body
