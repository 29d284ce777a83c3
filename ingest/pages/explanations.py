"""Why a page reads as it does: one row for each decision, for ``ingest --explain``.

Pure data; made while the page is built, so that it never tells another story than the page.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Matter(StrEnum):
    """What a decision is about; the value is what ``--explain --json`` carries."""

    ASPECT = "aspect"
    CONDITION = "condition"


@dataclass(frozen=True, slots=True)
class Explanation:
    """One decision on one line of the raw page.

    ``matter`` is what it is about, ``line`` the 1-based raw line, ``text`` what stands there,
    ``says`` what was decided (an aspect, conditions), ``cue`` what it rests on, ``confidence`` from
    0 to 1 (see `ingest.conditions.attribution.CONFIDENCE` and
    `ingest.pages.sections.ASPECT_CONFIDENCE`).
    """

    matter: Matter
    line: int
    text: str
    says: str
    cue: str
    confidence: float


Note = Callable[[], Explanation]
"""A decision noted while the page is built; what it says is only spelled out for those who ask."""
