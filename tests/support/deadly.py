"""A reader that dies of certain files, as a fault in a library written in C would have it.

For tests of what becomes of the others; other processes import it by name.
"""

import os
import signal

from ingest.updating.reading import Outcome, Task, read_file
from ingest.vocabulary import Vocabulary

DEADLY = ("007.html", "080.html", "081.html")


def read_or_die(task: Task, vocabulary: Vocabulary) -> Outcome:
    """Read a file; be killed by one of the deadly ones."""
    if task.file.source in DEADLY:
        os.kill(os.getpid(), signal.SIGKILL)
    return read_file(task, vocabulary)


def always_die(task: Task, vocabulary: Vocabulary) -> Outcome:
    """Be killed, whatever is to be read."""
    os.kill(os.getpid(), signal.SIGKILL)
    return read_file(task, vocabulary)
