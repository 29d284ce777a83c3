"""The command line of the search benchmark: measure, print, write JSON and a chart."""

import argparse
import json
import platform
import sys
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.search.chart import chart
from benchmarks.search.contestant import CONTESTANTS
from benchmarks.search.queries import SHORT_QUERIES
from benchmarks.search.run import LeftOut, Measurement, run
from benchmarks.search.table import table


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.search", description=__doc__)
    parser.add_argument("data", type=Path, help="folder of the health library")
    parser.add_argument("--only", nargs="+", choices=CONTESTANTS, default=list(CONTESTANTS))
    parser.add_argument("--copies", nargs="+", type=int, default=[1], help="sizes of the corpus")
    parser.add_argument("--short", type=int, default=SHORT_QUERIES, help="how many short queries")
    parser.add_argument("--out", type=Path, help="folder for search.md, search.json, search.svg")
    options = parser.parse_args()
    results: list[Measurement | LeftOut] = []
    for result in run(options.only, options.data, options.copies, options.short):
        results.append(result)
        sys.stderr.write(f"{result.contestant} {result.copies}× done\n")
    machine = f"{datetime.now(UTC):%Y-%m-%d}, {platform.machine()}, Python {sys.version.split()[0]}"
    text = f"{table(results)}\n\n{machine}\n"
    sys.stdout.write(text)
    if options.out:
        options.out.mkdir(parents=True, exist_ok=True)
        values = [asdict(result) for result in results]
        (options.out / "search.md").write_text(text, encoding="utf-8")
        (options.out / "search.json").write_text(json.dumps(values, indent=1), encoding="utf-8")
        first = [one for one in results if isinstance(one, Measurement) and one.copies == 1]
        (options.out / "search.svg").write_text(
            chart(first, f"Time to answer a query ({machine})"), encoding="utf-8"
        )


if __name__ == "__main__":
    main()
