"""The one bullet or paragraph that speaks of all a visitor asked for, word for word.

Results and the pages of their first hits enter; a Quote, or None where no bullet does, leaves.
Nothing is ever composed: what is shown stands in the page as it is.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.document import Block, Item, ItemList, Page, Paragraph
from index.passage import block_lines, find_passage
from index.results import Hit, Results
from portal.hits import HitView, hit_view, marked_words
from portal.prose import Glossary

FEWEST_WORDS = 2
"""Words asked for before a quote is shown: to one word ("sleep") every passage found is an answer,
and none is *the* answer."""

BEST_HITS = 3
"""Hits that are looked at for a quote: those that a visitor sees first; beyond them a bullet would
stand above results that the engine holds for better."""

LONGEST_CHARACTERS = 420
"""A longer bullet is a passage to read, not an answer to read at a glance: three to four lines on a
wide screen, nine on a phone."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Quote:
    """A block of the first hit, verbatim, with the way to where it stands."""

    block: Block
    glossary: Glossary
    page: str
    hit: HitView


def quotable(results: Results) -> tuple[Hit, ...]:
    """Return the hits that may be quoted, best first: of the first page, if all words were found.

    The marks are the engine's: they show what it took for the visitor's words, stems and synonyms
    included. A hit with fewer marked words than FEWEST_WORDS was found by its headings, and has no
    bullet to quote.
    """
    asked = results.query.words
    count = len(asked.words) + sum(len(phrase.split()) for phrase in asked.phrases)
    if results.query.page > 1 or results.dropped or count < FEWEST_WORDS:
        return ()
    return tuple(
        hit for hit in results.hits[:BEST_HITS] if len(marked_words((hit,))) >= FEWEST_WORDS
    )


def quote_of(hit: Hit, page: Page) -> Quote | None:
    """Return the smallest item or paragraph of ``hit`` that holds every word marked in it."""
    wanted = set(marked_words((hit,)))
    passage = find_passage(page, hit.anchor)
    if passage is None:
        return None
    holding = [block for block in _pieces(passage.blocks) if wanted <= _words(_text(block))]
    if not holding:
        return None
    smallest = min(holding, key=lambda block: len(_text(block)))
    if len(_text(smallest)) > LONGEST_CHARACTERS:
        return None
    return Quote(smallest, Glossary(page.conditions, marks=wanted), page.title, hit_view(hit))


def _pieces(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Yield every paragraph, and every item with all below it as a list of one."""
    for block in blocks:
        match block:
            case Paragraph():
                yield block
            case ItemList():
                for item in block.items:
                    yield from _items(item)
            case _:
                continue


def _items(item: Item) -> Iterator[Block]:
    if item.text:
        yield ItemList((item,))
    for child in item.items:
        yield from _items(child)


def _text(block: Block) -> str:
    return "\n".join(block_lines((block,)))


def _words(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text)}
