"""Read the raw pages of a folder again and again and write one table.

A folder's path enters, a Markdown table leaves: for each kind of page how many are read a second,
and how long each stage takes of a page. Processor time of one process, so that other work on the
machine disturbs little; the median of several rounds. The first round counts like the others: what
is remembered of words by then is what a library's first pages leave.
"""

import argparse
import gc
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from statistics import median

from benchmarks.reading.pages import RawPage, read_folder
from ingest.collector import look_seldom
from ingest.errors import PageRefusedError
from ingest.formats import read
from ingest.pages.page import build_page
from ingest.site import site_facts
from ingest.vocabulary import Vocabulary

_COLUMNS = ("pages", "how many", "pages/s", "ms a page", "format", "site facts", "understanding")


@dataclass(frozen=True, slots=True)
class Round:
    """Seconds of processor time that one reading of all pages took, by stage."""

    format: float
    site: float
    understanding: float

    @property
    def total(self) -> float:
        """All stages together."""
        return self.format + self.site + self.understanding


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reading", description=__doc__)
    parser.add_argument("folder", type=Path, help="raw pages, or a folder of labelled ones")
    parser.add_argument("--split", default="dev", help="of labelled pages, which (default dev)")
    parser.add_argument("--rounds", type=int, default=5, help="readings of each page (default 5)")
    options = parser.parse_args(arguments)
    pages = sorted(read_folder(options.folder, options.split), key=lambda page: page.kind)
    if not pages:
        parser.error(f"{options.folder}: no pages to read")
    look_seldom()  # as the program does that is measured
    gc.freeze()
    _write(_COLUMNS)
    _write(["---"] * len(_COLUMNS))
    for kind, group in groupby(pages, key=lambda page: page.kind):
        _write(_row(kind, list(group), options.rounds))
    return 0


def _row(kind: str, pages: Sequence[RawPage], rounds: int) -> list[str]:
    done = [_read_all(pages) for _ in range(rounds)]
    milliseconds = [
        1000 * median(seconds) / len(pages)
        for seconds in (
            [each.total for each in done],
            [each.format for each in done],
            [each.site for each in done],
            [each.understanding for each in done],
        )
    ]
    speed = 1000 / milliseconds[0]
    return [kind, str(len(pages)), f"{speed:.0f}", *(f"{each:.1f}" for each in milliseconds)]


def _read_all(pages: Sequence[RawPage]) -> Round:
    spent = [0.0, 0.0, 0.0]
    vocabulary = Vocabulary()
    for page in pages:
        marks = [time.process_time()]
        try:
            extract = read(page.raw, page.source)
        except PageRefusedError:
            continue
        marks.append(time.process_time())
        site = site_facts(extract)
        marks.append(time.process_time())
        build_page(
            extract,
            source=page.source,
            content_hash=sha256(page.raw).hexdigest(),
            site=site,
            vocabulary=vocabulary,
        )
        marks.append(time.process_time())
        for stage, start in enumerate(marks[:-1]):
            spent[stage] += marks[stage + 1] - start
    return Round(*spent)


def _write(cells: Sequence[str]) -> None:
    print(f"| {' | '.join(cells)} |", flush=True)  # noqa: T201  # a command's output


if __name__ == "__main__":
    sys.exit(main())
