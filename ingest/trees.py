"""Ensembles of small decision trees, as plain arrays: what the product's learned models are.

Features enter, log-odds leave. Fitted by benchmarks/, stored in .npz files without pickles; they
need numpy alone. May be imported by any module of ingest.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]
Arrays = dict[str, NDArray[np.generic]]


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees that ask the same question all along a level, so that a leaf's number is its answers.

    Shapes: ``features`` and ``borders`` (trees, depth), ``leaves`` (trees, 2 ** depth). The answer
    to a level's question is "greater than the border"; the first level is the lowest bit. Depth is
    at most 8.

    Trees share about half of their questions; each is asked once: ``asked_of`` (questions) is the
    feature of each, ``asked`` (questions, 1) its border, ``question`` (depth, trees) which of them
    a level asks, ``first_leaf`` (trees, 1) where a tree's leaves begin, in as few bytes as hold it:
    numbers of leaves are added up a fifth as fast in eight.
    """

    features: NDArray[np.int16]
    borders: Matrix
    leaves: Matrix
    bias: float
    asked_of: NDArray[np.intp] = field(init=False)
    asked: Matrix = field(init=False)
    question: NDArray[np.intp] = field(init=False)
    first_leaf: NDArray[np.unsignedinteger] = field(init=False)

    def __post_init__(self) -> None:
        """Gather the different questions."""
        pairs = np.stack([self.features.ravel(), self.borders.ravel()], axis=1, dtype=np.float64)
        different, question = np.unique(pairs, axis=0, return_inverse=True)
        trees, leaves = self.leaves.shape
        for name, value in {
            "asked_of": different[:, 0].astype(np.intp),
            "asked": different[:, 1:].astype(np.float32),
            "question": np.ascontiguousarray(question.reshape(self.features.shape).T),
            "first_leaf": np.arange(
                0, trees * leaves, leaves, dtype=np.min_scalar_type(trees * leaves)
            )[:, None],
        }.items():
            object.__setattr__(self, name, value)

    def weigh(self, values: Matrix) -> Matrix:
        """Return the log-odds of each case, from ``values`` (features, cases)."""
        answers = (values.take(self.asked_of, axis=0) > self.asked).view(np.uint8)
        leaf = answers.take(self.question[-1], axis=0)
        for level in self.question[-2::-1]:
            leaf += leaf
            leaf |= answers.take(level, axis=0)
        chosen = self.leaves.take(leaf + self.first_leaf, mode="wrap")
        weighed: Matrix = np.add.reduce(chosen, axis=0)
        weighed += np.float32(self.bias)
        return weighed

    def arrays(self, name: str) -> Arrays:
        """Return the ensemble as arrays for a file, under keys that begin with ``name``."""
        return {
            f"{name}_features": self.features,
            f"{name}_borders": self.borders,
            f"{name}_leaves": self.leaves,
            f"{name}_bias": np.array(self.bias, dtype=np.float32),
        }


def forest_from(arrays: Mapping[str, NDArray[np.float32]], name: str) -> Forest:
    """Return the ensemble that ``arrays`` hold under ``name``."""
    return Forest(
        features=arrays[f"{name}_features"].astype(np.int16),
        borders=arrays[f"{name}_borders"],
        leaves=arrays[f"{name}_leaves"].astype(np.float32),
        bias=float(arrays[f"{name}_bias"]),
    )
