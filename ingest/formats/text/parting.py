"""A raw page parted: its own lines as they were written, and what merely came with them.

Lines as they stand in the raw file enter, a Parted page leaves. Pure; for the text format only.
"""

from dataclasses import dataclass

from ingest.errors import PageRefusedError
from ingest.formats.text.carriers import part_carrier
from ingest.formats.text.emphasis import without_emphasis
from ingest.formats.text.lines import Line, Lines
from ingest.formats.text.links import part_links
from ingest.formats.text.scattered import join_scattered
from ingest.formats.text.sheets import part_sheets
from ingest.formats.text.wrapping import join_wrapped


@dataclass(frozen=True, slots=True)
class Parted:
    """A page's own lines, one at least, and those above and below that are none of its own.

    ``titled`` says that the first of its own is its title.
    """

    own: Lines
    before: tuple[Line, ...] = ()
    after: tuple[Line, ...] = ()
    titled: bool = False


def part_page(lines: Lines, text: str, source: str) -> Parted:
    """Return the page that ``lines``, those of ``text``, hold.

    Raises:
        PageRefusedError: there are none.
    """
    if not lines:
        raise PageRefusedError(f"{source}: nothing but rules and bullets; save the page again")
    carried = part_carrier(lines, text)
    own, printed = part_sheets(carried.own)
    own, links = part_links(join_scattered(join_wrapped(without_emphasis(own))))
    return Parted(own, carried.before, (*printed, *carried.after, *links), carried.titled)
