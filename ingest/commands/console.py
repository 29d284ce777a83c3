"""How commands speak: streams, exit statuses, errors in one line, JSON.

Used by every command and by `ingest.cli`.
"""

import json
from dataclasses import dataclass
from typing import Any, TextIO

ENGINE = "whoosh"
"""The engine that libraries are built with."""

ALL_WELL = 0
SOME_FAILED = 1
WRONG_USE = 2


@dataclass(frozen=True, slots=True)
class Streams:
    """Where results and where messages go."""

    out: TextIO
    err: TextIO


def say(error: Exception | str, streams: Streams, status: int) -> int:
    """Write an error as one line."""
    streams.err.write(f"ingest: {' '.join(str(error).split())}\n")
    return status


def print_json(value: Any, streams: Streams) -> None:
    """Write ``value`` as JSON for programs and people."""
    streams.out.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")
