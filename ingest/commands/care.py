"""``--check`` and ``--rollback``: look after a library without reading a page.

Choices enter, an exit status leaves. Used by `ingest.cli`.
"""

import argparse

from index.engine import open_engine
from index.library import verify
from index.writer import LibraryWriter
from ingest.commands.console import ALL_WELL, ENGINE, SOME_FAILED, Streams


def check(choices: argparse.Namespace, streams: Streams) -> int:
    """Read every file of the library and say which are not as they were written."""
    faults = verify(choices.library)
    for fault in faults:
        streams.out.write(f"{fault}\n")
    if not faults:
        streams.out.write(f"The library in {choices.library} is whole.\n")
    return SOME_FAILED if faults else ALL_WELL


def roll_back(choices: argparse.Namespace, streams: Streams) -> int:
    """Serve the library as it was before the last update."""
    with LibraryWriter(choices.library, open_engine(ENGINE)) as writer:
        generation = writer.rollback()
    streams.out.write(
        f"The library in {choices.library} is as it was before: generation {generation.number}, "
        f"{generation.page_count} pages.\nPut the raw files right before the next run of ingest; "
        "it reads all of them again.\n"
    )
    return ALL_WELL
