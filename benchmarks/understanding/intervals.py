"""Paired differences and how sure they are.

What each query was worth under two settings enters, a Difference leaves.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

_SEED = 4
_RESAMPLES = 10_000
_EDGES = (2.5, 97.5)


@dataclass(frozen=True, slots=True)
class Difference:
    """A mean difference with its 95 % interval, in which 0 stands where it may be chance."""

    mean: float
    low: float
    high: float


def difference(values: Sequence[float], reference: Sequence[float]) -> Difference:
    """Return how much ``values`` are above ``reference``, the same queries in the same order.

    The interval is that of the paired bootstrap (Sakai, "Evaluating evaluation metrics based on the
    bootstrap", SIGIR 2006), the same resamples at every run.
    """
    paired = np.asarray(values) - np.asarray(reference)
    chance = np.random.default_rng(_SEED)
    means = [
        float(paired[chance.integers(0, len(paired), len(paired))].mean())
        for _ in range(_RESAMPLES if paired.any() else 1)
    ]
    low, high = np.percentile(means, _EDGES)
    return Difference(float(paired.mean()), float(low), float(high))
