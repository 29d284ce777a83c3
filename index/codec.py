"""Pages and site facts as plain JSON values, and back.

A Page enters, a dictionary of JSON values leaves, and the other way round; `page_from_json` of
`page_to_json` is the same page. The section part of it is the format of ``ingest --dump`` too.
"""

from collections.abc import Mapping
from typing import Any

from index.aspect import Aspect
from index.document import (
    Block,
    Condition,
    Item,
    ItemList,
    LineRange,
    Page,
    Paragraph,
    Section,
    Table,
)
from index.shapes import BlockJson, ItemJson, PageJson, SectionJson, SiteJson
from index.site import MenuGroup, OpeningHours, SiteFacts

Json = Mapping[str, Any]


def page_to_json(page: Page) -> PageJson:
    """Return ``page`` as JSON values, the keys in reading order."""
    return {
        "source": page.source,
        "slug": page.slug,
        "title": page.title,
        "aliases": list(page.aliases),
        "category": page.category,
        "content_hash": page.content_hash,
        "conditions": [
            {"name": known.name, "abbreviations": list(known.abbreviations)}
            for known in page.conditions
        ],
        "dated": list(page.dated),
        "site": site_to_json(page.site),
        "sections": [section_to_json(section) for section in page.sections],
        "warnings": list(page.warnings),
    }


def site_to_json(site: SiteFacts) -> SiteJson:
    """Return ``site`` as JSON values."""
    return {
        "name": site.name,
        "domain": site.domain,
        "phones": list(site.phones),
        "fax": site.fax,
        "address": site.address,
        "hours": [{"day": row.day, "hours": row.hours} for row in site.hours],
        "menu": [{"name": group.name, "entries": list(group.entries)} for group in site.menu],
    }


def section_to_json(section: Section) -> SectionJson:
    """Return ``section`` and all below it as JSON values."""
    return {
        "anchor": section.anchor,
        "heading": section.heading,
        "aspect": section.aspect.value,
        "condition": conditions_to_json(section.conditions),
        "topic": section.topic,
        "breadcrumb": list(section.breadcrumb),
        "lines": [section.lines.first, section.lines.last],
        "blocks": [_block_to_json(block) for block in section.blocks],
        "sections": [section_to_json(child) for child in section.sections],
    }


def conditions_to_json(names: tuple[str, ...]) -> str | list[str] | None:
    """Return null for no condition, the name for one, a list of names for several."""
    if len(names) > 1:
        return list(names)
    return names[0] if names else None


def _block_to_json(block: Block) -> BlockJson:
    match block:
        case Paragraph():
            return {
                "type": "paragraph",
                "text": block.text,
                "condition": conditions_to_json(block.conditions),
            }
        case ItemList():
            return {
                "type": "list",
                "ordered": block.ordered,
                "items": [_item_to_json(item) for item in block.items],
            }
        case Table():
            return {
                "type": "table",
                "header": list(block.header),
                "rows": [list(row) for row in block.rows],
            }


def _item_to_json(item: Item) -> ItemJson:
    return {
        "text": item.text,
        "label": item.label,
        "condition": conditions_to_json(item.conditions),
        "anchor": item.anchor,
        "items": [_item_to_json(child) for child in item.items],
    }


def page_from_json(value: Json) -> Page:
    """Return the Page that `page_to_json` made ``value`` of.

    Raises:
        KeyError, TypeError, ValueError: ``value`` is not such a page.
    """
    return Page(
        slug=value["slug"],
        title=value["title"],
        source=value["source"],
        content_hash=value["content_hash"],
        aliases=tuple(value["aliases"]),
        category=value["category"],
        conditions=tuple(
            Condition(known["name"], tuple(known["abbreviations"])) for known in value["conditions"]
        ),
        sections=tuple(_section_from_json(section) for section in value["sections"]),
        dated=tuple(value.get("dated", ())),  # a library written before has none
        site=site_from_json(value["site"]),
        warnings=tuple(value["warnings"]),
    )


def site_from_json(value: Json) -> SiteFacts:
    """Return the SiteFacts that `site_to_json` made ``value`` of."""
    return SiteFacts(
        name=value["name"],
        domain=value["domain"],
        phones=tuple(value["phones"]),
        fax=value["fax"],
        address=value["address"],
        hours=tuple(OpeningHours(row["day"], row["hours"]) for row in value["hours"]),
        menu=tuple(MenuGroup(group["name"], tuple(group["entries"])) for group in value["menu"]),
    )


def _section_from_json(value: Json) -> Section:
    first, last = value["lines"]
    return Section(
        anchor=value["anchor"],
        heading=value["heading"],
        aspect=Aspect(value["aspect"]),
        lines=LineRange(first, last),
        breadcrumb=tuple(value["breadcrumb"]),
        conditions=_conditions_from_json(value["condition"]),
        topic=value["topic"],
        blocks=tuple(_block_from_json(block) for block in value["blocks"]),
        sections=tuple(_section_from_json(child) for child in value["sections"]),
    )


def _conditions_from_json(value: str | list[str] | None) -> tuple[str, ...]:
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else tuple(value)


def _paragraph_from_json(value: Json) -> Block:
    return Paragraph(value["text"], _conditions_from_json(value["condition"]))


def _list_from_json(value: Json) -> Block:
    return ItemList(tuple(_item_from_json(item) for item in value["items"]), value["ordered"])


def _table_from_json(value: Json) -> Block:
    return Table(tuple(value["header"]), tuple(tuple(row) for row in value["rows"]))


_BLOCKS = {"paragraph": _paragraph_from_json, "list": _list_from_json, "table": _table_from_json}


def _block_from_json(value: Json) -> Block:
    return _BLOCKS[value["type"]](value)


def _item_from_json(value: Json) -> Item:
    return Item(
        text=value["text"],
        label=value["label"],
        conditions=_conditions_from_json(value["condition"]),
        anchor=value["anchor"],
        items=tuple(_item_from_json(child) for child in value["items"]),
    )
