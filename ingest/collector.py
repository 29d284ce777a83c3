"""How seldom Python looks for garbage in a process that reads pages.

Nothing enters or leaves. For the entry point, the processes that help it, and the benchmark that
measures what they do.
"""

import gc

OBJECTS_BETWEEN_LOOKS = 50_000
"""New objects after which Python looks for garbage that refers to itself: a run makes many objects
and keeps most of them, so that looking every 700 costs a twentieth of the time and finds nothing.
Pages that are read and dropped, of which little refers to itself, take less than 100 MB until then.
"""


def look_seldom() -> None:
    """Have this process look for garbage every `OBJECTS_BETWEEN_LOOKS` new objects."""
    gc.set_threshold(OBJECTS_BETWEEN_LOOKS)
