"""However an index came about, opened it is one: its segments and deletions cannot be told."""

import gc
import weakref
from pathlib import Path

import pytest

from index.document import Page
from index.engines.whoosh import preparing
from index.engines.whoosh.searching import WhooshSearcher
from index.query import Facet, Filters, Order, Query
from index.results import Results
from tests.index.engines.whoosh.indexes import segment_count, write
from tests.support.pages import many_pages, page, section

TEXTS = (
    "",
    "prognosis",
    "overview of prognosis",
    '"work on the prognosis"',
    "syndrome -overview",
    "sources",
)


def searched(folder: Path, *queries: Query) -> list[Results]:
    """Return what the index in ``folder`` answers."""
    searcher = WhooshSearcher(folder)
    found = [searcher.search(query) for query in queries]
    searcher.close()
    return found


def suggested(folder: Path, prefix: str) -> list[str]:
    """Return the texts that are suggested."""
    searcher = WhooshSearcher(folder)
    found = [one.text for one in searcher.suggest(prefix)]
    searcher.close()
    return found


def library() -> list[Page]:
    """Return pages of which some have the same names, topics and headings."""
    sources = section("Sources", "a work on the prognosis", topic="Further Reading")
    return [
        *many_pages(12, words=40),
        page("Hip Bursitis", sources, section("Overview", "the hip"), conditions=("Hip Bursitis",)),
        page("Aching", sources, conditions=("hip bursitis", "Neck Pain"), category="Pain"),
    ]


def test_segments_cannot_be_told(tmp_path: Path) -> None:
    """Pages that came in three updates are found, scored and counted as if they came in one."""
    pages = library()
    once = write(tmp_path / "once", pages)
    folder = write(tmp_path / "first", pages[:9])
    folder = write(tmp_path / "second", pages[9:11], previous=folder)
    folder = write(tmp_path / "third", pages[11:], previous=folder)
    assert segment_count(folder) > 1
    queries = [Query(text, page_size=100) for text in TEXTS]
    queries += [Query(order=Order.TITLE, filters=Filters(condition=("hip-bursitis",)))]
    assert searched(folder, *queries) == searched(once, *queries)
    assert suggested(folder, "hip") == suggested(once, "hip")


def test_deleted_pages_cannot_be_told(tmp_path: Path) -> None:
    """What only a removed or replaced page had is neither found, counted, offered nor listed."""
    kept = page("Knee Pain", section("Rest", "quiet"), conditions=("Knee Pain",), category="Joints")
    gone = page(
        "Ankle Sprain",
        section("Rest", "swelling", topic="Ice"),
        conditions=("Ankle Sprain",),
        category="Injuries",
    )
    first = write(tmp_path / "first", [*many_pages(8, words=40), kept, gone])
    folder = write(tmp_path / "second", removed=[gone.slug], previous=first)
    (results, swelling) = searched(folder, Query(), Query("swelling", as_typed=True))
    assert results.total == sum(len(list(one.walk())) for one in [*many_pages(8), kept])
    assert not swelling.hits
    assert swelling.dropped == ("swelling",)
    counts = {facet: {one.label for one in results.facets[facet]} for facet in Facet}
    assert "Joints" in counts[Facet.CATEGORY]
    assert "Injuries" not in counts[Facet.CATEGORY]
    assert "Ice" not in counts[Facet.TOPIC]
    assert suggested(folder, "ankle") == []
    assert suggested(folder, "knee") == ["Knee Pain"]


def test_a_value_is_labelled_as_the_first_passage_has_it(tmp_path: Path) -> None:
    """Pages spell a condition in two ways; browsing, the first of them comes first."""
    one = page("B", section("Rest", "x"), conditions=("Neck Pain",))
    other = page("A", section("Rest", "x"), conditions=("neck pain",))
    folder = write(tmp_path / "index", [one, other])
    (results,) = searched(folder, Query())
    assert [count.label for count in results.facets[Facet.CONDITION]] == ["neck pain"]


def test_an_empty_index_answers(tmp_path: Path) -> None:
    """Nothing is found, counted or offered in a library without pages."""
    folder = write(tmp_path / "index")
    (results, browsed) = searched(folder, Query("pain"), Query())
    assert (results.total, browsed.total) == (0, 0)
    assert suggested(folder, "p") == []


def test_a_closed_index_lets_go_of_its_memory_at_once(tmp_path: Path) -> None:
    """No cycle of references keeps it: the portal has the collector look at new objects only."""
    searcher = WhooshSearcher(write(tmp_path / "index", many_pages(4)))
    collection = weakref.ref(searcher._opened.collection)  # noqa: SLF001  # what takes most room
    searcher.search(Query("syndrome prognosis"))
    searcher.suggest("a")
    gc.disable()
    try:
        searcher.close()
        assert collection() is None
    finally:
        gc.enable()


def test_answers_do_not_depend_on_the_words_that_were_prepared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The most frequent words are known before the first search; no word is as good."""
    folder = write(tmp_path / "index", many_pages(20))
    texts = ("syndrome", "treatment of syndrome 3", "what causes it")
    prepared = [WhooshSearcher(folder).search(Query(text)) for text in texts]
    monkeypatch.setattr(preparing, "POSTINGS", 0)
    assert [WhooshSearcher(folder).search(Query(text)) for text in texts] == prepared
