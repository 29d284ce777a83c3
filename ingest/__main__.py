"""``python -m ingest RAW``: the entry point; streams, logging and signals are set up here alone.

The process's arguments enter, its exit status leaves.
"""

import gc
import io
import logging
import os
import signal
import sys

from ingest.cli import main
from ingest.collector import look_seldom
from ingest.commands.console import Streams

INTERRUPTED = 130
"""What a shell reports of a program that Ctrl-C has ended."""


SECONDS_BETWEEN_THREADS = 0.0005
"""How long a thread waits for Python's lock: the library's files are checked in threads that need
it for an instant between two reads, some thousand times, and would wait 5 ms each time."""


def start() -> int:
    """Run the command line of this process."""
    sys.setswitchinterval(SECONDS_BETWEEN_THREADS)
    look_seldom()
    gc.disable()  # until pages are read: what is remembered of the last run is no garbage
    logging.basicConfig(level=logging.WARNING, format="ingest: %(message)s")
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # being stopped is one, like Ctrl-C
    for stream in (sys.stdout, sys.stderr):  # JSON is UTF-8, whatever the locale
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        status = main(sys.argv[1:], Streams(sys.stdout, sys.stderr))
        sys.stdout.flush()
    except KeyboardInterrupt:
        sys.stderr.write("ingest: stopped; the library is as it was\n")
        return INTERRUPTED
    except BrokenPipeError:  # the reader of a dump has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return status


if __name__ == "__main__":
    sys.exit(start())
