"""Every engine finds exactly what the naive engine finds, on random libraries and queries."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from index.aspect import Aspect
from index.document import Page
from index.engine import ENGINES, Changes, open_engine
from index.query import Filters, Query
from index.results import Results
from tests.support.naive_engine import NaiveEngine
from tests.support.pages import page, section

WORDS = ["pain", "pains", "sleep", "sleeping", "dry", "needling", "the", "Zürich", "x-ray", "FM"]
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join)
CONDITIONS = ["Fibromyalgia", "Neck Pain"]

SECTIONS = st.builds(
    section,
    TEXTS,
    TEXTS,
    aspect=st.sampled_from([Aspect.CAUSES, Aspect.TREATMENT]),
    conditions=st.lists(st.sampled_from(CONDITIONS), unique=True).map(tuple),
    topic=st.none() | st.just("Medications"),
)


@st.composite
def libraries(draw: st.DrawFn) -> list[Page]:
    """Return up to four pages of up to three sections."""
    count = draw(st.integers(1, 4))
    return [
        page(
            draw(TEXTS),
            *draw(st.lists(SECTIONS, min_size=1, max_size=3, unique_by=lambda one: one.anchor)),
            slug=f"page-{number}",
            category=draw(st.none() | st.just("Conditions")),
            conditions=tuple(CONDITIONS),
        )
        for number in range(count)
    ]


PIECES = st.one_of(
    st.sampled_from(WORDS),
    TEXTS.map(lambda text: f'"{text}"'),
    st.sampled_from(WORDS).map(lambda word: f"-{word}"),
)
QUERIES = st.builds(
    Query,
    st.lists(PIECES, max_size=6).map(" ".join),
    st.builds(
        Filters,
        aspect=st.sampled_from([(), ("causes",), ("causes", "treatment")]),
        condition=st.sampled_from([(), ("fibromyalgia",), ("fibromyalgia", "neck-pain")]),
        topic=st.sampled_from([(), ("medications",)]),
        category=st.sampled_from([(), ("conditions",)]),
    ),
    page_size=st.just(50),
)


def found(results: Results) -> tuple[object, ...]:
    """Return what must be the same for every engine: the hits whatever their order, the counts."""
    hits = sorted((hit.page, hit.anchor) for hit in results.hits)
    return results.total, hits, dict(results.facets)


@settings(max_examples=60, deadline=None)
@given(libraries(), st.lists(QUERIES, min_size=1, max_size=6))
def test_every_engine_finds_what_looking_at_everything_finds(
    pages: list[Page], queries: list[Query]
) -> None:
    """Hits, totals and all facet counts agree; browsing agrees in its order too."""
    with TemporaryDirectory() as folder:
        for name in sorted(ENGINES):
            ours, oracle = Path(folder) / name, Path(folder) / f"{name}-oracle"
            ours.mkdir()
            oracle.mkdir()
            open_engine(name).write(ours, Changes(pages), None)
            NaiveEngine().write(oracle, Changes(pages), None)
            searcher, naive = open_engine(name).open(ours), NaiveEngine().open(oracle)
            for query in queries:
                assert found(searcher.search(query)) == found(naive.search(query)), query
            browsed = searcher.search(Query(page_size=50)).hits
            expected = naive.search(Query(page_size=50)).hits
            assert [hit.anchor for hit in browsed] == [hit.anchor for hit in expected]
            searcher.close()
