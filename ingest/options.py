"""What may be written on the command line of ingest.

Nothing enters, the parser leaves. Used by `ingest.cli`.
"""

import argparse
from pathlib import Path

from index.library import DEFAULT_FOLDER

_EXIT_STATUS = """
exit status:
  0  all is well
  1  some pages failed (each is named with its reason, the others are in the library),
     the library is in use by another ingest or cannot be written, or a dry run found
     that queries in queries.toml would lose their answer
  2  wrong use: a missing or empty folder, an unknown option, a mistake in vocabulary.toml
     or queries.toml

Whatever goes wrong, the library stays as it was, and visitors are served from it meanwhile.
"""


def command_line() -> argparse.ArgumentParser:
    """Return the parser; what it parses has ``action``, a name in `ingest.cli`'s table."""
    parser = argparse.ArgumentParser(
        prog="python -m ingest",
        description="Read a folder of raw pages into the library that visitors search. "
        "Only files that are new or changed are read; the report names what was done and "
        "everything that needs a look.",
        epilog=_EXIT_STATUS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("raw", type=Path, nargs="?", metavar="RAW", help="the folder of raw pages")
    parser.add_argument(
        "--library",
        type=Path,
        default=DEFAULT_FOLDER,
        metavar="DIR",
        help="where the library is kept (default: %(default)s)",
    )
    parser.set_defaults(action="update")
    instead = parser.add_mutually_exclusive_group()
    for name, meaning in (
        ("dry-run", "report what would change, change nothing"),
        ("watch", "stay, and bring the library up to date whenever the folder has changed"),
        ("dump", "print each page as one line of JSON, build nothing"),
        ("check", "read every file of the library and name those that are damaged"),
        ("rollback", "serve the library as it was before the last update"),
    ):
        instead.add_argument(
            f"--{name}", dest="action", action="store_const", const=name, help=meaning
        )
    instead.add_argument(
        "--explain",
        type=Path,
        metavar="FILE",
        help="tell for each line of one raw file how it was read, and why",
    )
    parser.add_argument(
        "--report",
        type=Path,
        metavar="FILE.html",
        help="write the report, with what changed in each section, as one HTML page too",
    )
    parser.add_argument(
        "--json", action="store_true", help="print the report, or the explanation, as JSON"
    )
    parser.add_argument(
        "--force",
        action="store_true",
        help="go on even if more than a third of the pages would be removed",
    )
    return parser
