"""Pages written in capitals throughout, as some old systems print them.

Lines enter, lines leave; only the evidence is gathered from these, the page keeps its own. Pure;
for the text format only.
"""

from dataclasses import replace

from ingest.formats.text.lines import Lines

_MOSTLY = 0.8
"""Share of a page's characters, on lines in capitals, from which capitals are its manner and no
sign of a heading. Of 928 dumps of web pages the one with the most has 0.07."""


def lowered(lines: Lines) -> Lines:
    """Return ``lines``, written as sentences if the page is in capitals."""
    loud = sum([len(text) for text in lines.texts if text.isupper()])
    if loud <= _MOSTLY * sum(map(len, lines.texts)):
        return lines
    return replace(lines, texts=[*map(str.capitalize, lines.texts)])
