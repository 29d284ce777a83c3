"""What visitors call things, where texts call them otherwise: on small libraries of its own."""

from dataclasses import replace

import pytest

from index.aspect import Aspect
from index.explanation import Means
from index.lay_terms import with_lay_terms
from index.lexicon import EMPTY, Lexicon, Synonyms
from index.query import Query
from tests.index.engines.whoosh.indexes import Opener, anchors
from tests.support.pages import page, section

LAY = with_lay_terms(EMPTY)

CLINIC = page(
    "Clinic",
    section("Medicines", "carbamazepine is the first choice, duloxetine another"),
    section("Disc", "a herniated disc presses on the root"),
    section("Spine", "kyphosis is a bend of the upper spine"),
    section("Bladder", "trouble passing urine needs care at once"),
    section("Brain", "some have brain fog for weeks"),
    section("Hours", "open all day; do come in, they do help"),
)


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        ("tegretol", "medicines"),
        ("Cymbalta", "medicines"),
        ("bulging disk", "disc"),
        ("dowager's hump", "spine"),
        ("trouble peeing", "bladder"),
        ("spinal", "spine"),
        ("foggy", "brain"),
    ],
)
def test_everyday_words_lead_to_what_texts_say(opened: Opener, text: str, anchor: str) -> None:
    """Brands, lay names, what one says at home, and other forms of a word need no staff."""
    results = opened(CLINIC, LAY).search(Query(text))
    assert (results.hits[0].anchor, results.searched_for, results.dropped) == (anchor, "", ())


@pytest.mark.parametrize("text", ["celebrex", "glucophage", "citalopram"])
def test_a_medicine_that_no_text_has_leads_to_no_other(opened: Opener, text: str) -> None:
    """A brand leads to its substance or nowhere."""
    results = opened(CLINIC, LAY).search(Query(text))
    assert (results.total, results.searched_for, results.corrections) == (0, "", ())


def test_a_mistaken_everyday_word_is_offered_only(opened: Opener) -> None:
    """What is near a word that leads to some of the library may still be another brand."""
    results = opened(CLINIC, LAY).search(Query("tegratol"))
    assert (results.total, results.searched_for, results.corrections) == (0, "", ("tegretol",))


def test_a_term_is_known_however_it_is_spelt(opened: Opener) -> None:
    """Staff write a term as one side of the ocean does, visitors as the other."""
    staff = Lexicon((Synonyms(("slipped disk", "nerve root tumour")),))
    library = page("Clinic", section("Root", "a nerve root tumor is rare"), section("Rest", "rest"))
    assert anchors(opened(library, staff), "slipped disc") == ["root"]


def test_two_words_with_a_mistake_are_mended_to_the_one_they_are(opened: Opener) -> None:
    """A space too many and a letter too many are two slips of one finger."""
    library = page("Joints", section("Pelvis", "the sacroiliac joint"), section("Knee", "a joint"))
    results = opened(library).search(Query("sacro illiac joint"))
    assert (results.searched_for, results.hits[0].anchor) == ("sacroiliac joint", "pelvis")
    apart = opened(library).search(Query("sacro, illiac joint"))
    assert apart.searched_for == ""


def test_words_with_the_stem_of_a_stop_word_say_nothing(opened: Opener) -> None:
    """ "dos" has the stem of "do", which every page has; it finds none of them."""
    searcher = opened(CLINIC)
    assert searcher.search(Query("mal de dos")).total == 0
    assert searcher.search(Query("dos and donts")).hits[0].anchor == "hours"


CALLED = page(
    "Trigeminal Neuralgia",
    section(
        "Trigeminal neuralgia",
        "Trigeminal neuralgia: trigeminal neuralgia comes and goes",
        aspect=Aspect.PROGNOSIS,
    ),
    section("In short", "Sudden pain of the face, trigeminal neuralgia", aspect=Aspect.OVERVIEW),
)


@pytest.mark.parametrize("text", ["tic douloureux", "tri geminal neuralgia"])
def test_another_name_asks_what_the_thing_is_too(opened: Opener, text: str) -> None:
    """A name that the library writes otherwise leads to the overview as its own does."""
    searcher = opened(CALLED, LAY)
    assert anchors(searcher, text)[0] == anchors(searcher, "trigeminal neuralgia")[0] == "in-short"


def test_what_does_for_a_word_is_told(opened: Opener) -> None:
    """The explanation says that an everyday word was taken for what the text has."""
    (explained,) = opened(CLINIC, LAY).explain(Query("tegretol"))
    (match,) = explained.matches
    assert (match.asked, match.found, match.means) == (
        "tegretol",
        "carbamazepine",
        Means.SYNONYM,
    )


@pytest.mark.parametrize(
    ("text", "worded"),
    [
        ("tegretol", [("tegretol", "carbamazepine")]),
        ("dowager's hump", [("dowager hump", "kyphosis")]),
        ("carbamazepine", []),
        ("disc", []),
    ],
)
def test_what_texts_say_for_a_word_is_told(
    opened: Opener, text: str, worded: list[tuple[str, str]]
) -> None:
    """Nobody is shown another word than theirs without being told."""
    assert [*opened(CLINIC, LAY).search(Query(text)).worded] == worded


def test_staff_come_before_everyday_words() -> None:
    """What staff say of a word is kept, everyday words are added."""
    staff = Lexicon((Synonyms(("shot", "vaccine")),))
    both = with_lay_terms(staff)
    assert both.synonyms[:1] == staff.synonyms
    assert replace(both, synonyms=()) == replace(staff, synonyms=())


ADVICE = page(
    "Gout",
    section("Gout at a glance", "gout is a joint disease, gout flares", aspect=Aspect.TREATMENT),
    section("Tips", "gout and daily life", aspect=Aspect.SELF_CARE),
    section("Call us", "gout with fever", aspect=Aspect.WHEN_TO_SEEK_CARE),
    section("Later", "gout over the years", aspect=Aspect.PROGNOSIS),
    section("Origins", "gout and uric acid", aspect=Aspect.CAUSES),
)


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        ("what not to do with gout", "tips"),
        ("when to worry about gout", "call-us"),
        ("should i go to the er for gout", "call-us"),
        ("how fast does gout clear", "later"),
        ("will gout come back", "later"),
        ("what sets off gout", "origins"),
        ("why does gout happen", "origins"),
    ],
)
def test_what_people_ask_in_other_words_is_understood(
    opened: Opener, text: str, anchor: str
) -> None:
    """The passage about what is asked stands first, whatever words it has."""
    assert anchors(opened(ADVICE), text)[0] == anchor
