"""Raw pages of a folder, by kind, held in memory so that no disk is measured.

A folder enters, RawPages leave. Files may be packed (``.gz``); where the folder has a manifest of
labelled pages (``manifest.tsv``), only those of one of its splits are taken.
"""

import csv
import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ingest.formats import FORMATS

_RENDERERS = frozenset({"inscriptis", "lynx", "resiliparse", "w3m"})
"""What a text dump's name may state before its suffix: "page.lynx.txt"."""


@dataclass(frozen=True, slots=True)
class RawPage:
    """One raw file; ``kind`` is its suffix, with the renderer where its name states one."""

    source: str
    kind: str
    raw: bytes


def read_folder(folder: Path, split: str) -> Iterator[RawPage]:
    """Yield the pages below ``folder`` in the order of their paths, those of ``split`` alone."""
    chosen = _identifiers(folder / "manifest.tsv", split)
    for path in sorted(folder.rglob("*")):
        name = path.name.removesuffix(".gz")
        identifier, *parts = name.split(".")
        if not parts or f".{parts[-1].lower()}" not in FORMATS or not path.is_file():
            continue
        if chosen is not None and identifier not in chosen:
            continue
        raw = path.read_bytes()
        stated = [part for part in parts[:-1] if part in _RENDERERS]
        yield RawPage(
            source=name,
            kind=" ".join([parts[-1].lower(), *stated]),
            raw=gzip.decompress(raw) if path.suffix == ".gz" else raw,
        )


def _identifiers(manifest: Path, split: str) -> frozenset[str] | None:
    if not manifest.exists():
        return None
    with manifest.open(encoding="utf-8", newline="") as rows:
        return frozenset(
            row["id"] for row in csv.DictReader(rows, delimiter="\t") if row["split"] == split
        )
