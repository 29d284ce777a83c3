"""How good a ranking is, by assessors' grades.

Ranked ids and grades enter, numbers leave. Unjudged sections count as wrong.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log2

DEPTH = 10
"""Ranks that count, of nDCG (Järvelin and Kekäläinen, "Cumulated gain-based evaluation of IR
techniques", ACM TOIS 20(4), 2002)."""

PRECISION_DEPTH = 5


@dataclass(frozen=True, slots=True)
class Relevance:
    """Means over questions: nDCG@10, reciprocal rank of the first right one, precision at 5."""

    ndcg: float
    reciprocal_rank: float
    precision: float


def ndcg(ranked: Sequence[str], grades: Mapping[str, int]) -> float:
    """Return nDCG@10 with gain 2^grade - 1 and discount log2(rank + 1); some grade is above 0."""
    found = _gain([grades.get(identifier, 0) for identifier in ranked])
    return found / _gain(sorted(grades.values(), reverse=True))


def relevance(answers: Sequence[tuple[Sequence[str], Mapping[str, int]]]) -> Relevance:
    """Return the means over the answers to questions that have a section graded above 0."""
    judged = [(ranked, grades) for ranked, grades in answers if any(grades.values())]
    right = [[grades.get(identifier, 0) > 0 for identifier in ranked] for ranked, grades in judged]
    return Relevance(
        ndcg=_mean([ndcg(ranked, grades) for ranked, grades in judged]),
        reciprocal_rank=_mean([1 / (row.index(True) + 1) if True in row else 0.0 for row in right]),
        precision=_mean([sum(row[:PRECISION_DEPTH]) / PRECISION_DEPTH for row in right]),
    )


def _gain(grades: Sequence[int]) -> float:
    return sum(
        (2.0**grade - 1) / log2(rank + 1) for rank, grade in enumerate(grades[:DEPTH], start=1)
    )


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)
