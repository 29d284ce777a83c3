"""What must hold for any input: a page or a refusal, the same twice, in bounded time.

``try_input`` takes one input; a failure is an exception that carries it.
"""

import time

from ingest.blocks import Extract
from ingest.errors import PageRefusedError
from ingest.formats import read

LONGEST_SECONDS = 5.0
"""Processor time of one input of at most 60,000 bytes; typical ones take milliseconds."""


class FuzzingError(AssertionError):
    """An input broke a promise; ``raw`` is the input."""

    def __init__(self, message: str, raw: bytes) -> None:
        """Keep the input beside what it broke."""
        super().__init__(f"{message}: {raw[:300]!r}")
        self.raw = raw


def try_input(raw: bytes, suffix: str) -> bool:
    """Read one input twice; returns whether it is a page (else it was refused).

    Raises:
        FuzzingError: it gave anything but an Extract or a refusal, two different ones, or took
            longer than it may.
    """
    start = time.process_time()
    first = _read(raw, suffix)
    if time.process_time() - start > LONGEST_SECONDS:
        raise FuzzingError(f"took more than {LONGEST_SECONDS} seconds", raw)
    if first != _read(raw, suffix):
        raise FuzzingError("read differently the second time", raw)
    return first is not None


def _read(raw: bytes, suffix: str) -> Extract | None:
    try:
        return read(raw, f"fuzz{suffix}")
    except PageRefusedError:
        return None
    except Exception as reason:  # (whatever else is raised is what fuzzing looks for)
        raise FuzzingError(f"raised {reason!r}", raw) from reason
