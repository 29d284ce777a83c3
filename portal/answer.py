"""What a view is given and what it gives back; neither knows HTTP.

A Visit enters a view, an Answer or a Moved leaves it; `portal.endpoints` makes responses of them.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from starlette.datastructures import QueryParams

from index.library import Generation
from index.results import Results
from portal.catalogue import Catalogue
from portal.kept import Kept

Json = dict[str, Any]


class NothingHereError(Exception):
    """There is no such page, section, condition or term; the message says which, for visitors."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One request as a view sees it, all of it answered from one generation of the library.

    ``path`` holds the variable parts of the address, ``parameters`` the raw query string for
    `portal.params` to read; ``kept`` is what this portal holds of its visitors;
    ``for_program`` tells that the JSON is wanted, which has all that a page only shows a part of.
    """

    generation: Generation
    catalogue: Catalogue
    path: Mapping[str, str]
    parameters: QueryParams
    kept: tuple[Kept, ...] = ()
    for_program: bool = False


def no_linked_data(_site: str) -> Sequence[Json]:
    """Return no JSON-LD: lists and searches are about nothing in particular."""
    return ()


@dataclass(frozen=True, slots=True)
class Answer:
    """A page with two faces: ``template`` filled with ``model``, and what ``json`` returns.

    What ``json`` returns has one of the shapes in `portal.replies`.

    ``indexed`` tells search engines' robots whether to keep the page; ``linked`` returns its
    JSON-LD for the site at a public address; ``searched`` is what a search found, for the tallies.
    """

    template: str
    model: object
    json: Callable[[], Mapping[str, object]]
    canonical: str
    indexed: bool = True
    linked: Callable[[str], Sequence[Json]] = no_linked_data
    searched: Results | None = None


@dataclass(frozen=True, slots=True)
class Moved:
    """The page is at another address now, for good."""

    url: str


View = Callable[[Visit], Answer | Moved]
