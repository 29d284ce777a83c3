"""Fuzz the readers for as long as told, and say how many inputs were tried.

`python -m tests.fuzz --seconds 600 --seed 1`. The first input that breaks a promise is written to
``--out`` and ends the run with exit code 1.
"""

import argparse
import random
import sys
import time
from pathlib import Path

from tests.fuzz.mutation import mutated
from tests.fuzz.seeds import HTML, MARKDOWN
from tests.fuzz.target import FuzzingError, try_input

_TARGETS = ((".html", HTML), (".md", MARKDOWN))


def main() -> int:
    """Run the fuzzer; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--seconds", type=float, default=60.0, help="wall time to run for")
    parser.add_argument("--seed", type=int, default=1, help="of the random mutations")
    parser.add_argument("--out", type=Path, default=Path("fuzz-failure"), help="a failing input")
    options = parser.parse_args()
    dice = random.Random(options.seed)  # noqa: S311 (no secret)
    end = time.monotonic() + options.seconds
    tried = dict.fromkeys((suffix for suffix, _ in _TARGETS), 0)
    pages = 0
    while time.monotonic() < end:
        for suffix, seeds in _TARGETS:
            raw = mutated(seeds, dice)
            try:
                pages += try_input(raw, suffix)
            except FuzzingError as failure:
                options.out.with_suffix(suffix).write_bytes(raw)
                print(f"{options.out.with_suffix(suffix)}: {failure}")  # noqa: T201 (its output)
                return 1
            tried[suffix] += 1
    counts = ", ".join(f"{count:,} {suffix}" for suffix, count in tried.items())
    print(f"{sum(tried.values()):,} inputs ({counts}), {pages:,} of them pages")  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
