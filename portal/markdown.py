"""A page as Markdown, for programs that read rather than look.

A Page enters, Markdown text leaves: the page's own words under its own headings, with its address.
"""

import re
from collections.abc import Iterator

from index.document import Block, Item, ItemList, Page, Paragraph, Section, Table

_MARKUP = re.compile(r"([\\`*_\[\]<>#|~])")
DEEPEST_HEADING = 6


def page_to_markdown(page: Page, address: str) -> str:
    """Return ``page``, which visitors read at ``address``, as Markdown."""
    return "\n".join(_page(page, address)) + "\n"


def escaped(text: str) -> str:
    """Return ``text`` so that Markdown shows it as it is."""
    return _MARKUP.sub(r"\\\1", text)


def _page(page: Page, address: str) -> Iterator[str]:
    yield f"# {escaped(page.title)}"
    yield ""
    if page.aliases:
        yield f"Also called {escaped(', '.join(page.aliases))}."
        yield ""
    yield f"Source: <{address}>"
    for section in page.sections:
        yield from _section(section, 2)


def _section(section: Section, level: int) -> Iterator[str]:
    yield ""
    yield f"{'#' * min(level, DEEPEST_HEADING)} {escaped(section.heading)}"
    for block in section.blocks:
        yield ""
        yield from _block(block)
    for child in section.sections:
        yield from _section(child, level + 1)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            yield escaped(block.text)
        case ItemList():
            for number, item in enumerate(block.items, start=1):
                yield from _item(item, f"{number}. " if block.ordered else "- ", "")
        case Table():
            yield from _table(block)


def _item(item: Item, mark: str, indent: str) -> Iterator[str]:
    inner = indent + " " * len(mark)
    below = [line for child in item.items for line in _item(child, "- ", inner)]
    if item.text:
        yield f"{indent}{mark}{escaped(item.text)}"
    else:
        below[0] = f"{indent}{mark}{below[0].removeprefix(inner)}"
    yield from below


def _table(table: Table) -> Iterator[str]:
    width = max(len(row) for row in (table.header, *table.rows))
    for number, row in enumerate((table.header, *table.rows)):
        cells = [escaped(cell) for cell in (*row, *[""] * (width - len(row)))]
        yield f"| {' | '.join(cells)} |"
        if number == 0:
            yield f"|{' --- |' * width}"
