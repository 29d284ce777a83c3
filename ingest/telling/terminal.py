"""The report of a run as lines for the people who look after the pages.

A Report enters, text leaves. Pure. Used by the entry point.
"""

from collections.abc import Iterable, Iterator

from ingest.telling.report import (
    ChangedPage,
    LeftOut,
    PageLine,
    PageWarnings,
    QueryCheck,
    RenamedPage,
    Report,
    UnansweredQuery,
)

LONGEST_LIST = 20
"""Lines of one list on a terminal; ``--json`` has them all."""

WARNED_PAGES = 10
WARNINGS_A_PAGE = 5


def write_report(report: Report) -> str:
    """Return the report as lines, each ending in a line end."""
    return "".join(f"{line}\n" for line in _lines(report))


def _lines(report: Report) -> Iterator[str]:
    yield from _list("Added", map(_page, report.added))
    yield from _list("Changed", (_changed(page) for page in report.changed))
    yield from _list("Renamed", map(_renamed, report.renamed))
    yield from _list("Removed", map(_page, report.removed))
    yield from _list("Skipped", (f"{left.source}: {left.reason}" for left in report.skipped))
    yield from _list("FAILED", map(_failed, report.failed))
    yield from _by_page("Warnings", report.warnings)
    yield from _list("Please check", report.notes)
    yield from _by_page("Advice on wording", _advised(report))
    if report.queries is not None:
        yield from _queries(report.queries)
    yield counts(report)
    yield outcome(report)


def _list(heading: str, lines: Iterable[str]) -> Iterator[str]:
    every = list(lines)
    if not every:
        return
    yield f"{heading} ({len(every)})"
    yield from (f"  {line}" for line in every[:LONGEST_LIST])
    if len(every) > LONGEST_LIST:
        yield f"  and {len(every) - LONGEST_LIST} more; --json lists all"
    yield ""


def _page(page: PageLine) -> str:
    return f"{page.source}: {page.title}"


def _changed(changed: ChangedPage) -> str:
    return "".join((_page(changed.page), *_sections(changed)))


def _renamed(renamed: RenamedPage) -> str:
    line = f"{renamed.before.source} is now {renamed.page.source}: {renamed.page.title}"
    return "".join((line, *_sections(renamed)))


def _sections(page: ChangedPage | RenamedPage) -> Iterator[str]:
    for mark, names in (
        ("+", page.sections.added),
        ("~", page.sections.changed),
        ("-", page.sections.removed),
    ):
        yield from (f"\n      {mark} {name}" for name in names[:LONGEST_LIST])
        if len(names) > LONGEST_LIST:
            yield f"\n      {mark} and {len(names) - LONGEST_LIST} more sections"


def _failed(left: LeftOut) -> str:
    kept = " (its last good version stays)" if left.kept else ""
    return f"{left.source}: {left.reason}{kept}"


def _by_page(heading: str, pages: Iterable[PageWarnings]) -> Iterator[str]:
    """Yield sentences on pages, cut to what can be read at once."""
    every = [page for page in pages if page.texts]
    if not every:
        return
    yield f"{heading} ({sum(len(page.texts) for page in every)})"
    for page in every[:WARNED_PAGES]:
        yield f"  {page.source}"
        yield from (f"      {text}" for text in page.texts[:WARNINGS_A_PAGE])
        if len(page.texts) > WARNINGS_A_PAGE:
            yield f"      and {len(page.texts) - WARNINGS_A_PAGE} more"
    if len(every) > WARNED_PAGES:
        yield f"  and {len(every) - WARNED_PAGES} more pages; --json lists all"
    yield ""


def _advised(report: Report) -> Iterator[PageWarnings]:
    for page in report.advice:
        yield PageWarnings(page.source, tuple(advice.text for advice in page.advice))


def _queries(check: QueryCheck) -> Iterator[str]:
    yield from _list("GOLDEN QUERIES LOST by this update", map(_query, check.lost))
    yield from _list(
        "Golden queries without their answer, as before", map(_query, check.unanswered)
    )
    yield from _list("Golden queries won by this update", (f'"{text}"' for text in check.won))
    found = check.asked - len(check.lost) - len(check.unanswered)
    yield f"{found} of {check.asked} golden queries would find their answer."


def _query(query: UnansweredQuery) -> str:
    return f'"{query.text}" would not lead to {" or ".join(query.accept)}'


def counts(report: Report) -> str:
    """Return how many pages were added, changed and so on, as one line."""
    numbers = (
        ("added", len(report.added)),
        ("changed", len(report.changed)),
        ("renamed", len(report.renamed)),
        ("removed", len(report.removed)),
        ("unchanged", len(report.unchanged)),
        ("skipped", len(report.skipped)),
        ("failed", len(report.failed)),
    )
    shown = ", ".join(
        f"{count} {what}" for what, count in numbers if count or what not in {"renamed", "failed"}
    )
    return f"{shown}. {report.seconds:.1f} seconds."


def outcome(report: Report) -> str:
    """Return what became of the library, as one line."""
    if report.dry_run:
        return f"Dry run: nothing was changed in {report.library}."
    if report.written:
        return f"The library in {report.library} is up to date (generation {report.generation})."
    if report.generation is None:
        return f"No page could be read, so there is no library in {report.library} yet."
    return f"Nothing to do: the library in {report.library} stays as it is."
