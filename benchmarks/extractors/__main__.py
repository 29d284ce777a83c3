"""Run every extractor over a folder of labelled pages and write one table.

A folder's path enters, a Markdown page leaves: what was run, on what, with which versions.
"""

import argparse
import re
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from benchmarks.extractors.contestants import CONTESTANTS, DISTRIBUTIONS, Extractor
from benchmarks.extractors.outline import Outline
from benchmarks.extractors.pages import LabelledPage, read_pages
from benchmarks.extractors.scores import Scores, scores

_OUT = Path(__file__).parents[2] / "docs" / "benchmarks-extraction.md"
_EMPTY = Outline((), (), ())
_COLUMNS = (
    "extractor",
    "headings F, micro",
    "macro",
    "levels",
    "items F, micro",
    "macro",
    "depths",
    "content F1",
    "failed",
    "pages/s",
)


@dataclass(frozen=True, slots=True)
class Row:
    """One extractor's results; ``failed`` pages count as empty, ``seconds`` are processor time."""

    name: str
    scores: Scores
    failed: int
    seconds: float


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.extractors", description=__doc__)
    parser.add_argument("folder", type=Path, help="manifest.tsv, html/, text/, labels/")
    parser.add_argument("--split", default="dev", help="which of the manifest's splits")
    parser.add_argument("--out", type=Path, default=_OUT, help="the Markdown page to write")
    options = parser.parse_args(arguments)
    pages = list(read_pages(options.folder, options.split))
    if not pages:
        parser.error(f"{options.folder}: no labelled pages of split {options.split!r}")
    lines = [f"| {' | '.join(_COLUMNS)} |", f"|{'---|' * len(_COLUMNS)}"]
    for name, extractor in CONTESTANTS.items():
        lines.append(_line(name, extractor, pages))
        print(lines[-1], flush=True)  # noqa: T201 (a command's output)
    options.out.write_text(_page(options.split, pages, lines), encoding="utf-8")
    return 0


def _line(name: str, extractor: Extractor, pages: Sequence[LabelledPage]) -> str:
    """Return one row of the table; an extractor that cannot run here says why."""
    try:
        extractor(pages[0])
    except (ImportError, RuntimeError) as reason:
        why = re.split(r"\n|https?:", str(reason), maxsplit=1)[0].strip().replace("|", "/")
        return f"| {name} | not run: {why} |{' |' * (len(_COLUMNS) - 2)}"
    row = _run(name, extractor, pages)
    figures = row.scores
    cells = (
        row.name,
        f"{figures.headings_micro:.3f}",
        f"{figures.headings_macro:.3f}",
        f"{figures.levels:.3f}",
        f"{figures.items_micro:.3f}",
        f"{figures.items_macro:.3f}",
        f"{figures.depths:.3f}",
        f"{figures.content:.3f}",
        str(row.failed),
        f"{len(pages) / row.seconds:.0f}",
    )
    return f"| {' | '.join(cells)} |"


def _run(name: str, extractor: Extractor, pages: Sequence[LabelledPage]) -> Row:
    outlines: list[Outline] = []
    failed = 0
    start = time.process_time()
    for page in pages:
        try:
            outlines.append(extractor(page))
        except Exception:  # noqa: BLE001 (whatever a peer raises counts as a page it failed on)
            outlines.append(_EMPTY)
            failed += 1
    seconds = time.process_time() - start
    return Row(name, scores(zip(pages, outlines, strict=True)), failed, seconds)


def _page(split: str, pages: Sequence[LabelledPage], table: Sequence[str]) -> str:
    sites = len({page.site for page in pages})
    return f"""# Reading web pages: this program beside other extractors

Written by `python -m benchmarks.extractors FOLDER` (peers: `pip install --group bench-extract`),
all extractors in one process, on the same {len(pages)} real pages of {sites} sites (split
`{split}`) with human-reviewed main content and exact headings and list items.

- Headings are matched by all their words (the page's title aside), items by their first six;
  micro is over all pages together, macro the mean over pages. A paragraph set bold counts as text.
- Levels and depths: of consecutive matches, how many stand in the right relation (deeper, same,
  shallower); depths on pages with nested lists only.
- Content F1: words of the extractor's whole output against the main content, mean over pages.
- Pages a second are of processor time on one core, of a machine that had other work; compare them
  with each other, not with other machines.

{chr(10).join(table)}

Versions: {", ".join(map(_versioned, DISTRIBUTIONS))}. This program's own region model was fitted
on these pages; on pages of sites it has not seen (ten-fold, by site) it gives the figures in
[the decision](decisions/0007-reading-html.md). Extractors that give no headings or items of their
own (plain text) score 0 there. unstructured needs spaCy's `en_core_web_sm` 3.8, which it downloads
itself unless it is installed.
"""


def _versioned(distribution: str) -> str:
    try:
        return f"{distribution} {version(distribution)}"
    except PackageNotFoundError:
        return f"{distribution} (not installed)"


if __name__ == "__main__":
    sys.exit(main())
