"""What the site says of itself: clinic, library, privacy, health, errors."""

from typing import Annotated, Literal, TypedDict

from index.shapes import SiteJson


class LibraryJson(TypedDict):
    """The generation of the library that answers."""

    generation: int
    created: Annotated[str, "When it was made, in ISO 8601"]
    pages: int
    passages: int
    engine: str


class AboutJson(TypedDict):
    """What the clinic's pages say of the clinic, and which library answers."""

    site: SiteJson
    library: LibraryJson


class KeptJson(TypedDict):
    """One thing that is held of visits."""

    what: str
    purpose: str
    where: str
    until: str


class PrivacyJson(TypedDict):
    """What is kept of visits."""

    kept: list[KeptJson]


class HealthJson(LibraryJson):
    """The portal can answer, and from which generation."""

    status: Literal["ok"]
    live: Literal[True]
    ready: Annotated[Literal[True], "There is a library; where there is none the answer is 503"]
    age: Annotated[int, "Seconds since the generation was made"]


class ErrorDetailJson(TypedDict):
    """What went wrong, for people."""

    status: Annotated[int, "The HTTP status"]
    title: str
    message: str


class ErrorJson(TypedDict):
    """An answer that is none."""

    error: ErrorDetailJson
