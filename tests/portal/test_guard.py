"""What is not for this site, or too much, is turned away before any work is done for it."""

import os
import socket
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from portal.app import create_app
from portal.connection import HEAD_SECONDS, LARGEST_HEAD
from portal.guard import COSTS, LONGEST_ADDRESS
from portal.routes import ROUTES
from portal.settings import Settings
from tests.support.server import fetch, running_portal

VISITOR = "203.0.113.7"


def client_of(clinic: Path, visitor: str = VISITOR, **settings: object) -> TestClient:
    """Return a client of a portal with ``settings``, who comes from the address ``visitor``."""
    app = create_app(Settings(library=clinic, **settings))  # type: ignore[arg-type]  # by name
    return TestClient(app, client=(visitor, 50_000), raise_server_exceptions=False)


def test_only_its_own_names_are_answered(clinic: Path) -> None:
    """In any case of letters, with any port; without a list every name is."""
    client = client_of(clinic, allowed_hosts=("library.example.org",))
    for host, status in (
        ("library.example.org", 200),
        ("LIBRARY.example.org:8443", 200),
        ("evil.example.org", 421),
        ("library.example.org.evil.org", 421),
        ("", 400),
        ("a b", 400),
        ("library.example.org/x", 400),
    ):
        assert client.get("/about", headers={"host": host}).status_code == status, host
    assert client_of(clinic).get("/about", headers={"host": "any.example"}).status_code == 200


def test_a_flood_is_told_to_wait(clinic: Path) -> None:
    """In plain words, with the headers of every other answer, and not kept by any cache."""
    client = client_of(clinic, rate=1)
    answers = [client.get(f"/search?q=pain&page={number}") for number in range(40)]
    assert [answer.status_code for answer in answers[:5]] == [200] * 5
    refused = next(answer for answer in answers if answer.status_code == 429)
    assert int(refused.headers["retry-after"]) >= 1
    assert refused.headers["cache-control"] == "no-store"
    assert "content-security-policy" in refused.headers
    assert "pain" not in refused.text
    assert client.get("/healthz").status_code == 200


def test_a_crawler_of_facets_harms_nobody_else(clinic: Path) -> None:
    """Of ten thousand combinations it gets its share; another visitor gets all answers."""
    app = create_app(Settings(library=clinic, rate=1))
    crawler = TestClient(app, client=("203.0.113.9", 1))
    visitor = TestClient(app, client=(VISITOR, 1))
    statuses = [
        crawler.get(f"/search?aspect=a{number}&condition=b{number}").status_code
        for number in range(1_000)
    ]
    assert statuses.count(429) > 500
    assert visitor.get("/search?q=pain").status_code == 200


def test_every_path_with_a_cost_of_its_own_exists() -> None:
    """So that no row is left of a page that has moved."""
    paths = {str(getattr(route, "path", "")) for route in ROUTES}
    for start, _ in COSTS:
        assert any(path.startswith(start) for path in paths), start


@pytest.fixture(scope="module")
def address(clinic: Path) -> Iterator[str]:
    """Return the address of a real portal that trusts a proxy on this machine."""
    os.environ["PORTAL_RATE"] = "1"
    try:
        with running_portal(sys.executable, clinic) as address:
            yield address
    finally:
        del os.environ["PORTAL_RATE"]


def connect(address: str) -> socket.socket:
    """Return a bare connection to the portal."""
    host, port = address.removeprefix("http://").split(":")
    return socket.create_connection((host, int(port)), timeout=HEAD_SECONDS * 3)


def test_behind_a_proxy_each_visitor_has_a_share(address: str) -> None:
    """The proxy says who asks; what a visitor writes before it counts for nothing."""

    def status(forwarded: str) -> str:
        with connect(address) as line:
            head = f"GET /search HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: {forwarded}\r\n"
            line.sendall(f"{head}Connection: close\r\n\r\n".encode())
            return line.recv(12).decode()[-3:]

    statuses = [status("198.51.100.1") for _ in range(8)]
    assert statuses[:5] == ["200"] * 5
    assert "429" in statuses
    assert status("198.51.100.2") == "200"
    assert status("10.9.8.7, 198.51.100.1") == "429"


@pytest.mark.parametrize(
    ("size", "status"),
    [(60_000, "200"), (LONGEST_ADDRESS, "414"), (66_000, "400"), (1_000_000, "")],
)
def test_a_long_query_is_read_a_longer_one_refused_an_endless_one_cut(
    address: str, size: int, status: str
) -> None:
    """None of them costs more than a search."""
    with connect(address) as line:
        try:
            line.sendall(b"GET /search?q=" + b"a" * size)
            line.sendall(b" HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            answer = line.recv(12).decode()
        except ConnectionError:
            answer = ""  # cut while we were still talking
    assert answer[-3:] == status or (not status and answer.endswith("431"))


@pytest.mark.slow
def test_a_head_that_trickles_in_is_cut_and_others_are_served_meanwhile(address: str) -> None:
    """Two hundred half-open connections; each is gone when its time is over."""
    lines = [connect(address) for _ in range(200)]
    for line in lines:
        line.sendall(b"GET / HTTP/1.1\r\nHost: x\r\nX-A: ")
    began = time.monotonic()
    assert "generation" in fetch(f"{address}/healthz")
    for line in lines[:5]:
        assert line.recv(100) == b""
    assert time.monotonic() - began < HEAD_SECONDS * 2.5
    for line in lines:
        line.close()


def test_a_head_that_never_ends_is_refused(address: str) -> None:
    """Before it fills the memory."""
    with connect(address) as line:
        line.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n")
        answer = b""
        try:
            for _ in range(LARGEST_HEAD // 1_000 + 100):
                line.sendall(b"X-A: " + b"a" * 995 + b"\r\n")
            answer = line.recv(100)
        except ConnectionError:
            return  # cut while we were still talking
        assert answer == b"" or b" 431 " in answer
