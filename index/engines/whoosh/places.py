"""Where a page or a passage stands in a generation, by its address.

Addresses enter, document numbers leave. Read only, shared by all threads.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from index.engines.whoosh.numbering import Numbering
from index.engines.whoosh.records import decode_shown
from index.engines.whoosh.texts import Texts


@dataclass(frozen=True, slots=True)
class Places:
    """``pages`` numbers the pages by their slugs."""

    pages: Mapping[str, int]
    numbering: Numbering
    records: Texts

    def of(self, page: str, anchor: str | None) -> int | None:
        """Return the document at ``anchor`` of ``page``, the first without; None where none is."""
        number = self.pages.get(page)
        if number is None:
            return None
        documents = range(*self.numbering.bounds[number : number + 2].tolist())
        if anchor is None:
            return documents[0]
        shown = map(decode_shown, self.records.of(documents))
        return next(
            (place for place, one in zip(documents, shown, strict=True) if one.anchor == anchor),
            None,
        )
