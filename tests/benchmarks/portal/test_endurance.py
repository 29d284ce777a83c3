"""While ingest takes changes over again and again, every request is answered."""

import asyncio
import contextlib
import shutil
import socket
from pathlib import Path

import pytest

from benchmarks.portal.contestants import portal
from benchmarks.portal.endurance import endure, run_ingest
from benchmarks.portal.load import Answer, Load
from index.library import LibraryReader
from tests.support.server import free_port

ROOT = Path(__file__).parents[3]


def test_a_server_that_stalls_is_charged_for_all_that_waited() -> None:
    """Waiting counts from the appointed time, so one slow answer cannot hide the others."""

    async def measured() -> list[Answer]:
        answered = 0

        async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            nonlocal answered
            with contextlib.suppress(asyncio.IncompleteReadError):
                while await reader.readuntil(b"\r\n\r\n"):
                    answered += 1
                    stalled.set()
                    await stalled_over.wait()
                    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
            writer.close()

        stalled, stalled_over = asyncio.Event(), asyncio.Event()
        server = await asyncio.start_server(serve, "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]

        async def stall() -> None:
            await stalled.wait()
            await asyncio.sleep(1.0)
            stalled_over.set()

        ending = asyncio.create_task(stall())
        answers = await Load(f"http://127.0.0.1:{port}").run(["/"], rate=20, seconds=1)
        await ending
        server.close()
        await asyncio.sleep(0.2)  # for its connections to end
        return answers

    answers = asyncio.run(measured())
    assert [answer.status for answer in answers] == [200] * 20
    waits = [answer.seconds for answer in answers]
    assert waits[0] >= 0.9
    assert sum(wait > 0.4 for wait in waits) >= 8


def test_a_server_that_is_not_there_is_an_error_not_a_success() -> None:
    """Status 0 stands for no answer at all."""
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{unused.getsockname()[1]}"
        with pytest.raises(OSError, match=r"Connect call failed|refused"):
            asyncio.run(Load(address).run(["/"], rate=5, seconds=1))


@pytest.mark.slow
def test_no_request_fails_while_ingest_runs_again_and_again(tmp_path: Path) -> None:
    """Two workers, all kinds of pages, a change every two seconds; `make load` is the long form."""
    raw, library = tmp_path / "raw", tmp_path / "library"
    raw.mkdir()
    for path in (*(ROOT / "raw").glob("*.txt"), *(ROOT / "tests/data/golden").glob("*.txt")):
        shutil.copy(path, raw)
    assert run_ingest(raw, library) == 0
    first = LibraryReader(library).current().info.number
    with portal(library, tmp_path, free_port()) as server:
        endured = asyncio.run(
            endure(raw, library, server.address, server.pid, rate=25, seconds=12, every=2)
        )
    assert dict(endured.errors) == {}
    assert endured.failed == 0
    assert LibraryReader(library).current().info.number > first
    assert len(endured.answers) == 300
