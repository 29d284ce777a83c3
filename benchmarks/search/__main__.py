"""The command line of the search benchmark: measure, print, write JSON, a table and a chart."""

import argparse
import json
import sys
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from benchmarks.search.chart import chart
from benchmarks.search.contestant import CONTESTANTS, GROWING
from benchmarks.search.machine import machine
from benchmarks.search.queries import SHORT_QUERIES
from benchmarks.search.run import Measurement, Result, result_from_json, run
from benchmarks.search.table import table

_GROWTH = (4, 16)
"""Times the corpus, besides once."""


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.search", description=__doc__)
    parser.add_argument("data", type=Path, help="folder of the health library")
    parser.add_argument("--only", nargs="+", choices=CONTESTANTS, default=list(CONTESTANTS))
    parser.add_argument(
        "--growth", action="store_true", help=f"also over {_GROWTH} times the corpus"
    )
    parser.add_argument("--short", type=int, default=SHORT_QUERIES, help="how many short queries")
    parser.add_argument(
        "--out", type=Path, help="folder for search.md, search.json, search.svg; others' are kept"
    )
    parser.add_argument("--chart", type=Path, help="where else to write the chart")
    parser.add_argument(
        "--resume", action="store_true", help="measure only what search.json in OUT lacks"
    )
    options = parser.parse_args()
    wanted = [(name, 1) for name in options.only]
    if options.growth:
        wanted += [(name, copies) for copies in _GROWTH for name in options.only if name in GROWING]
    results = _kept(options.out) if options.out else {}
    if options.resume:
        wanted = [one for one in wanted if not isinstance(results.get(one), Measurement)]
    for result in run(wanted, options.data, options.short):
        results[result.contestant, result.copies] = result
        sys.stderr.write(f"{result.contestant} {result.copies}× done\n")
        if options.out:
            _write(options.out, _ordered(results.values()))
    if options.chart and options.out:
        drawn = options.out / "search.svg"
        options.chart.write_text(drawn.read_text(encoding="utf-8"), encoding="utf-8")
    sys.stdout.write(f"{table(_ordered(results.values()))}\n\n{machine()}\n")


def _kept(out: Path) -> dict[tuple[str, int], Result]:
    """Return the results of earlier runs in ``out``."""
    file = out / "search.json"
    values = json.loads(file.read_text(encoding="utf-8"))["results"] if file.exists() else []
    results = map(result_from_json, values)
    return {(result.contestant, result.copies): result for result in results}


def _ordered(results: Iterable[Result]) -> list[Result]:
    names = list(CONTESTANTS)
    return sorted(results, key=lambda one: (one.copies, names.index(one.contestant)))


def _write(out: Path, results: list[Result]) -> None:
    out.mkdir(parents=True, exist_ok=True)
    where = machine()
    value = {"machine": where, "results": [asdict(result) for result in results]}
    (out / "search.json").write_text(json.dumps(value, indent=1), encoding="utf-8")
    (out / "search.md").write_text(f"{table(results)}\n\n{where}\n", encoding="utf-8")
    first = [one for one in results if isinstance(one, Measurement) and one.copies == 1]
    if first:
        caption = f"Time to answer a query: {where}"
        (out / "search.svg").write_text(chart(first, caption), encoding="utf-8")


if __name__ == "__main__":
    main()
