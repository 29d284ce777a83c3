"""Link numbers: text browsers put "[12]" before every link and list the addresses at the end.

Lines enter; the page's lines without those numbers, and the lines of the list, leave. Pure; for
the text format only.

The numbers would stand in the middle of headings and menu entries, and the list would be the
longest of the page. Numbers that the list does not explain are the page's own: citations stay.
"""

import re

from ingest.formats.text.lines import Line, Lines

_ADDRESS = re.compile(r"(?:https?|ftp|file|mailto|tel|javascript|data|about):\S", re.IGNORECASE)
_LIST_HEADING = re.compile(r"(?:references|(?:visible|hidden) links):?$", re.IGNORECASE)
"""What lynx heads the list and its parts with."""

_LEAST_ADDRESSES = 2
"""One address at the end of a page may be its source."""

_LINK_NUMBER = re.compile(r"\[(\d{1,4})\](?=\S)")


def part_links(lines: Lines) -> tuple[Lines, tuple[Line, ...]]:
    """Return the page's own lines, at least one, and those of the list of addresses, if any."""
    start = len(lines)
    numbers: set[str] = set()
    while start > 1 and (_is_entry(lines[start - 1]) or _LIST_HEADING.match(lines[start - 1].text)):
        start -= 1
        numbers.add(lines[start].marker.strip("()."))
    if len(numbers - {""}) < _LEAST_ADDRESSES:
        return lines, ()
    own = Lines.of(_without_numbers(line, numbers) for line in lines[:start])
    return own, lines[start:]


def _is_entry(line: Line) -> bool:
    return line.is_numbered and _ADDRESS.match(line.text) is not None


def _without_numbers(line: Line, numbers: set[str]) -> Line:
    if "[" not in line.text:
        return line

    def kept(found: re.Match[str]) -> str:
        return "" if found[1] in numbers else found[0]

    cells = tuple(_LINK_NUMBER.sub(kept, cell) for cell in line.cells)
    return line._replace(text=_LINK_NUMBER.sub(kept, line.text), cells=cells)
