"""Nothing that can be sent is answered with a failure: the URL layer and the query parser, fuzzed.

A few hundred inputs each, or as many as FUZZ says; `tests.fuzz` mutates seeds, and tries more.
"""

import asyncio
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.datastructures import QueryParams

from index.query import MAX_QUERY_CHARACTERS, Query
from portal.app import create_app
from portal.params import MAX_FACET_VALUES, MAX_PAGE, read_query
from portal.routes import ROUTES
from portal.settings import Settings
from tests.fuzz.asking import asked
from tests.support.portal import HOSTILE, TWINS

FUZZ = int(os.environ.get("FUZZ", "300"))
"""Inputs a test."""

FINE = {200, 304, 307, 308, 400, 404, 405, 414, 421, 431}
"""Whatever is asked: an answer, a way on, or a plain no."""

fuzzed = settings(max_examples=FUZZ, deadline=None, suppress_health_check=list(HealthCheck))

PATHS = [str(getattr(route, "path", "/")) for route in ROUTES]

PARTS = st.one_of(
    st.sampled_from([TWINS, "fibromyalgia", "mps", "causes", "..", "%2e%2e", "", ".json", HOSTILE]),
    st.text(max_size=40),
)

WORDS = st.one_of(
    st.text(max_size=600),
    st.text(alphabet="\"'-+*()[]{}<>~^:/\\ab \t\n", max_size=80),
    st.sampled_from(["slug:tags", '"', "-", '-"', '""""', "-pain -sleep", "\u202e\x00"]),
)

FIELDS = st.lists(
    st.tuples(
        st.sampled_from(
            ["q", "page", "aspect", "condition", "topic", "category", "s", "sort", "first", "x", ""]
        ),
        WORDS,
    ),
    max_size=30,
)


@pytest.fixture(scope="module")
def app(clinic: Path) -> Starlette:
    """Return the portal; errors are raised where they happen."""
    return create_app(Settings(library=clinic))


def status_of(app: Starlette, path: bytes, query: bytes, headers: list[tuple[bytes, bytes]]) -> int:
    """Return the status of the answer to bytes that no client library would let through."""
    status, _, _ = asyncio.run(asked(app, path, query, headers))
    return status


def spelled(parts: list[str]) -> Callable[[str], str]:
    """Return what fills the variables of a route's path with ``parts`` in turn."""

    def fill(path: str) -> str:
        for part in parts:
            before, brace, rest = path.partition("{")
            path = before + part.replace("{", "(") + rest.partition("}")[2] if brace else path
        return path

    return fill


@fuzzed
@given(path=st.sampled_from(PATHS), parts=st.lists(PARTS, min_size=2, max_size=2), fields=FIELDS)
@example(path="/topics/{page}/{section}", parts=["..", ".."], fields=[])
def test_every_route_answers_whatever_stands_in_its_address(
    app: Starlette, path: str, parts: list[str], fields: list[tuple[str, str]]
) -> None:
    """Variables and query alike."""
    filled = spelled(parts)(path).encode("utf-8", "surrogatepass")
    query = str(QueryParams(fields)).encode() if _is_unicode(fields) else b"q=%ed%a0%80"
    assert status_of(app, filled, query, [(b"host", b"x")]) in FINE


@fuzzed
@given(
    path=st.binary(max_size=200),
    query=st.binary(max_size=400),
    host=st.binary(max_size=40),
    tag=st.binary(max_size=40),
)
@example(path=b"nowhere", query=b"q=caf\xe9", host=b"x", tag=b"")  # the error page failed on it
def test_bytes_are_answered(
    app: Starlette, path: bytes, query: bytes, host: bytes, tag: bytes
) -> None:
    """What a socket can carry, valid or not."""
    headers = [(b"host", host), (b"if-none-match", tag), (b"accept-encoding", b"gzip")]
    assert status_of(app, b"/" + path, query, headers) in FINE
    assert status_of(app, b"/search", query, [(b"host", b"x")]) in FINE


@fuzzed
@given(FIELDS)
def test_a_query_is_always_a_bounded_one(fields: list[tuple[str, str]]) -> None:
    """However much was sent, and it is the same when read from its own address again."""
    query = read_query(QueryParams(fields))
    assert isinstance(query, Query)
    assert len(query.text) <= MAX_QUERY_CHARACTERS
    assert 1 <= query.page <= MAX_PAGE
    words: Any = query.words
    assert len(words.words) + len(words.phrases) <= MAX_QUERY_CHARACTERS
    for name in ("aspect", "condition", "topic", "category"):
        assert len(getattr(query.filters, name)) <= MAX_FACET_VALUES


def _is_unicode(fields: list[tuple[str, str]]) -> bool:
    return not any("\ud800" <= letter <= "\udfff" for _, text in fields for letter in text)
