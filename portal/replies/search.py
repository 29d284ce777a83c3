"""What searches, pages and lists of passages answer."""

from typing import Annotated, NotRequired, TypedDict

from index.explanation import Means
from index.query import Facet
from index.shapes import (
    AspectValue,
    Conditions,
    OpeningHoursJson,
    PageJson,
    SectionJson,
)

Address = Annotated[str, "An address on this site, from its first slash"]
Part = Annotated[int, "Which page of a long list this is, counted from 1"]


class SnippetPartJson(TypedDict):
    """A stretch of an excerpt, and whether it matched the query."""

    text: str
    match: bool


class HitJson(TypedDict):
    """One passage found."""

    page: Annotated[str, "The slug of its page"]
    title: str
    anchor: str
    heading: str
    aspect: AspectValue
    condition: Conditions
    topic: str | None
    breadcrumb: list[str]
    url: Address
    snippet: list[SnippetPartJson]
    score: Annotated[float, "Comparable within one search only"]


class FacetValueJson(TypedDict):
    """One value of a facet."""

    value: str
    label: str
    count: Annotated[int, "The total at url, whatever is chosen in the same facet"]
    selected: bool
    url: Annotated[str, "The search with this value alone chosen in its facet"]


Facets = Annotated[dict[str, list[FacetValueJson]], Facet, "The values of every facet"]


class WordMatchJson(TypedDict):
    """A word that was asked for, as a passage has it."""

    asked: str
    found: Annotated[str, "Empty where the passage is about what the word asks for"]
    means: Annotated[str, Means]
    fields: list[str]
    weight: float


class FactorJson(TypedDict):
    """Something that the sum of the words' weights was multiplied by."""

    name: str
    value: float


class ExplanationJson(TypedDict):
    """Why a hit was found and stands where it does."""

    url: Address
    score: float
    words: list[WordMatchJson]
    factors: list[FactorJson]


class ContactJson(TypedDict):
    """What was asked for of the clinic itself, as its pages state it; empty what was not."""

    phones: list[str]
    fax: str | None
    address: str | None
    hours: list[OpeningHoursJson]


class SearchJson(TypedDict):
    """The answer to a search."""

    query: Annotated[str, "The words that were read, without what cannot be searched for"]
    total: int
    pages: Annotated[int, "How many pages of results there are"]
    page: Part
    hits: list[HitJson]
    facets: Facets
    corrections: Annotated[list[str], "Other words to try; first those searched for instead"]
    left_out: NotRequired[Annotated[list[str], "Where the best hit lacks words: these"]]
    contact: NotRequired[Annotated[ContactJson, "Where the words ask for the clinic's own facts"]]
    explanations: NotRequired[Annotated[list[ExplanationJson], "With explain=1: one for each hit"]]


class SuggestionJson(TypedDict):
    """One way to complete what is being typed."""

    text: str
    kind: str
    url: Address


class PageTwinJson(PageJson):
    """A page as it was read, with its address."""

    url: Address


class SectionTwinJson(SectionJson):
    """A section of a page, or an item that stands by itself, with its address."""

    page: str
    title: str
    url: Address


class PassagesJson(TypedDict):
    """One page of a list of passages."""

    total: int
    pages: Annotated[int, "How many pages of results there are"]
    page: Part
    passages: list[HitJson]


class ConditionPassagesJson(PassagesJson):
    """All that is said of a condition."""

    condition: str
    abbreviations: list[str]


class AspectPassagesJson(PassagesJson):
    """All that is said under one aspect."""

    aspect: AspectValue
    label: str


class TreatmentPassagesJson(TypedDict):
    """The passages about a treatment, and those that mention it elsewhere."""

    treatment: str
    about: list[HitJson]
    mentions: list[HitJson]
