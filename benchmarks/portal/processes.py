"""What a server's processes have used so far, read from /proc (Linux).

A process id enters; the processor seconds and resident bytes of it and all below it leave.
"""

import os
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")


def cpu_seconds(pid: int) -> float:
    """Return user and system time of ``pid`` and its descendants."""
    fields = (_stat(one) for one in family(pid))
    return sum(int(field[11]) + int(field[12]) for field in fields) / TICKS


def memory_bytes(pid: int) -> int:
    """Return the memory of ``pid`` and its descendants; what they share counts once in all."""
    return sum(_kilobytes(one, "Pss:") for one in family(pid)) * 1024


def own_bytes(pid: int) -> dict[int, int]:
    """Return by process, ``pid`` and its descendants, the memory that would be free without it.

    Private memory that was written to. Pages of files that are mapped, such as the library's, are
    left out: the system holds them once for all, drops them when it needs room, and counts them
    as a process's by who has touched them lately.
    """
    return {one: _kilobytes(one, "Private_Dirty:") * 1024 for one in family(pid)}


def _kilobytes(pid: int, field: str) -> int:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    (kilobytes,) = (line.split()[1] for line in lines if line.startswith(field))
    return int(kilobytes)


def family(pid: int) -> list[int]:
    """Return ``pid`` and the ids of all processes below it."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    return [pid, *(one for child in children for one in family(int(child)))]


def _stat(pid: int) -> list[str]:
    """Return the fields of /proc/PID/stat after the name, which may hold spaces."""
    return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
