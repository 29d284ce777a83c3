"""Extracts written as a person writes notes: a test names the lines it is about, nothing else.

Notes enter, an Extract leaves: "# Heading" ("##" and so on state a level, "# " none), "- item" with
two spaces for each level of nesting, "1. item" for a numbered one, anything else a paragraph.
May be imported by the tests of ingest.
"""

import re

from index.document import Item, ItemList, LineRange, Page, Section
from index.site import MenuGroup, SiteFacts
from ingest.blocks import Block, Bullet, Extract, Heading, Text
from ingest.pages.page import build_page
from ingest.vocabulary import Vocabulary

_BULLET = re.compile(r"(?P<indent> *)(?P<mark>-|\d+\.) (?P<text>.*)")
_HEADING = re.compile(r"(?P<marks>#+)(?P<level>\d?) (?P<text>.*)")


def blocks(notes: str) -> tuple[Block, ...]:
    """Return ``notes`` as blocks; "#2 Causes" states level 2, "# Causes" none."""
    lines = enumerate(notes.strip("\n").splitlines(), start=1)
    return tuple(_block(line, LineRange(number, number)) for number, line in lines if line.strip())


def _block(line: str, lines: LineRange) -> Block:
    heading = _HEADING.fullmatch(line)
    if heading:
        level = int(heading["level"]) if heading["level"] else None
        return Heading(heading["text"], lines, level)
    bullet = _BULLET.fullmatch(line)
    if bullet:
        depth = len(bullet["indent"]) // 2 + 1
        return Bullet(bullet["text"], lines, depth, ordered=bullet["mark"] != "-")
    return Text(line.strip(), lines)


def page_of(
    title: str | None,
    notes: str,
    *,
    menu: tuple[MenuGroup, ...] = (),
    vocabulary: Vocabulary | None = None,
    source: str = "page.txt",
) -> Page:
    """Return the page that ``notes`` make under ``title``."""
    return build_page(
        Extract(title, blocks(notes)),
        source=source,
        content_hash="0" * 64,
        site=SiteFacts(menu=menu),
        vocabulary=vocabulary or Vocabulary(),
    )


def section_of(page: Page, *breadcrumb: str) -> Section:
    """Return the section of ``page`` with that breadcrumb."""
    return next(section for section in page.walk() if section.breadcrumb == breadcrumb)


def items_of(section: Section) -> list[Item]:
    """Return all items of a section's lists, nested ones after the item they stand below."""
    tops = [item for block in section.blocks if isinstance(block, ItemList) for item in block.items]
    return [item for top in tops for item in _with_nested(top)]


def _with_nested(item: Item) -> list[Item]:
    return [item, *(nested for child in item.items for nested in _with_nested(child))]
