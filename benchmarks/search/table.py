"""Measurements as a Markdown table.

Results enter, text leaves.
"""

from collections.abc import Callable, Sequence

from benchmarks.search.measuring import Searching, Times
from benchmarks.search.run import LeftOut, Measurement, Result

_MEGABYTE = 1_000_000

_COLUMNS: tuple[tuple[str, Callable[[Measurement], str]], ...] = (
    ("engine", lambda one: one.contestant),
    ("corpus", lambda one: f"{one.copies}×"),
    ("short p50 / p95 / p99 ms", lambda one: _milliseconds(one.searching.short)),
    ("questions p50 / p95 / p99 ms", lambda one: _milliseconds(one.searching.questions)),
    ("nDCG@10", lambda one: _once(one, f"{one.searching.ndcg:.3f}")),
    ("MRR", lambda one: _once(one, f"{one.searching.reciprocal_rank:.3f}")),
    ("P@5", lambda one: _once(one, f"{one.searching.precision:.3f}")),
    ("phrases in top 10", lambda one: _once(one, _phrases(one.searching))),
    ("build s", lambda one: f"{one.building.seconds:.1f}"),
    ("on disk MB", lambda one: f"{one.building.size / _MEGABYTE:.0f}"),
    ("start-up s", lambda one: f"{one.searching.start_up:.2f}"),
    ("build memory MB, main process", lambda one: f"{one.building.memory / _MEGABYTE:.0f}"),
    ("search memory MB", lambda one: f"{one.searching.memory / _MEGABYTE:.0f}"),
)


def table(results: Sequence[Result]) -> str:
    """Return a Markdown table, a row a measurement, and a line for each that was left out."""
    lines = [
        _row([title for title, _ in _COLUMNS]),
        _row(["---"] * len(_COLUMNS)),
    ]
    lines += [
        _row([cell(result) for _, cell in _COLUMNS])
        for result in results
        if isinstance(result, Measurement)
    ]
    left_out = [
        f"{result.contestant} ({result.copies}×) was left out: {result.reason}"
        for result in results
        if isinstance(result, LeftOut)
    ]
    return "\n".join([*lines, *(["", *left_out] if left_out else [])])


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _once(result: Measurement, text: str) -> str:
    """Return ``text``, or a dash where copies of what is right stand beside it and tie with it."""
    return text if result.copies == 1 else "–"


def _phrases(searching: Searching) -> str:
    """Return the share found; of how many, as a slow contestant is asked fewer."""
    return f"{searching.phrases:.0%} of {searching.phrases_asked}"


def _milliseconds(times: Times) -> str:
    return f"{times.p50:.2f} / {times.p95:.2f} / {times.p99:.2f}"
