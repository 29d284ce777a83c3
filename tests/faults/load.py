"""Ingest again and again under visitors: who asks meanwhile, and what they were told.

A folder and a number of rounds enter; what was seen leaves. The test suite does a few rounds;
`make faults` a hundred.
"""

import json
import sys
import threading
import time
import urllib.parse
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults.rounds import ANSWERED, CHANGING, library_of, rounds_said
from tests.support.server import fetch, running_portal

VISITORS = 4
"""Threads that ask without pause."""

_SEARCH = f"/search.json?q={urllib.parse.quote_plus(ANSWERED)}"
_PATIENCE = 30
"""Seconds until a new library must be served on the busiest of machines; how long it took is
measured, not tested."""


@dataclass(slots=True)
class Seen:
    """What visitors were told: how many answers there were, faults in them, and ``waits``: the
    seconds from the end of each ingest to the first answer from its library."""

    answers: int = 0
    faults: list[str] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)
    rounds: set[int] = field(default_factory=set)


class _Visitor(threading.Thread):
    """Asks for a search and a page in turn, each of which must be of one round."""

    def __init__(self, address: str, seen: Seen, is_over: Callable[[], bool]) -> None:
        super().__init__(daemon=True)
        self._address = address
        self._seen = seen
        self._is_over = is_over

    def run(self) -> None:
        while not self._is_over():
            for path, wanted in ((_SEARCH, CHANGING), ("/topics/page-0.json", 1)):
                try:
                    answer = fetch(self._address + path)
                except OSError as error:  # a refused connection or an error status, to be reported
                    self._seen.faults.append(f"{path}: {error}")
                    continue
                found = set(_rounds_in(path, answer))
                if len(found) != 1 or len(_rounds_in(path, answer)) < wanted:
                    self._seen.faults.append(f"{path}: {sorted(found)} in {answer[:500]}")
                self._seen.rounds |= found
                self._seen.answers += 1


def reingest_under_load(folder: Path, rounds: int, workers: int = 1) -> Seen:
    """Ingest ``rounds`` changes one after the other, by the program, under a portal's visitors.

    Raises:
        AssertionError: an ingest failed, or was not served within _PATIENCE seconds.
    """
    raw, library, seen = folder / "raw", folder / "library", Seen()
    library_of(raw, library, 1)
    over = threading.Event()
    with running_portal(sys.executable, library, "--workers", str(workers)) as address:
        visitors = [_Visitor(address, seen, over.is_set) for _ in range(VISITORS)]
        for visitor in visitors:
            visitor.start()
        for number in range(2, rounds + 2):
            library_of(raw, library, number)
            ended = time.monotonic()
            while number not in seen.rounds:
                assert time.monotonic() - ended < _PATIENCE, f"round {number} is not served"
                time.sleep(0.005)
            seen.waits.append(time.monotonic() - ended)
        over.set()
        for visitor in visitors:
            visitor.join()
    return seen


def _rounds_in(path: str, answer: str) -> list[int]:
    """Return the rounds that an answer names; a search once for each hit."""
    if path != _SEARCH:
        return rounds_said(answer)
    hits = json.loads(answer)["hits"]
    texts = ("".join(part["text"] for part in hit["snippet"]) for hit in hits)
    return [number for text in texts for number in rounds_said(text)]
