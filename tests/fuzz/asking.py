"""What visitors send under fuzzing: any query is a bounded one, any address gets an answer."""

import asyncio
import random
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.datastructures import QueryParams
from starlette.types import Message, Scope

from index.library import LibraryReader
from index.query import MAX_PHRASES, MAX_QUERY_CHARACTERS, MAX_WORDS_READ, Facet, parse_words
from portal.app import create_app
from portal.params import MAX_FACET_VALUES, MAX_PAGE, read_marks, read_query
from portal.settings import Settings
from portal.urls import search_url
from tests.fuzz.promise import promise
from tests.fuzz.seeds import MARKER
from tests.support.portal import build_library, clinic_pages

FINE = {200, 304, 307, 308, 400, 404, 405, 414, 421, 431}
"""Whatever is asked: an answer, a way on, or a plain no."""

SEARCHED = 0.02
"""Share of queries that are searched, which takes a hundred times as long as reading them."""

DATA = (b"application/json", b"text/markdown", b"text/plain")
"""Kinds of answer that no browser takes for markup: they may say what was asked as it was."""

HEADERS = (
    (b"accept-encoding", b"gzip"),
    (b"if-none-match", b'"\xff"'),
    (b"if-modified-since", b"not a date"),
    (b"accept", b"*/*;q=nan"),
    (b"range", b"bytes=-1"),
    (b"cookie", b"\x00=\xff"),
    (b"x-forwarded-for", b"nobody, , 1.2.3.4.5"),
    (b"x-forwarded-proto", b"gopher"),
)

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")

Trial = Callable[[bytes, random.Random], bool]


@contextmanager
def opened_queries(folder: Path) -> Iterator[Trial]:
    """Yield the trial of queries: read, written as an address, and some searched for."""
    generation = LibraryReader(_library(folder)).current()

    def trial(raw: bytes, dice: random.Random) -> bool:
        parameters = QueryParams(raw.decode("latin-1"))
        query = read_query(parameters)
        words = parse_words(parameters.get("q", ""))
        promise(len(words.words) <= MAX_WORDS_READ, "too many words")
        promise(len(words.phrases) <= MAX_PHRASES, "too many phrases")
        promise(len(words.excluded) <= MAX_PHRASES, "too many exclusions")
        promise(len(query.text) <= MAX_QUERY_CHARACTERS, "too long a text")
        promise(not _CONTROL.search(query.text), "control characters")
        promise(1 <= query.page <= MAX_PAGE, "no page of results")
        chosen = [len(query.filters.of(facet)) for facet in Facet]
        promise(max(chosen) <= MAX_FACET_VALUES, "too many facet values")
        again = read_query(QueryParams(search_url(query).partition("?")[2]))
        promise(again == query, f"its own address leads to another query: {again} for {query}")
        read_marks(parameters)
        if dice.random() < SEARCHED:
            results = generation.search(query)
            promise(results == generation.search(query), "was answered differently another time")
            promise(len(results.hits) <= min(query.page_size, results.total), "too many hits")
            promise(len(generation.suggest(query.text)) <= 8, "too many suggestions")
        return bool(words)

    yield trial
    generation.close()


@contextmanager
def opened_addresses(folder: Path) -> Iterator[Trial]:
    """Yield the trial of addresses, each asked of the whole portal as the server hands it on."""
    app = create_app(Settings(library=_library(folder), rate=0))
    with asyncio.Runner() as runner:

        def trial(raw: bytes, dice: random.Random) -> bool:
            path, _, query = raw.partition(b"?")
            headers = [(b"host", b"x"), *(one for one in HEADERS if dice.random() < 0.1)]
            status, sent, body = runner.run(asked(app, path, query, headers))
            promise(status in FINE, f"status {status}")
            promise(b"content-security-policy" in sent, "an answer without a security policy")
            promise(sent.get(b"x-content-type-options") == b"nosniff", "its kind may be guessed")
            is_data = sent.get(b"content-type", b"").startswith(DATA)
            promise(is_data or MARKER not in body, "markup of the address stands in the answer")
            return status == 200

        yield trial


async def asked(
    app: Starlette, path: bytes, query: bytes, headers: list[tuple[bytes, bytes]]
) -> tuple[int, dict[bytes, bytes], bytes]:
    """Return status, head and body of the answer to bytes that no client library lets through."""
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    scope: Scope = {
        "type": "http",
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": path.decode("utf-8", "replace"),
        "raw_path": path,
        "root_path": "",
        "query_string": query,
        "headers": headers,
        "server": ("127.0.0.1", 80),
        "client": ("127.0.0.1", 1),
    }
    await app(scope, receive, send)
    body = b"".join(message.get("body", b"") for message in sent[1:])
    return sent[0]["status"], dict(sent[0]["headers"]), body


def _library(folder: Path) -> Path:
    library = folder / "library"
    if not library.is_dir():
        build_library(library, clinic_pages())
    return library
