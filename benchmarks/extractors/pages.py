"""Labelled pages, read from a folder: what each page should give.

A folder with ``manifest.tsv``, ``html/``, ``text/`` and ``labels/`` enters, LabelledPages leave.
For the benchmarks of the readers and the training of the region model.
"""

import csv
import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from benchmarks.extractors.outline import Entry, Outline, words_of

DUMP = "resiliparse"
"""The text dump whose lines carry the truth about headings and items."""

_BULLET = re.compile(r"^\s*(?:[•◦▪□*\-+]|\d{1,3}[.)])\s*")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the text dump, and whether it belongs to the page's content."""

    text: str
    is_content: bool


@dataclass(frozen=True, slots=True)
class LabelledPage:
    """One page: its saved HTML, its text dump, and its truth."""

    identifier: str
    site: str
    html: bytes
    dump: str
    title: str
    truth: Outline
    lines: tuple[Line, ...]


def read_pages(folder: Path, split: str) -> Iterator[LabelledPage]:
    """Yield the pages of one split, in the manifest's order."""
    with (folder / "manifest.tsv").open(encoding="utf-8", newline="") as manifest:
        rows = [row for row in csv.DictReader(manifest, delimiter="\t") if row["split"] == split]
    for row in rows:
        name = row["id"]
        label = json.loads(_unpacked(folder / "labels" / f"{name}.json.gz"))
        if DUMP not in label["lines"]:
            continue
        dump = _unpacked(folder / "text" / f"{name}.{DUMP}.txt.gz").decode("utf-8")
        marks = label["lines"][DUMP]
        yield LabelledPage(
            identifier=name,
            site=(urlsplit(row["url"]).hostname or name).removeprefix("www."),
            html=_unpacked(folder / "html" / f"{name}.html.gz"),
            dump=dump,
            title=label.get("title") or "",
            truth=_truth(dump, marks, label["gold_main_content"]),
            lines=tuple(
                Line(text, bool(mark[3]))
                for text, mark in zip(dump.split("\n"), marks, strict=False)
            ),
        )


def _unpacked(path: Path) -> bytes:
    return gzip.decompress(path.read_bytes())


def _truth(dump: str, marks: list[list[int]], main: str) -> Outline:
    """Return the page's true outline; a mark is level, depth, continuation, is content."""
    headings: list[Entry] = []
    items: list[Entry] = []
    for line, (level, depth, continuation, content) in zip(dump.split("\n"), marks, strict=False):
        if not content or not line.strip():
            continue
        if level and not continuation:
            headings.append(Entry(words_of(_BULLET.sub("", line) if depth else line), level))
        elif depth:
            items.append(Entry(words_of(_BULLET.sub("", line, count=1)), depth))
    return Outline(tuple(headings), tuple(items), words_of(main))
