"""Text to lines: where each stands, what marks it, what it says.

A page's text enters, Lines leave: blank lines become the gap above the next, rules disappear and
underlines become a property of the line above. Pure; for the text format only.
"""

import re
from operator import attrgetter
from typing import NamedTuple

from ingest.errors import PageRefusedError

MAXIMUM_LINES = 50_000
"""Lines. The longest of 928 dumps of web pages has 11,000; five times that is no page."""

MAXIMUM_LINE_CHARACTERS = 200_000
"""Characters. The longest line of those dumps has 5,000; an endless line is data, not prose."""

TAB_COLUMNS = 8

GLYPHS = "•◦▪▫□■●○‣⁃∙·*+-–—►▸▶➢➤➔✓✔✗✘❖◆◇§»"
"""What dumps put before list items: Resiliparse, w3m, lynx, inscriptis, word processors."""

_MARKED = re.compile(
    r"""o (?=\t|\s{2,}|\s[A-Z0-9])                  # the third level of lynx and Word
      | (?!\(c\)\s*\d{4})                           # a copyright is no third item
        (?!\(\d{3}\)\s*\d{3}\W\d{4}\b)             # nor is an area code a number
        (?:\(?\d{1,3}[.)] | \(?[a-z][.)] | \(?[ivx]{2,5}[.)] | [A-Z]\)) (?=\s)
    """,
    re.VERBOSE,
)
"""Upper-case letters count only with a bracket: "E. coli" and "C. difficile" open sentences."""

_NESTED_O = re.compile(r"o(?=\s+\S)")
_ROMAN = "ivx"

_RULE_SIGNS = "=-~^_*#+\"'`:.|·━─═"
_RULE = re.compile(rf"[\s{re.escape(_RULE_SIGNS)}]+")
"""A line of nothing but what rules, table borders and separators are drawn with."""

_UNDERLINE = re.compile(r"([=\-~^*#+─━═])\1{2,}")
"""One character repeated, as setext, reStructuredText and plain habit underline headings.
Not the low line: forms draw their fields with it."""

_SHORTEST_UNDERLINE, _LONGEST_UNDERLINE = 0.5, 1.3
"""Lengths of an underline over that of the text above it: rules across the page are longer, and
stood below no heading in 60 of 60 places of a measured set of dumps."""

_WIDE_GAP = " " * 3
_CELL_GAP = re.compile(rf"\t+|{_WIDE_GAP}+")
"""What parts the cells of a plain row. Two spaces are no such gap: some end sentences with them."""

_LEAST_BARS = 3

_SIGNED = re.compile(r"(#{1,6}) (?P<text>\S.*?)[ #]*")
"""A heading as in Markdown. One sign alone also opens comments in code; on 169 dumps of web pages
232 lines have one, and none has two or more."""


class Line(NamedTuple):
    """One non-blank line, or several that a narrow page broke apart.

    A named tuple, for a page has hundreds: a frozen dataclass takes four times as long to make.

    Attributes:
        first: First raw line, 1-based.
        last: Last raw line, its underline included.
        indent: Columns before the marker, or before the text where there is none.
        column: Columns before the text.
        width: Columns the raw line took up.
        marker: The bullet glyph or the number with its punctuation; empty for plain lines.
        text: The text without its marker, white space folded.
        gap: Blank lines above.
        underline: The character it is underlined with, or empty; rows of tables by any rule.
        cells: The cells, where tabs, wide gaps or bars part the line into two or more.
        level: The level that number signs before a heading state, as in Markdown; 0 without.
    """

    first: int
    last: int
    indent: int
    column: int
    width: int
    marker: str
    text: str
    gap: int
    underline: str = ""
    cells: tuple[str, ...] = ()
    level: int = 0

    @property
    def is_numbered(self) -> bool:
        """Whether the marker is a number or letter, not a glyph."""
        return len(self.marker) > 1

    @property
    def full_text(self) -> str:
        """The text with its number: "1. Medications". A glyph is no text and stays out."""
        return f"{self.marker} {self.text}" if self.is_numbered else self.text


_TEXT = attrgetter("text")


