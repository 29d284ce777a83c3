"""What came of a long load: how long visitors waited, what failed, how memory moved.

Answers, ingests and looks at memory enter; a report leaves. For `benchmarks.portal.endurance`.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from benchmarks.portal.load import Answer

WARM_UP_SHARE = 0.2
"""Of the time, after which memory is taken as what the portal needs."""

WINDOW_SHARE = 0.1
"""Of the time, over which memory is looked at: its median there leaves out the moments at which two
generations are held, the one that is served and the one that is let go."""

SLOWEST = 8
"""Waits that are told one by one, with the moment and the ingest under way."""

SETTLING_SECONDS = 2.0
"""After an ingest, in which workers open what it wrote."""

WORKER_BYTES = 30_000_000
"""A process with less of its own is no worker: the one that starts them, a tracker of resources."""

OK = 200


@dataclass(frozen=True, slots=True)
class Memory:
    """What each process had to itself at one moment: seconds from the start, bytes by its id."""

    at: float
    own: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Ingest:
    """One ingest: seconds from the start, exit status."""

    began: float
    ended: float
    status: int


@dataclass(frozen=True, slots=True)
class Endured:
    """Every answer in the order in which they were due, at ``rate`` a second; all that was seen."""

    answers: Sequence[Answer]
    memory: Sequence[Memory]
    ingests: Sequence[Ingest]
    rate: float

    @property
    def errors(self) -> Counter[int]:
        """Statuses that are none of a page, with how often; 0 stands for no answer at all."""
        return Counter(one.status for one in self.answers if one.status != OK)

    @property
    def failed(self) -> int:
        """How many ingests failed."""
        return sum(bool(one.status) for one in self.ingests)

    @property
    def workers(self) -> Mapping[int, tuple[int, int]]:
        """By worker: bytes of its own after the warm-up, and at the end, medians of a while."""
        count = len(self.memory)
        start, size = int(count * WARM_UP_SHARE), max(1, int(count * WINDOW_SHARE))
        warm, last = self.memory[start : start + size], self.memory[-size:]
        return {
            pid: (_median(warm, pid), _median(last, pid))
            for pid, own in warm[0].own.items()
            if own > WORKER_BYTES and all(pid in one.own for one in (*warm, *last))
        }


def _median(samples: Sequence[Memory], pid: int) -> int:
    return int(median(one.own[pid] for one in samples))


def table(endured: Endured) -> str:
    """Return the report: waits by kind of address, the slowest, ingests, memory by worker."""
    lines = [
        "| kind | requests | p50 ms | p95 ms | p99 ms | worst ms |",
        "|---|---|---|---|---|---|",
    ]
    by_kind: dict[str, list[float]] = defaultdict(list)
    for one in endured.answers:
        by_kind[one.path.partition("?")[0].split("/")[1] or "home"].append(one.seconds * 1000)
    by_kind["all"] = [one.seconds * 1000 for one in endured.answers]
    for kind, waits in sorted(by_kind.items(), key=lambda pair: len(pair[1])):
        waits.sort()
        shares = [
            waits[min(len(waits) - 1, int(share * len(waits)))] for share in (0.5, 0.95, 0.99)
        ]
        figures = " | ".join(f"{one:.1f}" for one in (*shares, waits[-1]))
        lines.append(f"| {kind} | {len(waits)} | {figures} |")
    durations = sorted(one.ended - one.began for one in endured.ingests)
    took = f", {durations[len(durations) // 2]:.1f} s each (median)" if durations else ""
    return "\n".join(
        [
            *lines,
            "",
            *_slowest(endured),
            "",
            f"errors: {dict(endured.errors) or 'none'}",
            f"ingests: {len(endured.ingests)}, failed: {endured.failed}{took}",
            *_memory(endured),
            "",
        ]
    )


def _slowest(endured: Endured) -> list[str]:
    """Tell of the longest waits when they began, and whether an ingest was under way."""
    by_wait = sorted(enumerate(endured.answers), key=lambda pair: -pair[1].seconds)
    told = []
    for number, answer in by_wait[:SLOWEST]:
        due = number / endured.rate
        told.append(
            f"{answer.seconds * 1000:.0f} ms, due at {due:.1f} s, {_during(endured.ingests, due)}: "
            f"{answer.path}"
        )
    return told


def _during(ingests: Sequence[Ingest], due: float) -> str:
    for one in ingests:
        if one.began <= due <= one.ended:
            return "during an ingest"
        if one.ended < due <= one.ended + SETTLING_SECONDS:
            return f"{due - one.ended:.1f} s after an ingest"
    return "no ingest near"


def _memory(endured: Endured) -> list[str]:
    return [
        f"worker {number}: {warm / 1e6:.1f} MB of its own after the warm-up, {last / 1e6:.1f} MB "
        f"at the end ({last / warm - 1:+.1%})"
        for number, (warm, last) in enumerate(endured.workers.values(), 1)
    ]
