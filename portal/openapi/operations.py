"""Every JSON address: what it is for, what may be asked, the shape of its answer.

A new page is one row here; a test says so if it is forgotten.
"""

from dataclasses import dataclass
from typing import Any

from index.aspect import Aspect
from index.query import MAX_QUERY_CHARACTERS, Facet
from portal import explained, urls
from portal.facets import LEGENDS
from portal.replies import browse, extras, search, site


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a client may add to an address; ``several`` values count as alternatives."""

    name: str
    description: str
    several: bool = False


@dataclass(frozen=True, slots=True)
class Operation:
    """One address; ``moves`` tells whether it may redirect to where a thing is now."""

    path: str
    summary: str
    shape: Any
    parameters: tuple[Parameter, ...] = ()
    moves: bool = False


PART = Parameter("page", "Which page of a long list, from 1; anything else is the first.")

_WORDS = Parameter(
    "q",
    'Plain words; "in quotes" for a phrase, -word to leave out. '
    f"The first {MAX_QUERY_CHARACTERS} characters are read.",
)

_FACETS = tuple(
    Parameter(
        facet.value,
        f"{LEGENDS[facet]}: slugs as in the answer's facets. Several are alternatives.",
        several=True,
    )
    for facet in Facet
)


_SORT = Parameter(urls.ORDER, "How to sort: title, from A to Z; anything else is best match first.")


def _twin(
    path: str,
    summary: str,
    shape: Any,
    *parameters: Parameter,
    moves: bool = False,
) -> Operation:
    return Operation(urls.twin_of(path), summary, shape, parameters, moves)


_EXPLAIN = Parameter(explained.PARAMETER, "1: why each hit was found and stands where it does.")


OPERATIONS: tuple[Operation, ...] = (
    _twin(urls.HOME, "Everything there is to browse", browse.HomeJson),
    _twin(
        urls.SEARCH, "Search passages", search.SearchJson, _WORDS, *_FACETS, _SORT, PART, _EXPLAIN
    ),
    Operation(
        "/suggest",
        "Complete what is being typed",
        list[search.SuggestionJson],
        (Parameter("q", "What has been typed so far."),),
    ),
    _twin("/topics/{page}", "A page", search.PageTwinJson, moves=True),
    _twin(
        "/topics/{page}/{section}",
        "A section of a page, or an item that stands by itself",
        search.SectionTwinJson,
        moves=True,
    ),
    _twin(urls.CONDITIONS, "Every condition", browse.ConditionsJson),
    _twin(
        "/conditions/{condition}",
        "All that is said of a condition",
        search.ConditionPassagesJson,
        PART,
        moves=True,
    ),
    _twin(urls.ASPECTS, "Every subject", browse.AspectsJson),
    _twin(
        "/aspects/{aspect}",
        "All that is said under one subject",
        search.AspectPassagesJson,
        PART,
        moves=True,
    ),
    _twin(urls.TREATMENTS, "Every treatment", browse.TreatmentsJson),
    _twin(
        "/treatments/{treatment}",
        "All that is said of a treatment or another term",
        search.TreatmentPassagesJson,
    ),
    _twin(urls.COMPARE, "The conditions that can be compared", browse.ChoicesJson, moves=True),
    _twin(
        "/compare/{first}/{second}",
        "Two conditions side by side",
        browse.ComparisonJson,
        moves=True,
    ),
    _twin(urls.LETTERS, "Every name, A to Z", browse.LettersJson),
    _twin(
        urls.GLOSSARY,
        "The words that pages explain",
        extras.GlossaryJson,
        Parameter("letter", "Of a very long glossary, the letter to show."),
    ),
    _twin(urls.HISTORY, "What changed in the library", extras.HistoryJson, PART),
    _twin("/history/{page}", "What changed on a page", extras.HistoryJson, PART, moves=True),
    _twin(
        "/history/{page}/{section}",
        "What changed in a section",
        extras.HistoryJson,
        PART,
        moves=True,
    ),
    _twin(
        urls.LEAFLET,
        "Chosen sections",
        extras.LeafletJson,
        Parameter("s", "A section, as the slug of its page, a slash and its anchor.", several=True),
    ),
    _twin(urls.ABOUT, "The clinic and the library", site.AboutJson),
    _twin(urls.PRIVACY, "What is kept of visits", site.PrivacyJson),
    Operation("/healthz", "Whether the portal can answer", site.HealthJson),
)

VARIABLES = {
    "page": "The slug of a page",
    "section": "The anchor of a section",
    "condition": "The slug of a condition, or one of its abbreviations",
    "aspect": f"One of {', '.join(aspect.value for aspect in Aspect)}, or its label as a slug",
    "treatment": "The slug of a treatment, or another term with hyphens between its words",
    "first": "The slug of a condition",
    "second": "The slug of another condition",
}
"""The variable parts of addresses."""
