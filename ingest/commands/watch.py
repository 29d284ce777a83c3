"""``--watch``: bring the library up to date whenever the raw folder has changed, until Ctrl-C.

Choices enter, an exit status leaves. Used by `ingest.cli`.

What goes wrong later on is said once and tried again: a drive that is away, a full disk or another
ingest at work pass. What is wrong from the start (no such folder) ends it, like any other run.
"""

import argparse

from index.errors import LibraryError
from ingest.commands.console import ALL_WELL, SOME_FAILED, Streams, say
from ingest.commands.update import bring_up_to_date, tell
from ingest.errors import IngestError
from ingest.telling.report import LeftOut
from ingest.updating.watching import Watcher


def watch(choices: argparse.Namespace, streams: Streams) -> int:
    """Watch the raw folder until this process is told to stop."""
    watcher = Watcher(choices.raw)
    try:
        failed = _update(choices, streams, watcher.wait(), None)
        streams.err.write(f"Watching {choices.raw}; press Ctrl-C to end.\n")
        trouble = ""
        while True:
            aside = watcher.wait()
            try:
                failed = _update(choices, streams, aside, failed)
                trouble = ""
            except (IngestError, LibraryError, OSError) as error:
                if str(error) != trouble:
                    say(f"{error}; watching on", streams, SOME_FAILED)
                trouble = str(error)
                watcher.retry()
    except KeyboardInterrupt:
        streams.err.write("\ningest: stopped watching; the library is whole\n")
        return ALL_WELL


def _update(
    choices: argparse.Namespace,
    streams: Streams,
    aside: frozenset[str],
    before: tuple[LeftOut, ...] | None,
) -> tuple[LeftOut, ...]:
    """Update; tell of it if there is news: something written, or other files that failed."""
    report = bring_up_to_date(choices, streams, aside)
    if report.written or report.failed != before:
        tell(report, choices, streams)
        streams.out.flush()
    return report.failed
