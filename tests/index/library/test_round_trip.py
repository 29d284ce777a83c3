"""What is written is what is read."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from index.aspect import Aspect
from index.document import Condition
from index.query import Query
from index.site import MenuGroup, SiteFacts
from tests.support.library import open_library, write_library
from tests.support.pages import bullets, many_pages, page, section, simple_page

SITE = SiteFacts(name="Pain clinic", phones=("555-0100",), menu=(MenuGroup("Home"),))

RICH = page(
    "Fibromyalgia & Myofascial Pain Syndrome",
    section(
        "Treatment",
        "Both need a plan of their own — “individualized”.",
        sections=(
            section(
                "1. Medications",
                bullets("For Fibromyalgia: duloxetine 60 mg", "For Both: rest"),
                conditions=("Fibromyalgia",),
                topic="Medications",
            ),
        ),
    ),
    section("Outlook", "Neither is progressive.", aspect=Aspect.PROGNOSIS),
    slug="fibromyalgia",
    aliases=("FM",),
    category="Conditions We Treat",
    conditions=(Condition("Fibromyalgia", ("FM",)), "Myofascial Pain Syndrome"),
    site=SITE,
    warnings=("a heading without a place",),
)


def test_a_page_comes_back_as_it_was_written(folder: Path) -> None:
    """Nothing of a page is lost, whatever it holds."""
    write_library(folder, RICH, simple_page("sciatica"))
    generation = open_library(folder).current()
    assert generation.page("fibromyalgia") == RICH
    assert generation.page("sciatica") == simple_page("sciatica")


def test_a_page_that_is_not_there_is_none(folder: Path) -> None:
    """Any text may be asked for, also one that would be a path."""
    write_library(folder, RICH)
    generation = open_library(folder).current()
    for slug in ("sciatica", "", "../live", "fibromyalgia\0", "FIBROMYALGIA"):
        assert generation.page(slug) is None


def test_pages_and_summaries_stand_in_the_order_of_their_titles(folder: Path) -> None:
    """Case does not matter to the order, and pages of one title stand in that of their slugs."""
    shuffled = [
        page("sciatica", slug="three"),
        page("Bursitis", slug="one"),
        page("arthritis", slug="zero"),
        page("Sciatica", slug="four"),
        page("bursitis", slug="two"),
    ]
    write_library(folder, *shuffled)
    generation = open_library(folder).current()
    expected = ["zero", "one", "two", "four", "three"]
    assert [summary.slug for summary in generation.summaries] == expected
    assert [found.slug for found in generation.pages()] == expected


def test_a_summary_tells_what_lists_and_updates_need(folder: Path) -> None:
    """Names, conditions and the hash are known without reading the page."""
    write_library(folder, RICH)
    (summary,) = open_library(folder).current().summaries
    assert summary.slug == "fibromyalgia"
    assert summary.title == RICH.title
    assert summary.source == "fibromyalgia.txt"
    assert summary.content_hash == RICH.content_hash
    assert summary.aliases == ("FM",)
    assert summary.category == "Conditions We Treat"
    assert summary.conditions == RICH.conditions


def test_a_generation_tells_its_number_age_and_size(folder: Path) -> None:
    """Numbers start at one and grow; the time is aware and in UTC; passages are counted."""
    first = write_library(folder, RICH)
    second = write_library(folder, simple_page("sciatica"))
    assert (first.number, first.page_count, first.passage_count) == (1, 1, 3)
    assert (second.number, second.page_count, second.passage_count) == (2, 2, 4)
    assert second.engine == "files"
    assert second.created.tzinfo is UTC
    assert timedelta(0) <= datetime.now(UTC) - second.created < timedelta(minutes=1)
    assert open_library(folder).current().info == second


def test_site_facts_are_those_of_the_last_update(folder: Path) -> None:
    """They belong to the whole site, not to the pages that changed."""
    write_library(folder, RICH, site=SiteFacts(name="Old name"))
    write_library(folder, site=SITE)
    assert open_library(folder).current().site == SITE


def test_searching_and_completing_go_to_the_engine(folder: Path) -> None:
    """A generation answers for its engine."""
    write_library(folder, RICH, simple_page("sciatica"))
    generation = open_library(folder).current()
    assert [hit.page for hit in generation.search(Query("duloxetine")).hits] == ["fibromyalgia"]
    assert [found.text for found in generation.suggest("sci")] == ["Sciatica"]


def test_a_library_may_be_empty(folder: Path) -> None:
    """No pages is a state like any other, and pages can follow."""
    assert write_library(folder).page_count == 0
    generation = open_library(folder).current()
    assert generation.summaries == ()
    assert list(generation.pages()) == []
    assert write_library(folder, RICH).page_count == 1


def test_many_pages_come_back_each_as_its_own(folder: Path) -> None:
    """A page is found among hundreds in one pack, also after updates in between."""
    pages = list(many_pages(300, words=20))
    write_library(folder, *pages)
    for number in range(0, 300, 60):
        pages[number] = simple_page(pages[number].slug, f"Changed in update {number}.")
        write_library(folder, pages[number])
    generation = open_library(folder).current()
    assert [generation.page(known.slug) for known in pages] == pages
