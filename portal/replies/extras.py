"""What the glossary, the history and a leaflet answer."""

from typing import Annotated, Literal, TypedDict

from portal.replies.search import Address, Part, SectionTwinJson


class QuotedJson(TypedDict):
    """A sentence of a page, word for word, and where it stands."""

    text: str
    page: Annotated[str, "The title of its page"]
    url: Address


class TermJson(TypedDict):
    """A word that pages explain; `meaning` is what an abbreviation stands for, else empty."""

    name: str
    meaning: str
    quotes: list[QuotedJson]


class GlossaryJson(TypedDict):
    """The words that pages explain; of very many, those of one letter."""

    terms: list[TermJson]


class SectionChangeJson(TypedDict):
    """One section that changed, and what only its old and only its new version says."""

    page: Annotated[str, "The slug its page had then"]
    title: str
    anchor: str
    path: list[str]
    kind: Literal["added", "changed", "removed"]
    before: list[str]
    after: list[str]
    told: Annotated[bool, "Whether the words of the change are kept"]


class EditionJson(TypedDict):
    """What one generation of the library changed."""

    generation: int
    created: Annotated[str, "When it was made, in ISO 8601"]
    anew: Annotated[bool, "Whether it was built from nothing, and so could not be compared"]
    left_out: Annotated[int, "How many changes are not kept"]
    changes: list[SectionChangeJson]


class HistoryJson(TypedDict):
    """What changed in the library, on a page or in a section, newest first."""

    title: str
    since: Annotated[str | None, "When the history of the library begins, in ISO 8601"]
    pages: Annotated[int, "How many pages of editions there are"]
    page: Part
    editions: list[EditionJson]


class LeafletJson(TypedDict):
    """The chosen sections; `missing` counts those that are not in the library."""

    url: Address
    missing: int
    sections: list[SectionTwinJson]
