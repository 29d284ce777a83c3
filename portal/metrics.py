"""Counts for Prometheus: requests by kind of page and status, how long they took, the library.

An ASGI app enters, the same app counted leaves; the endpoint gives the counts of all workers to
whoever has the token. Kinds of page are the routes' own patterns, so nothing a visitor says is in
a label, and their number is bounded.
"""

import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from hmac import compare_digest

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Gauge,
    Histogram,
    generate_latest,
)
from prometheus_client.multiprocess import MultiProcessCollector
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from index.errors import LibraryError
from portal.answer import NothingHereError
from portal.kept import Kept
from portal.shelf import Shelf

SHARED = "PROMETHEUS_MULTIPROC_DIR"
"""Where the library keeps the counts of several processes; it reads the environment itself."""

SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.015, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5)
"""Bounds of the histogram: dense around the 5 and 15 ms that a page of results is to take."""

UNROUTED = "(none)"


@contextmanager
def shared_counts() -> Iterator[None]:
    """Let worker processes that are started within count together; in a folder that then goes."""
    with tempfile.TemporaryDirectory(prefix="portal-counts-") as folder:
        os.environ[SHARED] = folder
        try:
            yield
        finally:
            del os.environ[SHARED]


class Metrics:
    """The counts of one process."""

    def __init__(self) -> None:
        """Begin at nought."""
        self.registry = CollectorRegistry()
        self.seconds = Histogram(
            "portal_request_seconds",
            "Time to answer, without the network",
            ["route", "status"],
            buckets=SECONDS,
            registry=self.registry,
        )
        self.generation = Gauge(
            "portal_library_generation",
            "Number of the generation that answers",
            registry=self.registry,
            multiprocess_mode="mostrecent",
        )
        self.created = Gauge(
            "portal_library_created_timestamp_seconds",
            "When the generation that answers was made",
            registry=self.registry,
            multiprocess_mode="mostrecent",
        )

    def kept(self) -> Kept:
        """Return what is held, for visitors to read."""
        return Kept(
            what="How many pages of each kind were asked for, with which status, and how long they "
            "took. No addresses, no words.",
            purpose="So that staff see whether the site is well.",
            where="In memory only.",
            until="When the program is started anew.",
        )

    def see(self, shelf: Shelf) -> None:
        """Take note of the generation that ``shelf`` holds, if there is one."""
        try:
            generation, _ = shelf.open()
        except LibraryError:
            return
        self.generation.set(generation.info.number)
        self.created.set(generation.info.created.timestamp())

    def written(self) -> bytes:
        """Return the counts of all processes in Prometheus' text form."""
        if SHARED not in os.environ:
            return generate_latest(self.registry)
        everyone = CollectorRegistry()
        MultiProcessCollector(everyone)  # type: ignore[no-untyped-call]  # as the library has it
        return generate_latest(everyone)


class MetricsMiddleware:
    """Counts every answer by its route and status."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        """Count the answers of ``app`` in ``metrics``."""
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request and count it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        status = "500"
        began = time.perf_counter()

        async def send_counted(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = str(message["status"])
            await send(message)

        try:
            await self._app(scope, receive, send_counted)
        finally:
            route = getattr(scope.get("route"), "path", UNROUTED)
            took = time.perf_counter() - began
            self._metrics.seconds.labels(route, status).observe(took)


def metrics(request: Request) -> Response:
    """Give the counts to whoever has the token; without one set there is no such page."""
    token = request.app.state.settings.metrics_token
    given = request.headers.get("authorization", "")
    if not token:
        raise NothingHereError("There is no page at this address.")
    if not compare_digest(given.encode(), f"Bearer {token}".encode()):
        return Response(status_code=401, headers={"www-authenticate": "Bearer"})
    counts: Metrics = request.app.state.metrics
    counts.see(request.app.state.shelf)
    return Response(
        counts.written(), headers={"content-type": CONTENT_TYPE_LATEST, "cache-control": "no-store"}
    )
