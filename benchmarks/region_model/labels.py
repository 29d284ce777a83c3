"""Which pieces of a saved page are content, by the labels of its text dump.

A labelled page enters, its pieces with their truth and their evidence leave. For the training of
the region model only.
"""

from dataclasses import dataclass
from difflib import SequenceMatcher

from benchmarks.extractors.outline import words_of
from benchmarks.extractors.pages import LabelledPage
from ingest.blocks import Grid
from ingest.decode import decode
from ingest.formats.html.charset import declared_charset
from ingest.formats.html.features import Evidence, features
from ingest.formats.html.layout import Layout, measure
from ingest.formats.html.pieces import Piece
from ingest.formats.html.title import likely_title, stated_names
from ingest.formats.html.tree import parse
from ingest.formats.html.walk import walk

_HALF = 0.5
"""Share of a piece's words that must be found in the dump for it to have a label, and share of
those that must stand in content lines for the label to be content."""


@dataclass(frozen=True, slots=True)
class Example:
    """One page's pieces: layout, evidence, and whether content (None: no label)."""

    page: LabelledPage
    pieces: tuple[Piece, ...]
    layout: Layout
    evidence: Evidence
    labels: tuple[bool | None, ...]


def example(page: LabelledPage) -> Example:
    """Read the page as the HTML reader does and label its pieces."""
    text = decode(page.html, page.identifier, declared_charset(page.html)).text
    soup = parse(text.replace("\r\n", "\n").replace("\r", "\n"))
    pieces = walk(soup)
    title = likely_title(stated_names(soup), pieces)
    layout = measure(pieces)
    evidence = features(pieces, layout, title)
    return Example(page, pieces, layout, evidence, _labels(page, pieces))


def _labels(page: LabelledPage, pieces: tuple[Piece, ...]) -> tuple[bool | None, ...]:
    """Align the page's words with the dump's, which has the same words in the same order."""
    ours = [(word, number) for number, piece in enumerate(pieces) for word in _words(piece)]
    dump = [(word, line.is_content) for line in page.lines for word in words_of(line.text)]
    matcher = SequenceMatcher(
        None, [word for word, _ in ours], [word for word, _ in dump], autojunk=False
    )
    found = [0] * len(pieces)
    content = [0] * len(pieces)
    for start, other, length in matcher.get_matching_blocks():
        for step in range(length):
            number = ours[start + step][1]
            found[number] += 1
            content[number] += dump[other + step][1]
    return tuple(
        content[number] > _HALF * found[number]
        if found[number] and found[number] >= _HALF * len(_words(piece))
        else None
        for number, piece in enumerate(pieces)
    )


def _words(piece: Piece) -> tuple[str, ...]:
    block = piece.block
    if isinstance(block, Grid):
        return words_of(" ".join(cell for row in (block.header, *block.rows) for cell in row))
    return words_of(block.text)
