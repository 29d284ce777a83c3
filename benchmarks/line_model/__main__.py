"""Train the line model on a folder of labelled pages, write it, and print its figures.

A folder's path enters, the model file and a table leave. The figures that count are the
cross-validated ones: every page is read by a model that saw no page of its site.
"""

import argparse
import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.line_model.figures import figures
from benchmarks.line_model.folds import fold_numbers
from benchmarks.line_model.learn import CONTENT_SPLIT, Example, learn
from benchmarks.line_model.pages import DIALECTS, LabelledPage, read_pages
from benchmarks.line_model.variants import vary
from ingest.formats.text.balance import decide_page
from ingest.formats.text.evidence import gather_from
from ingest.formats.text.model import LineModel, encode_model
from ingest.formats.text.regions import Reading
from ingest.formats.text.title import find_title

_MODEL = Path(__file__).parents[2] / "ingest" / "formats" / "text" / "line_model.npz"
_MAIN_DIALECT = "resiliparse"
_OTHER_DIALECT_WEIGHT = 0.5
_VARIANT_WEIGHT = 0.5
_VARIANTS, _OTHER_DIALECT_VARIANTS = 6, 2
_LEAST_LINES = 4


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the training; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.line_model", description=__doc__)
    parser.add_argument("folder", type=Path, help="labelled pages: manifest.tsv, text/, labels/")
    parser.add_argument("--out", type=Path, default=_MODEL, help="the model file to write")
    parser.add_argument("--folds", type=int, default=5, help="0: no cross-validation")
    options = parser.parse_args(arguments)
    pages = list(read_pages(options.folder))
    examples = list(_examples(pages))
    model = learn(examples)
    raw = encode_model(model)
    options.out.write_bytes(raw)
    print(f"{options.out}: {len(raw):,} bytes, {len(model.names)} features")  # noqa: T201
    print("pages | heading P | R | micro F | macro F | content P | R | F1")  # noqa: T201
    _print_figures("in sample", [(page, _read(page, model)) for page in pages])
    if options.folds:
        _print_figures("cross-validated", list(_cross_validated(examples, options.folds)))
    return 0


def _examples(pages: Sequence[LabelledPage]) -> Iterator[Example]:
    """Yield every page, and rewritten ones of those whose content is labelled."""
    rng = random.Random(3)  # noqa: S311 (rewriting pages, not secrets)
    for page in pages:
        main = page.dialect == _MAIN_DIALECT
        yield Example(page, 1.0 if main else _OTHER_DIALECT_WEIGHT)
        if page.split != CONTENT_SPLIT:
            continue
        for _ in range(_VARIANTS if main else _OTHER_DIALECT_VARIANTS):
            varied = vary(page, rng)
            if len(varied.lines) >= _LEAST_LINES:
                yield Example(varied, _VARIANT_WEIGHT, varied=True)


def _cross_validated(
    examples: Sequence[Example], folds: int
) -> Iterator[tuple[LabelledPage, tuple[Reading, ...]]]:
    numbers = fold_numbers([example.page.site for example in examples], folds, seed=0)
    for fold in range(folds):
        model = learn(
            [example for example, number in zip(examples, numbers, strict=True) if number != fold]
        )
        for example, number in zip(examples, numbers, strict=True):
            if number == fold and not example.varied:
                yield example.page, _read(example.page, model)


def _read(page: LabelledPage, model: LineModel) -> tuple[Reading, ...]:
    """Read a page; its name says nothing here, as the collection's names are numbers."""
    evidence = gather_from(page.text, model.lexicon)
    opinions = model.judge(evidence)
    title = find_title(page.lines, evidence, opinions.title, "")
    return decide_page(page.lines, evidence, opinions, model.changes, title)


def _print_figures(name: str, results: Sequence[tuple[LabelledPage, Sequence[Reading]]]) -> None:
    for split in sorted({page.split for page, _ in results}):
        for dialect in DIALECTS:
            chosen = [
                (page, readings)
                for page, readings in results
                if (page.split, page.dialect) == (split, dialect)
            ]
            print(f"{name}, {split}, {dialect} | {figures(chosen).row()}")  # noqa: T201


if __name__ == "__main__":
    sys.exit(main())
