"""From the raw folder to the library: what changed is read, decided on, and written in one step.

An Update (which folder, which library) enters, a Report leaves. The library is touched at the very
end only, by its writer. Reading is `ingest.updating.gathering`'s, deciding
`ingest.updating.decision`'s; here the two are put together and held against the library. Used by
the entry point.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from index.engine import Changes, Engine
from index.errors import LibraryError, LibraryMissingError
from index.lexicon import Lexicon
from index.library import Generation, LibraryReader
from index.writer import LibraryWriter
from ingest.lint.advice import Examined, PageAdvice, advise
from ingest.telling.progress import Progress
from ingest.telling.report import LeftOut, PageWarnings, Report
from ingest.updating.decision import Decision, Stream, decide, removed_slugs
from ingest.updating.gathering import Gathering, gather, has_news, open_source
from ingest.updating.ledger import Ledger, read_ledger, write_ledger
from ingest.updating.plan import guard_removal
from ingest.updating.reading import get_ready
from ingest.updating.rehearsal import Rehearsal
from ingest.updating.spool import open_spool


@dataclass(frozen=True, slots=True)
class Update:
    """One run: which raw folder goes into which library, and how.

    ``force`` allows more than a third of the library to be removed; ``cores`` is how many processes
    may read; ``aside`` are sources still being written, which stay as the library has them.
    """

    raw: Path
    library: Path
    dry_run: bool = False
    force: bool = False
    cores: int = 1
    aside: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Target:
    """The library before the update: what is live, why not, and who may write (no one if dry).

    A writer knows the first two only when it has checked the library: to be asked for late.
    """

    writer: LibraryWriter | None
    read: Generation | None = None
    trouble: str | None = None

    @property
    def live(self) -> Generation | None:
        return self.writer.live if self.writer else self.read

    @property
    def problem(self) -> str | None:
        return self.writer.problem if self.writer else self.trouble


def run(update: Update, engine: Engine, progress: Progress) -> Report:
    """Bring the library up to date with the raw folder, or say what that would do.

    Raises:
        RawFolderError: there is no such folder, or no page in it.
        VocabularyError: the vocabulary has a mistake.
        QueriesError: the file of golden queries has a mistake.
        TooManyRemovedError: more than a third of the library would go.
        LibraryError: the library is in use or cannot be written.
        OSError: there is no room for what is read.

    After each of them the library is as it was.
    """
    started = time.monotonic()
    source = open_source(update.raw, update.aside)
    with _opened(update, engine) as target, open_spool() as spool:
        ledger = read_ledger(update.library)
        if has_news(source, ledger):
            get_ready()
        live, problem, lexicon = target.live, target.problem, source.vocabulary.lexicon
        gathering = gather(source, live, ledger, spool, cores=update.cores, progress=progress)
        decision = decide(gathering, live, spool)
        if not update.force:
            guard_removal(len(decision.removed), len(gathering.known), len(gathering.stated))
        generation = None if live is None else live.info.number
        is_written = target.writer is not None and _is_due(decision, lexicon, live)
        if target.writer is not None and is_written:
            pages = progress.track(
                Stream(decision, live, spool), decision.page_count, "Building the library"
            )
            generation = target.writer.write(
                Changes(pages, removed_slugs(decision)),
                decision.agreement.facts,
                decision.redirects,
                lexicon,
            ).number
        check = None
        if update.dry_run and source.queries:
            rehearsal = Rehearsal(update.library, engine, decision, live, spool, lexicon)
            check = rehearsal.ask(source.queries)
        if target.writer is not None and generation is not None:
            now = Ledger(generation, source.fingerprint, gathering.stated, gathering.hashes)
            if now != ledger:
                write_ledger(update.library, now)
        return Report(
            library=str(update.library),
            dry_run=update.dry_run,
            generation=generation,
            written=is_written,
            added=decision.added,
            changed=decision.changed,
            renamed=decision.renamed,
            removed=decision.removed,
            unchanged=decision.unchanged,
            skipped=tuple(LeftOut(left.source, left.reason) for left in source.scan.skipped),
            failed=_failed(gathering),
            warnings=_warnings(gathering),
            advice=_advice(gathering, decision, lexicon),
            notes=(*((problem,) if problem else ()), *decision.agreement.warnings),
            site=decision.agreement.facts,
            seconds=time.monotonic() - started,
            queries=check,
        )


@contextmanager
def _opened(update: Update, engine: Engine) -> Iterator[_Target]:
    """Yield the library; for a dry run without taking, making or changing anything."""
    if not update.dry_run:
        with LibraryWriter(update.library, engine) as writer:
            yield _Target(writer)
        return
    reader = LibraryReader(update.library)
    try:
        target = _Target(None, reader.current())
    except LibraryMissingError:
        target = _Target(None)
    except LibraryError as error:
        target = _Target(None, trouble=str(error))
    yield target
    reader.close()


def _is_due(decision: Decision, lexicon: Lexicon, live: Generation | None) -> bool:
    """Whether the library is to be other than it is."""
    if decision.page_count or decision.removed:
        return True
    if live is None:
        return False
    return live.site != decision.agreement.facts or live.lexicon != lexicon


def _failed(gathering: Gathering) -> tuple[LeftOut, ...]:
    kept = {summary.source for summary in gathering.kept}
    return tuple(
        LeftOut(
            left.source,
            left.reason,
            kept=any(
                source == left.source or source.startswith(f"{left.source}/") for source in kept
            ),
        )
        for left in gathering.refused
    )


def _warnings(gathering: Gathering) -> tuple[PageWarnings, ...]:
    """Return what is to be looked at on every page, read in this run or not."""
    copies = _copies(gathering)
    found: list[PageWarnings] = []
    for source, entry in gathering.stated.items():
        texts = [
            *entry.warnings,
            *filter(None, (gathering.addresses.get(source), copies.get(source))),
        ]
        if texts:
            found.append(PageWarnings(source, tuple(texts)))
    return tuple(found)


def _advice(gathering: Gathering, decision: Decision, lexicon: Lexicon) -> tuple[PageAdvice, ...]:
    pages = [
        Examined(source, decision.categories.get(source), entry.findings)
        for source, entry in gathering.stated.items()
    ]
    return advise(pages, {term for synonyms in lexicon.synonyms for term in synonyms.terms})


def _copies(gathering: Gathering) -> dict[str, str]:
    """Return, by source, what is to be said of files whose content another one has as well."""
    hashes = {summary.source: summary.content_hash for summary in gathering.unchanged}
    hashes |= {waiting.facts.source: waiting.facts.content_hash for waiting in gathering.read}
    first: dict[str, str] = {}
    said: dict[str, str] = {}
    for source in sorted(hashes):
        other = first.setdefault(hashes[source], source)
        if other != source:
            said[source] = f"its content is that of {other}; one of the two can go"
    return said
