"""From the raw folder to pages that are read and waiting, and what is already in the library.

A raw folder and a live generation enter; a Gathering leaves, its pages in a spool. Used by the
pipeline.
"""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from index.library import Generation
from index.site import SiteFacts
from index.summary import PageSummary
from ingest.late import late
from ingest.queries import FILE, GoldenQuery, load_queries
from ingest.telling.progress import Progress
from ingest.updating.fingerprint import fingerprint
from ingest.updating.ledger import Entry, Hashed, Ledger
from ingest.updating.plan import compare
from ingest.updating.reading import PageFacts, Task, content_hash, read_files
from ingest.updating.scan import VOCABULARY, RawFile, Refused, Scan, scan, without
from ingest.updating.slugs import assign_slugs
from ingest.updating.spool import Spool
from ingest.vocabulary import Vocabulary, load_vocabulary


@dataclass(frozen=True, slots=True)
class Source:
    """The raw folder: what lies in it, what staff declare, and the fingerprint of a reading."""

    scan: Scan
    vocabulary: Vocabulary
    fingerprint: str
    queries: tuple[GoldenQuery, ...] = ()


@dataclass(frozen=True, slots=True)
class Waiting:
    """A page that was read, and its place in the spool."""

    facts: PageFacts
    place: int


@dataclass(frozen=True, slots=True)
class Gathering:
    """All that an update is decided on.

    Attributes:
        read: pages read in this run.
        unchanged: pages in the library whose file is as it was.
        kept: pages in the library whose file cannot be read at present.
        gone: pages in the library without a file.
        refused: files that cannot be read.
        stated: source -> what the page states, of all pages but those that are gone.
        addresses: source -> what is to be said of the slug it got.
        known: source -> the page that the library has of it.
        hashes: source -> hash of a file that the next run need not open if it looks the same.
    """

    read: tuple[Waiting, ...]
    unchanged: tuple[PageSummary, ...]
    kept: tuple[PageSummary, ...]
    gone: tuple[PageSummary, ...]
    refused: tuple[Refused, ...]
    stated: Mapping[str, Entry]
    addresses: Mapping[str, str]
    known: Mapping[str, PageSummary]
    hashes: Mapping[str, Hashed]


def open_source(raw: Path, aside: frozenset[str] = frozenset()) -> Source:
    """Look at the raw folder ``raw``, leaving the files ``aside`` as they are.

    Raises:
        RawFolderError: there is no such folder, or no page in it.
        VocabularyError: its vocabulary has a mistake.
        QueriesError: its golden queries have one.
    """
    found = without(scan(raw), aside)
    path = raw / VOCABULARY
    queries = load_queries(raw / FILE)
    return Source(found, load_vocabulary(path), fingerprint(path), queries)


def has_news(source: Source, ledger: Ledger | None) -> bool:
    """Whether a file of ``source`` looks other than ``ledger`` remembers, so may have to be read.

    That it has to be is told by `gather` alone, which knows the library.
    """
    if ledger is None or ledger.fingerprint != source.fingerprint:
        return True
    return any(
        (known := ledger.hashes.get(file.source)) is None or known.stamp != file.stamp
        for file in source.scan.files
    )


