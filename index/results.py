"""What a search gives back; no engine's object crosses the seam, only these.

Hits, their snippets' parts and the counts of facets are named tuples: a search makes a hundred of
them, and they are made in half the time of frozen dataclasses.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from index.aspect import Aspect
from index.query import Facet, Query


class SnippetPart(NamedTuple):
    """A stretch of snippet text, plain (unescaped), and whether it matched the query."""

    text: str
    match: bool = False


class Hit(NamedTuple):
    """One passage found; ``page`` is a slug, ``score`` comparable within one search only."""

    page: str
    title: str
    anchor: str
    heading: str
    aspect: Aspect
    conditions: tuple[str, ...]
    topic: str | None
    category: str | None
    breadcrumb: tuple[str, ...]
    snippet: tuple[SnippetPart, ...]
    score: float


class FacetCount(NamedTuple):
    """One value of a facet: ``count`` is how many passages choosing it would give.

    Within a facet choices are alternatives, so the counts of a facet disregard what is chosen in
    that same facet and respect all the others (disjunctive counts): ``count`` is the total of the
    same search with this value alone chosen in its facet. A value is listed if any passage that
    matches the words has it, be its count zero, or if it is chosen; one that nothing in the library
    has is labelled by its slug.
    """

    value: str
    label: str
    count: int  # type: ignore[assignment]  # a tuple's own ``count`` is of no use here
    selected: bool


class Worded(NamedTuple):
    """Words of the query that stand nowhere in the library, and what it ``says`` for them."""

    asked: str
    says: str


@dataclass(frozen=True, slots=True)
class Results:
    """The answer to one Query.

    ``total`` is the number of passages found; ``hits`` the requested page of them, best first;
    ``facets`` the values of every facet wanted, highest count first, then by label; ``corrections``
    whole queries to suggest instead; ``dropped`` the words of the query that had to be left out to
    find anything; ``searched_for`` is the whole query that was searched for instead of what was
    typed, where a word of that stands nowhere and can be meant for one other only ("" otherwise);
    ``worded`` tells what the best hit says for words that stand nowhere themselves.
    """

    query: Query
    total: int
    hits: tuple[Hit, ...]
    facets: Mapping[Facet, tuple[FacetCount, ...]]
    corrections: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    searched_for: str = ""
    worded: tuple[Worded, ...] = ()

    @property
    def page_count(self) -> int:
        """How many pages of results there are, at least 1."""
        return max(1, -(-self.total // self.query.page_size))


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One completion while a visitor types: the text to show and where choosing it leads.

    ``kind`` is "page", "condition", "treatment", "section" or "search"; ``page`` and ``anchor``
    address it ("" for none).
    """

    text: str
    kind: str
    page: str = ""
    anchor: str = ""
