"""What is turned away before any work is done for it: foreign hosts, endless addresses, floods.

An ASGI app enters, the same app behind the guard leaves. Whoever is turned away is told why in
plain words, on a page that is kept ready; nothing of the request is repeated or logged.
"""

import re
from http import HTTPStatus
from math import ceil

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from portal.errors import refusal
from portal.limits import Limits

LONGEST_ADDRESS = 64_000
"""Bytes of path and query together. More than browsers send, so that pasted text is still read, and
cut, rather than refused; reading a megabyte would cost as much as a hundred searches. The server's
own parser refuses what is longer than 65,535."""

LARGEST_BODY = 4096
"""Bytes that a client may announce to send. No address takes any, and none is ever read; a little
is let through, so that a form sent the wrong way is told what is wrong with it."""

COSTS = (
    ("/static/", 0.0),
    ("/healthz", 0.0),
    ("/livez", 0.0),
    ("/metrics", 0.0),
    ("/robots.txt", 0.0),
    ("/suggest", 0.5),
    ("/sitemap", 10.0),
    ("/llms.txt", 10.0),
    ("/index.json", 10.0),
    ("/a-z.json", 5.0),
    ("/glossary.json", 10.0),
    ("/conditions/index.json", 5.0),
)
"""Beginning of a path -> tokens it costs, in round tenths of the processor time measured over
17,908 sections: a search is 1, a list of the whole library up to 10. The first that fits counts."""

USUAL_COST = 1.0

LONGEST_NUMBER = 20
"""Digits of a length that is read as a number; a server's parser refuses what is longer."""

HOST = re.compile(r"(?P<name>[A-Za-z0-9._-]+|\[[0-9a-fA-F:.]+\])(?::\d{1,5})?")
"""A name or an address with or without a port: what RFC 9110 lets a browser send as Host."""


class GuardMiddleware:
    """Turns away what is not for this site, or too much."""

    def __init__(self, app: ASGIApp, limits: Limits, allowed_hosts: tuple[str, ...]) -> None:
        """Guard ``app``; without ``allowed_hosts`` every well-formed Host is answered."""
        self._app = app
        self._limits = limits
        self._allowed = frozenset(host.casefold() for host in allowed_hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or turn it away."""
        refused = self._refused(scope) if scope["type"] == "http" else None
        await (refused or self._app)(scope, receive, send)

    def _refused(self, scope: Scope) -> Response | None:
        request = Request(scope)
        fault = self._fault(scope)
        if fault is not None:
            return refusal(request, fault)
        client = scope.get("client")
        wait = self._limits.wait(client[0], cost_of(scope["path"])) if client else 0.0
        if not wait:
            return None
        response = refusal(request, HTTPStatus.TOO_MANY_REQUESTS)
        response.headers["retry-after"] = str(ceil(wait))
        return response

    def _fault(self, scope: Scope) -> HTTPStatus | None:
        """Return what is wrong with a request, whoever asks; None if nothing is."""
        address = len(scope["raw_path"]) + len(scope["query_string"])
        host = _host_of(scope)
        faults = (
            (address > LONGEST_ADDRESS, HTTPStatus.REQUEST_URI_TOO_LONG),
            (_announced(scope) > LARGEST_BODY, HTTPStatus.REQUEST_ENTITY_TOO_LARGE),
            (host is None or not scope["query_string"].isascii(), HTTPStatus.BAD_REQUEST),
            (self._allowed and host not in self._allowed, HTTPStatus.MISDIRECTED_REQUEST),
        )
        return next((status for is_so, status in faults if is_so), None)


def cost_of(path: str) -> float:
    """Return how many tokens a request for ``path`` costs."""
    return next((cost for start, cost in COSTS if path.startswith(start)), USUAL_COST)


def _announced(scope: Scope) -> int:
    """Return how many bytes of a body a client says it will send; 0 where it says nothing."""
    said = next((value for name, value in scope["headers"] if name == b"content-length"), b"")
    return int(said) if said.isdigit() and len(said) < LONGEST_NUMBER else 0


def _host_of(scope: Scope) -> str | None:
    """Return the host asked for without its port, "" if none is named, None if it is no host."""
    named = [value for name, value in scope["headers"] if name == b"host"]
    if not named:
        return ""
    found = HOST.fullmatch(named[0].decode("latin-1")) if len(named) == 1 else None
    return found["name"].casefold() if found else None
