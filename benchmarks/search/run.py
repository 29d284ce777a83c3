"""All contestants, one after the other, each step in a fresh process.

Names and the data enter, Measurements leave.
"""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.search.measuring import Building, Searching, Times


@dataclass(frozen=True, slots=True)
class Measurement:
    """What was measured of one contestant over ``copies`` times the corpus."""

    contestant: str
    copies: int
    building: Building
    searching: Searching


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A contestant that could not take part, and the last line of why."""

    contestant: str
    copies: int
    reason: str


def run(
    names: Sequence[str], data: Path, copies: Sequence[int], short: int, work: Path | None = None
) -> Iterator[Measurement | LeftOut]:
    """Yield a result for each size of the corpus and each contestant, as they come.

    Indexes are built in folders below ``work``, the system's temporary one unless told.
    """
    for times in copies:
        for name in names:
            with TemporaryDirectory(dir=work) as folder:
                yield _measured(name, data, times, short, Path(folder))


def _measured(
    name: str, data: Path, copies: int, short: int, folder: Path
) -> Measurement | LeftOut:
    values: list[dict[str, Any]] = []
    for step in ("build", "search"):
        command = [sys.executable, "-m", "benchmarks.search.measuring", step, name]
        command += [str(data), str(folder), "--copies", str(copies), "--short", str(short)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603  # our own module
        if done.returncode:
            return LeftOut(name, copies, done.stderr.strip().splitlines()[-1])
        values.append(json.loads(done.stdout.splitlines()[-1]))
    building, searching = values
    return Measurement(
        contestant=name,
        copies=copies,
        building=Building(**building),
        searching=Searching(
            **{
                **searching,
                "short": Times(**searching["short"]),
                "questions": Times(**searching["questions"]),
            }
        ),
    )
