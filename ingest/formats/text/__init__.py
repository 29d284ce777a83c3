"""Text dumps of web pages: plain text, as a browser's "save as text" or a renderer writes it.

A raw file's bytes enter, an Extract leaves; imported through `ingest.formats`. The steps are the
modules of this folder: lines, wrapping, links, evidence (of words, measures, relations, lexicon),
model, regions, assembly (with title and depths); `explanation` tells why a line was read as it was.
"""

from dataclasses import replace

from ingest.blocks import Extract
from ingest.decode import decode
from ingest.errors import PageRefusedError
from ingest.formats.text.assembly import assemble
from ingest.formats.text.balance import decide_page
from ingest.formats.text.evidence import gather
from ingest.formats.text.explanation import LineExplanation, explain_lines, explain_link
from ingest.formats.text.lines import Line, split_lines
from ingest.formats.text.links import part_links
from ingest.formats.text.model import load_model
from ingest.formats.text.regions import Reading
from ingest.formats.text.title import find_opening_name, find_title
from ingest.formats.text.wrapping import join_wrapped

__all__ = ["LineExplanation", "explain", "read"]


def read(raw: bytes, source: str) -> Extract:
    """Read one text dump.

    Raises:
        PageRefusedError: ``raw`` is no text, or larger than any page.
    """
    decoded = decode(raw, source)
    lines, links = part_links(_lines(decoded.text, source))
    model = load_model()
    evidence = gather(lines, model.lexicon)
    opinions = model.judge(evidence)
    title = find_title(lines, opinions.title, source)
    readings = decide_page(lines, evidence.shapes, opinions, model.changes, title)
    if title is None:
        title = find_opening_name(lines, readings)
    outside = (Reading.FURNITURE,) * len(links)
    extract = assemble((*lines, *links), (*readings, *outside), title)
    return replace(extract, repairs=decoded.repairs)


def explain(raw: bytes, source: str) -> tuple[LineExplanation, ...]:
    """Tell for each line of a text dump how it was read and which features pushed that way.

    Raises:
        PageRefusedError: ``raw`` is no text, or larger than any page.
    """
    lines, links = part_links(_lines(decode(raw, source).text, source))
    return (*explain_lines(lines, source, load_model()), *map(explain_link, links))


def _lines(text: str, source: str) -> tuple[Line, ...]:
    lines = join_wrapped(split_lines(text, source))
    if not lines:
        raise PageRefusedError(f"{source}: nothing but rules and bullets; save the page again")
    return lines
