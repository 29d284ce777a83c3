"""``python -m portal export DIR``: the command line of the export."""

import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from index.errors import LibraryError
from portal.export.folder import ExportError
from portal.export.links import LinkError
from portal.export.site import export
from portal.settings import Settings


def main(words: Sequence[str], defaults: Settings) -> int:
    """Export as ``words`` say; return the exit status."""
    parser = ArgumentParser(
        prog="python -m portal export",
        description="Write the whole site as files, with a search that needs no server.",
    )
    parser.add_argument("folder", type=Path, metavar="DIR", help="empty, new or an earlier export")
    parser.add_argument(
        "--library", type=Path, default=defaults.library, metavar="DIR", help="the library folder"
    )
    parser.add_argument(
        "--address",
        default=defaults.public_address or "",
        metavar="URL",
        help="where the folder will be; adds site map, robots.txt, llms.txt and Markdown pages",
    )
    chosen = parser.parse_args(words)
    try:
        settings = replace(defaults, library=chosen.library)
        done = export(settings, chosen.folder, chosen.address.rstrip("/"))
    except (LibraryError, ExportError, LinkError) as error:
        print(f"portal: {error}", file=sys.stderr)  # noqa: T201  # the command's output
        return 1
    print(  # noqa: T201  # the command's output
        f"{chosen.folder}: {done.files} files, {done.changed} written, {done.removed} removed"
    )
    return 0
