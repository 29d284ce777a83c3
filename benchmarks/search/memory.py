"""How much memory this process has had at most.

Nothing enters, bytes leave.
"""

import resource
from pathlib import Path

_STATUS = Path("/proc/self/status")
_PEAK = "VmHWM:"
_KIBIBYTE = 1024


def peak_memory() -> int:
    """Return the process's peak of resident memory.

    Linux counts it from the program's start under /proc; what it reports otherwise may be the
    parent's, from whom the process was forked.
    """
    if _STATUS.exists():
        for line in _STATUS.read_text(encoding="ascii").splitlines():
            if line.startswith(_PEAK):
                return int(line.split()[1]) * _KIBIBYTE
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _KIBIBYTE