def gather(
    source: Source,
    live: Generation | None,
    ledger: Ledger | None,
    spool: Spool,
    *,
    cores: int,
    progress: Progress,
) -> Gathering:
    """Read what has to be read into ``spool`` and lay out what is there.

    Args:
        source: the raw folder.
        live: the library's live generation, if there is one.
        ledger: what the run that made it remembered; None for nothing, and then all is read.
        spool: where pages wait.
        cores: processes that may read at once.
        progress: told of every page read.
    """
    known = {summary.source: summary for summary in live.summaries} if live else {}
    remembered = _still_true(ledger, live, source.fingerprint)
    hashes, reliable, unreadable = _hashed(source.scan.files, ledger.hashes if ledger else {})
    refused = [*source.scan.refused, *unreadable]
    comparison = compare(
        hashes,
        {left.source for left in refused},
        tuple(known.values()),
        everything=remembered is None,
    )
    addresses = assign_slugs(
        hashes,
        {origin: summary.slug for origin, summary in known.items()},
        {summary.slug for summary in comparison.kept},
    )
    files = {file.source: file for file in source.scan.files}
    tasks = [Task(files[origin], addresses.slugs[origin]) for origin in comparison.to_read]
    read: list[Waiting] = []
    stated: dict[str, Entry] = {}
    sites: dict[SiteFacts, SiteFacts] = {}
    outcomes = read_files(tasks, source.vocabulary, cores)
    for outcome in progress.track(outcomes, len(tasks), "Reading pages"):
        if isinstance(outcome, Refused):
            refused.append(outcome)
            continue
        facts = outcome.facts
        site = sites.setdefault(facts.stated.site, facts.stated.site)
        stated[facts.source] = replace(facts.stated, site=site)
        read.append(Waiting(replace(facts, stated=stated[facts.source]), spool.keep(outcome.line)))
    failing = {left.source for left in refused} & set(comparison.to_read)
    kept = (*comparison.kept, *(known[origin] for origin in sorted(failing) if origin in known))
    for summary in (*comparison.unchanged, *kept):
        stated[summary.source] = _remembered(summary, remembered, live)
    return Gathering(
        read=tuple(read),
        unchanged=comparison.unchanged,
        kept=kept,
        gone=comparison.gone,
        refused=tuple(sorted(refused, key=lambda left: left.source)),
        stated=dict(sorted(stated.items())),
        addresses=addresses.warnings,
        known=known,
        hashes=reliable,
    )


def _still_true(
    ledger: Ledger | None, live: Generation | None, fingerprint_now: str
) -> Mapping[str, Entry] | None:
    """Return the ledger's entries if they are those of ``live`` as it would be read today."""
    if ledger is None or live is None or ledger.generation != live.info.number:
        return None
    whole = all(summary.source in ledger.entries for summary in live.summaries)
    return ledger.entries if whole and ledger.fingerprint == fingerprint_now else None


def _remembered(
    summary: PageSummary, remembered: Mapping[str, Entry] | None, live: Generation | None
) -> Entry:
    """Return what a page of the library states, from the page itself where nothing is remembered.

    A category that came from the other pages cannot be told from the page's own then; it is the
    page's own only where the page has a menu.
    """
    if remembered is not None:
        return remembered[summary.source]
    page = None if live is None else live.page(summary.slug)
    if page is None:
        return Entry(SiteFacts(), None, ())
    own = page.category if page.site.menu else None
    return Entry(page.site, own, page.warnings, late("ingest.lint.examine:examine")(page))


_RESTED = 2_000_000_000
# Nanoseconds that a file must have stood as it is before its looks vouch for its content: the
# coarsest clock of a file system ticks every two seconds (FAT), and a change within a tick shows
# in no time.


def _hashed(
    files: Sequence[RawFile], before: Mapping[str, Hashed]
) -> tuple[dict[str, str], dict[str, Hashed], list[Refused]]:
    """Return hashes by source, those that the next run may rely on, and what cannot be read.

    A file that looks as it did ``before`` is not opened.
    """
    hashes: dict[str, str] = {}
    reliable: dict[str, Hashed] = {}
    unreadable: list[Refused] = []
    rested = time.time_ns() - _RESTED
    for file in files:
        known = before.get(file.source)
        if known is not None and known.stamp == file.stamp:
            hashes[file.source] = known.digest
            reliable[file.source] = known
            continue
        digest = content_hash(file)
        if isinstance(digest, Refused):
            unreadable.append(digest)
            continue
        hashes[file.source] = digest
        if file.stamp is not None and max(file.stamp[1:3]) < rested:
            reliable[file.source] = Hashed(file.stamp, digest)
    return hashes, reliable, unreadable
