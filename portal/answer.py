"""What a view is given and what it gives back; neither knows HTTP.

A Visit enters a view, an Answer or a Moved leaves it; `portal.endpoints` makes responses of them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from starlette.datastructures import QueryParams

from index.library import Generation
from portal.catalogue import Catalogue

Json = dict[str, Any]


class NothingHereError(Exception):
    """There is no such page, section, condition or term; the message says which, for visitors."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One request as a view sees it, all of it answered from one generation of the library.

    ``path`` holds the variable parts of the address, ``parameters`` the raw query string for
    `portal.params` to read.
    """

    generation: Generation
    catalogue: Catalogue
    path: Mapping[str, str]
    parameters: QueryParams


@dataclass(frozen=True, slots=True)
class Answer:
    """A page with two faces: ``template`` filled with ``model``, and what ``json`` returns.

    ``indexed`` tells search engines' robots whether to keep the page.
    """

    template: str
    model: object
    json: Callable[[], Json]
    canonical: str
    indexed: bool = True


@dataclass(frozen=True, slots=True)
class Moved:
    """The page is at another address now, for good."""

    url: str


View = Callable[[Visit], Answer | Moved]
