"""A new generation is on the disk itself before it becomes the live one: seen by system calls.

strace writes down what the program asks of the system; a power cut after the flip can then lose
nothing that the flip refers to.
"""

import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.faults.rounds import library_of, round_of, write_round
from tests.support.ingest import SECONDS, command

_CALLS = "openat,open,creat,fsync,fdatasync,rename,renameat,renameat2,link,linkat,mkdir,mkdirat"
_LINE = re.compile(
    r"^(?:\d+ +)?(?P<call>\w+)\((?P<arguments>.*)\) += (?P<result>-?\d+)(?P<path><.*>)?"
)
_PATH = re.compile(r'"([^"]*)"|<([^>]*)>')


@dataclass(frozen=True, slots=True)
class Call:
    """A system call that succeeded: its name, its arguments as written, the paths in them."""

    name: str
    arguments: str
    paths: tuple[str, ...]


def traced(folder: Path, *words: str | Path) -> list[Call]:
    """Run ingest and return the calls that it, its threads and its processes made, in order."""
    strace = shutil.which("strace")
    if strace is None:
        pytest.skip("strace is not installed (Debian package strace)")
    log = folder / "calls"
    tracing = [strace, "-f", "-y", "-s", "4096", "-e", f"trace={_CALLS}", "-o", str(log)]
    done = subprocess.run(
        [*tracing, *command(*words)],
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    if "Operation not permitted" in done.stderr:
        pytest.skip(f"strace may not trace here: {done.stderr.splitlines()[0]}")
    assert done.returncode == 0, done.stderr
    return list(map(_call, _whole_lines(log.read_text(encoding="utf-8", errors="replace"))))


def _whole_lines(text: str) -> list[re.Match[str]]:
    """Return the calls that succeeded; those that strace wrote in two parts are put together."""
    begun: dict[str, str] = {}
    found = []
    for line in text.splitlines():
        process, _, rest = line.partition(" ")
        if rest.endswith("<unfinished ...>"):
            begun[process] = rest.removesuffix("<unfinished ...>").rstrip()
            continue
        resumed = re.match(r" *<\.\.\. \w+ resumed>", rest)
        if resumed:
            rest = begun.pop(process) + rest[resumed.end() :]
        match = _LINE.match(rest.strip())
        if match and int(match["result"]) >= 0:
            found.append(match)
    return found


def _call(match: re.Match[str]) -> Call:
    text = match["arguments"] + (match["path"] or "")
    paths = tuple(quoted or named for quoted, named in _PATH.findall(text))
    return Call(match["call"], match["arguments"], paths)


def test_all_that_the_flip_refers_to_is_synced_before_it(tmp_path: Path) -> None:
    """Each new file, each folder with new names in it, and the pointer itself, in this order."""
    raw, library = tmp_path / "raw", tmp_path / "library"
    library_of(raw, library, 1)
    write_round(raw, 2)
    calls = traced(tmp_path, raw, "--library", library)
    assert round_of(library) == 2
    building = str(library / "building-000002")
    (flip,) = (
        number
        for number, call in enumerate(calls)
        if call.name.startswith("rename") and call.paths[-1] == str(library / "live")
    )
    (moved,) = (
        number
        for number, call in enumerate(calls)
        if call.name.startswith("rename") and building in call.paths
    )
    synced = {path: number for number, call in enumerate(calls) for path in _synced(call)}
    generation = library / "generation-000002"
    written = {
        f"{building}/{path.relative_to(generation)}"
        for path in generation.rglob("*")
        if path.is_file() and path.stat().st_nlink == 1  # the others have been carried over
    }
    folders = {building, f"{building}/engine"}
    assert len(written) > 20
    for path in written | folders:
        assert synced.get(path, flip) < moved, f"{path} is not synced before it gets its name"
    assert moved < synced[str(library / "live.new")] < flip
    afterwards = [number for number, call in enumerate(calls) if str(library) in _synced(call)]
    assert any(moved < number < flip for number in afterwards), "the generation's name may be lost"
    assert any(number > flip for number in afterwards), "the flip itself may be lost"


def _synced(call: Call) -> tuple[str, ...]:
    return call.paths[:1] if call.name in {"fsync", "fdatasync"} else ()
