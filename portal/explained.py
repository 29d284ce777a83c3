"""Why each hit of a search was found and stands where it does, as those who tune a search read it.

A Visit and its Results enter, ExplainedHits leave; none unless the address asks for them with
``explain=1``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from starlette.datastructures import QueryParams

from index.explanation import Factor, Means, WordMatch
from index.results import Results
from portal.answer import Visit
from portal.hits import hit_view
from portal.places import Link
from portal.replies.search import ExplanationJson

PARAMETER = "explain"
_ASKED = "1"

MEANS: Mapping[Means, str] = {
    Means.WORD: "the word itself",
    Means.STEM: "another form",
    Means.VARIANT: "spelled or formed otherwise",
    Means.SYNONYM: "means the same",
    Means.JOINED: "written as one word",
    Means.PARTED: "written as two words",
    Means.ASPECT: "what the section is about",
}
"""What people read of each means by which a passage has a word."""


@dataclass(frozen=True, slots=True)
class ExplainedHit:
    """One hit, the words of the query that it has, and what the sum of their weights became."""

    hit: Link
    score: float
    matches: tuple[WordMatch, ...]
    factors: tuple[Factor, ...]


def is_asked(parameters: QueryParams) -> bool:
    """Return whether the address asks for explanations."""
    return parameters.get(PARAMETER) == _ASKED


def explain(visit: Visit, results: Results) -> tuple[ExplainedHit, ...]:
    """Return the explanation of each hit of ``results``, in their order."""
    if not is_asked(visit.parameters) or not results.query.words:
        return ()
    links = {(hit.page, hit.anchor): hit_view(hit) for hit in results.hits}
    return tuple(
        ExplainedHit(
            hit=Link(" › ".join((*view.trail, view.heading)), view.url),
            score=one.score,
            matches=one.matches,
            factors=one.factors,
        )
        for one in visit.generation.explain(results.query)
        for view in (links[one.page, one.anchor],)
    )


def explanations_to_json(explained: Sequence[ExplainedHit]) -> list[ExplanationJson]:
    """Return ``explained`` as JSON values, the keys in reading order."""
    return [
        {
            "url": one.hit.url,
            "score": one.score,
            "words": [
                {
                    "asked": match.asked,
                    "found": match.found,
                    "means": match.means.value,
                    "fields": list(match.fields),
                    "weight": match.weight,
                }
                for match in one.matches
            ],
            "factors": [{"name": factor.name, "value": factor.value} for factor in one.factors],
        }
        for one in explained
    ]
