"""The servers measured: ours as `make serve` runs it with two workers, and Datasette as it comes.

A library's folder enters; a running server's address and process leave. Both answer a search with a
page of ten rows and the counts of four facets, over the same passages.
"""

import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlencode

from benchmarks.portal.asked import Search
from index.library import LibraryReader
from index.passage import block_lines, passages_of

WORKERS = 2
START_SECONDS = 120.0
STOP_SECONDS = 10.0
FACETS = ("aspect", "condition", "topic", "category")


@dataclass(frozen=True, slots=True)
class Server:
    """A running server: its address and the id of its first process."""

    address: str
    pid: int


@contextmanager
def portal(library: Path, _folder: Path, port: int) -> Iterator[Server]:
    """Run the portal."""
    options = ("--library", str(library), "--port", str(port), "--workers", str(WORKERS))
    with _running([sys.executable, "-m", "portal", *options], port, "/healthz") as server:
        yield server


def portal_path(search: Search) -> str:
    """Return the address of ``search`` on the portal."""
    facets = {"aspect": search.aspect.value} if search.aspect else {}
    return f"/search?{urlencode({'q': search.words, **facets})}"


@contextmanager
def datasette(library: Path, folder: Path, port: int) -> Iterator[Server]:
    """Run Datasette over the library's passages, made into a database in ``folder``."""
    database = folder / "library.db"
    _write_database(library, database)
    command = Path(sys.executable).with_name("datasette")
    options = ["serve", str(database), "--port", str(port), "--setting", "facet_time_limit_ms"]
    limits = ["5000", "--setting", "sql_time_limit_ms", "20000"]
    with _running([str(command), *options, *limits], port, "/-/versions.json") as server:
        yield server


def datasette_path(search: Search) -> str:
    """Return the address of ``search`` on Datasette."""
    aspect = [("aspect", search.aspect.value)] if search.aspect else []
    words = " ".join(word for word in search.words.split() if word.isalnum()) or "pain"
    fields = [("_search", words), *aspect, *(("_facet", name) for name in FACETS), ("_size", "10")]
    return f"/library/passages?{urlencode(fields, quote_via=quote)}"


CONTESTANTS = {"portal": (portal, portal_path), "datasette": (datasette, datasette_path)}


def _write_database(library: Path, database: Path) -> None:
    generation = LibraryReader(library).current()
    rows = (
        (
            passage.title,
            passage.heading,
            passage.aspect.value,
            passage.conditions[0] if passage.conditions else None,
            passage.topic,
            page.category,
            "\n".join(block_lines(passage.blocks)),
        )
        for page in generation.pages()
        for passage in passages_of(page)
    )
    with sqlite3.connect(database) as connection:
        connection.executescript(
            """
            CREATE TABLE passages (id INTEGER PRIMARY KEY, title TEXT, heading TEXT, aspect TEXT,
                condition TEXT, topic TEXT, category TEXT, text TEXT);
            CREATE VIRTUAL TABLE passages_fts USING fts5(
                title, heading, text, content='passages', content_rowid='id', tokenize='porter');
            """
        )
        columns = "title, heading, aspect, condition, topic, category, text"
        connection.executemany(
            f"INSERT INTO passages ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?)",  # noqa: S608  # ours
            rows,
        )
        connection.execute("INSERT INTO passages_fts(passages_fts) VALUES ('rebuild')")
        for facet in FACETS:
            connection.execute(f"CREATE INDEX by_{facet} ON passages({facet})")
        connection.execute("ANALYZE")


@contextmanager
def _running(command: list[str], port: int, ready: str) -> Iterator[Server]:
    address = f"http://127.0.0.1:{port}"
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603
    try:
        _await(f"{address}{ready}", process)
        yield Server(address, process.pid)
    finally:
        process.terminate()
        try:
            process.wait(timeout=STOP_SECONDS)
        except subprocess.TimeoutExpired:  # overloaded, it would answer what it has queued first
            process.kill()
            process.wait()


def _await(url: str, process: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"the server stopped with {process.returncode}")
        try:
            urllib.request.urlopen(url, timeout=5).close()  # noqa: S310  # loopback only
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise RuntimeError(f"nothing answered at {url} within {START_SECONDS:.0f} seconds")
