"""Text dumps of web pages: plain text, as a browser's "save as text" or a renderer writes it.

A raw file's bytes enter, an Extract leaves; imported through `ingest.formats`. The steps are the
modules of this folder: lines, wrapping, evidence (with measures and wording), scoring, regions,
assembly (with title).
"""

from dataclasses import replace

from ingest.blocks import Extract
from ingest.decode import decode
from ingest.formats.text.assembly import assemble
from ingest.formats.text.evidence import gather
from ingest.formats.text.lines import split_lines
from ingest.formats.text.regions import decide
from ingest.formats.text.scoring import judge
from ingest.formats.text.wrapping import join_wrapped


def read(raw: bytes, source: str) -> Extract:
    """Read one text dump.

    Raises:
        PageRefusedError: ``raw`` is no text, or larger than any page.
    """
    decoded = decode(raw, source)
    lines = join_wrapped(split_lines(decoded.text, source))
    readings = decide(judge(gather(lines)))
    return replace(assemble(lines, readings, source), repairs=decoded.repairs)
