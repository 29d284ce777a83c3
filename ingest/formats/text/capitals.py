"""Pages written in capitals throughout, as some old systems print them.

Lines enter, lines leave; only the evidence is gathered from these, the page keeps its own. Pure;
for the text format only.
"""

from collections.abc import Sequence

from ingest.formats.text.lines import Line

_MOSTLY = 0.8
"""Share of a page's characters, on lines in capitals, from which capitals are its manner and no
sign of a heading. Of 928 dumps of web pages the one with the most has 0.07."""


def lowered(lines: Sequence[Line]) -> Sequence[Line]:
    """Return ``lines``, written as sentences if the page is in capitals."""
    loud = sum(len(line.text) for line in lines if line.text.isupper())
    if loud <= _MOSTLY * sum(len(line.text) for line in lines):
        return lines
    return [line._replace(text=line.text.capitalize()) for line in lines]
