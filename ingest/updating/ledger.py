"""What ingest remembers of a run beside the library: what each page stated by itself.

A library's folder enters, a Ledger leaves, and the other way round. Used by the pipeline.

The ledger lies in the library's folder and belongs to one generation. Where it is missing, damaged
or of another generation (ingest was killed before it could write it, or staff went back), nothing
is lost: all pages are read again.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from index.codec import site_from_json, site_to_json
from index.site import SiteFacts
from index.storage.files import replace
from ingest.lint.findings import PageFindings, findings_from_json, findings_to_json
from ingest.updating.scan import Stamp

NAME = "ingest.json"
FORMAT = 3
"""Raised whenever the ledger's form changes; another's is not read."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What one page states by itself, before the other pages are asked."""

    site: SiteFacts
    category: str | None
    warnings: tuple[str, ...]
    findings: PageFindings = field(default_factory=PageFindings)


@dataclass(frozen=True, slots=True)
class Hashed:
    """The SHA-256 of a file's content in hex, and how the file looked when it was computed."""

    stamp: Stamp
    digest: str


@dataclass(frozen=True, slots=True)
class Ledger:
    """What a run remembers.

    ``entries``: source -> what it states; ``fingerprint`` as `ingest.updating.fingerprint` has it;
    ``hashes``: source -> hash of a file that has stood as it is for a while.
    """

    generation: int
    fingerprint: str
    entries: Mapping[str, Entry]
    hashes: Mapping[str, Hashed] = field(default_factory=dict)


def read_ledger(folder: Path) -> Ledger | None:
    """Return the ledger of the library in ``folder``, or None where there is no whole one."""
    try:
        value = json.loads((folder / NAME).read_bytes())
        if value["format"] != FORMAT:
            return None
        sites = [site_from_json(site) for site in value["sites"]]
        return Ledger(
            int(value["generation"]),
            str(value["fingerprint"]),
            {source: _entry(row, sites) for source, row in value["pages"].items()},
            {source: _hashed(row) for source, row in value["hashes"].items()},
        )
    except (OSError, ValueError, KeyError, TypeError, IndexError):
        return None


def write_ledger(folder: Path, ledger: Ledger) -> None:
    """Write ``ledger`` beside the library in ``folder``, at once and for good.

    Pages of one site state the same again and again; each statement is written once.

    Raises:
        OSError: the disk is full, or the folder may not be written.
    """
    places: dict[SiteFacts, int] = {}
    pages = {
        source: [
            places.setdefault(entry.site, len(places)),
            entry.category,
            list(entry.warnings),
            findings_to_json(entry.findings),
        ]
        for source, entry in ledger.entries.items()
    }
    value = {
        "format": FORMAT,
        "generation": ledger.generation,
        "fingerprint": ledger.fingerprint,
        "sites": [site_to_json(site) for site in places],
        "pages": pages,
        "hashes": {
            source: [*hashed.stamp, hashed.digest] for source, hashed in ledger.hashes.items()
        },
    }
    content = json.dumps(value, ensure_ascii=False).encode()
    replace(folder / NAME, content, folder / f"{NAME}.new")


def _entry(row: list[Any], sites: list[SiteFacts]) -> Entry:
    site, category, warnings, findings = row
    return Entry(sites[site], category, tuple(warnings), findings_from_json(findings))


def _hashed(row: list[Any]) -> Hashed:
    size, modified, changed, number, digest = row
    return Hashed((size, modified, changed, number), digest)
