"""What a page tells of one of its conditions and not of the other.

A Page enters, its Gaps leave. Used by `ingest.lint.examine`.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from index.aspect import Aspect
from index.document import Block, Item, ItemList, Page, Paragraph
from ingest.lint.findings import Gap

_OF_ALL_ALIKE = frozenset({Aspect.OVERVIEW, Aspect.COMPARISON, Aspect.RESEARCH, Aspect.OTHER})
"""Aspects of which nobody expects a part for each condition."""


@dataclass(frozen=True, slots=True)
class _Share:
    """How many words are said of ``conditions``; of all alike where there are none."""

    conditions: tuple[str, ...]
    words: int


def gaps_in(page: Page) -> tuple[Gap, ...]:
    """Return the aspects that ``page`` tells of some of its conditions only, in page order.

    Text that names nobody speaks of all conditions alike. If there is as much of it as of what is
    said of the least told condition, the others are not left out, and there is no gap.
    """
    names = tuple(condition.name for condition in page.conditions)
    said: dict[Aspect, Counter[str]] = {}
    common: Counter[Aspect] = Counter()
    for section in page.walk():
        if section.aspect in _OF_ALL_ALIKE:
            continue
        words = said.setdefault(section.aspect, Counter())
        for block in section.blocks:
            for share in _shares(block, section.conditions):
                words.update(dict.fromkeys(share.conditions, share.words))
                if not share.conditions:
                    common[section.aspect] += share.words
    found: list[Gap] = []
    for aspect, words in said.items():
        told = tuple(name for name in names if words[name])
        silent = tuple(name for name in names if not words[name])
        if told and silent and common[aspect] < min(words[name] for name in told):
            found.append(Gap(aspect, told, silent))
    return tuple(found)


def _shares(block: Block, of_section: tuple[str, ...]) -> Iterator[_Share]:
    match block:
        case Paragraph():
            yield _Share(block.conditions, _count(block.text))
        case ItemList():
            for item in block.items:
                yield from _item_shares(item)
        case _:
            cells = [*block.header, *(cell for row in block.rows for cell in row)]
            yield _Share(of_section, sum(map(_count, cells)))


def _item_shares(item: Item) -> Iterator[_Share]:
    yield _Share(item.conditions, _count(item.text))
    for child in item.items:
        yield from _item_shares(child)


def _count(text: str) -> int:
    return len(text.split())
