"""Text to lines: where each stands, what marks it, what it says.

A page's text enters, Lines leave: blank lines become the gap above the next, rules disappear and
underlines become a property of the line above. Pure; for the text format only.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.errors import PageRefusedError
from ingest.formats.text.lines import Line, Lines
from ingest.formats.text.marks import GLYPHS, TAB_COLUMNS, cells_of, fold, marker_of

MAXIMUM_LINES = 50_000
"""Lines. The longest of 928 dumps of web pages has 11,000; five times that is no page."""

MAXIMUM_LINE_CHARACTERS = 200_000
"""Characters. The longest line of those dumps has 5,000; an endless line is data, not prose."""

_RULE_SIGNS = "=-~^_*#+\"'`:.|·━─═"
_RULE = re.compile(rf"[\s{re.escape(_RULE_SIGNS)}]+")
"""A line of nothing but what rules, table borders and separators are drawn with."""

_MARKS = (".", ":")
"""Alone on a line they end what stands above, where a page's pieces stand on a line each."""

_UNDERLINE = re.compile(r"([=\-~^*#+─━═])\1{2,}")
"""One character repeated, as setext, reStructuredText and plain habit underline headings.
Not the low line: forms draw their fields with it."""

_SHORTEST_UNDERLINE, _LONGEST_UNDERLINE = 0.5, 1.3
"""Lengths of an underline over that of the text above it: rules across the page are longer, and
stood below no heading in 60 of 60 places of a measured set of dumps."""

_ODD_SPACES = "\t\v\f\x1c\x1d\x1e\x1f"
"""White space of ASCII that may stand within a line, but the space."""

_SIGNED = re.compile(r"(#{1,6}) (?P<text>\S.*?)[ #]*")
"""A heading as in Markdown. One sign alone also opens comments in code; on 169 dumps of web pages
232 lines have one, and none has two or more."""


