"""Fit the table of weights on a folder of labelled pages, write it, and print its figures.

A folder's path enters, ``region.json`` and figures leave. The figures that count are the
cross-validated ones: every page is read with weights fitted without any page of its site.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from benchmarks.extractors.contestants import outline_of_blocks
from benchmarks.extractors.outline import Outline
from benchmarks.extractors.pages import LabelledPage, read_pages
from benchmarks.extractors.scores import scores
from benchmarks.line_model.folds import fold_numbers
from benchmarks.region_model.labels import Example, example
from benchmarks.region_model.signs import bounds
from ingest.formats.html.region import choose

_OUT = Path(__file__).parents[2] / "ingest" / "formats" / "html" / "region.json"
_STRENGTH = 1.0
"""Inverse of the ridge penalty; from 0.03 to 3 the cross-validated figures are the same."""

_SMALLEST = 0.005
"""Weights nearer to 0 are left out of the table."""

Weights = dict[str, float]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the training; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.region_model", description=__doc__)
    parser.add_argument("folder", type=Path, help="manifest.tsv, html/, text/, labels/")
    parser.add_argument("--split", default="dev", help="the split to fit on")
    parser.add_argument("--out", type=Path, default=_OUT, help="the table to write")
    parser.add_argument("--folds", type=int, default=10, help="0: no cross-validation")
    options = parser.parse_args(arguments)
    examples = [example(page) for page in read_pages(options.folder, options.split)]
    weights = fit(examples)
    options.out.write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")
    print("in sample", scores((one.page, _read(one, weights)) for one in examples))  # noqa: T201
    if options.folds:
        print("unseen sites", scores(_cross_validated(examples, options.folds)))  # noqa: T201
    return 0


def fit(examples: Sequence[Example]) -> Weights:
    """Return the weights of a logistic model of content, each within its `bounds`.

    Pages count alike whatever their length, pieces by the square root of their words.
    """
    evidence_of = [one.evidence.of_each() for one in examples]
    names = sorted({name for page in evidence_of for piece in page for name in piece})
    column = {name: place for place, name in enumerate(names)}
    rows: list[Mapping[str, float]] = []
    truth: list[bool] = []
    worth: list[float] = []
    for one, page in zip(examples, evidence_of, strict=True):
        for piece, evidence, label in zip(one.pieces, page, one.labels, strict=True):
            if label is not None:
                rows.append(evidence)
                truth.append(label)
                worth.append((1 + piece.words**0.5) / len(one.pieces) ** 0.5)
    pointers = numpy.cumsum([0, *map(len, rows)])
    columns = [column[name] for row in rows for name in row]
    values = [strength for row in rows for strength in row.values()]
    matrix = csr_matrix((values, columns, pointers), shape=(len(rows), len(names)))
    importance = numpy.array(worth) / numpy.mean(worth)
    penalised = numpy.array([float(name != "bias") for name in names])
    target = numpy.array(truth, dtype=float)

    def loss(weights: NDArray[numpy.float64]) -> tuple[float, NDArray[numpy.float64]]:
        odds = matrix @ weights
        likelihood = importance * (numpy.logaddexp(0, odds) - target * odds)
        slope = importance * (1 / (1 + numpy.exp(-odds)) - target)
        ridge = penalised * weights / _STRENGTH
        total = likelihood.sum() + (ridge * weights).sum() / 2
        return float(total), matrix.T @ slope + ridge

    limits = [bounds(name) for name in names]
    start = numpy.zeros(len(names))
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=limits).x
    return {
        name: round(float(weight), 2)
        for name, weight in zip(names, found, strict=True)
        if abs(weight) >= _SMALLEST
    }


def _read(one: Example, weights: Weights) -> Outline:
    flags = choose(one.evidence, one.layout, weights)
    blocks = tuple(piece.block for piece, flag in zip(one.pieces, flags, strict=True) if flag)
    return outline_of_blocks(blocks)


def _cross_validated(
    examples: Sequence[Example], folds: int
) -> Iterator[tuple[LabelledPage, Outline]]:
    numbers = fold_numbers([one.page.site for one in examples], folds, seed=1)
    for fold in range(folds):
        weights = fit([one for one, n in zip(examples, numbers, strict=True) if n != fold])
        for one, number in zip(examples, numbers, strict=True):
            if number == fold:
                yield one.page, _read(one, weights)


if __name__ == "__main__":
    sys.exit(main())