def raw_lines(text: str) -> list[str]:
    """Return the lines of ``text``, whichever system ended them."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def split_lines(text: str, source: str) -> tuple[Line, ...]:
    """Take ``text`` apart into its non-blank lines.

    Raises:
        PageRefusedError: a line, or the number of lines, is beyond what a page has.
    """
    raws = raw_lines(text)
    if len(raws) > MAXIMUM_LINES:
        raise PageRefusedError(
            f"{source}: {len(raws):,} lines are more than a page has ({MAXIMUM_LINES:,})"
        )
    lines: list[Line] = []
    gap = 0
    for number, raw in enumerate(raws, start=1):
        stripped = raw.strip()
        if not stripped:
            gap += 1
            continue
        if len(stripped) > MAXIMUM_LINE_CHARACTERS:
            raise PageRefusedError(
                f"{source}: line {number} has {len(stripped):,} characters; a page's lines have at "
                f"most {MAXIMUM_LINE_CHARACTERS:,}"
            )
        if stripped[-1] in _RULE_SIGNS and _RULE.fullmatch(stripped):
            if gap == 0 and lines and (lines[-1].cells or _underlines(stripped, lines[-1])):
                lines[-1] = lines[-1]._replace(last=number, underline=stripped[0])
                continue
            if len(stripped) > 1 or stripped not in GLYPHS:
                gap += 1  # a rule parts like a blank line
                continue
        lines.append(_line(number, raw, stripped, gap))
        gap = 0
    lines = _with_text(lines)
    return tuple(_with_levels(lines) if "#" in text else lines)


def _underlines(rule: str, line: Line) -> bool:
    """Whether ``rule`` underlines the plain or numbered line right above it."""
    length = len(line.full_text)
    longest = max(_LONGEST_UNDERLINE * length, length + 2)
    return (
        _UNDERLINE.fullmatch(rule) is not None
        and not line.underline
        and (not line.marker or line.is_numbered)
        and _SHORTEST_UNDERLINE * length <= len(rule) <= longest
    )


def _line(number: int, raw: str, stripped: str, gap: int) -> Line:
    expanded = raw.expandtabs(TAB_COLUMNS) if "\t" in raw else raw
    width = len(expanded.rstrip())
    column = width - len(expanded.strip())
    marker = _marker(stripped, column)
    folded = "  " not in stripped and stripped.isprintable()  # a space is the only printable one
    if not marker:
        # Non-breaking spaces are no layout.
        indent = len(expanded) - len(expanded.lstrip(" ")) if column else 0
        text = stripped if folded else _fold(stripped)
        cells = () if folded and "|" not in stripped else _cells(stripped)
        return Line(number, number, indent, column, width, "", text, gap, "", cells)
    text = stripped[len(marker) :].lstrip()
    inner = width - len(text.expandtabs(TAB_COLUMNS))
    return Line(number, number, column, inner, width, marker, text if folded else _fold(text), gap)


def _marker(stripped: str, column: int) -> str:
    """Return the marker that a line, of which ``stripped`` stands at ``column``, begins with."""
    start = stripped[:2]
    if start[0] in GLYPHS:
        return start[0] if len(start) == 1 or start[1].isspace() else ""
    if start.isalpha() and start[0] not in _ROMAN:
        return ""
    match = _MARKED.match(stripped) or (_NESTED_O.match(stripped) if column else None)
    return match.group() if match else ""


def _cells(text: str) -> tuple[str, ...]:
    """Return the cells of a table's row, or nothing if ``text`` is none."""
    if text.count("|") >= _LEAST_BARS:
        parts = text.strip("|").split("|")
    elif "\t" in text or _WIDE_GAP in text:
        parts = _CELL_GAP.split(text)
    else:
        return ()
    cells = tuple(_fold(cell) for cell in parts if cell.strip())
    return cells if len(cells) > 1 else ()


def _fold(text: str) -> str:
    """Return ``text`` with a single space for each run of white space, and none around."""
    return " ".join(text.split())


def _with_text(lines: list[Line]) -> list[Line]:
    """Join a glyph that stands alone on its line to the text right below; drop the others."""
    if all(map(_TEXT, lines)):
        return lines
    kept: list[Line] = []
    bare: Line | None = None
    for line in lines:
        if not line.text:
            bare = line
        elif bare is None:
            kept.append(line)
        else:
            kept.append(_below(bare, line))
            bare = None
    return kept


def _below(bare: Line, line: Line) -> Line:
    """Give ``line`` the lone glyph ``bare`` above it if it is the text that the glyph marks."""
    if line.gap or line.marker or line.indent < bare.indent:
        return line._replace(gap=max(line.gap, bare.gap))
    return line._replace(
        first=bare.first, indent=bare.indent, marker=bare.marker, gap=bare.gap, cells=()
    )


def _with_levels(lines: list[Line]) -> list[Line]:
    """Read headings with number signs where some have two or more; with one, the first alone."""
    signed = {
        place: match
        for place, line in enumerate(lines)
        if line.text.startswith("#") and not line.indent
        if (match := _SIGNED.fullmatch(line.text)) is not None
    }
    if all(len(match[1]) == 1 for match in signed.values()):
        return lines
    top = next((place for place, match in signed.items() if len(match[1]) == 1), None)
    for place, match in signed.items():
        if place == top or len(match[1]) > 1:
            lines[place] = lines[place]._replace(text=match["text"], level=len(match[1]), cells=())
    return lines
