"""Processes that help this one: they end when it does, however it ends.

Nothing enters or leaves. Used wherever processes are started, by ingest too.
"""

import multiprocessing.connection
import os
import signal
import threading
from multiprocessing.process import parent_process


def follow_parent() -> None:
    """Have this process end when the one that started it is gone, even killed; and only then.

    Ctrl-C reaches all processes of a terminal at once; the first decides what becomes of it.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_exit_after, args=(parent.sentinel,), daemon=True).start()


def _exit_after(sentinel: int) -> None:
    multiprocessing.connection.wait([sentinel])
    os._exit(1)
