"""What is told of a long load: every wait, every failure, memory by worker."""

from benchmarks.portal.endured import Endured, Ingest, Memory, table
from benchmarks.portal.load import Answer


def endured() -> Endured:
    """Return ten answers at ten a second, the fifth slow and the last none, and one ingest."""
    answers = [Answer("/search?q=pain", 200, 0.001 * number, 9) for number in range(1, 9)]
    answers.insert(4, Answer("/suggest?q=pa", 200, 0.5, 9))
    answers.append(Answer("/", 0, 30.0, 0))
    memory = [
        Memory(float(at), {1: 10_000_000, 2: 100_000_000 + at * 2_000_000, 3: 50_000_000})
        for at in range(6)
    ]
    return Endured(answers, memory, [Ingest(0.3, 0.6, 0), Ingest(0.7, 0.8, 2)], rate=10)


def test_failures_are_counted() -> None:
    """Of requests, by status, and of ingests."""
    assert endured().errors == {0: 1}
    assert endured().failed == 1
    assert "errors: {0: 1}" in table(endured())
    assert "ingests: 2, failed: 1" in table(endured())


def test_memory_is_told_by_worker_since_the_warm_up() -> None:
    """A process that holds next to nothing is no worker; the first fifth of the time is none."""
    assert endured().workers == {2: (102_000_000, 110_000_000), 3: (50_000_000, 50_000_000)}
    assert "110.0 MB at the end (+7.8%)" in table(endured())


def test_a_slow_answer_is_told_with_its_moment() -> None:
    """And with the ingest that was under way when it was due."""
    assert "500 ms, due at 0.4 s, during an ingest: /suggest?q=pa" in table(endured())
    assert "| all | 10 |" in table(endured())
