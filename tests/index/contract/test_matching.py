"""What every engine finds: words, phrases, exclusions, browsing, facets."""

import pytest

from index.engine import Searcher
from index.query import Facet, Filters, Order, Query
from index.results import Results
from tests.index.contract.conftest import Opener
from tests.support.pages import page, section

MYOFASCIAL_MEDICATIONS = "treatment-options-medications-myofascial-pain-syndrome"


def anchors(results: Results) -> set[str]:
    """Return the anchors of the hits."""
    return {hit.anchor for hit in results.hits}


@pytest.mark.parametrize(
    "text", ["dry needling", "dry-needling", "Dry Needling", "DRY NEEDLES", "needling dry?"]
)
def test_case_hyphens_order_and_endings_make_no_difference(clinic: Searcher, text: str) -> None:
    """However "dry-needling" is typed, the passage that has it is found."""
    assert MYOFASCIAL_MEDICATIONS in anchors(clinic.search(Query(text)))


def test_accents_make_no_difference(clinic: Searcher) -> None:
    """What is typed with an accent finds what is written without."""
    assert clinic.search(Query("sléep")).total == clinic.search(Query("sleep")).total > 0


def test_all_words_are_asked_for_where_enough_has_them_all(opened: Opener) -> None:
    """Where a page of results has both words, what has one of them is not found."""
    both = [section(f"Part {number}", "sleep antidepressants") for number in range(10)]
    results = opened([page("One", *both, section("Other", "sleep"))]).search(
        Query("sleep antidepressants", page_size=50)
    )
    assert results.total == 10


def test_what_has_much_of_the_words_follows_where_little_has_them_all(opened: Opener) -> None:
    """One match of both words is no end: what has the telling one follows, the common one not."""
    sections = [section(f"Part {number}", "pain") for number in range(12)]
    rare = section("Rare", "needling")
    both = section("Both", "pain needling")
    results = opened([page("One", *sections, rare, both)]).search(Query("pain needling"))
    assert anchors(results) == {"rare", "both"}
    assert results.dropped == ()


def test_a_word_that_nothing_has_does_not_empty_the_page(clinic: Searcher) -> None:
    """What has the most of the words is found instead."""
    assert clinic.search(Query("sleep zzyzx")).total == clinic.search(Query("sleep")).total > 0


def test_question_words_are_not_asked_for(clinic: Searcher) -> None:
    """Asking "what is the fine needle for" asks for fine and needle."""
    asked = clinic.search(Query("what is the fine needle for?"))
    assert anchors(asked) == anchors(clinic.search(Query("fine needle"))) != set()


def test_abbreviations_and_other_names_find_what_they_stand_for(clinic: Searcher) -> None:
    """FM finds what is about fibromyalgia, the other name of a page finds the page."""
    assert "causes-fibromyalgia" in anchors(clinic.search(Query("FM")))
    assert {hit.page for hit in clinic.search(Query("cervicalgia")).hits} == {"neck-pain"}


def test_a_phrase_must_stand_as_it_is(clinic: Searcher) -> None:
    """Quoted words are found in a row only."""
    assert clinic.search(Query('"poor sleep"')).total == 2
    assert clinic.search(Query('"sleep poor"')).total == 0


def test_excluded_words_and_phrases_are_not_found(clinic: Searcher) -> None:
    """A minus takes away what has the word or phrase."""
    all_sleep = clinic.search(Query("sleep")).total
    assert clinic.search(Query("sleep -antidepressants")).total == all_sleep - 1
    assert clinic.search(Query('sleep -"poor sleep"')).total == all_sleep - 2


def test_no_words_list_everything_in_order(clinic: Searcher) -> None:
    """An empty query browses by title, then in page order."""
    results = clinic.search(Query(page_size=50))
    titles = [hit.title.casefold() for hit in results.hits]
    assert titles == sorted(titles)
    neck = [hit.heading for hit in results.hits if hit.page == "neck-pain"]
    assert neck == ["What it is", "Symptoms", "Treatment"]
    assert results.total == len(results.hits)


