"""The one bullet or paragraph that speaks of all a visitor asked for, word for word.

Results and the first hit's page enter; a Quote, or None where no single one does, leaves. Nothing
is ever composed: what is shown stands in the page as it is.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.document import Block, Item, ItemList, Page, Paragraph
from index.passage import block_lines, find_passage
from index.results import Hit, Results
from portal.hits import HitView, hit_view
from portal.prose import Glossary

FEWEST_WORDS = 2
"""Words asked for before a quote is shown: to one word ("sleep") every passage found is an answer,
and none is *the* answer."""

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


def quotable(results: Results) -> Hit | None:
    """Return the hit that may be quoted: the first of the first page, if all words were found."""
    asked = results.query.words
    count = len(asked.words) + sum(len(phrase.split()) for phrase in asked.phrases)
    if results.query.page > 1 or results.dropped or count < FEWEST_WORDS or not results.hits:
        return None
    return results.hits[0]


def quote_of(hit: Hit, page: Page) -> Quote | None:
    """Return the smallest item or paragraph of ``hit`` that holds every word marked in it.

    The marks are the engine's: they hold what it took for the visitor's words, stems and synonyms
    included. A hit with fewer marked words than FEWEST_WORDS was found by its heading, and has no
    bullet to quote.
    """
    wanted = {word for part in hit.snippet if part.match for word in _words(part.text)}
    passage = find_passage(page, hit.anchor)
    if passage is None or len(wanted) < FEWEST_WORDS:
        return None
    holding = [block for block in _pieces(passage.blocks) if wanted <= _words(_text(block))]
    if not holding:
        return None
    smallest = min(holding, key=lambda block: len(_text(block)))
    if len(_text(smallest)) > LONGEST_CHARACTERS:
        return None
    return Quote(smallest, Glossary(page.conditions), page.title, hit_view(hit))


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
    yield ItemList((item,))
    for child in item.items:
        yield from _items(child)


def _text(block: Block) -> str:
    return "\n".join(block_lines((block,)))


def _words(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text)}
