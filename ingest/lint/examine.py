"""One page, looked at for those who write it.

A Page enters, its PageFindings leave. Pure and quick: it runs for every page that is read. Used
where files are read.
"""

from collections.abc import Iterator

from index.aspect import Aspect
from index.document import Block, Item, ItemList, Page, Paragraph
from ingest.lint.abbreviations import abbreviations_in
from ingest.lint.findings import PageFindings
from ingest.lint.reading_level import reading_grade
from ingest.lint.siblings import gaps_in


def examine(page: Page) -> PageFindings:
    """Return what ``page`` shows by itself."""
    bodies = [text for section in page.walk() for block in section.blocks for text in _texts(block)]
    headings = [section.heading for section in page.walk()]
    conditions = (short for known in page.conditions for short in known.abbreviations)
    abbreviations = abbreviations_in((page.title, *headings, *bodies), conditions)
    aspects = dict.fromkeys(section.aspect for section in page.walk())
    return PageFindings(
        explained=abbreviations.explained,
        unexplained=abbreviations.unexplained,
        aspects=tuple(aspect for aspect in aspects if aspect is not Aspect.OTHER),
        gaps=gaps_in(page),
        grade=reading_grade(bodies),
    )


def _texts(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            yield block.text
        case ItemList():
            for item in block.items:
                yield from _item_texts(item)
        case _:
            yield from block.header
            for row in block.rows:
                yield from row


def _item_texts(item: Item) -> Iterator[str]:
    yield item.text
    for child in item.items:
        yield from _item_texts(child)