def test_pages_of_results_follow_each_other_without_gap_or_overlap(clinic: Searcher) -> None:
    """Paging through gives what one long page gives."""
    whole = clinic.search(Query("pain", page_size=50))
    paged = [
        hit
        for number in range(1, whole.total + 2)
        for hit in clinic.search(Query("pain", page=number, page_size=2)).hits
    ]
    assert [(hit.page, hit.anchor) for hit in paged] == [
        (hit.page, hit.anchor) for hit in whole.hits
    ]


def test_choices_are_or_within_a_facet_and_and_across(clinic: Searcher) -> None:
    """Two aspects give what has either; an aspect and a condition what has both."""
    either = Filters(aspect=("causes", "presentation"))
    assert {hit.aspect.value for hit in clinic.search(Query(filters=either)).hits} == {
        "causes",
        "presentation",
    }
    both = Filters(aspect=("causes",), condition=("fibromyalgia",))
    assert anchors(clinic.search(Query(filters=both))) == {"causes-fibromyalgia"}


@pytest.mark.parametrize("text", ["", "sleep", "pain", '"dry needling"', "zzyzx"])
@pytest.mark.parametrize(
    "filters",
    [
        Filters(),
        Filters(aspect=("treatment",)),
        Filters(aspect=("treatment",), condition=("fibromyalgia",)),
        Filters(condition=("fibromyalgia", "neck-pain"), category=("conditions",)),
        Filters(topic=("no-such-topic",)),
    ],
)
def test_every_count_is_the_total_of_choosing_that_value_alone(
    clinic: Searcher, text: str, filters: Filters
) -> None:
    """What a facet promises is what it gives."""
    results = clinic.search(Query(text, filters))
    for facet in Facet:
        for count in results.facets[facet]:
            alone = filters.without(facet).toggled(facet, count.value)
            assert clinic.search(Query(text, alone)).total == count.count
            assert count.selected == (count.value in filters.of(facet))


def test_counts_stand_highest_first(clinic: Searcher) -> None:
    """Visitors see first what most passages have."""
    counts = [count.count for count in clinic.search(Query()).facets[Facet.ASPECT]]
    assert counts == sorted(counts, reverse=True)


def test_a_value_that_filters_leave_nothing_of_is_still_listed(clinic: Searcher) -> None:
    """A sibling with nothing left is shown with zero, not hidden."""
    results = clinic.search(Query("sleep", Filters(category=("treatments",))))
    assert all(count.count == 0 for count in results.facets[Facet.ASPECT])
    assert results.facets[Facet.ASPECT]


def test_only_the_facets_wanted_are_counted(clinic: Searcher) -> None:
    """Who lists no facet pays for none; what is counted is the same."""
    every = clinic.search(Query("sleep")).facets
    wanted = (Facet.CONDITION, Facet.ASPECT)
    assert clinic.search(Query("sleep", facets=wanted)).facets == {
        facet: every[facet] for facet in wanted
    }
    assert not clinic.search(Query("sleep", facets=())).facets


def test_by_title_the_same_is_found_from_a_to_z(opened: Opener) -> None:
    """Pages by their titles, whatever the case; passages as they stand on the page; then paged."""
    pages = [
        page("neck", section("Two", "pain"), section("One", "pain pain pain")),
        page("Back", section("Last", "pain")),
        page("Zoster", section("Pain", "pain")),
    ]
    searcher = opened(pages)
    best = searcher.search(Query("pain"))
    sorted_by_title = searcher.search(Query("pain", order=Order.TITLE))
    found = [(hit.page, hit.anchor) for hit in sorted_by_title.hits]
    assert found == [("back", "last"), ("neck", "two"), ("neck", "one"), ("zoster", "pain")]
    assert anchors(sorted_by_title) == anchors(best)
    assert sorted_by_title.facets == best.facets
    second = searcher.search(Query("pain", order=Order.TITLE, page=2, page_size=3))
    assert [hit.page for hit in second.hits] == ["zoster"]