def raw_lines(text: str) -> list[str]:
    """Return the lines of ``text``, whichever system ended them."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def split_lines(text: str, source: str) -> Lines:
    """Take ``text`` apart into its non-blank lines.

    Raises:
        PageRefusedError: a line, or the number of lines, is beyond what a page has.
    """
    raws = raw_lines(text)
    if len(raws) > MAXIMUM_LINES:
        raise PageRefusedError(
            f"{source}: {len(raws):,} lines are more than a page has ({MAXIMUM_LINES:,})"
        )
    said = [*map(str.strip, raws)]
    if len(text) > MAXIMUM_LINE_CHARACTERS:
        _refuse_endless(said, source)
    plain = not any(map(text.__contains__, _ODD_SPACES))
    lines = _with_text(_marked_lines(raws, said, plain=plain))
    return _with_levels(lines) if "#" in text else lines


def _refuse_endless(said: Sequence[str], source: str) -> None:
    for number, text in enumerate(said, start=1):
        if len(text) > MAXIMUM_LINE_CHARACTERS:
            raise PageRefusedError(
                f"{source}: line {number} has {len(text):,} characters; a page's lines have at "
                f"most {MAXIMUM_LINE_CHARACTERS:,}"
            )


def _marked_lines(raws: Sequence[str], said: Sequence[str], *, plain: bool) -> Lines:
    """Return the lines that are neither blank nor rules, a lone glyph being one without a text.

    ``said`` are the ``raws`` without the white space around. On a ``plain`` page all white space of
    ASCII is spaces; beyond ASCII, what is printable is no white space.
    """
    firsts, lasts, underlines = _without_rules(raws, said)
    indents, markers, texts = [], [], []
    cells: dict[int, tuple[str, ...]] = {}
    written = [raws[number - 1] for number in firsts]
    for place, (number, raw) in enumerate(zip(firsts, written, strict=True)):
        text = said[number - 1]
        indent = column = 0
        if raw[0] != text[0]:
            indent = column = len(raw) - len(raw.lstrip(" "))
            if raw[column] != text[0]:
                indent, column = _columns_before(raw)
        folded = "  " not in text and ((plain and text.isascii()) or text.isprintable())
        marker = marker_of(text, column)
        if marker:
            indent = column
            text = text[len(marker) :].lstrip()
        elif (not folded or "|" in text) and (parts := cells_of(text)):
            cells[place] = parts
        indents.append(indent)
        markers.append(marker)
        texts.append(text if folded else fold(text))
    return Lines(
        firsts=firsts,
        lasts=lasts,
        indents=indents,
        markers=markers,
        texts=texts,
        gaps=[first - last - 1 for first, last in zip(firsts, [0, *lasts], strict=False)],
        raws=written,
        underlines=underlines,
        cells=cells,
        levels={},
    )


def _without_rules(
    raws: Sequence[str], said: Sequence[str]
) -> tuple[list[int], list[int], dict[int, str]]:
    """Return the first and the last numbers of the lines that are neither blank nor rules, and by
    place among them the signs that they are underlined with."""
    firsts: list[int] = []
    lasts: list[int] = []
    underlines: dict[int, str] = {}
    for number, text in enumerate(said, start=1):
        if not text:
            continue
        ruled = text[0] in _RULE_SIGNS and text[-1] in _RULE_SIGNS and text not in _MARKS
        if ruled and _RULE.fullmatch(text):
            place = len(firsts) - 1
            right_below = place >= 0 and lasts[place] == number - 1
            if right_below and _underlines(text, raws[firsts[place] - 1], place in underlines):
                lasts[place], underlines[place] = number, text[0]
                continue
            if len(text) > 1 or text not in GLYPHS:
                continue  # a rule parts like a blank line
        firsts.append(number)
        lasts.append(number)
    return firsts, lasts, underlines


def _underlines(rule: str, raw: str, again: bool) -> bool:
    """Whether ``rule`` underlines the line right above it, ``again`` if another one does.

    A row of a table may have any; plain and numbered lines have one that is about as long.
    """
    said = raw.strip()
    marker = marker_of(said, len(raw) - len(raw.lstrip()))
    if not marker and cells_of(said):
        return True
    length = len(fold(said))
    longest = max(_LONGEST_UNDERLINE * length, length + 2)
    return (
        _UNDERLINE.fullmatch(rule) is not None
        and not again
        and len(marker) != 1
        and _SHORTEST_UNDERLINE * length <= len(rule) <= longest
    )


def _columns_before(raw: str) -> tuple[int, int]:
    """Return the columns before what ``raw`` says, of layout and of any kind.

    Non-breaking spaces are no layout.
    """
    expanded = raw.expandtabs(TAB_COLUMNS)
    return len(expanded) - len(expanded.lstrip(" ")), len(expanded) - len(expanded.lstrip())


def _with_text(lines: Lines) -> Lines:
    """Join a glyph that stands alone on its line to the text right below; drop the others."""
    if all(lines.texts):
        return lines
    return Lines.of(_joined(lines))


def _joined(lines: Lines) -> Iterator[Line]:
    bare: Line | None = None
    for line in lines:
        if not line.text:
            bare = line
        elif bare is None:
            yield line
        else:
            yield _below(bare, line)
            bare = None


def _below(bare: Line, line: Line) -> Line:
    """Give ``line`` the lone glyph ``bare`` above it if it is the text that the glyph marks."""
    if line.gap or line.marker or line.indent < bare.indent:
        return line._replace(gap=max(line.gap, bare.gap))
    return line._replace(
        first=bare.first, indent=bare.indent, marker=bare.marker, gap=bare.gap, cells=()
    )


def _with_levels(lines: Lines) -> Lines:
    """Read headings with number signs where some have two or more; with one, the first alone."""
    signed = {
        place: match
        for place, text in enumerate(lines.texts)
        if text[0] == "#" and not lines.indents[place]
        if (match := _SIGNED.fullmatch(text)) is not None
    }
    if all(len(match[1]) == 1 for match in signed.values()):
        return lines
    top = next((place for place, match in signed.items() if len(match[1]) == 1), None)
    texts = [*lines.texts]
    levels = {}
    for place, match in signed.items():
        if place == top or len(match[1]) > 1:
            texts[place], levels[place] = match["text"], len(match[1])
    cells = {place: parts for place, parts in lines.cells.items() if place not in levels}
    return replace(lines, texts=texts, levels=levels, cells=cells)
