"""What every response says to the browser about safety, and how it may be kept.

An ASGI app enters, the same app with headers leaves. No cookie is ever set.
"""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "script-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)

SECURITY_HEADERS = {
    "content-security-policy": CONTENT_SECURITY_POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}

STATIC_PREFIX = "/static/"
STATIC_CACHING = "public, max-age=31536000, immutable"
"""A year, for addresses that carry the file's fingerprint and so never change their content."""

PAGE_CACHING = "no-cache"
"""Kept, but asked about each time: the answer is a 304 until the library changes."""


class HeadersMiddleware:
    """Adds the headers above to every response that does not set them itself."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap ``app``."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        versioned = scope["path"].startswith(STATIC_PREFIX) and b"v=" in scope["query_string"]
        caching = STATIC_CACHING if versioned else PAGE_CACHING

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in SECURITY_HEADERS.items():
                    headers.setdefault(name, value)
                headers.setdefault("cache-control", caching)
            await send(message)

        await self._app(scope, receive, send_with_headers)
