"""The unit of search: the smallest part of a page that stands by itself.

A Page enters, its Passages leave. Used by engines to index, by the portal to address passages.

A passage is either a section's own blocks, or a list item that carries an anchor because its label
names a condition ("For Myofascial Pain Syndrome:" below Medications), with all that is nested in
it. Such an item is left out of its section's own passage, so no text is found twice. A section
with nothing of its own (only sub-sections) is no passage: its heading lives on in the breadcrumbs
of those below.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from index.aspect import Aspect
from index.document import Block, Item, ItemList, Page, Paragraph, Section, Table
from index.text import display_heading


@dataclass(frozen=True, slots=True)
class Passage:
    """One searchable part of a page, with all it is found, filtered and shown by.

    ``heading`` is its display heading, ``breadcrumb`` the headings from the page's top section
    down to and including it; ``conditions`` full names; ``blocks`` its content.
    """

    page: str
    title: str
    anchor: str
    heading: str
    aspect: Aspect
    breadcrumb: tuple[str, ...]
    conditions: tuple[str, ...]
    topic: str | None
    category: str | None
    blocks: tuple[Block, ...]

    @property
    def text(self) -> str:
        """The content as plain text, one paragraph, item or table row a line."""
        return "\n".join(block_lines(self.blocks))


def passages_of(page: Page) -> Iterator[Passage]:
    """Yield the passages of ``page`` in page order."""
    for section in page.walk():
        standing = [item for block in section.blocks for item in _standing_items(block)]
        own = tuple(kept for block in section.blocks if (kept := _without_standing(block)))
        if own:
            yield _passage(page, section, own)
        for item in standing:
            yield _item_passage(page, section, item)


def find_passage(page: Page, anchor: str) -> Passage | None:
    """Return the passage of ``page`` at ``anchor``, or None."""
    return next((passage for passage in passages_of(page) if passage.anchor == anchor), None)


def block_lines(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield the plain text of ``blocks``: one line a paragraph, item or table row.

    An item without text has no line of its own.
    """
    for block in blocks:
        match block:
            case Paragraph():
                yield block.text
            case ItemList():
                for item in block.items:
                    yield from _item_lines(item)
            case Table():
                for row in (block.header, *block.rows):
                    if any(row):
                        yield " · ".join(cell for cell in row if cell)


def _item_lines(item: Item) -> Iterator[str]:
    if item.text:
        yield item.text
    for child in item.items:
        yield from _item_lines(child)


def _standing_items(block: Block) -> Iterator[Item]:
    if isinstance(block, ItemList):
        yield from (item for item in block.outermost() if item.anchor)


def _without_standing(block: Block) -> Block | None:
    if not isinstance(block, ItemList):
        return block
    kept = tuple(_others(block.items))
    return replace(block, items=kept) if kept else None


def _others(items: Iterable[Item]) -> Iterator[Item]:
    """Yield the items that do not stand by themselves; of those without text, what is left."""
    for item in items:
        if item.text:
            yield from () if item.anchor else (item,)
        elif below := tuple(_others(item.items)):
            yield replace(item, items=below)


def _passage(page: Page, section: Section, blocks: tuple[Block, ...]) -> Passage:
    return Passage(
        page=page.slug,
        title=page.title,
        anchor=section.anchor,
        heading=section.title,
        aspect=section.aspect,
        breadcrumb=section.breadcrumb,
        conditions=_conditions(page, section.conditions, blocks),
        topic=section.topic,
        category=page.category,
        blocks=blocks,
    )


def _item_passage(page: Page, section: Section, item: Item) -> Passage:
    heading = display_heading(item.label or item.text)
    named = item.conditions[0] if len(item.conditions) == 1 else heading
    block = ItemList(items=(replace(item, anchor=None),))
    return Passage(
        page=page.slug,
        title=page.title,
        anchor=item.anchor or section.anchor,
        heading=named,
        aspect=section.aspect,
        breadcrumb=(*section.breadcrumb, named),
        conditions=_conditions(page, item.conditions, (block,)),
        topic=section.topic,
        category=page.category,
        blocks=(block,),
    )


def _conditions(page: Page, stated: tuple[str, ...], blocks: tuple[Block, ...]) -> tuple[str, ...]:
    """Return what a passage is found under: all it states and, if the page has but one, that."""
    only = (page.conditions[0].name,) if len(page.conditions) == 1 else ()
    named = (name for block in blocks for name in _named(block))
    return tuple(dict.fromkeys((*only, *stated, *named)))


def _named(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            yield from block.conditions
        case ItemList():
            for item in block.items:
                yield from item.conditions
                yield from _named(ItemList(items=item.items))
        case Table():
            return
