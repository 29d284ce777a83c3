"""Fuzz what reads strangers' bytes for as long as told, and say how many inputs were tried.

`python -m tests.fuzz --seconds 600 --processes 2 --seed 1`. Every input that breaks a promise is
written to ``--found``, whence the tests try it again for ever; then the exit code is 1.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from tests.fuzz.running import FOUND, Run, fuzz
from tests.fuzz.target import LAYERS


def main(words: Sequence[str] | None = None) -> int:
    """Run the fuzzer; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--seconds", type=float, default=60.0, help="wall time to run for")
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1, help="of the random mutations")
    parser.add_argument("--layers", nargs="+", choices=LAYERS, default=list(LAYERS))
    parser.add_argument("--found", type=Path, default=FOUND, help="folder for what breaks")
    options = parser.parse_args(words)
    runs = [
        Run(tuple(options.layers), options.seconds, options.seed + number, options.found)
        for number in range(options.processes)
    ]
    with ProcessPoolExecutor(options.processes, get_context("spawn")) as pool:
        outcomes = list(pool.map(fuzz, runs))
    inputs = sum((outcome.inputs for outcome in outcomes), Counter[str]())
    meant = sum((outcome.meant for outcome in outcomes), Counter[str]())
    broken = [line for outcome in outcomes for line in outcome.broken]
    lines = [f"{name}: {inputs[name]:,} inputs, {meant[name]:,} read" for name in inputs]
    sys.stdout.write("\n".join([*lines, f"all: {sum(inputs.values()):,} inputs", *broken]) + "\n")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
