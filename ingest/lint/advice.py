"""Advice to staff on the wording of their pages.

The findings of all pages enter, what to say of each leaves. Pure. Used by the pipeline.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from index.aspect import Aspect
from ingest.lint.findings import PageFindings

FEWEST_OTHERS = 4
"""Other pages of a category from which "most" means something: three of three may be chance."""

MOST = 0.75
"""Share of the other pages that have an aspect before its lack is worth a word: three of four."""

HARD_GRADE = 12
"""The last school year in the United States. Health agencies there advise grades 6 to 8 for
patients, which names of drugs and diseases alone exceed by this formula; beyond school it is
the sentences."""

_EXPECTED_OF_NONE = frozenset({Aspect.OVERVIEW, Aspect.COMPARISON, Aspect.OTHER})


class AdviceKind(StrEnum):
    """What a piece of advice is about; the value is what the report's JSON carries."""

    ABBREVIATION = "abbreviation"
    SIBLING_CONDITION = "sibling-condition"
    CATEGORY = "category"
    READING_LEVEL = "reading-level"


@dataclass(frozen=True, slots=True)
class Advice:
    """One piece of advice, a sentence."""

    kind: AdviceKind
    text: str


@dataclass(frozen=True, slots=True)
class PageAdvice:
    """What is advised on one page, and its reading grade, None if it has too few sentences."""

    source: str
    grade: float | None
    advice: tuple[Advice, ...]


@dataclass(frozen=True, slots=True)
class Examined:
    """One page: its raw file, its category, and what it shows by itself."""

    source: str
    category: str | None
    findings: PageFindings


def advise(pages: Sequence[Examined], known: Iterable[str]) -> tuple[PageAdvice, ...]:
    """Return the advice on each page, in their order.

    Args:
        pages: all pages of the site.
        known: words that staff's vocabulary explains.
    """
    explained = {*known, *(short for page in pages for short in page.findings.explained)}
    sizes = Counter(page.category for page in pages)
    having = Counter((page.category, aspect) for page in pages for aspect in page.findings.aspects)
    return tuple(
        PageAdvice(
            page.source,
            page.findings.grade,
            (
                *_abbreviations(page, explained),
                *_siblings(page),
                *_category(page, sizes, having),
                *_reading(page),
            ),
        )
        for page in pages
    )


def _abbreviations(page: Examined, explained: set[str]) -> Iterator[Advice]:
    missing = [short for short in page.findings.unexplained if short not in explained]
    if missing:
        yield Advice(
            AdviceKind.ABBREVIATION,
            f"no page explains {_all(missing)}; write the words out where it first stands",
        )


def _siblings(page: Examined) -> Iterator[Advice]:
    for gap in page.findings.gaps:
        yield Advice(
            AdviceKind.SIBLING_CONDITION,
            f"{gap.aspect.label}: told of {_all(gap.told)}, not of {_all(gap.silent)}",
        )


def _category(
    page: Examined, sizes: Mapping[str | None, int], having: Mapping[tuple[str | None, Aspect], int]
) -> Iterator[Advice]:
    others = sizes[page.category] - 1
    if page.category is None or others < FEWEST_OTHERS:
        return
    missing = [
        f"{aspect.label} ({count} of {others})"
        for aspect in Aspect
        if aspect not in page.findings.aspects and aspect not in _EXPECTED_OF_NONE
        if (count := having.get((page.category, aspect), 0)) >= MOST * others
    ]
    if missing:
        yield Advice(
            AdviceKind.CATEGORY,
            f'most other pages of "{page.category}" have what this one has not: {_all(missing)}',
        )


def _reading(page: Examined) -> Iterator[Advice]:
    grade = page.findings.grade
    if grade is not None and grade > HARD_GRADE:
        yield Advice(
            AdviceKind.READING_LEVEL,
            f"hard to read: its sentences ask for {grade:.0f} years of school; shorter ones help",
        )


def _all(names: Sequence[str]) -> str:
    return ", ".join(names)
