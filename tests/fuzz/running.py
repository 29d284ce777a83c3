"""One process of the fuzzer: inputs of each layer in turn until the time is over.

A Run enters, an Outcome leaves; whatever breaks a promise is written down.
"""

import random
import tempfile
import time
from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from tests.fuzz.mutation import mutated
from tests.fuzz.promise import FuzzingError
from tests.fuzz.target import LAYERS, tried

FOUND = Path(__file__).parent / "found"

MOST_FOUND = 20
"""Broken promises after which a process stops: most of them are then one and the same."""

TURN = 10
"""Inputs of a layer, before it is the next one's turn."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one process is to do: which layers, for how many seconds, from which seed, to where."""

    layers: tuple[str, ...]
    seconds: float
    seed: int
    found: Path


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many inputs were tried and how many meant something, by layer; what went wrong."""

    inputs: Counter[str]
    meant: Counter[str]
    broken: tuple[str, ...]


def fuzz(run: Run) -> Outcome:
    """Try inputs until the time is over."""
    dice = random.Random(run.seed)  # noqa: S311  # no secret
    inputs: Counter[str] = Counter()
    meant: Counter[str] = Counter()
    broken: list[str] = []
    with tempfile.TemporaryDirectory() as folder, ExitStack() as opened:
        trials = {
            name: opened.enter_context(LAYERS[name].opened(Path(folder))) for name in run.layers
        }
        end = time.monotonic() + run.seconds
        while time.monotonic() < end and len(broken) < MOST_FOUND:
            for name, trial in trials.items():
                for _ in range(TURN * LAYERS[name].pace):
                    raw = mutated(LAYERS[name].seeds, dice)
                    inputs[name] += 1
                    try:
                        meant[name] += tried(trial, raw, dice)
                    except FuzzingError as failure:
                        broken.append(f"{kept(run.found, name, raw)}: {failure}")
    return Outcome(inputs, meant, tuple(broken))


def kept(folder: Path, layer: str, raw: bytes) -> Path:
    """Write ``raw`` down as an input of ``layer`` that broke a promise; return where."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{layer}-{sha256(raw).hexdigest()[:8]}"
    path.write_bytes(raw)
    return path
