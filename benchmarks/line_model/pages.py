"""Labelled pages: a folder of dumps with a label a line, read into what a model learns from.

Enters: a folder with ``manifest.tsv``, ``text/ID.DIALECT.txt.gz`` and ``labels/ID.json.gz``.
Leaves: LabelledPages. For the training of the line model only.
"""

import csv
import gzip
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from ingest.formats.text.lines import Lines
from ingest.formats.text.splitting import split_lines
from ingest.formats.text.words import PageText, take_apart
from ingest.formats.text.wrapping import join_wrapped

Flags = NDArray[np.bool_]

_WORD = re.compile(r"\w+")
_SAME_TITLE = 0.8
"""Words in common over all words of both, from which two lines say the same."""

DIALECTS = ("resiliparse", "w3m", "inscriptis", "lynx")


@dataclass(frozen=True, slots=True)
class LabelledPage:
    """One page in one dialect.

    Attributes:
        page: The page's id, the same in all dialects.
        site: The registered domain, so that folds never part a site.
        split: The part of the collection that the page belongs to.
        dialect: The renderer that made the dump.
        title: The page's title, or empty.
        lines: Its lines.
        text: Their words and characters, taken apart.
        content: Which lines are content.
        heading: Which lines are headings, in content or not.
        levels: The levels of the headings, 1 to 6, and 0 of other lines.
        titles: Which lines are the page's own title: the heading that says it; where none does,
            the first line that does.
        main_text: The reviewed main content, the measure of all content figures.
    """

    page: str
    site: str
    split: str
    dialect: str
    title: str
    lines: Lines
    text: PageText
    content: Flags
    heading: Flags
    levels: NDArray[np.int64]
    titles: Flags
    main_text: str


def read_pages(folder: Path, dialects: Sequence[str] = DIALECTS) -> Iterator[LabelledPage]:
    """Yield every page of ``folder`` in every dialect asked for, in the manifest's order."""
    with (folder / "manifest.tsv").open(encoding="utf-8", newline="") as manifest:
        rows = list(csv.DictReader(manifest, delimiter="\t"))
    for row in rows:
        label = json.loads(_unpacked(folder / "labels" / f"{row['id']}.json.gz"))
        for dialect in dialects:
            text = _unpacked(folder / "text" / f"{row['id']}.{dialect}.txt.gz")
            lines = join_wrapped(split_lines(text, row["id"]))
            labels = [label["lines"][dialect][line.first - 1] for line in lines]
            taken = take_apart(lines)
            levels = np.array([0 if more else level for level, _, more, _ in labels])
            heading = levels > 0
            yield LabelledPage(
                page=row["id"],
                site=_site(row["url"]),
                split=row["split"],
                dialect=dialect,
                title=label["title"] or "",
                lines=lines,
                text=taken,
                content=np.array([bool(kept) for _, _, _, kept in labels]),
                heading=heading,
                levels=levels,
                titles=_titles(taken, heading, label["title"] or ""),
                main_text=label["gold_main_content"],
            )


def same_title(words: Iterable[str], title: str) -> bool:
    """Whether the words of a line are those of the title, four in five of them."""
    own, other = set(words), set(_WORD.findall(title.lower()))
    return bool(other) and len(own & other) >= _SAME_TITLE * len(own | other)


def _titles(text: PageText, heading: Flags, title: str) -> Flags:
    said = np.array([same_title(text.words_of(line), title) for line in range(len(heading))])
    if (said & heading).any():
        return said & heading
    first = np.zeros(len(heading), dtype=bool)
    first[np.flatnonzero(said)[:1]] = True
    return first


def _unpacked(path: Path) -> str:
    return gzip.decompress(path.read_bytes()).decode("utf-8")


def _site(url: str) -> str:
    return ".".join((urlsplit(url).hostname or url).split(".")[-2:])
