"""What the benchmark runs on, in a few words, as figures mean little without it.

Nothing enters, text leaves.
"""

import os
import platform
from datetime import UTC, datetime
from pathlib import Path

_CPUS = Path("/proc/cpuinfo")
_MODEL = "model name"


def machine() -> str:
    """Return the day, the processor and how many of it, the system and Python."""
    return (
        f"{datetime.now(UTC):%Y-%m-%d}, {os.cpu_count()} × {_processor()}, {platform.system()},"
        f" Python {platform.python_version()}"
    )


def _processor() -> str:
    if _CPUS.exists():
        for line in _CPUS.read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith(_MODEL):
                return " ".join(line.partition(":")[2].split())
    return platform.machine()
