"""The portal under mixed load while ingest runs again and again.

``python -m benchmarks.portal.endurance RAW`` prints the table; `make load` runs the long form.
A folder of raw pages enters, an Endured leaves and is printed (`benchmarks.portal.endured`). The
pages are copied; every few seconds some of them change and ingest takes the change over.
"""

import argparse
import asyncio
import random
import shutil
import subprocess
import sys
import tempfile
import time
from itertools import count, cycle, islice
from pathlib import Path

from benchmarks.portal.asked import searches
from benchmarks.portal.contestants import portal, portal_path
from benchmarks.portal.endured import Endured, Ingest, Memory, table
from benchmarks.portal.load import Load
from benchmarks.portal.processes import own_bytes
from index.library import Generation, LibraryReader
from index.passage import passages_of

NICENESS = 10
"""Of ingest, as docs/operations/clinic-ingest.service has it: visitors come first."""

CHANGED_PAGES = 5
"""That change before each ingest."""


async def endure(
    raw: Path, library: Path, address: str, pid: int, *, rate: float, seconds: float, every: float
) -> Endured:
    """Ask the portal at ``address`` for all kinds of pages while ingest takes changes over."""
    paths = mixed(LibraryReader(library).current())
    began = time.monotonic()
    memory: list[Memory] = []
    ingests: list[Ingest] = []
    over = asyncio.Event()

    async def ingest() -> None:
        for number in count():
            try:
                await asyncio.wait_for(over.wait(), every)
            except TimeoutError:
                change(raw, number)
                start = time.monotonic() - began
                status = await asyncio.to_thread(run_ingest, raw, library)
                ingests.append(Ingest(start, time.monotonic() - began, status))
            else:
                return

    async def watch() -> None:
        while not over.is_set():
            own = await asyncio.to_thread(own_bytes, pid)
            memory.append(Memory(time.monotonic() - began, own))
            await asyncio.sleep(max(0.5, seconds / 100))

    beside = [asyncio.create_task(ingest()), asyncio.create_task(watch())]
    answers = await Load(address).run(paths, rate, seconds)
    over.set()
    await asyncio.gather(*beside)
    return Endured(answers, memory, ingests, rate)


def mixed(generation: Generation) -> list[str]:
    """Return addresses of every kind in the shares in which visitors ask for them, shuffled."""
    chance = random.Random(11)  # noqa: S311  # repeatable
    pages = list(generation.pages())
    places = [(page.slug, one.anchor) for page in pages for one in passages_of(page)]
    conditions = [one.slug for page in pages for one in page.conditions]
    asked = [portal_path(one) for one in searches(generation, 400)]
    shares = (
        (40, asked),
        (20, [f"/suggest?q={path.partition('q=')[2][:4]}" for path in asked]),
        (15, [f"/topics/{slug}/{anchor}" for slug, anchor in places]),
        (10, [f"/topics/{page.slug}" for page in pages]),
        (5, [path.replace("/search?", "/search.json?") for path in asked]),
        (4, [f"/conditions/{slug}" for slug in conditions] or ["/conditions/"]),
        (4, ["/", "/a-z", "/about", "/conditions/", "/treatments/"]),
        (2, ["/sitemap.xml", "/feed.atom", "/healthz", "/opensearch.xml"]),
    )
    drawn = [chance.choice(kind) for share, kind in shares for _ in range(share * 20)]
    chance.shuffle(drawn)
    return drawn


def change(raw: Path, number: int) -> None:
    """Say something new on a few pages of ``raw``."""
    files = sorted(path for path in raw.iterdir() if path.suffix == ".txt")
    for path in islice(cycle(files), number * CHANGED_PAGES, (number + 1) * CHANGED_PAGES):
        with path.open("a", encoding="utf-8") as stream:
            stream.write(f"\nThis page was looked through once more, for the {number}th time.\n")


def run_ingest(raw: Path, library: Path) -> int:
    """Take the changes over as its service does; return the exit status, 1 being mere warnings."""
    command = [sys.executable, "-m", "ingest", str(raw), "--library", str(library)]
    status = subprocess.run(  # noqa: S603
        ["/usr/bin/nice", "-n", str(NICENESS), *command], capture_output=True, check=False
    ).returncode
    return 0 if status == 1 else status


def main() -> int:
    """Run it; return 1 if anything failed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.portal.endurance")
    parser.add_argument("raw", type=Path, help="folder of raw pages; it is copied")
    parser.add_argument("--pages", type=int, default=300, help="how many of them")
    parser.add_argument("--rate", type=float, default=300.0, help="requests a second")
    parser.add_argument("--seconds", type=float, default=300.0)
    parser.add_argument("--every", type=float, default=10.0, help="seconds between ingests")
    parser.add_argument("--port", type=int, default=8291)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        raw, library = Path(folder) / "raw", Path(folder) / "library"
        raw.mkdir()
        files = sorted(path for path in options.raw.iterdir() if path.suffix == ".txt")
        for path in files[: options.pages]:
            shutil.copy(path, raw)
        run_ingest(raw, library)
        with portal(library, Path(folder), options.port) as server:
            endured = asyncio.run(
                endure(
                    raw,
                    library,
                    server.address,
                    server.pid,
                    rate=options.rate,
                    seconds=options.seconds,
                    every=options.every,
                )
            )
    sys.stdout.write(table(endured))
    return 1 if endured.errors or endured.failed else 0


if __name__ == "__main__":
    sys.exit(main())
