"""The extractors measured, by name: each a function from a labelled page to an Outline.

A peer's package is imported when its turn comes; one that is not installed, or cannot run here,
says so in its row. For this benchmark only.
"""

from collections.abc import Callable
from importlib import import_module
from itertools import chain

from benchmarks.extractors.markup import outline_of_html, outline_of_xml
from benchmarks.extractors.outline import Entry, Outline, words_of
from benchmarks.extractors.pages import LabelledPage
from ingest.blocks import Block, Bullet, Grid, Heading
from ingest.formats import read

Extractor = Callable[[LabelledPage], Outline]


def ours_html(page: LabelledPage) -> Outline:
    """This program, from the saved page."""
    return outline_of_blocks(read(page.html, f"{page.identifier}.html").content)


def ours_text(page: LabelledPage) -> Outline:
    """This program, from the text dump."""
    return outline_of_blocks(read(page.dump.encode(), f"{page.identifier}.txt").content)


def outline_of_blocks(blocks: tuple[Block, ...]) -> Outline:
    """Return the outline of an Extract's content."""
    headings = [Entry(words_of(b.text), b.level or 1) for b in blocks if isinstance(b, Heading)]
    items = [Entry(words_of(b.text), b.depth) for b in blocks if isinstance(b, Bullet)]
    words = chain.from_iterable(words_of(_text(block)) for block in blocks)
    return Outline(tuple(headings), tuple(items), tuple(words))


def _text(block: Block) -> str:
    if isinstance(block, Grid):
        return " ".join(cell for row in (block.header, *block.rows) for cell in row)
    return block.text


def _trafilatura(page: LabelledPage) -> Outline:
    extract = import_module("trafilatura").extract
    return outline_of_xml(extract(page.html, output_format="xml", include_comments=False) or "")


def _trafilatura_recall(page: LabelledPage) -> Outline:
    extract = import_module("trafilatura").extract
    markup = extract(page.html, output_format="xml", include_comments=False, favor_recall=True)
    return outline_of_xml(markup or "")


def _rs_trafilatura(page: LabelledPage) -> Outline:
    result = import_module("rs_trafilatura").extract_bytes(page.html)
    return outline_of_html(result.content_html or "")


def _readability(page: LabelledPage) -> Outline:
    document = import_module("readability").Document(page.html.decode("utf-8", "replace"))
    return outline_of_html(document.summary(html_partial=True))


def _resiliparse(page: LabelledPage) -> Outline:
    extract = import_module("resiliparse.extract.html2text").extract_plain_text
    text = page.html.decode("utf-8", "replace")
    return outline_of_html(extract(text, main_content=True, preserve_formatting="minimal_html"))


def _unstructured(page: LabelledPage) -> Outline:
    elements = import_module("unstructured.partition.text").partition_text(text=page.dump)
    headings = [Entry(words_of(str(e)), 1) for e in elements if e.category == "Title"]
    items = [Entry(words_of(str(e)), 1) for e in elements if e.category == "ListItem"]
    words = chain.from_iterable(words_of(str(element)) for element in elements)
    return Outline(tuple(headings), tuple(items), tuple(words))


CONTESTANTS: dict[str, Extractor] = {
    "this program, from the saved page": ours_html,
    "this program, from the text dump": ours_text,
    "trafilatura": _trafilatura,
    "trafilatura, `favor_recall`": _trafilatura_recall,
    "rs-trafilatura": _rs_trafilatura,
    "readability-lxml": _readability,
    "resiliparse, `main_content`": _resiliparse,
    "unstructured, `partition_text` of the dump": _unstructured,
}
"""Name in the table -> extractor, in the order of the table's rows."""

DISTRIBUTIONS = ("trafilatura", "rs-trafilatura", "readability-lxml", "resiliparse", "unstructured")
"""The peers' distributions, whose versions the table names."""
