"""Golden pages: a raw page beside the tree that a person checked against it, line by line.

A page's name enters, its raw bytes and its tree leave. What depends on other parts of ingest (site
facts, the hash of the bytes) is left out of the tree. Run as a module to write the trees anew, then
read the difference: ``python -m tests.ingest.golden``.
"""

import json
from pathlib import Path
from typing import Any

from index.codec import page_to_json
from index.document import Page
from ingest.pages.reader import read_page
from ingest.vocabulary import Vocabulary

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "tests" / "data" / "golden"
SUPPLIED = "fibromyalgia-myofascial-pain-syndrome"
NAMES = (
    SUPPLIED,
    "back-pain",
    "bursitis-and-tendinitis",
    "heel-pain",
    "low-mood",
    "migraine-and-tension-headache",
    "nerve-blocks",
    "sciatica",
    "shingles-pain",
    "sore-joints",
)


def raw_path(name: str) -> Path:
    """Return the raw page called ``name``: the clinic's own in raw/, the others in the folder."""
    return (ROOT / "raw" if name == SUPPLIED else FOLDER) / f"{name}.txt"


def read_golden(name: str) -> Page:
    """Return the page called ``name`` as ingest reads it."""
    path = raw_path(name)
    return read_page(path.read_bytes(), path.name, Vocabulary())


def tree_of(page: Page) -> dict[str, Any]:
    """Return ``page`` as JSON values, site facts and hash left out."""
    values = page_to_json(page)
    return {key: value for key, value in values.items() if key not in {"site", "content_hash"}}


def golden_tree(name: str) -> dict[str, Any]:
    """Return the tree that was checked by eye."""
    tree: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return tree


def write_all() -> None:
    """Write the trees of all golden pages as ingest reads them now."""
    for name in NAMES:
        text = json.dumps(tree_of(read_golden(name)), ensure_ascii=False, indent=1)
        (FOLDER / f"{name}.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    write_all()
