"""Text dumps of web pages: plain text, as a browser's "save as text" or a renderer writes it.

A raw file's bytes enter, an Extract leaves; imported through `ingest.formats`. The steps are the
modules of this folder: splitting into lines, parting (carriers, sheets, emphasis, wrapping, links),
evidence (of words, measures, relations, lexicon), model, regions (with crowded), balance, assembly
(with title and depths); `explanation` tells why a line was read as it was.
"""

from dataclasses import replace

from ingest.blocks import Extract
from ingest.decode import decode
from ingest.formats.text.assembly import assemble
from ingest.formats.text.balance import decide_page
from ingest.formats.text.evidence import gather
from ingest.formats.text.explanation import LineExplanation, explain_page
from ingest.formats.text.lines import Lines
from ingest.formats.text.model import load_model
from ingest.formats.text.naming import own_name
from ingest.formats.text.parting import Parted, part_page
from ingest.formats.text.regions import Reading
from ingest.formats.text.splitting import split_lines
from ingest.formats.text.title import find_opening_name, find_title

__all__ = ["LineExplanation", "explain", "read"]


def read(raw: bytes, source: str) -> Extract:
    """Read one text dump.

    Raises:
        PageRefusedError: ``raw`` is no text, or larger than any page.
    """
    decoded = decode(raw, source)
    parted = part_page(split_lines(decoded.text, source), decoded.text, source)
    lines = parted.own
    model = load_model()
    evidence = gather(lines, model.lexicon)
    opinions = model.judge(evidence)
    title = 0 if parted.titled else find_title(lines, evidence, opinions.title, source)
    readings = decide_page(lines, evidence, opinions, model.changes, title)
    if title is None:
        title = find_opening_name(lines, readings)
    extract = assemble(
        _together(parted),
        (
            *[Reading.FURNITURE] * len(parted.before),
            *readings,
            *[Reading.FURNITURE] * len(parted.after),
        ),
        None if title is None else title + len(parted.before),
    )
    name = extract.title and own_name(extract.title, lines.texts)
    return replace(extract, title=name, repairs=decoded.repairs)


def _together(parted: Parted) -> Lines:
    """Return the lines of the page and of what came with it, those after it last."""
    if not (parted.before or parted.after):
        return parted.own
    return Lines.of((*parted.before, *parted.own, *parted.after))


def explain(raw: bytes, source: str) -> tuple[LineExplanation, ...]:
    """Tell for each line of a text dump how it was read and which features pushed that way.

    Raises:
        PageRefusedError: ``raw`` is no text, or larger than any page.
    """
    text = decode(raw, source).text
    return explain_page(part_page(split_lines(text, source), text, source), source, load_model())
