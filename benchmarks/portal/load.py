"""An open-loop load: requests leave at their appointed times, however slow the answers are.

Addresses, a rate and a number of seconds enter; one Answer a request leaves. Waiting counts from
the appointed time, not from when a connection was free, so a server that stalls is charged for
every request that had to queue meanwhile (what closed-loop tools omit).
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import httptools

LONGEST_WAIT_SECONDS = 30.0
"""After which a request counts as failed."""

CONNECTIONS = 64
"""Kept open and used in turn; more are opened when all are busy, up to MOST_CONNECTIONS."""

MOST_CONNECTIONS = 1_000


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: ``status`` 0 if nothing did; seconds from the appointed time; body bytes."""

    path: str
    status: int
    seconds: float
    size: int


@dataclass(slots=True)
class _Connection(asyncio.Protocol):
    """One kept-alive connection with at most one request under way."""

    transport: asyncio.Transport | None = None
    waiting: "asyncio.Future[tuple[int, int]] | None" = None
    size: int = 0
    parser: httptools.HttpResponseParser = field(init=False)

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        if isinstance(transport, asyncio.Transport):
            self.transport = transport

    def data_received(self, data: bytes) -> None:
        self.parser.feed_data(data)

    def connection_lost(self, _error: Exception | None) -> None:
        self.transport = None
        self._finish(0)

    def on_body(self, body: bytes) -> None:
        self.size += len(body)

    def on_message_complete(self) -> None:
        self._finish(self.parser.get_status_code())

    def ask(self, request: bytes) -> "asyncio.Future[tuple[int, int]]":
        self.parser = httptools.HttpResponseParser(self)
        self.size = 0
        self.waiting = asyncio.get_running_loop().create_future()
        if self.transport is None:
            raise ConnectionError("the server has closed the connection")
        self.transport.write(request)
        return self.waiting

    def _finish(self, status: int) -> None:
        if self.waiting and not self.waiting.done():
            self.waiting.set_result((status, self.size))


class Load:
    """Sends requests to one server."""

    def __init__(self, address: str, headers: Sequence[tuple[str, str]] = ()) -> None:
        """Prepare to ask the server at ``address`` ("http://127.0.0.1:8000")."""
        parts = urlsplit(address)
        self._host, self._port = parts.hostname or "", parts.port or 80
        lines = [("Host", parts.netloc), ("Accept-Encoding", "gzip"), *headers]
        self._head = "".join(f"{name}: {value}\r\n" for name, value in lines)
        self._free: list[_Connection] = []
        self._gate = asyncio.Semaphore(MOST_CONNECTIONS)

    async def run(self, paths: Sequence[str], rate: float, seconds: float) -> list[Answer]:
        """Ask for ``paths`` in turn, ``rate`` a second at even intervals, for ``seconds``."""
        self._free = [await self._opened() for _ in range(CONNECTIONS)]
        loop = asyncio.get_running_loop()
        start = loop.time() + 0.1
        tasks = []
        for number in range(int(rate * seconds)):
            due = start + number / rate
            if (ahead := due - loop.time()) > 0:
                await asyncio.sleep(ahead)
            tasks.append(asyncio.create_task(self._one(paths[number % len(paths)], due)))
        answers = await asyncio.gather(*tasks)
        for connection in self._free:
            if connection.transport:
                connection.transport.close()
        return answers

    async def _one(self, path: str, due: float) -> Answer:
        loop = asyncio.get_running_loop()
        status, size = 0, 0
        async with self._gate:
            try:
                async with asyncio.timeout(LONGEST_WAIT_SECONDS):
                    connection = await self._connection()
                    request = f"GET {path} HTTP/1.1\r\n{self._head}\r\n".encode()
                    status, size = await connection.ask(request)
                    if connection.transport:
                        self._free.append(connection)
            except (TimeoutError, OSError):
                pass  # the Answer says so: status 0
        return Answer(path, status, loop.time() - due, size)

    async def _connection(self) -> _Connection:
        while self._free:
            if (connection := self._free.pop()).transport:
                return connection
        return await self._opened()

    async def _opened(self) -> _Connection:
        loop = asyncio.get_running_loop()
        _, connection = await loop.create_connection(_Connection, self._host, self._port)
        return connection
