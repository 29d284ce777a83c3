"""``python -m ingest RAW``, and with ``--dry-run``: bring the library up to date, and report.

Choices enter, an exit status leaves. Used by `ingest.cli`.
"""

import argparse
from datetime import datetime

from index.engine import open_engine
from ingest.commands.console import ALL_WELL, ENGINE, SOME_FAILED, Streams, print_json, say
from ingest.late import late
from ingest.telling.progress import TerminalProgress
from ingest.telling.report import Report, report_to_json
from ingest.telling.terminal import write_report
from ingest.updating.pipeline import Update, run
from ingest.updating.reading import available_cores


def update(choices: argparse.Namespace, streams: Streams) -> int:
    """Bring the library up to date, or say what that would do; tell it as was asked."""
    return tell(bring_up_to_date(choices, streams), choices, streams)


def bring_up_to_date(
    choices: argparse.Namespace, streams: Streams, aside: frozenset[str] = frozenset()
) -> Report:
    """Bring the library up to date; ``aside`` are files that are still being written.

    Raises as `ingest.updating.pipeline.run` does.
    """
    return run(
        Update(
            raw=choices.raw,
            library=choices.library,
            dry_run=choices.action == "dry-run",
            force=choices.force,
            cores=available_cores(),
            aside=aside,
        ),
        open_engine(ENGINE),
        TerminalProgress(streams.err),
    )


def tell(report: Report, choices: argparse.Namespace, streams: Streams) -> int:
    """Write ``report`` wherever it was asked for; return the exit status that it means."""
    if choices.report is not None:
        write_page = late("ingest.telling.report_page:write_report_page")
        page = write_page(report, datetime.now().astimezone())
        try:
            choices.report.write_text(page, encoding="utf-8")
        except OSError as error:
            reason = f"the report {choices.report} cannot be written ({error.strerror})"
            return say(reason, streams, SOME_FAILED)
    if choices.json:
        print_json(report_to_json(report), streams)
    else:
        streams.out.write(write_report(report))
    is_worse = report.queries is not None and report.queries.lost
    return SOME_FAILED if report.failed or is_worse else ALL_WELL
