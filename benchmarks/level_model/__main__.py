"""Train the level model on a folder of labelled pages, write it, and print its figures.

A folder's path enters, the model file and a table leave. The figures that count are the
cross-validated ones: every page is read by a model that saw no page of its site.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.level_model.pages import HeadedPage, headed_pages
from benchmarks.line_model.folds import fold_numbers
from benchmarks.line_model.forests import fit_forest
from benchmarks.line_model.pages import DIALECTS, read_pages
from ingest.outline.level_model import LevelModel, encode_level_model
from ingest.outline.rules import MAX_DEPTH
from ingest.outline.standing import STANDING, Standing
from ingest.trees import Matrix

_MODEL = Path(__file__).parents[2] / "ingest" / "outline" / "level_model.npz"
_TAUGHT_BY = ("resiliparse", "inscriptis")
"""One dialect whose headings all stand at the margin, and one that indents them as the page nests
them. The other two show what the first does; with them in, no figure rose."""

_DEPTH, _TREES = 3, 300
_SETTINGS = {"learning_rate": 0.05, "l2_leaf_reg": 10, "rsm": 0.3, "border_count": 32}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the training; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.level_model", description=__doc__)
    parser.add_argument("folder", type=Path, help="labelled pages: manifest.tsv, text/, labels/")
    parser.add_argument("--out", type=Path, default=_MODEL, help="the model file to write")
    parser.add_argument("--folds", type=int, default=8, help="0: no cross-validation")
    options = parser.parse_args(arguments)
    pages = list(headed_pages(list(read_pages(options.folder))))
    model = learn(pages)
    raw = encode_level_model(model)
    options.out.write_bytes(raw)
    print(f"{options.out}: {len(raw):,} bytes, {len(STANDING)} features")  # noqa: T201
    print("right relations of consecutive headings, headings as labelled")  # noqa: T201
    _print_figures("flat", [(page, [1] * len(page.levels)) for page in pages])
    _print_figures("rules alone", [(page, page.ruled) for page in pages])
    if options.folds:
        _print_figures("cross-validated", list(_cross_validated(pages, options.folds)))
    return 0


def learn(pages: Iterable[HeadedPage]) -> LevelModel:
    """Train a model; the same pages give the same model."""
    taught = [_cases(page) for page in pages if page.dialect in _TAUGHT_BY]
    values = np.concatenate([evidence for evidence, _ in taught])
    labels = np.concatenate([right for _, right in taught])
    return LevelModel(fit_forest(values, labels, trees=_TREES, depth=_DEPTH, settings=_SETTINGS))


def _cases(page: HeadedPage) -> tuple[Matrix, NDArray[np.bool_]]:
    """Return every place that each heading could have taken, and which it has in truth."""
    evidence = [np.empty((0, len(STANDING)), dtype=np.float32)]
    right = [np.empty(0, dtype=bool)]
    standing = Standing(page.headings, page.ruled)
    path = [page.levels[0] or MAX_DEPTH // 2]
    for level in page.levels[1:]:
        true_level = level or path[-1]
        depth = (
            sum(above < true_level for above in path) + 1
            if true_level <= path[-1]
            else len(path) + 1
        )
        places = standing.look_ahead(1).evidence.T
        depth = min(depth, len(places))
        if level:
            evidence.append(places)
            right.append(np.arange(1, len(places) + 1) == depth)
        standing.take(depth)
        path[depth - 1 :] = [true_level]
    return np.concatenate(evidence), np.concatenate(right)


def _cross_validated(
    pages: Sequence[HeadedPage], folds: int
) -> Iterator[tuple[HeadedPage, Sequence[int]]]:
    numbers = fold_numbers([page.site for page in pages], folds, seed=1)
    for fold in range(folds):
        model = learn(page for page, number in zip(pages, numbers, strict=True) if number != fold)
        for page, number in zip(pages, numbers, strict=True):
            if number == fold:
                yield page, model.depths(page.headings, page.ruled)


def _print_figures(name: str, results: Sequence[tuple[HeadedPage, Sequence[int]]]) -> None:
    for split in sorted({page.split for page, _ in results}):
        shares = [
            _right_relations([r for r in results if (r[0].split, r[0].dialect) == (split, dialect)])
            for dialect in DIALECTS
        ]
        row = " | ".join(
            f"{dialect} {share:.3f}" for dialect, share in zip(DIALECTS, shares, strict=True)
        )
        print(f"{name}, {split} | {row}")  # noqa: T201


def _right_relations(results: Iterable[tuple[HeadedPage, Sequence[int]]]) -> float:
    """Return the share of consecutive headings whose relation (deeper, same, higher) is right."""
    right = total = 0
    for page, depths in results:
        known = [pair for pair in zip(page.levels, depths, strict=True) if pair[0]]
        for above, below in pairwise(known):
            right += np.sign(below[0] - above[0]) == np.sign(below[1] - above[1])
            total += 1
    return right / max(total, 1)


if __name__ == "__main__":
    sys.exit(main())
