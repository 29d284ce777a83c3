"""How matches are ranked on top of BM25F: each departure from it is one number here.

Pure data. All of them off (`PLAIN`) is exactly Whoosh's own BM25F; docs/benchmarks-search.md shows
what each is worth on assessors' judgments.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ranking:
    """The departures from plain BM25F.

    Attributes:
        coverage: Power of the share of the query's idf that a passage matches, by which its score
            is multiplied; 0 for none. A passage with all the words outranks one with a single
            word often.
        short_coverage: The same for queries of at most `SHORT` words.
        page_share: Weight of the best passage of the same page in a passage's score; what it is
            about is told by its neighbours too.
        naming: Factor of what `Names` tells, added to the score: a page that has the very name
            asked for is what is asked for.
        adjacency: Share added to the score of a passage in which all words stand in a row, as
            typed, for each two neighbours: the longer the row, the less it is chance.
        literal: Share added where they do in the very forms typed ("needling", not "needles").
        least_share: Share of what the best passage has of the query's idf that a passage must
            have to be found where fewer than ``enough`` have every word; 0 for any word at all.
        enough: Passages that have every word from which only such are found: a page of results.
    """

    coverage: float = 0.0
    short_coverage: float = 0.0
    page_share: float = 0.0
    naming: float = 0.0
    adjacency: float = 0.0
    literal: float = 0.0
    least_share: float = 0.0
    enough: int = 10


SHORT = 3
"""Words of a query up to which it is a name rather than a question. Of what visitors type into
health sites most has one to three words."""

PLAIN = Ranking()
"""Whoosh's own BM25F."""

DEFAULT = Ranking(
    coverage=0.5,
    short_coverage=2.5,
    page_share=0.3,
    naming=5.0,
    adjacency=2.0,
    literal=1.0,
    least_share=0.3,
)
"""What visitors get."""
