"""Anchors: the addresses of sections and of items that stand by themselves.

Headings enter, anchors unique within a page leave. Used by `ingest.pages.sections` and
`ingest.pages.page`.

An anchor is made of the headings above a section and its own, nothing else, so that it stays the
same when neighbours are added, removed or moved; only where two sections of a page have the very
same headings does the later one carry a number.
"""

from collections.abc import Sequence
from dataclasses import replace

from index.document import Item, ItemList, Section
from index.text import slugify


def anchor_of(heading: str, above: str | None = None) -> str:
    """Return the anchor of a section.

    Args:
        heading: its display heading.
        above: the anchor of the section that it stands in, None at the top.
    """
    slug = slugify(heading)
    return slug if above is None else f"{above}-{slug}"


def unique(anchors: Sequence[str]) -> tuple[str, ...]:
    """Return ``anchors`` in the same order, the second of the same name ending in "-2" and so on.

    A number that another anchor already ends in ("grade-2") is passed over, so that the result
    never repeats itself; the first of a name always keeps it.
    """
    taken = set(anchors)
    seen: set[str] = set()
    result: list[str] = []
    for anchor in anchors:
        chosen, count = anchor, 1
        while chosen in seen or (count > 1 and chosen in taken):
            count += 1
            chosen = f"{anchor}-{count}"
        seen.add(chosen)
        result.append(chosen)
    return tuple(result)


def with_unique_anchors(sections: Sequence[Section]) -> tuple[Section, ...]:
    """Return ``sections`` with anchors made unique: sections first, then items that stand alone."""
    walked = [section for top in sections for section in top.walk()]
    standing = [item for section in walked for item in _standing(section)]
    wanted = [section.anchor for section in walked]
    wanted += [item.anchor for item in standing if item.anchor]
    if len(set(wanted)) == len(wanted):
        return tuple(sections)
    unlike = unique(wanted)
    chosen = iter(unlike)
    for_sections = {id(section): next(chosen) for section in walked}
    for_items = {id(item): next(chosen) for item in standing}

    def renamed(section: Section) -> Section:
        return replace(
            section,
            anchor=for_sections[id(section)],
            blocks=tuple(
                replace(block, items=tuple(with_anchor(item) for item in block.items))
                if isinstance(block, ItemList)
                else block
                for block in section.blocks
            ),
            sections=tuple(renamed(child) for child in section.sections),
        )

    def with_anchor(item: Item) -> Item:
        if item.text:
            return replace(item, anchor=for_items.get(id(item)))
        return replace(item, items=tuple(with_anchor(child) for child in item.items))

    return tuple(renamed(section) for section in sections)


def _standing(section: Section) -> list[Item]:
    lists = [block for block in section.blocks if isinstance(block, ItemList)]
    return [item for block in lists for item in block.outermost() if item.anchor]
