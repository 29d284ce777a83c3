"""The command itself: says where it serves, serves with several processes, logs no visit."""

import contextlib
import os
import subprocess
import sys
import time
from pathlib import Path

import httpx2
import pytest

from benchmarks.portal.processes import family
from portal.templating import PACKAGE
from tests.support.portal import build_library, clinic_pages
from tests.support.server import START_SECONDS, free_port

ROOT = PACKAGE.parent

DELAYED_ACKNOWLEDGEMENT_SECONDS = 0.04
"""How long Linux waits before it acknowledges the first of two packets by itself."""


def start(*options: str) -> "subprocess.Popen[str]":
    """Start the portal with ``options``."""
    return subprocess.Popen(
        [sys.executable, "-m", "portal", *options],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONWARNINGS": "error"},
        text=True,
    )


def address_of(process: "subprocess.Popen[str]") -> str:
    """Return the address that the portal says it serves, once it answers there."""
    assert process.stdout is not None
    said = process.stdout.readline().strip()
    prefix, _, address = said.rpartition(" ")
    assert prefix == "Serving on"
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        try:
            httpx2.get(f"{address}/robots.txt").raise_for_status()
        except httpx2.TransportError:
            time.sleep(0.05)
        else:
            return address
    pytest.fail("the portal did not answer in time")


def stop(process: "subprocess.Popen[str]") -> tuple[str, str]:
    """Stop the portal and return what it printed: output and errors."""
    process.terminate()
    return process.communicate(timeout=START_SECONDS)


@pytest.mark.parametrize("workers", ["1", "2"])
def test_it_says_where_it_serves_and_logs_no_visit(clinic: Path, workers: str) -> None:
    """A free port is chosen and named; neither words nor addresses appear in any output."""
    process = start("--library", str(clinic), "--port", "0", "--workers", workers)
    address = address_of(process)
    answer = httpx2.get(f"{address}/search", params={"q": "embarrassing"})
    missing = httpx2.get(f"{address}/topics/secret-slug")
    output, errors = stop(process)
    assert (answer.status_code, missing.status_code) == (200, 404)
    assert "server" not in answer.headers
    for said in (output, errors):
        assert "embarrassing" not in said
        assert "secret-slug" not in said
        assert address.rpartition(":")[2] not in said


def test_every_process_holds_the_library_before_the_first_visitor_comes(clinic: Path) -> None:
    """Who comes first to a process does not wait until it has opened the library."""
    process = start("--library", str(clinic), "--port", "0", "--workers", "2")
    try:
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            if sum(has_open(pid, clinic) for pid in family(process.pid)[1:]) == 2:
                break
            time.sleep(0.05)
        else:
            pytest.fail("a process waits with opening the library until somebody comes")
    finally:
        stop(process)


def has_open(pid: int, folder: Path) -> bool:
    """Return whether a process has a file below ``folder`` open."""
    with contextlib.suppress(FileNotFoundError):  # gone meanwhile
        for descriptor in Path(f"/proc/{pid}/fd").iterdir():
            with contextlib.suppress(FileNotFoundError):
                if descriptor.readlink().is_relative_to(folder):
                    return True
    return False


@pytest.mark.parametrize("workers", ["1", "2"])
def test_no_answer_waits_for_an_acknowledgement(clinic: Path, workers: str) -> None:
    """On a connection kept open, head and body leave together, not 40 milliseconds apart."""
    process = start("--library", str(clinic), "--port", "0", "--workers", workers)
    address = address_of(process)
    with httpx2.Client(base_url=address) as client:
        times = [client.get("/").elapsed.total_seconds() for _ in range(20)]
    stop(process)
    assert min(times[1:]) < DELAYED_ACKNOWLEDGEMENT_SECONDS


def test_without_a_library_it_says_so_in_one_line_and_waits(tmp_path: Path) -> None:
    """It serves the library as soon as it has been built, without a restart."""
    process = start("--library", str(tmp_path / "library"), "--port", "0")
    address = address_of(process)
    assert httpx2.get(address).status_code == 503
    build_library(tmp_path / "library", clinic_pages())
    assert httpx2.get(address).status_code == 200
    _, errors = stop(process)
    first, *_ = errors.splitlines()
    assert first.startswith("portal: ")
    assert "python -m ingest" in first


def test_a_port_in_use_is_an_error_that_says_so(clinic: Path) -> None:
    """In one line, with exit status 1."""
    port = str(free_port())
    first = start("--library", str(clinic), "--port", port)
    address_of(first)
    second = start("--library", str(clinic), "--port", port)
    _, errors = second.communicate(timeout=START_SECONDS)
    stop(first)
    assert second.returncode == 1
    assert errors.splitlines() == [
        f"portal: cannot listen at 127.0.0.1:{port}: Address already in use"
    ]


def test_wrong_use_is_status_2() -> None:
    """With one line that says what is wrong."""
    process = start("--port", "eighty")
    _, errors = process.communicate(timeout=START_SECONDS)
    assert process.returncode == 2
    assert "--port must be a number" in errors


def test_the_look_is_read_where_it_starts(clinic: Path, tmp_path: Path) -> None:
    """portal.toml of the working folder, in every process; what is wrong with it is said first."""
    (tmp_path / "portal.toml").write_text('name = "Hill & Dale"\naccent = "#ffd000"')
    command = [sys.executable, "-m", "portal", "--library", str(clinic), "--port", "0"]
    process = subprocess.Popen(
        [*command, "--workers", "2"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert "Hill &amp; Dale" in httpx2.get(address_of(process)).text
    finally:
        _, complaints = stop(process)
    assert "accent #ffd000 has a contrast of" in complaints
    (tmp_path / "portal.toml").write_text("colour = 1")
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert run.returncode == 2
    assert run.stderr == (
        "portal: portal.toml: there is no key 'colour'; use name, logo, accent, accent_dark\n"
    )
