"""Headings that run into their text: "Diagnosis: Your doctor will ask ..." taken apart.

A page's blocks enter, blocks leave. Old leaflets and typed pages head their paragraphs so. Used by
`ingest.pages.page`.
"""

import re
from collections.abc import Iterator, Sequence

from ingest.blocks import Block, Heading, Text
from ingest.outline.parts import is_main_part

_RUN_IN = re.compile(r"(?P<heading>[^:.!?\n]{3,60}:) +(?P<text>\S.*)")

_LEAST = 2
"""Paragraphs that a page must begin so: one alone may be a remark ("Treatment: see below.")."""

_LEAST_WORDS = 5
"""Words of the text: fewer are a value in a table of facts ("Treatment: surgery")."""


def with_run_in_headings(
    content: Sequence[Block], names: Sequence[tuple[str, ...]]
) -> tuple[Block, ...]:
    """Return ``content`` with main parts that paragraphs begin with as headings of their own.

    Args:
        content: the page's blocks.
        names: what the page is about, folded, longest first.
    """
    parted = {
        place: match
        for place, block in enumerate(content)
        if isinstance(block, Text)
        and ": " in block.text
        and (match := _RUN_IN.fullmatch(block.text)) is not None
        and match["text"].count(" ") + 1 >= _LEAST_WORDS
        and is_main_part(match["heading"], names)
    }
    if len({match["heading"].lower() for match in parted.values()}) < _LEAST:
        return tuple(content)
    return tuple(_parted(content, parted))


def _parted(content: Sequence[Block], parted: dict[int, re.Match[str]]) -> Iterator[Block]:
    for place, block in enumerate(content):
        match = parted.get(place)
        if match is None or not isinstance(block, Text):
            yield block
        else:
            yield Heading(match["heading"], block.lines)
            yield Text(match["text"], block.lines)
