"""What a run of ingest did, or would do: the report as data, and as JSON.

The pipeline fills it; `ingest.telling.terminal` writes it for people, ``--json`` for programs. Pure
data.
"""

from dataclasses import asdict, dataclass, field
from typing import Any

from index.codec import site_to_json
from index.site import SiteFacts
from ingest.lint.advice import PageAdvice
from ingest.telling.differences import SectionChanges


@dataclass(frozen=True, slots=True)
class PageLine:
    """One page: its raw file, its slug and its title."""

    source: str
    slug: str
    title: str


@dataclass(frozen=True, slots=True)
class ChangedPage:
    """A page that is not what it was, and which of its sections are not."""

    page: PageLine
    sections: SectionChanges


@dataclass(frozen=True, slots=True)
class RenamedPage:
    """A page whose raw file has another name; ``before`` is what it was."""

    before: PageLine
    page: PageLine
    sections: SectionChanges


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A file that is not in the library, or not as it is now, and why.

    ``kept`` tells that the page's last good version stays.
    """

    source: str
    reason: str
    kept: bool = False


@dataclass(frozen=True, slots=True)
class PageWarnings:
    """What staff should look at on one page, a sentence each."""

    source: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UnansweredQuery:
    """A golden query whose answer is not among the first hits, and the sections that answer it."""

    text: str
    accept: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QueryCheck:
    """The golden queries, asked of the library as it is and as it would be.

    ``lost`` are answered now and would not be, ``unanswered`` neither now nor then, ``won`` only
    then; ``asked`` is how many there are.
    """

    asked: int
    lost: tuple[UnansweredQuery, ...] = ()
    unanswered: tuple[UnansweredQuery, ...] = ()
    won: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """One run. Every list is in the order of the sources.

    Attributes:
        library: the library's folder.
        dry_run: whether nothing was to be changed.
        generation: number of the live generation after the run; None if there is none.
        written: whether the run made that generation.
        unchanged: sources of the pages that stay as they are.
        advice: what staff may want to write better, apart from what went wrong.
        notes: what concerns the library or the clinic as a whole.
        seconds: how long the run took.
        queries: what became of the golden queries; None where they were not asked.
    """

    library: str
    dry_run: bool
    generation: int | None
    written: bool
    added: tuple[PageLine, ...] = ()
    changed: tuple[ChangedPage, ...] = ()
    renamed: tuple[RenamedPage, ...] = ()
    removed: tuple[PageLine, ...] = ()
    unchanged: tuple[str, ...] = ()
    skipped: tuple[LeftOut, ...] = ()
    failed: tuple[LeftOut, ...] = ()
    warnings: tuple[PageWarnings, ...] = ()
    advice: tuple[PageAdvice, ...] = ()
    notes: tuple[str, ...] = ()
    site: SiteFacts = field(default_factory=SiteFacts)
    seconds: float = 0.0
    queries: QueryCheck | None = None


Json = dict[str, Any]


def report_to_json(report: Report) -> Json:
    """Return ``report`` as JSON values."""
    return {
        "library": report.library,
        "dry_run": report.dry_run,
        "generation": report.generation,
        "written": report.written,
        "added": [_page(page) for page in report.added],
        "changed": [
            {**_page(changed.page), "sections": _sections(changed.sections)}
            for changed in report.changed
        ],
        "renamed": [
            {
                **_page(renamed.page),
                "before": _page(renamed.before),
                "sections": _sections(renamed.sections),
            }
            for renamed in report.renamed
        ],
        "removed": [_page(page) for page in report.removed],
        "unchanged": [{"source": source} for source in report.unchanged],
        "skipped": [{"source": left.source, "reason": left.reason} for left in report.skipped],
        "failed": [
            {"source": left.source, "reason": left.reason, "kept": left.kept}
            for left in report.failed
        ],
        "warnings": [
            {"source": page.source, "warnings": list(page.texts)} for page in report.warnings
        ],
        "advice": [_advice(page) for page in report.advice],
        "notes": list(report.notes),
        "site": site_to_json(report.site),
        "seconds": round(report.seconds, 3),
        "queries": None if report.queries is None else asdict(report.queries),
    }


def _page(page: PageLine) -> Json:
    return {"source": page.source, "slug": page.slug, "title": page.title}


def _advice(page: PageAdvice) -> Json:
    return {
        "source": page.source,
        "reading_grade": page.grade,
        "advice": [{"kind": advice.kind.value, "text": advice.text} for advice in page.advice],
    }


def _sections(changes: SectionChanges) -> Json:
    return {
        "added": list(changes.added),
        "changed": list(changes.changed),
        "removed": list(changes.removed),
        "rewordings": [asdict(rewording) for rewording in changes.rewordings],
    }
