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
"""All questions are asked once, so that relevance is that of all of them."""

_WARM_UP = 50
"""Queries asked before the clock starts, unless that takes _WARM_UP_BUDGET seconds."""

_WARM_UP_BUDGET = 10.0


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
    bytes, ``phrases`` the share, of the ``phrases_asked`` exact phrases, whose section is among
    the ten best.
    """

    start_up: float
    memory: int
    short: Times
    questions: Times
    ndcg: float
    reciprocal_rank: float
    precision: float
    phrases: float
    phrases_asked: int


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


def measure_searching(
    contestant: Contestant, asked: Asked, folder: Path, budget: float = _BUDGET
) -> Searching:
    """Open the index in ``folder`` and ask what is ``asked``, for ``budget`` seconds a kind."""
    texts = [question.text for question in asked.questions]
    start = time.perf_counter()
    contestant.open(folder)
    contestant.search(texts[0])
    start_up = time.perf_counter() - start
    _ask(contestant, [*texts, *asked.short][:_WARM_UP], _WARM_UP_BUDGET, least=1)
    gc.collect()
    gc.freeze()  # what the benchmark itself holds is not the contestant's to look through
    short = _ask(contestant, asked.short, budget)
    questions = _ask(contestant, texts * QUESTION_ROUNDS, budget)
    memory = peak_memory()
    found = relevance(
        [
            (best, question.grades)
            for best, question in zip(questions.best, asked.questions, strict=False)
        ]
    )
    phrases = _ask(contestant, [phrase.text for phrase in asked.phrases], budget)
    right = sum(
        phrase.id in best for phrase, best in zip(asked.phrases, phrases.best, strict=False)
    )
    return Searching(
        start_up=start_up,
        memory=memory,
        short=short.times(),
        questions=questions.times(),
        ndcg=found.ndcg,
        reciprocal_rank=found.reciprocal_rank,
        precision=found.precision,
        phrases=right / len(phrases.best),
        phrases_asked=len(phrases.best),
    )


@dataclass(frozen=True, slots=True)
class _Answered:
    """The best ids of each query that was asked, and the milliseconds it took."""

    best: Sequence[tuple[str, ...]]
    taken: Sequence[float]

    def times(self) -> Times:
        taken = sorted(self.taken)
        p50, p95, p99 = (taken[round(share * (len(taken) - 1))] for share in (0.50, 0.95, 0.99))
        return Times(p50, p95, p99, len(taken))


def _ask(
    contestant: Contestant, texts: Sequence[str], budget: float, least: int = _LEAST
) -> _Answered:
    """Ask ``texts`` in turn for ``budget`` seconds, the ``least`` of them in any case."""
    best: list[tuple[str, ...]] = []
    taken: list[float] = []
    first = time.perf_counter()
    for text in texts:
        start = time.perf_counter()
        if start - first > budget and len(taken) >= least:
            break
        answer = contestant.search(text)
        taken.append(1000 * (time.perf_counter() - start))
        best.append(answer.ids)
    return _Answered(best, taken)


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
