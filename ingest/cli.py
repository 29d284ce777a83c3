"""The command line of ingest: which command is run, and what each error means to a shell.

Arguments and streams enter, an exit status leaves. Used by `ingest.__main__` and by tests.
"""

from collections.abc import Mapping, Sequence

from index.errors import LibraryError
from ingest.commands.console import ALL_WELL, SOME_FAILED, WRONG_USE, Streams, say
from ingest.errors import (
    IngestError,
    QueriesError,
    RawFolderError,
    TooManyRemovedError,
    VocabularyError,
)
from ingest.late import late
from ingest.options import command_line


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
        return int(late(_COMMANDS[choices.action])(choices, streams))
    except (RawFolderError, VocabularyError, QueriesError, TooManyRemovedError) as error:
        return say(error, streams, WRONG_USE)
    except (IngestError, LibraryError) as error:
        return say(error, streams, SOME_FAILED)
    except BrokenPipeError:
        raise
    except OSError as error:
        return say(f"{error}; the library is as it was", streams, SOME_FAILED)


_COMMANDS: Mapping[str, str] = {
    "update": "ingest.commands.update:update",
    "dry-run": "ingest.commands.update:update",
    "watch": "ingest.commands.watch:watch",
    "dump": "ingest.commands.dump:dump",
    "explain": "ingest.commands.explain:explain",
    "check": "ingest.commands.care:check",
    "rollback": "ingest.commands.care:roll_back",
}
"""Action -> "module:function" of the command, which takes choices and streams."""

_WITH_RAW = frozenset({"update", "dry-run", "watch", "dump"})
"""The actions that read the raw folder."""
