"""The Whoosh schema: which fields there are, how their text becomes terms.

Stored passages enter, Whoosh documents (dictionaries, its own interface) leave.
"""

from collections.abc import Iterator
from typing import Any

from whoosh.analysis import Token, Tokenizer
from whoosh.fields import ID, STORED, TEXT, Schema
from whoosh.reading import IndexReader

from index.engines.whoosh.folding import words_of
from index.engines.whoosh.records import FIELDS, Stored, stored_again


class FoldingAnalyzer(Tokenizer):  # type: ignore[misc]  # Whoosh is not typed
    """Text to stems, as `folding` has them; pickled into the index with the schema."""

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
            token.text = token.original = word.stem
            token.boost = 1.0
            token.stopped = False
            if positions:
                token.pos = place
            if chars:
                token.startchar, token.endchar = start_char + word.start, start_char + word.end
            yield token


def make_schema() -> Schema:
    """Return the schema of every index this engine writes."""
    searched = {name: TEXT(analyzer=FoldingAnalyzer(), phrase=False) for name in FIELDS}
    return Schema(page=ID, record=STORED, facets=STORED, text=STORED, **searched)


def document_of(stored: Stored) -> dict[str, Any]:
    """Return the Whoosh document of one passage."""
    texts = dict(zip(FIELDS, stored.texts, strict=True))
    return {"page": stored.page, **stored_fields(stored), **texts}


def stored_fields(stored: Stored) -> dict[str, Any]:
    """Return what Whoosh keeps of one passage."""
    return {"record": stored.record, "facets": stored.facets, "text": stored.body}


def stored_passages(segment: IndexReader) -> Iterator[Stored]:
    """Yield the passage of each document of one segment, deleted ones too, by their number.

    Raises:
        KeyError, ValueError: the stored fields are not those of `stored_fields`.
    """
    for number in range(segment.doc_count_all()):
        fields = segment.stored_fields(number)
        yield stored_again(fields["record"], fields["facets"], fields["text"])
