"""The command line of the ablation: measure every setting, print and write the table."""

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.understanding.answering import built_libraries
from benchmarks.understanding.intervals import difference
from benchmarks.understanding.items import read_items
from benchmarks.understanding.switches import EVERYTHING, SWITCHES

_WORTH = {
    "questions": "nDCG@10",
    "narrated": "nDCG@10",
    "aspects": "MRR",
    "phrases": "in top 10",
    "names": "page first",
    "misspelt": "page in top 3 or offered",
    "synonyms": "page first",
    "golden": "in top 3",
}


def main() -> None:
    """Run the ablation."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.understanding", description=__doc__)
    parser.add_argument("data", type=Path, help="folder of the health library")
    parser.add_argument("--only", nargs="+", choices=SWITCHES, default=list(SWITCHES))
    parser.add_argument("--out", type=Path, help="folder for understanding.md")
    options = parser.parse_args()
    sets = read_items(options.data)
    found: dict[str, dict[str, list[float]]] = {}
    with built_libraries(options.data) as libraries:
        for name in dict.fromkeys((EVERYTHING, *options.only)):
            found[name] = libraries.answer(SWITCHES[name], sets)
            sys.stderr.write(f"{name}: done\n")
    text = _table(found)
    sys.stdout.write(text)
    if options.out:
        options.out.mkdir(parents=True, exist_ok=True)
        (options.out / "understanding.md").write_text(text, encoding="utf-8")


def _table(found: Mapping[str, Mapping[str, Sequence[float]]]) -> str:
    """Return Markdown: the first setting's means, the others' differences from it."""
    first = found[EVERYTHING]
    titles = [f"{name} ({len(values):,}, {_WORTH[name]})" for name, values in first.items()]
    lines = [_row(["", *titles]), _row(["---"] * (len(titles) + 1))]
    for setting, worth in found.items():
        cells = [
            _mean(values) if setting == EVERYTHING else _change(values, first[name])
            for name, values in worth.items()
        ]
        lines.append(_row([setting, *cells]))
    return "\n".join([*lines, ""])


def _mean(values: Sequence[float]) -> str:
    return f"{sum(values) / len(values):.3f}"


def _change(values: Sequence[float], first: Sequence[float]) -> str:
    found = difference(values, first)
    if not any(one != other for one, other in zip(values, first, strict=True)):
        return "="
    return f"{found.mean:+.3f} [{found.low:+.3f}, {found.high:+.3f}]"


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    main()
