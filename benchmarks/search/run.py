"""All contestants, one after the other, each step in a fresh process.

Names and the data enter, Measurements leave.
"""

import json
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.search.asked import work_out, write_asked
from benchmarks.search.contestant import interpreter_of
from benchmarks.search.measuring import Building, Searching, Times

_ASKED = "asked.json"


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


Result = Measurement | LeftOut


def run(
    wanted: Sequence[tuple[str, int]], data: Path, short: int, work: Path | None = None
) -> Iterator[Result]:
    """Yield a result for each contestant and size of the corpus ``wanted``, as they come.

    Indexes are built in folders below ``work``, the system's temporary one unless told.
    """
    with TemporaryDirectory(dir=work) as kept:
        asked = Path(kept) / _ASKED
        write_asked(work_out(data, short), asked)
        for name, copies in wanted:
            with TemporaryDirectory(dir=work) as folder:
                yield _measured(name, copies, data, asked, Path(folder))


def result_from_json(value: dict[str, Any]) -> Result:
    """Return the result of which ``value`` are the fields."""
    if "reason" in value:
        return LeftOut(**value)
    searching = value["searching"]
    times = {kind: Times(**searching[kind]) for kind in ("short", "questions")}
    return Measurement(
        contestant=value["contestant"],
        copies=value["copies"],
        building=Building(**value["building"]),
        searching=Searching(**{**searching, **times}),
    )


def _measured(name: str, copies: int, data: Path, asked: Path, folder: Path) -> Result:
    value: dict[str, Any] = {"contestant": name, "copies": copies}
    steps = {
        "building": ["build", name, str(folder), "--data", str(data), "--copies", str(copies)],
        "searching": ["search", name, str(folder), "--asked", str(asked)],
    }
    for step, arguments in steps.items():
        command = [interpreter_of(name), "-m", "benchmarks.search.measuring", *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603  # our own module
        if done.returncode:
            said = done.stderr.strip().splitlines()
            return LeftOut(name, copies, said[-1] if said else f"ended with {done.returncode}")
        value[step] = json.loads(done.stdout.splitlines()[-1])
    return result_from_json(value)
