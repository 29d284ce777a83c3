"""Work spread over processes, its results in order; whoever ends a process is found.

Tasks and what to do with each enter, results leave. Used by `ingest.updating.reading`.

Chunks are handed over a few at a time, so that memory stays the same however many tasks there are.
Where a process is gone (no memory, a fault in a library written in C, a kill), what was under way
is done again one by one, each task in a process that does nothing else: the one that ends it again
is given up, the others go on.
"""

import multiprocessing
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import Generic, TypeVar

from index.processes import follow_parent
from ingest.collector import look_seldom
from ingest.errors import ReadingStoppedError

CHUNK = 16
"""Tasks a process is given at once: a fifth of a second of work, against which handing over is
nothing, and little enough that all finish together."""

CHUNKS_AHEAD = 3
"""Chunks under way or waiting, a process: it never runs dry, and memory stays bounded."""

MOST_GIVEN_UP = 10
"""Tasks that may each end their process before it is taken for the machine's fault, not theirs."""

Given = TypeVar("Given")
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Work(Generic[Given, Made]):
    """What is done with each task, and what stands for one that ends its process.

    ``do`` is a function that another process can import by its name, or a partial of one.
    """

    do: Callable[[Given], Made]
    given_up: Callable[[Given], Made]


def spread(
    tasks: Sequence[Given], work: Work[Given, Made], processes: int
) -> Generator[Made, None, None]:
    """Yield what ``work`` makes of each of ``tasks``, in order, done by that many ``processes``.

    Raises:
        ReadingStoppedError: processes end again and again, whatever they are given.
    """
    done = 0
    given_up: list[Given] = []
    while done < len(tasks):
        try:
            for made in _in_pool(tasks[done:], work.do, processes):
                done += 1
                yield made
        except BrokenProcessPool:
            suspects = tasks[done : done + CHUNK * CHUNKS_AHEAD * processes]
            for made in _one_by_one(suspects, work, given_up):
                done += 1
                yield made


def _in_pool(tasks: Sequence[Given], do: Callable[[Given], Made], processes: int) -> Iterator[Made]:
    starts = iter(range(0, len(tasks), CHUNK))
    ahead: deque[Future[list[Made]]] = deque()
    with _pool(processes) as pool:
        try:
            for start in starts:
                ahead.append(pool.submit(_all_of, do, tasks[start : start + CHUNK]))
                if len(ahead) == CHUNKS_AHEAD * processes:
                    yield from ahead.popleft().result()
            while ahead:
                yield from ahead.popleft().result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _one_by_one(
    tasks: Sequence[Given], work: Work[Given, Made], given_up: list[Given]
) -> Iterator[Made]:
    """Do ``tasks`` in a process of their own, a new one after each that ends it."""
    waiting = deque(tasks)
    while waiting:
        try:
            with _pool(1) as pool:
                while waiting:
                    made = pool.submit(work.do, waiting[0]).result()
                    waiting.popleft()
                    yield made
        except BrokenProcessPool as error:
            given_up.append(waiting[0])
            if len(given_up) > MOST_GIVEN_UP:
                raise ReadingStoppedError(
                    "processes that read pages end again and again, whatever they read; is there "
                    "memory left on this machine? Make room and run this again"
                ) from error
            yield work.given_up(waiting.popleft())


def _pool(processes: int) -> ProcessPoolExecutor:
    context = multiprocessing.get_context("spawn")  # no copy of our locks, threads and files
    return ProcessPoolExecutor(processes, context, initializer=_start)


def _start() -> None:
    look_seldom()
    follow_parent()


def _all_of(do: Callable[[Given], Made], tasks: Sequence[Given]) -> list[Made]:
    return list(map(do, tasks))
