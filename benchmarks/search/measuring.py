"""One contestant, built and searched, in a process of its own.

A contestant's name, the data and a folder enter; a Measurement leaves, as JSON between processes.
Run as ``python -m benchmarks.search.measuring``, by `benchmarks.search.run` only. It has to run
under Debian's own Python too (see `benchmarks.search.contestant`), so it imports nothing that is
installed for us alone.
"""

import argparse
import gc
import json
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.search.asked import Asked, read_asked
from benchmarks.search.contestant import Contestant, make_contestant
from benchmarks.search.corpus import learned, read_documents
from benchmarks.search.memory import peak_memory
from benchmarks.search.relevance import relevance

QUESTION_ROUNDS = 10
"""Times each question is asked: there are few of them."""

_BUDGET = 120.0
"""Seconds after which a slow contestant is asked no more of one kind of query, having answered
_LEAST of them; the queries come in the same order for all."""

_LEAST = 52

_WARM_UP = 50
"""Queries asked before the clock starts."""


@dataclass(frozen=True, slots=True)
class Times:
    """Percentiles of the time to answer, in milliseconds, and how many queries they are of."""

    p50: float
    p95: float
    p99: float
    count: int


@dataclass(frozen=True, slots=True)
class Building:
    """Seconds to build, bytes on disk, the process's peak of memory in bytes."""

    seconds: float
    size: int
    memory: int


@dataclass(frozen=True, slots=True)
class Searching:
    """How a built index answers.

    ``start_up`` is seconds from opening to the first answer, ``memory`` the process's peak in
    bytes, ``phrases`` the share of exact phrases whose section is among the ten best.
    """

    start_up: float
    memory: int
    short: Times
    questions: Times
    ndcg: float
    reciprocal_rank: float
    precision: float
    phrases: float


def measure_building(contestant: Contestant, data: Path, copies: int, folder: Path) -> Building:
    """Build the index in the empty ``folder``; documents are read before the clock starts.

    The memory includes those documents, the same for all.
    """
    documents = tuple(learned(read_documents(data, copies)))
    start = time.perf_counter()
    contestant.build(documents, folder)
    seconds = time.perf_counter() - start
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    return Building(seconds, size, peak_memory())


def measure_searching(contestant: Contestant, asked: Asked, folder: Path) -> Searching:
    """Open the index in ``folder`` and ask all that is ``asked``."""
    texts = [question.text for question in asked.questions]
    start = time.perf_counter()
    contestant.open(folder)
    contestant.search(texts[0])
    start_up = time.perf_counter() - start
    for text in [*texts, *asked.short][:_WARM_UP]:
        contestant.search(text)
    gc.collect()
    gc.freeze()  # what the benchmark itself holds is not the contestant's to look through
    short_times = _times(contestant, asked.short)
    question_times = _times(contestant, texts * QUESTION_ROUNDS)
    memory = peak_memory()
    found = relevance(
        [(contestant.search(question.text).ids, question.grades) for question in asked.questions]
    )
    right = sum(phrase.id in contestant.search(phrase.text).ids for phrase in asked.phrases)
    return Searching(
        start_up=start_up,
        memory=memory,
        short=short_times,
        questions=question_times,
        ndcg=found.ndcg,
        reciprocal_rank=found.reciprocal_rank,
        precision=found.precision,
        phrases=right / len(asked.phrases),
    )


def _times(contestant: Contestant, texts: Sequence[str]) -> Times:
    taken: list[float] = []
    first = time.perf_counter()
    for text in texts:
        start = time.perf_counter()
        if start - first > _BUDGET and len(taken) >= _LEAST:
            break
        contestant.search(text)
        taken.append(1000 * (time.perf_counter() - start))
    taken.sort()
    p50, p95, p99 = (taken[round(share * (len(taken) - 1))] for share in (0.50, 0.95, 0.99))
    return Times(p50, p95, p99, len(taken))


def main(arguments: list[str]) -> None:
    """Measure what ``arguments`` say and write it to standard output as JSON."""
    parser = argparse.ArgumentParser()
    parser.add_argument("step", choices=("build", "search"))
    parser.add_argument("contestant")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--copies", type=int, default=1)
    parser.add_argument("--asked", type=Path)
    options = parser.parse_args(arguments)
    contestant = make_contestant(options.contestant)
    measured: Building | Searching
    if options.step == "build":
        measured = measure_building(contestant, options.data, options.copies, options.folder)
    else:
        measured = measure_searching(contestant, read_asked(options.asked), options.folder)
    sys.stdout.write(json.dumps(asdict(measured)) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
