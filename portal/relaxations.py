"""What a search that found nothing could ask for less strictly, with the count each would give.

Results and a way to count enter, Relaxations that find something leave. Nothing is promised: each
count is that of the very search its address leads to.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from index.query import Filters, Query
from index.results import Results
from portal import urls
from portal.facets import chips


@dataclass(frozen=True, slots=True)
class Relaxation:
    """A less strict search: what it does without, where it is, how many passages it finds."""

    label: str
    url: str
    total: int


def relaxations(results: Results, count: Callable[[Query], int]) -> tuple[Relaxation, ...]:
    """Return the less strict searches that find something, the closest to ``results`` first."""
    found = (
        Relaxation(label, urls.search_url(query), count(query))
        for label, query in _looser(results)
        if query != results.query
    )
    return tuple(one for one in found if one.total)


def _looser(results: Results) -> Iterator[tuple[str, Query]]:
    query = replace(results.query, page=1)
    in_force = chips(results)
    for chip in in_force:
        filters = query.filters.toggled(chip.facet, chip.value)
        yield f"Without the filter “{chip.label}”", replace(query, filters=filters)
    words = query.words
    phrases = tuple(f'"{phrase}"' for phrase in words.phrases)
    if words.excluded:
        excluded = ", ".join(words.excluded)
        text = " ".join((*words.words, *phrases))
        yield f"Without leaving out {excluded}", replace(query, text=text)
    if words.phrases:
        text = " ".join((*words.words, *words.phrases))
        yield "Without asking for words side by side", replace(query, text=text)
    if len(in_force) > 1:
        yield "Without any filter", replace(query, filters=Filters())
    if in_force and (words.excluded or words.phrases):
        text = " ".join((*words.words, *words.phrases))
        yield "With the plain words only", replace(query, text=text, filters=Filters())
