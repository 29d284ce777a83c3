"""The command line of ingest: what may be written on it, and what each choice runs.

Arguments and streams enter, an exit status leaves. Used by `ingest.__main__` and by tests.
"""

import argparse
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, TextIO

from index.engine import open_engine
from index.errors import LibraryError
from index.library import verify
from index.writer import LibraryWriter
from ingest.errors import IngestError, RawFolderError, TooManyRemovedError, VocabularyError
from ingest.options import command_line
from ingest.telling.explained import write_explanation
from ingest.telling.explaining import explain_file, explanation_to_json
from ingest.telling.progress import TerminalProgress
from ingest.telling.report import report_to_json
from ingest.telling.report_page import write_report_page
from ingest.telling.terminal import write_report
from ingest.updating.gathering import open_source
from ingest.updating.pipeline import Update, run
from ingest.updating.reading import ReadPage, Task, available_cores, raw_bytes, read_files
from ingest.updating.scan import VOCABULARY
from ingest.updating.slugs import assign_slugs
from ingest.vocabulary import load_vocabulary

ENGINE = "whoosh"
"""The engine that libraries are built with."""

ALL_WELL = 0
SOME_FAILED = 1
WRONG_USE = 2


@dataclass(frozen=True, slots=True)
class Streams:
    """Where results and where messages go."""

    out: TextIO
    err: TextIO


def main(arguments: Sequence[str], streams: Streams) -> int:
    """Do what ``arguments`` (without the program's name) ask for; return the exit status."""
    try:
        parser = command_line()
        choices = parser.parse_args(arguments)
        if choices.explain is not None:
            choices.action = "explain"
        if choices.raw is None and choices.action in _WITH_RAW:
            parser.error("the folder of raw pages is missing: python -m ingest RAW")
    except SystemExit as stop:  # argparse has written the help or what is wrong
        return int(stop.code or ALL_WELL)
    try:
        return _ACTIONS[choices.action](choices, streams)
    except (RawFolderError, VocabularyError, TooManyRemovedError) as error:
        return _say(error, streams, WRONG_USE)
    except (IngestError, LibraryError) as error:
        return _say(error, streams, SOME_FAILED)
    except BrokenPipeError:
        raise
    except OSError as error:
        return _say(f"{error}; the library is as it was", streams, SOME_FAILED)


def _update(choices: argparse.Namespace, streams: Streams) -> int:
    report = run(
        Update(
            raw=choices.raw,
            library=choices.library,
            dry_run=choices.action == "dry-run",
            force=choices.force,
            cores=available_cores(),
        ),
        open_engine(ENGINE),
        TerminalProgress(streams.err),
    )
    if choices.report is not None:
        page = write_report_page(report, datetime.now().astimezone())
        try:
            choices.report.write_text(page, encoding="utf-8")
        except OSError as error:
            reason = f"the report {choices.report} cannot be written ({error.strerror})"
            return _say(reason, streams, SOME_FAILED)
    if choices.json:
        _print_json(report_to_json(report), streams)
    else:
        streams.out.write(write_report(report))
    return SOME_FAILED if report.failed else ALL_WELL


def _dump(choices: argparse.Namespace, streams: Streams) -> int:
    """Print each page as it is read; the library is not looked at."""
    source = open_source(choices.raw)
    slugs = assign_slugs([file.source for file in source.scan.files]).slugs
    tasks = [Task(file, slugs[file.source]) for file in source.scan.files]
    outcomes = read_files(tasks, source.vocabulary, available_cores())
    failed = list(source.scan.refused)
    for outcome in TerminalProgress(streams.err).track(outcomes, len(tasks), "Reading pages"):
        if isinstance(outcome, ReadPage):
            streams.out.write(f"{outcome.line}\n")
        else:
            failed.append(outcome)
    for left in failed:
        streams.err.write(f"{left.source}: {left.reason}\n")
    return SOME_FAILED if failed else ALL_WELL


def _explain(choices: argparse.Namespace, streams: Streams) -> int:
    """Tell how each line of one raw file was read; no library and no other page is looked at."""
    file: Path = choices.explain
    folder: Path = choices.raw or file.parent
    source = file.relative_to(folder) if file.is_relative_to(folder) else Path(file.name)
    vocabulary = load_vocabulary(folder / VOCABULARY)
    try:
        raw = raw_bytes(file)
    except OSError as error:
        reason = f"{file}: the file cannot be read ({error.strerror})"
        return _say(reason, streams, WRONG_USE)
    explanation = explain_file(raw, source.as_posix(), vocabulary)
    if choices.json:
        _print_json(explanation_to_json(explanation), streams)
    else:
        streams.out.write(write_explanation(explanation))
    return ALL_WELL


def _print_json(value: Any, streams: Streams) -> None:
    streams.out.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def _check(choices: argparse.Namespace, streams: Streams) -> int:
    """Read every file of the library and say which are not as they were written."""
    faults = verify(choices.library)
    for fault in faults:
        streams.out.write(f"{fault}\n")
    if not faults:
        streams.out.write(f"The library in {choices.library} is whole.\n")
    return SOME_FAILED if faults else ALL_WELL


def _rollback(choices: argparse.Namespace, streams: Streams) -> int:
    """Serve the library as it was before the last update."""
    with LibraryWriter(choices.library, open_engine(ENGINE)) as writer:
        generation = writer.rollback()
    streams.out.write(
        f"The library in {choices.library} is as it was before: generation {generation.number}, "
        f"{generation.page_count} pages.\nPut the raw files right before the next run of ingest; "
        "it reads all of them again.\n"
    )
    return ALL_WELL


_ACTIONS: Mapping[str, Callable[[argparse.Namespace, Streams], int]] = {
    "update": _update,
    "dry-run": _update,
    "dump": _dump,
    "explain": _explain,
    "check": _check,
    "rollback": _rollback,
}

_WITH_RAW = frozenset({"update", "dry-run", "dump"})
"""The actions that read the raw folder."""


def _say(error: Exception | str, streams: Streams, status: int) -> int:
    """Write an error as one line."""
    streams.err.write(f"ingest: {' '.join(str(error).split())}\n")
    return status
