"""One contestant, built and searched, in a process of its own.

A contestant's name, the data and a folder enter; a Measurement leaves, as JSON between processes.
Run as ``python -m benchmarks.search.measuring``, by `benchmarks.search.run` only.
"""

import argparse
import gc
import json
import resource
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.search.contestant import Contestant, make_contestant
from benchmarks.search.corpus import learned, read_documents
from benchmarks.search.queries import exact_phrases, read_questions, short_queries
from benchmarks.search.relevance import relevance

QUESTION_ROUNDS = 10
"""Times each question is asked: there are few of them."""

_WARM_UP = 50
"""Queries asked before the clock starts."""


@dataclass(frozen=True, slots=True)
class Times:
    """Percentiles of the time to answer, in milliseconds."""

    p50: float
    p95: float
    p99: float


@dataclass(frozen=True, slots=True)
class Building:
    """Seconds to build, bytes on disk."""

    seconds: float
    size: int


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
    """Build the index in the empty ``folder``; documents are read before the clock starts."""
    documents = tuple(learned(read_documents(data, copies)))
    start = time.perf_counter()
    contestant.build(documents, folder)
    seconds = time.perf_counter() - start
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    return Building(seconds, size)


def measure_searching(contestant: Contestant, data: Path, folder: Path, short: int) -> Searching:
    """Open the index in ``folder`` and ask ``short`` short queries, all questions and phrases."""
    asked = short_queries(data, short)
    questions = read_questions(data)
    texts = [question.text for question in questions]
    phrases = exact_phrases(data)
    start = time.perf_counter()
    contestant.open(folder)
    contestant.search(texts[0])
    start_up = time.perf_counter() - start
    for text in [*texts, *asked][:_WARM_UP]:
        contestant.search(text)
    gc.collect()
    gc.freeze()  # what the benchmark itself holds is not the contestant's to look through
    short_times = _times(contestant, asked)
    question_times = _times(contestant, texts * QUESTION_ROUNDS)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    found = relevance(
        [(contestant.search(question.text).ids, question.grades) for question in questions]
    )
    right = sum(phrase.id in contestant.search(phrase.text).ids for phrase in phrases)
    return Searching(
        start_up=start_up,
        memory=memory,
        short=short_times,
        questions=question_times,
        ndcg=found.ndcg,
        reciprocal_rank=found.reciprocal_rank,
        precision=found.precision,
        phrases=right / len(phrases),
    )


def _times(contestant: Contestant, texts: "tuple[str, ...] | list[str]") -> Times:
    taken = []
    for text in texts:
        start = time.perf_counter()
        contestant.search(text)
        taken.append(1000 * (time.perf_counter() - start))
    taken.sort()
    return Times(*(taken[round(share * (len(taken) - 1))] for share in (0.50, 0.95, 0.99)))


def main(arguments: list[str]) -> None:
    """Measure what ``arguments`` say and write it to standard output as JSON."""
    parser = argparse.ArgumentParser()
    parser.add_argument("step", choices=("build", "search"))
    parser.add_argument("contestant")
    parser.add_argument("data", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--copies", type=int, default=1)
    parser.add_argument("--short", type=int, required=True)
    options = parser.parse_args(arguments)
    contestant = make_contestant(options.contestant)
    measured: Building | Searching
    if options.step == "build":
        measured = measure_building(contestant, options.data, options.copies, options.folder)
    else:
        measured = measure_searching(contestant, options.data, options.folder, options.short)
    sys.stdout.write(json.dumps(asdict(measured)) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
