"""Train the body model on one half of the health library, write it, and print its figures.

The library's folder and that of labelled web pages enter, the model file and a table leave. Pages
are halved by the hash of their address, those on other subjects by that of their site. The figures
that count are those of the held-out half, and of each publisher read by a model that saw no page of
that publisher.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.body_model.learn import learn
from benchmarks.body_model.sections import OTHER, Example, read_examples, read_others
from index.aspect import Aspect
from ingest.aspects.bodies import BodyEvidence, decide
from ingest.aspects.body_model import BodyModel, encode_body_model

_MODEL = Path(__file__).parents[2] / "ingest" / "aspects" / "body_model.npz"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the training; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.body_model", description=__doc__)
    parser.add_argument("folder", type=Path, help="the health library: corpus.jsonl.gz")
    parser.add_argument("pages", type=Path, help="labelled pages: manifest.tsv, text/, labels/")
    parser.add_argument("--out", type=Path, default=_MODEL, help="the model file to write")
    parser.add_argument("--sources", action="store_true", help="leave out each publisher in turn")
    parser.add_argument("--held-out", action="store_true", help="measure on the half not taught")
    options = parser.parse_args(arguments)
    examples = [*read_examples(options.folder), *read_others(options.pages)]
    taught = [example for example in examples if not example.is_held_out]
    model = learn(taught)
    raw = encode_body_model(model)
    options.out.write_bytes(raw)
    print(f"{options.out}: {len(raw):,} bytes, {len(model.places)} signs, {len(taught)} sections")  # noqa: T201
    print("| sections | number | right | wrong | silent |\n|---|---|---|---|---|")  # noqa: T201
    decided = _deciding(model)
    _print_rows("taught half", taught, decided)
    if options.sources:
        _print_sources(taught)
    if options.held_out:
        _print_rows("held-out half", [one for one in examples if one.is_held_out], decided)
    return 0


_Decide = Callable[[Example], Aspect | None]


def _deciding(model: BodyModel) -> _Decide:
    def decided(example: Example) -> Aspect | None:
        evidence: BodyEvidence = decide(example.folded, example.cues, model)
        return evidence.decided

    return decided


def _print_rows(half: str, examples: Sequence[Example], decided: _Decide) -> None:
    for what, part in (
        ("health library", [one for one in examples if one.kind != OTHER]),
        ("other subjects", [one for one in examples if one.kind == OTHER]),
    ):
        _print_row(f"{what}, {half}, cues alone", [(one, one.cues.decided) for one in part])
        _print_row(f"{what}, {half}", [(one, decided(one)) for one in part])


def _print_sources(examples: Sequence[Example]) -> None:
    read: list[tuple[Example, Aspect | None]] = []
    for source in sorted({one.source for one in examples if one.kind != OTHER}):
        decided = _deciding(learn([one for one in examples if one.source != source]))
        own = [(one, decided(one)) for one in examples if one.source == source]
        _print_row(f"{source}, not taught", own)
        read += own
    _print_row("health library, each publisher not taught", read)


def _print_row(name: str, told: Sequence[tuple[Example, Aspect | None]]) -> None:
    right = sum(aspect in example.accepted for example, aspect in told)
    silent = sum(aspect is None and aspect not in example.accepted for example, aspect in told)
    wrong = len(told) - right - silent
    shares = " | ".join(f"{count / len(told):.1%}" for count in (right, wrong, silent))
    print(f"| {name} | {len(told)} | {shares} |", flush=True)  # noqa: T201


if __name__ == "__main__":
    sys.exit(main())
