"""Connections that cannot be held open for nothing: bounds on how slowly a client says how much.

uvicorn's own protocol enters, a bounded one leaves, for `portal.__main__`. uvicorn bounds how long
a connection may idle between requests; this bounds what it leaves open: a head that never ends, one
that trickles in, and an answer that is never read.
"""

import asyncio
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

HEAD_SECONDS = 10.0
"""From the first byte of a request to the end of its head. A phone on a bad line needs one or two;
servers in wide use allow 20 to 60, for uploads that this site does not take."""

READ_SECONDS = 30.0
"""How long an answer may wait for a client that reads nothing more of it; it is at most a megabyte
or two, and most of it is in the network's buffers already."""

LARGEST_HEAD = 131_072
"""Bytes of a request's head: twice the longest address that is read (`portal.guard`)."""

TOO_LARGE = (
    b"HTTP/1.1 431 Request Header Fields Too Large\r\n"
    b"connection: close\r\ncontent-type: text/plain\r\ncontent-length: 26\r\n\r\n"
    b"That was too much to send."
)


class BoundedProtocol(HttpToolsProtocol):
    """One connection of a client, which is cut where it says too little or too much."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        """Take what uvicorn gives."""
        super().__init__(*arguments, **options)
        self._heard = 0
        self._deadline: asyncio.TimerHandle | None = None
        self._unread: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn's
        """Begin to wait for the first request."""
        super().connection_made(transport)
        self._expect_head()

    def data_received(self, data: bytes) -> None:
        """Take what a client says, unless it is too much."""
        self._heard += len(data)
        if self._heard > LARGEST_HEAD:
            self.transport.write(TOO_LARGE)
            self._cut()
            return
        if self._deadline is None and (self.cycle is None or self.cycle.response_complete):
            self._expect_head()
        super().data_received(data)

    def on_headers_complete(self) -> None:
        """Wait no more: the request can be answered."""
        self._heard = 0
        self._cancel()
        super().on_headers_complete()

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the client."""
        self._cancel()
        self._was_read()
        super().connection_lost(exc)

    def pause_writing(self) -> None:
        """Wait for a client to read what it has asked for."""
        super().pause_writing()
        self._unread = self.loop.call_later(READ_SECONDS, self._cut)

    def resume_writing(self) -> None:
        """Go on: it reads."""
        self._was_read()
        super().resume_writing()

    def timeout_keep_alive_handler(self) -> None:
        """Close an idle connection, also where the client has left the last answer unread."""
        if self.transport.get_write_buffer_size():
            self._cut()
        else:
            super().timeout_keep_alive_handler()

    def _expect_head(self) -> None:
        self._deadline = self.loop.call_later(HEAD_SECONDS, self._cut)

    def _cancel(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None

    def _was_read(self) -> None:
        if self._unread is not None:
            self._unread.cancel()
            self._unread = None

    def _cut(self) -> None:
        self._cancel()
        self._was_read()
        self.transport.abort()
