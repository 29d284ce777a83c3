"""Cases to a Forest: small oblivious trees fitted and taken out as plain arrays.

Features and labels enter, a Forest leaves. Needs catboost (dependency group "training"), which is
no dependency of the product. For the training of the line model and the level model.
"""

import json
import tempfile
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from catboost import CatBoostClassifier, Pool
from numpy.typing import NDArray

from ingest.trees import Forest, Matrix

_ALWAYS = {
    "bootstrap_type": "Bernoulli",
    "subsample": 0.8,
    "boosting_type": "Plain",
    "score_function": "L2",
    "random_seed": 1,
    "thread_count": 2,
    "verbose": 0,
    "allow_writing_files": False,
}


def fit_forest(
    values: Matrix,
    labels: NDArray[np.bool_],
    weights: NDArray[np.float64] | None = None,
    *,
    trees: int,
    depth: int,
    settings: Mapping[str, float],
) -> Forest:
    """Fit one ensemble to cases (rows of ``values``) and take it out of catboost as arrays."""
    classifier = CatBoostClassifier(depth=depth, iterations=trees, **_ALWAYS, **settings)
    classifier.fit(Pool(values, labels.astype(int), weight=weights))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.json"
        classifier.save_model(str(path), format="json")
        fitted = json.loads(path.read_bytes())
    fitted_trees = fitted["oblivious_trees"]
    features = np.zeros((len(fitted_trees), depth), dtype=np.int16)
    borders = np.full((len(fitted_trees), depth), np.inf, dtype=np.float32)
    leaves = np.zeros((len(fitted_trees), 2**depth), dtype=np.float32)
    for number, tree in enumerate(fitted_trees):
        for level, split in enumerate(tree["splits"]):
            features[number, level] = split["float_feature_index"]
            borders[number, level] = split["border"]
        values_of_leaves = tree["leaf_values"]
        leaves[number, : len(values_of_leaves)] = values_of_leaves
    scale, (bias,) = fitted["scale_and_bias"]
    return Forest(features, borders, leaves * np.float32(scale), float(bias))
