"""What the lists to browse and the comparison answer."""

from typing import TypedDict

from index.shapes import AspectValue
from portal.replies.search import Address


class PageLinkJson(TypedDict):
    """A page of the library."""

    page: str
    title: str
    url: Address


class ConditionEntryJson(TypedDict):
    """A condition, how many passages speak of it, and the pages that cover it."""

    label: str
    slug: str
    url: Address
    count: int
    abbreviations: list[str]
    pages: list[Address]


class EntryJson(TypedDict):
    """Something to browse to, and how many passages speak of it."""

    label: str
    slug: str
    url: Address
    count: int


class HomeJson(TypedDict):
    """All there is to browse."""

    name: str | None
    pages: list[PageLinkJson]
    conditions: list[ConditionEntryJson]
    aspects: list[EntryJson]
    treatments: list[EntryJson]


class ConditionsJson(TypedDict):
    """Every condition."""

    conditions: list[ConditionEntryJson]


class AspectsJson(TypedDict):
    """Every subject that passages speak of."""

    aspects: list[EntryJson]


class TreatmentsJson(TypedDict):
    """Every treatment."""

    treatments: list[EntryJson]


class ReferenceJson(TypedDict):
    """One name and where it leads; `see` is the proper name of another name, else empty."""

    text: str
    url: Address
    see: str


class LetterJson(TypedDict):
    """The names that begin with a letter."""

    name: str
    references: list[ReferenceJson]


class LettersJson(TypedDict):
    """Every name there is, by letter."""

    letters: list[LetterJson]


class ChoiceJson(TypedDict):
    """A condition that can be compared."""

    label: str
    slug: str


class ChoicesJson(TypedDict):
    """The conditions that can be compared."""

    conditions: list[ChoiceJson]


class DifferenceJson(TypedDict):
    """A point that a page itself compares."""

    label: str
    first: str
    second: str
    url: Address


class CellJson(TypedDict):
    """What a passage says, shortened; `cut` tells whether there is more at its address."""

    heading: str
    page: str
    url: Address
    lines: list[str]
    cut: bool


class AspectRowJson(TypedDict):
    """What is said under one aspect of the first, of the second, and of both at once."""

    aspect: AspectValue
    label: str
    first: list[CellJson]
    second: list[CellJson]
    both: list[CellJson]


class ComparisonJson(TypedDict):
    """Two conditions side by side."""

    first: str
    second: str
    differences: list[DifferenceJson]
    aspects: list[AspectRowJson]
    url: Address
