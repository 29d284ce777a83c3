"""What must hold for any input, layer by layer.

``LAYERS`` names what is fuzzed. A layer is opened over a folder that it may fill (a library is made
there), and tries one input after another; a promise that does not hold is a FuzzingError.
"""

import random
import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from tests.fuzz import asking, reading, seeds
from tests.fuzz.promise import FuzzingError

LONGEST_SECONDS = 5.0
"""Processor time of one input of at most 60,000 bytes; typical ones take milliseconds."""

Trial = Callable[[bytes, random.Random], bool]


@dataclass(frozen=True, slots=True)
class Layer:
    """One thing that is fuzzed.

    ``opened`` takes a folder and yields a trial, which tells whether an input was one that means
    something (a page, an answer); ``pace`` is how many inputs are tried for one of the slowest
    layer's, so that each layer has about the same time.
    """

    seeds: Sequence[bytes]
    opened: Callable[[Path], AbstractContextManager[Trial]]
    pace: int = 1


# What an input takes, in milliseconds: text 3.8, HTML 1.3, Markdown 1.2, query 0.07, address 0.9.
LAYERS = {
    "text": Layer(seeds.TEXT + seeds.cuttings(".txt"), reading.opened(".txt")),
    "html": Layer(seeds.HTML + seeds.cuttings(".htm"), reading.opened(".html"), 3),
    "markdown": Layer(seeds.MARKDOWN + seeds.cuttings(".md"), reading.opened(".md"), 3),
    "query": Layer(seeds.QUERIES, asking.opened_queries, 40),
    "address": Layer(seeds.ADDRESSES, asking.opened_addresses, 6),
}


def tried(trial: Trial, raw: bytes, dice: random.Random) -> bool:
    """Try one input in bounded time; return what the ``trial`` does.

    Raises:
        FuzzingError: a promise was broken, or anything was raised.
    """
    start = time.process_time()
    try:
        meant = trial(raw, dice)
    except FuzzingError:
        raise
    except Exception as reason:  # (whatever else is raised is what fuzzing looks for)
        raise FuzzingError(f"raised {reason!r}") from reason
    if time.process_time() - start > LONGEST_SECONDS:
        raise FuzzingError(f"took more than {LONGEST_SECONDS} seconds")
    return meant
