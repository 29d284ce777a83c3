"""Passages to Whoosh documents: the fields, what goes into each, how much each counts.

A Passage and its Page enter, a dictionary of field values leaves (Whoosh's own interface).
"""

from collections.abc import Iterator
from typing import Any

from whoosh.analysis import Token, Tokenizer
from whoosh.fields import ID, STORED, TEXT, Schema

from index.document import Page
from index.engines.whoosh.folding import words_of
from index.facets import facet_values
from index.passage import Passage
from index.query import Facet

WEIGHTS = {"title": 3.0, "heading": 3.0, "path": 1.5, "names": 1.5, "body": 1.0}
"""Searched field -> weight. A word in a title or heading says what the passage is about: of what
visitors of search systems complain most, that exact titles do not rank first stands first. The
order matters (title and heading, then the headings above and the names of conditions, then the
text); other weights of this order gave no gain on 48 consumers' questions of TREC 2017 LiveQA."""


class FoldingAnalyzer(Tokenizer):  # type: ignore[misc]  # Whoosh is not typed
    """Text to stems, or to folded words with ``stemmed`` off, as `folding` has them."""

    def __init__(self, *, stemmed: bool = True) -> None:
        """Make an analyzer; it is pickled into the index with the schema."""
        self.stemmed = stemmed

    def __call__(
        self,
        value: str,
        positions: bool = False,
        chars: bool = False,
        start_pos: int = 0,
        start_char: int = 0,
        **_others: object,
    ) -> Iterator[Any]:
        """Yield one token a word, the same object over and over as Whoosh expects."""
        token = Token(positions, chars)
        for place, word in enumerate(words_of(value), start=start_pos):
            token.text = token.original = word.stem if self.stemmed else word.surface
            token.boost = 1.0
            token.stopped = False
            if positions:
                token.pos = place
            if chars:
                token.startchar, token.endchar = start_char + word.start, start_char + word.end
            yield token


def make_schema() -> Schema:
    """Return the schema of every index this engine writes."""
    searched = {name: TEXT(analyzer=FoldingAnalyzer(), phrase=True) for name in WEIGHTS}
    return Schema(
        page=ID(stored=True),
        surface=TEXT(analyzer=FoldingAnalyzer(stemmed=False), phrase=False),
        record=STORED,
        **searched,
    )


def documents_of(page: Page, passages: Iterator[Passage]) -> Iterator[dict[str, Any]]:
    """Yield one document a passage of ``page``, in page order."""
    for position, passage in enumerate(passages):
        body = passage.text
        path = " \n".join(passage.breadcrumb[:-1])
        names = " \n".join(_names(page, passage))
        yield {
            "page": page.slug,
            "title": page.title,
            "heading": passage.heading,
            "path": path,
            "names": names,
            "body": body,
            "surface": " \n".join((page.title, passage.heading, path, names, body)),
            "record": {
                "page": passage.page,
                "title": passage.title,
                "position": position,
                "anchor": passage.anchor,
                "heading": passage.heading,
                "aspect": passage.aspect.value,
                "conditions": passage.conditions,
                "topic": passage.topic,
                "category": passage.category,
                "breadcrumb": passage.breadcrumb,
                "body": body,
                "facets": {
                    facet.value: tuple(
                        (value.value, value.label) for value in facet_values(passage, facet)
                    )
                    for facet in Facet
                },
            },
        }


def _names(page: Page, passage: Passage) -> Iterator[str]:
    """Yield what else the passage is found by: its conditions, their short forms, page aliases."""
    yield from passage.conditions
    for condition in page.conditions:
        if condition.name in passage.conditions:
            yield from condition.abbreviations
    yield from page.aliases
