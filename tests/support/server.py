"""A real portal process for tests: started on a free port, awaited, stopped."""

import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

START_SECONDS = 30
"""How long a portal may take to answer first; a loaded machine starts slowly."""


def free_port() -> int:
    """Return a TCP port of the loopback interface that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def running_portal(
    python: str, library: Path, *options: str, folder: Path | None = None
) -> Iterator[str]:
    """Run ``python -m portal`` over ``library`` and yield its address, without a closing slash.

    ``folder`` is the working folder of the process.

    Raises:
        RuntimeError: it did not answer in time; the message holds what it printed.
    """
    address = f"http://127.0.0.1:{(port := free_port())}"
    command: Sequence[str] = [python, "-m", "portal", "--library", str(library)]
    process = subprocess.Popen(
        [*command, "--port", str(port), *options],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        _await(address, process)
        yield address
    finally:
        process.terminate()
        process.communicate(timeout=START_SECONDS)


def fetch(url: str) -> str:
    """Return the body at ``url`` as text; an error status raises HTTPError."""
    with urllib.request.urlopen(url, timeout=START_SECONDS) as answer:  # noqa: S310  # loopback only
        body: bytes = answer.read()
        return body.decode()


def _await(address: str, process: "subprocess.Popen[str]") -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            printed, _ = process.communicate()
            raise RuntimeError(f"the portal stopped with {process.returncode}: {printed}")
        try:
            fetch(f"{address}/healthz")
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.05)
        else:
            return
    process.kill()
    printed, _ = process.communicate()
    raise RuntimeError(f"the portal did not answer within {START_SECONDS} seconds: {printed}")
