"""Why hits have their scores: each word's share, and what the sum was multiplied by.

A Question, Matches and the documents of hits enter, Explanations leave. Off the way of a search:
nothing here need be fast.
"""

from collections.abc import Iterator, Sequence
from math import isclose

import numpy as np

from index.engines.whoosh.asking import Asked, Question
from index.engines.whoosh.collection import Collection
from index.engines.whoosh.matching import Matcher
from index.engines.whoosh.ranking import SHORT, Ranking
from index.engines.whoosh.records import FIELDS
from index.engines.whoosh.terms import Way
from index.engines.whoosh.understanding import Understanding
from index.explanation import Factor, Means, WordMatch

_ROUNDING = 1e-4
"""Share by which products of 32-bit numbers may be off."""


class Explaining:
    """Explains the hits of one question."""

    def __init__(
        self,
        matcher: Matcher,
        question: Question,
        ranking: Ranking,
        understanding: Understanding,
    ) -> None:
        """Take what the question was answered with."""
        self._matcher = matcher
        self._collection = matcher.collection
        self._question = question
        self._ranking = ranking
        self._understanding = understanding
        self._surfaces = tuple(matcher.collection.words.surfaces)

    def matches(self, document: int) -> tuple[WordMatch, ...]:
        """Return by which means ``document`` has each word asked for that it has."""
        found = (self._match(asked, document) for asked in self._question.required)
        return tuple(match for match in found if match)

    def factors(
        self, document: int, score: float, matches: Sequence[WordMatch]
    ) -> tuple[Factor, ...]:
        """Return what the sum of ``matches`` was multiplied by to give ``score``.

        What cannot be told apart any more is one factor, the last: names, nearness, the page.
        """
        known = [*self._known_factors(document)]
        product = sum(match.weight for match in matches)
        for factor in known:
            product *= factor.value
        if product:
            known.append(Factor("names, nearness and page", score / product))
        return tuple(factor for factor in known if not isclose(factor.value, 1, rel_tol=_ROUNDING))

    def _known_factors(self, document: int) -> Iterator[Factor]:
        required = self._question.required
        terms = [(asked, self._matcher.terms.of(asked)) for asked in required]
        known = [term for _, term in terms if term]
        power = self._ranking.short_coverage if len(required) <= SHORT else self._ranking.coverage
        if len(known) > 1:
            tells = {asked: term.idf * asked.factor for asked, term in terms if term}
            has = [tells[asked] for asked, term in terms if term and document in term.documents]
            share = sum(has) / sum(tells.values())
            yield Factor("coverage", share**power)
        if document in self._matcher.terms.about(self._question.aspects):
            yield Factor("aspect", 1 + self._understanding.intent)
        if self._matcher.references[document]:
            yield Factor("reference", self._understanding.reference)

    def _match(self, asked: Asked, document: int) -> WordMatch | None:
        ways = [(way.weight_in(document), way) for way in self._matcher.terms.ways(asked)]
        weight, way = max(ways, key=lambda one: one[0], default=(0.0, None))
        if way is None or not weight:
            return None
        fields, found = _where(self._collection, document, way)
        written = " ".join(self._surfaces[surface] for surface in found)
        is_form = way.means is Means.WORD and written != asked.word.surface
        return WordMatch(
            asked=asked.word.surface,
            found=written,
            means=Means.STEM if is_form else way.means,
            fields=fields,
            weight=weight * asked.factor,
        )


def _where(
    collection: Collection, document: int, way: Way
) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Return the fields of ``document`` that have a ``way``, and the surfaces it first has there.

    An aspect stands in no field.
    """
    row = [collection.words.terms[stem] for stem in way.stems]
    fields: list[str] = []
    found: tuple[int, ...] = ()
    for code, name in enumerate(FIELDS):
        first, last = collection.field_bounds[document, code : code + 2].tolist()
        tokens = collection.tokens[first:last]
        terms = collection.words.surface_terms[tokens]
        starts = np.arange(max(len(tokens) - len(row) + 1, 0))
        for place, term in enumerate(row):
            starts = starts[terms[starts + place] == term]
        if row and len(starts):
            fields.append(name)
            found = found or tuple(tokens[starts[0] : starts[0] + len(row)].tolist())
    return tuple(fields), found
