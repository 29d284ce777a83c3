"""Ensembles of small decision trees, as plain arrays: what the product's learned models are.

Features enter, log-odds leave. Fitted by benchmarks/, stored in .npz files without pickles; they
need numpy alone. May be imported by any module of ingest.
"""

from collections.abc import Mapping
from dataclasses import dataclass

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
    """

    features: NDArray[np.int16]
    borders: Matrix
    leaves: Matrix
    bias: float

    def weigh(self, values: Matrix) -> Matrix:
        """Return the log-odds of each case, from ``values`` (features, cases)."""
        answers = (values[self.features.T] > self.borders.T[:, :, None]).view(np.uint8)
        leaf = answers[0]
        for level in range(1, len(answers)):
            leaf |= answers[level] << np.uint8(level)
        place = leaf + np.arange(0, self.leaves.size, self.leaves.shape[1], dtype=np.int32)[:, None]
        weighed: Matrix = self.leaves.ravel().take(place).sum(axis=0) + np.float32(self.bias)
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
