"""Lines in bold, as mail and chat write them in plain text: ``*Symptoms*``.

Lines enter; lines without the marks, those that stand alone as underlined, leave. Pure; for the
text format only.

A mail keeps the bold type of a page as asterisks (low lines for italics). A short line that is bold
from end to end is a heading, as one underlined is; a page writes its headings alike, so that one
such line alone is an emphasis.
"""

import re

from ingest.formats.text.lines import Line, Lines

_BOLD = re.compile(
    r"(?P<mark>\*{1,2}|__?)(?P<text>[^\s*_](?:[^*_]*[^\s*_])?)(?P=mark)(?P<colon>:?)"
)

_LEAST = 2
_LONGEST = 12
"""Words of a heading in bold; more are a paragraph in bold."""

_ENDS = (".", ",", ";")


def without_emphasis(lines: Lines) -> Lines:
    """Return ``lines`` with headings in bold stated as such, where there are several."""
    bold = {
        place: match
        for place, text in enumerate(lines.texts)
        if text[0] in "*_"
        and not (lines.markers[place] or place in lines.cells)
        and (match := _BOLD.fullmatch(text)) is not None
    }
    if len(bold) < _LEAST:
        return lines
    return Lines.of(
        _plain(line, bold[place]) if place in bold else line for place, line in enumerate(lines)
    )


def _plain(line: Line, match: re.Match[str]) -> Line:
    text = match["text"] + match["colon"]
    heads = text.count(" ") < _LONGEST and not text.endswith(_ENDS)
    return line._replace(text=text, underline=line.underline or (match["mark"][0] if heads else ""))
