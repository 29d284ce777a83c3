"""``--dump``: print each page as it is read; no library is looked at.

Choices enter, an exit status leaves. Used by `ingest.cli`.
"""

import argparse

from ingest.commands.console import ALL_WELL, SOME_FAILED, Streams
from ingest.telling.progress import TerminalProgress
from ingest.updating.gathering import open_source
from ingest.updating.reading import ReadPage, Task, available_cores, read_file_alone, read_files
from ingest.updating.slugs import assign_slugs


def dump(choices: argparse.Namespace, streams: Streams) -> int:
    """Print each page as it is read; the library is not looked at."""
    source = open_source(choices.raw)
    slugs = assign_slugs([file.source for file in source.scan.files]).slugs
    tasks = [Task(file, slugs[file.source]) for file in source.scan.files]
    outcomes = read_files(tasks, source.vocabulary, available_cores(), read_file_alone)
    failed = list(source.scan.refused)
    for outcome in TerminalProgress(streams.err).track(outcomes, len(tasks), "Reading pages"):
        if isinstance(outcome, ReadPage):
            streams.out.write(f"{outcome.line}\n")
        else:
            failed.append(outcome)
    for left in failed:
        streams.err.write(f"{left.source}: {left.reason}\n")
    return SOME_FAILED if failed else ALL_WELL
