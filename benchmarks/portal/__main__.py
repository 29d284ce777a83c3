"""The command line of the benchmark: run each server under the same load, print the table."""

import argparse
import asyncio
import json
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.portal.asked import searches
from benchmarks.portal.contestants import CONTESTANTS
from benchmarks.portal.load import Answer, Load
from benchmarks.portal.processes import cpu_seconds, memory_bytes
from index.library import LibraryReader

SEARCHES = 500
"""Different ones, so that no answer is a copy kept from before: what is measured is answering."""

WARM_UP_SECONDS = 3.0
OK = 200


@dataclass(frozen=True, slots=True)
class Result:
    """One server under one load; milliseconds from the appointed time, and what it cost."""

    server: str
    rate: float
    requests: int
    errors: int
    p50: float
    p95: float
    p99: float
    worst: float
    cpu: float
    kilobytes: float
    memory: float


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.portal", description=__doc__)
    parser.add_argument("library", type=Path, help="folder of the library to serve")
    parser.add_argument("--only", nargs="+", choices=CONTESTANTS, default=list(CONTESTANTS))
    parser.add_argument("--rate", type=float, default=100.0, help="requests a second")
    parser.add_argument("--seconds", type=float, default=60.0, help="how long")
    parser.add_argument("--slow-rate", type=float, default=5.0, help="second rate, for all in turn")
    parser.add_argument("--port", type=int, default=8290)
    parser.add_argument("--out", type=Path, help="file for the results as JSON")
    options = parser.parse_args()
    results: list[Result] = []
    for rate in dict.fromkeys((options.slow_rate, options.rate)):
        for name in options.only:
            results.append(measure(name, options.library, options.port, rate, options.seconds))
            sys.stdout.write(table(results[-1:]))  # a later one may fail
            sys.stdout.flush()
    sys.stdout.write(table(results))
    if options.out:
        options.out.parent.mkdir(parents=True, exist_ok=True)
        options.out.write_text(json.dumps([asdict(one) for one in results], indent=1), "utf-8")


def measure(name: str, library: Path, port: int, rate: float, seconds: float) -> Result:
    """Serve ``library`` by the server called ``name`` and put it under load."""
    serve, spell = CONTESTANTS[name]
    asked = [spell(one) for one in searches(LibraryReader(library).current(), SEARCHES)]
    with tempfile.TemporaryDirectory() as folder, serve(library, Path(folder), port) as server:
        asyncio.run(Load(server.address).run(asked, min(rate, 20.0), WARM_UP_SECONDS))
        before = cpu_seconds(server.pid)
        answers = asyncio.run(Load(server.address).run(asked, rate, seconds))
        spent = cpu_seconds(server.pid) - before
        memory = memory_bytes(server.pid)
    return summary(name, rate, answers, spent, memory)


def summary(name: str, rate: float, answers: Sequence[Answer], cpu: float, memory: int) -> Result:
    """Return what ``answers`` come to; ``cpu`` in seconds, ``memory`` in bytes."""
    waits = sorted(one.seconds * 1000 for one in answers)
    return Result(
        server=name,
        rate=rate,
        requests=len(answers),
        errors=sum(one.status != OK for one in answers),
        p50=_share(waits, 0.50),
        p95=_share(waits, 0.95),
        p99=_share(waits, 0.99),
        worst=waits[-1],
        cpu=cpu * 1000 / len(answers),
        kilobytes=sum(one.size for one in answers) / len(answers) / 1000,
        memory=memory / 1e6,
    )


def table(results: Sequence[Result]) -> str:
    """Return the results as a Markdown table."""
    lines = [
        "| server | requests/s | errors | p50 ms | p95 ms | p99 ms | worst ms | CPU ms | kB | MB |",
        "|---|---|---|---|---|---|---|---|---|---|",
        *(
            f"| {one.server} | {one.rate:.0f} | {one.errors} of {one.requests} | {one.p50:.1f} "
            f"| {one.p95:.1f} | {one.p99:.1f} | {one.worst:.0f} | {one.cpu:.1f} "
            f"| {one.kilobytes:.1f} | {one.memory:.0f} |"
            for one in results
        ),
    ]
    return "\n".join(lines) + "\n"


def _share(waits: Sequence[float], share: float) -> float:
    return waits[min(len(waits) - 1, int(share * len(waits)))]


if __name__ == "__main__":
    main()
