"""Builders of small pages: a test names what it is about, everything else has a sound default.

Texts enter, Pages leave, as ingest would build them: anchors unique within the page, breadcrumbs
complete, a content hash that changes with the content. May be imported by any test.
"""

import hashlib
import random
from collections.abc import Iterator
from dataclasses import replace

from index.aspect import Aspect
from index.document import Block, Condition, Item, ItemList, LineRange, Page, Paragraph, Section
from index.site import SiteFacts
from index.text import display_heading, slugify


def section(
    heading: str,
    *content: str | Block,
    aspect: Aspect = Aspect.TREATMENT,
    conditions: tuple[str, ...] = (),
    topic: str | None = None,
    anchor: str | None = None,
    sections: tuple[Section, ...] = (),
) -> Section:
    """Return a section; a string of ``content`` becomes a paragraph.

    `page` completes the breadcrumbs, and prefixes the anchors of sections below others.
    """
    return Section(
        anchor=anchor or slugify(display_heading(heading)),
        heading=heading,
        aspect=aspect,
        lines=LineRange(1, 1 + len(content)),
        breadcrumb=(display_heading(heading),),
        conditions=conditions,
        topic=topic,
        blocks=tuple(Paragraph(part) if isinstance(part, str) else part for part in content),
        sections=sections,
    )


def bullets(*texts: str | Item, ordered: bool = False) -> ItemList:
    """Return a list; of a string, what precedes its first colon is the item's label."""
    return ItemList(tuple(_item(text) for text in texts), ordered)


def page(
    title: str,
    *sections: Section,
    slug: str | None = None,
    source: str | None = None,
    aliases: tuple[str, ...] = (),
    category: str | None = None,
    conditions: tuple[Condition | str, ...] = (),
    dated: tuple[str, ...] = (),
    site: SiteFacts | None = None,
    warnings: tuple[str, ...] = (),
) -> Page:
    """Return a page; without ``slug`` and ``source`` both follow from the title."""
    name = slug or slugify(title)
    placed = tuple(_placed(part, (), "") for part in sections)
    return Page(
        slug=name,
        title=title,
        source=source or f"{name}.txt",
        content_hash=hashlib.sha256(repr((title, aliases, placed)).encode()).hexdigest(),
        aliases=aliases,
        category=category,
        conditions=tuple(
            known if isinstance(known, Condition) else Condition(known) for known in conditions
        ),
        sections=placed,
        dated=dated,
        site=site or SiteFacts(),
        warnings=warnings,
    )


def simple_page(slug: str, text: str = "Rest and gentle stretching.") -> Page:
    """Return a page of one treatment section that says ``text``."""
    return page(slug.replace("-", " ").title(), section("Treatment", text), slug=slug)


def many_pages(count: int, *, sections: int = 3, words: int = 120, seed: int = 1) -> Iterator[Page]:
    """Yield ``count`` pages of random words, the same ones for the same arguments.

    ``words`` is the number of words of each section. Three sections of 120 words are about the
    2.9 sections and 1,000 characters a section of a real health library.
    """
    chance = random.Random(seed)  # noqa: S311  # repeatable test data, nothing secret
    vocabulary = [_word(chance) for _ in range(4_000)]
    aspects = list(Aspect)
    for number in range(count):
        name = f"{chance.choice(vocabulary)} syndrome {number}"
        yield page(
            name.title(),
            *(
                section(
                    f"{aspect.label} of {name}",
                    " ".join(chance.choices(vocabulary, k=words)) + ".",
                    aspect=aspect,
                )
                for aspect in chance.sample(aspects, k=sections)
            ),
            conditions=(name.title(),),
        )


def _item(text: str | Item) -> Item:
    if isinstance(text, Item):
        return text
    label, colon, _ = text.partition(":")
    return Item(text, label=label if colon else None)


def _placed(part: Section, above: tuple[str, ...], prefix: str) -> Section:
    breadcrumb = (*above, part.title)
    anchor = prefix + part.anchor
    below = tuple(_placed(child, breadcrumb, f"{anchor}-") for child in part.sections)
    return replace(part, anchor=anchor, breadcrumb=breadcrumb, sections=below)


def _word(chance: random.Random) -> str:
    syllables = ("ba", "co", "di", "fe", "gu", "la", "mo", "ni", "pe", "ra", "so", "ti", "ve", "xu")
    return "".join(chance.choices(syllables, k=chance.randint(2, 4)))
