"""What one page shows by itself to whoever looks after its wording.

Pure data, and its JSON for the ledger. Made by `ingest.lint.examine`, read by `ingest.lint.advice`.
"""

from dataclasses import dataclass
from typing import Any

from index.aspect import Aspect

_ASPECTS = {aspect.value: aspect for aspect in Aspect}
# Looked up for every page at each run, which takes a third of the time of asking the enumeration.


@dataclass(frozen=True, slots=True)
class Gap:
    """An aspect that a page tells of some of its conditions (``told``), not of the others."""

    aspect: Aspect
    told: tuple[str, ...]
    silent: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PageFindings:
    """What one page shows.

    Attributes:
        explained: abbreviations that it explains.
        unexplained: abbreviations that it uses and does not explain, in page order.
        aspects: what it tells, in page order.
        gaps: where it tells of one of its conditions what it does not tell of another.
        grade: school years, in the United States, that its sentences ask for; None if it has too
            few to measure.
    """

    explained: tuple[str, ...] = ()
    unexplained: tuple[str, ...] = ()
    aspects: tuple[Aspect, ...] = ()
    gaps: tuple[Gap, ...] = ()
    grade: float | None = None


def findings_to_json(findings: PageFindings) -> list[Any]:
    """Return ``findings`` as values that JSON can hold, without names: there is one row a page."""
    return [
        findings.explained,
        findings.unexplained,
        findings.aspects,
        [[gap.aspect, gap.told, gap.silent] for gap in findings.gaps],
        findings.grade,
    ]


def findings_from_json(row: list[Any]) -> PageFindings:
    """Return what `findings_to_json` made a row of.

    Raises:
        ValueError, TypeError, KeyError: it made no such row.
    """
    explained, unexplained, aspects, gaps, grade = row
    return PageFindings(
        tuple(explained),
        tuple(unexplained),
        tuple(map(_ASPECTS.__getitem__, aspects)),
        tuple(Gap(_ASPECTS[aspect], tuple(told), tuple(silent)) for aspect, told, silent in gaps),
        grade,
    )
