"""Words that English uses more than the library does count less, however rare they are."""

from pathlib import Path

import pytest

from index.engine import Changes
from index.engines.whoosh.searching import WhooshSearcher
from index.engines.whoosh.understanding import FULL
from index.engines.whoosh.writing import write_index
from index.query import Query
from tests.support.pages import many_pages, page, section

TALK = "Hello, my husband is worried and we would like to find out more, please help."

STORY = """we walked and talked, cooked, looked at what was new, waited, called home, asked for
    help, played, started to work, turned on lights, cleaned rooms, laughed, visited friends, read
    books, drove far, bought bread, sang songs, wrote letters, watched birds, planted trees,
    fed cats, fixed bikes, washed cups"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an index in which one passage is about gout, another full of talk."""
    folder = tmp_path_factory.mktemp("telling")
    gout = page("Gout", section("What it is", "gout is a swelling of a joint"))
    clinic = page(
        "Clinic",
        section("Letters", "please find here what a husband wrote, and more"),
        section("Visits", "your husband may come too, please ask"),
        section("Gifts", "please help, and find out how; gout is one of many reasons"),
    )
    write_index(folder, Changes([gout, clinic, *many_pages(60)]), None)
    return folder


def test_talk_around_a_question_does_not_bury_its_matter(folder: Path) -> None:
    """The passage with the one word that tells stands before one with all the talk."""
    searcher = WhooshSearcher(folder)
    assert searcher.search(Query(f"{TALK} gout")).hits[0].anchor == "what-it-is"
    searcher.close()


def test_the_point_of_a_long_story_may_come_at_its_end(folder: Path) -> None:
    """Of more words than are searched for, those that tell most are."""
    searcher = WhooshSearcher(folder)
    assert searcher.search(Query(f"{STORY} gout")).hits[0].anchor == "what-it-is"
    searcher.close()


def test_talk_alone_is_searched_for_as_it_is(folder: Path) -> None:
    """Where nothing tells more, the words are all there is."""
    searcher = WhooshSearcher(folder)
    assert searcher.search(Query("husband please")).hits[0].anchor in {"letters", "visits"}
    searcher.close()


def test_words_of_the_matter_keep_their_weight(folder: Path) -> None:
    """A word that the library uses more than English does tells all it can, talk does not."""
    searcher = WhooshSearcher(folder, understanding=FULL)
    (gifts,) = (one for one in searcher.explain(Query("gout please")) if one.anchor == "gifts")
    weight = {match.asked: match.weight for match in gifts.matches}
    assert weight["gout"] > 2 * weight["please"]
    searcher.close()


def test_a_word_on_every_page_tells_none_of_them_apart(tmp_path: Path) -> None:
    """At a pain clinic all is about pain; what else is asked for decides."""
    pages = [
        page(f"{place} pain", section("Kinds of pain", "pain, clinic, pain"))
        for place in ("Neck", "Back", "Hip", "Knee", "Foot", "Hand", "Arm", "Leg", "Face", "Rib")
    ]
    rules = page("Agreement", section("What we ask", "urine is tested"), section("Why", "in pain"))
    write_index(tmp_path, Changes([*pages, rules]), None)
    searcher = WhooshSearcher(tmp_path)
    assert searcher.search(Query("urine test pain clinic")).hits[0].anchor == "what-we-ask"
    searcher.close()
