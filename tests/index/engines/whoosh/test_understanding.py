"""What a search understands besides the words themselves, on small libraries of its own."""

from dataclasses import replace

import pytest

from index.aspect import Aspect
from index.engines.whoosh.understanding import FULL, LITERAL
from index.explanation import Means
from index.lexicon import BestBet, Lexicon, Synonyms
from index.query import Query
from tests.index.engines.whoosh.indexes import Opener, anchors
from tests.support.pages import page, section

WORDS = page(
    "Clinic",
    section("Shot", "the shot takes a minute"),
    section("Needle", "the injection takes a minute"),
    section("Disc", "a herniated disc presses on the nerve"),
    section("Plate", "a disc of plastic, slipped under the cup"),
    section("Rest", "nothing of the kind"),
)
SAME = Lexicon((Synonyms(("shot", "injection")), Synonyms(("slipped disc", "herniated disc"))))


def test_synonyms_find_each_other_below_the_word_typed(opened: Opener) -> None:
    """Either finds both; the one that was typed stands first."""
    searcher = opened(WORDS, SAME)
    assert anchors(searcher, "shot") == ["shot", "needle"]
    assert anchors(searcher, "injection") == ["needle", "shot"]


def test_one_way_synonyms_lead_one_way(opened: Opener) -> None:
    """The first finds the other, the other not the first."""
    searcher = opened(WORDS, Lexicon((Synonyms(("shot", "injection"), one_way=True),)))
    assert anchors(searcher, "shot") == ["shot", "needle"]
    assert anchors(searcher, "injection") == ["needle"]


def test_a_term_of_several_words_is_found_as_a_whole(opened: Opener) -> None:
    """A slipped disc is a herniated disc, and is marked so; all asked words count as found."""
    searcher = opened(WORDS, SAME)
    results = searcher.search(Query("slipped disc"))
    disc = next(hit for hit in results.hits if hit.anchor == "disc")
    assert "".join(part.text for part in disc.snippet if part.match) == "herniateddisc"
    found = {one.anchor: one.matches for one in searcher.explain(Query("slipped disc"))}["disc"]
    assert {(match.asked, match.found) for match in found} == {
        ("slipped", "herniated disc"),
        ("disc", "disc"),
    }
    assert anchors(opened(WORDS), "slipped disc")[0] == "plate"


def test_each_step_can_be_switched_off(opened: Opener) -> None:
    """With all of it off, words are only what they are."""
    searcher = opened(WORDS, SAME, LITERAL)
    assert anchors(searcher, "shot") == ["shot"]
    assert searcher.search(Query("injektion")).searched_for == ""


SPELT = page(
    "Words",
    section("Points", "dry needling of the muscle"),
    section("Whole", "fibromyalgia is widespread pain"),
    section("Drugs", "pregabalin, fluoxetine and prednisone"),
    section("Near", "carter and carver"),
)


@pytest.mark.parametrize(
    ("text", "anchor"), [("dryneedling", "points"), ("fibro myalgia", "whole")]
)
def test_words_run_together_or_apart_are_found(opened: Opener, text: str, anchor: str) -> None:
    """A missing or needless space makes no difference, and is no correction."""
    results = opened(SPELT).search(Query(text))
    assert [hit.anchor for hit in results.hits][:1] == [anchor]
    assert (results.searched_for, results.corrections) == ("", ())


def test_a_sure_correction_is_searched_for_and_told(opened: Opener) -> None:
    """One nearest word is what was meant; as typed nothing is found."""
    searcher = opened(SPELT)
    results = searcher.search(Query("firbomyalgia pain"))
    assert results.searched_for == "fibromyalgia pain"
    assert results.hits[0].anchor == "whole"
    as_typed = searcher.search(Query("firbomyalgia", as_typed=True))
    assert (as_typed.total, as_typed.corrections) == (0, ("fibromyalgia",))


@pytest.mark.parametrize("text", ["paroxetine", "prednisolone", "prednisilone", "carber"])
def test_a_drug_or_a_word_with_two_remedies_is_not_mended(opened: Opener, text: str) -> None:
    """It may be offered, but is not searched for by itself."""
    results = opened(SPELT).search(Query(text))
    assert (results.searched_for, results.total) == ("", 0)


HEARD = page(
    "Heard",
    section("Nerve", "sciatica; an injection, or kyphoplasty"),
    section("Kidney", "nephritis"),
    section("Nerves", "neuritis"),
    section("Back", "neuritis of the back"),
    section("Joints", "arthritis"),
    section("Bones", "arthritis of the bone"),
    section("Vessels", "arteritis"),
)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("siattic nerve", "sciatica nerve"),
        ("injecshun", "injection"),
        ("kifoplasty", "kyphoplasty"),
        ("psyatica", "sciatica"),
    ],
)
def test_what_is_written_by_ear_is_mended(opened: Opener, text: str, meant: str) -> None:
    """It may be three mistakes away in writing, and begin with another letter."""
    assert opened(HEARD).search(Query(text)).searched_for == meant


@pytest.mark.parametrize(
    ("text", "offered"), [("artheritis", "arteritis"), ("nefritis", "nephritis")]
)
def test_another_word_as_near_in_writing_makes_it_unsure(
    opened: Opener, text: str, offered: str
) -> None:
    """What sounds most alike is offered; the more frequent word may be meant."""
    results = opened(HEARD).search(Query(text))
    assert (results.searched_for, results.corrections) == ("", (offered,))


def test_a_far_more_frequent_word_is_offered_first(opened: Opener) -> None:
    """Arthritis is meant more often than arteritis, though that sounds more alike."""
    common = [section(f"Joint {number}", "arthritis") for number in range(10)]
    searcher = opened(page("Joints", section("Vessels", "arteritis"), *common))
    assert searcher.search(Query("artheritis")).corrections == ("arthritis",)


FORMS = page(
    "Forms",
    section("Tests", "clinical signs and clinical tests of the urine"),
    section("Visits", "the clinic tests the urine"),
    section("Tumor", "a tumor of the spine"),
    section("Feet", "the foot is swollen; one foot only"),
    section("Bleeding", "hemorrhage from the esophagus, of diabetics"),
)


def test_the_form_typed_stands_before_others_of_its_stem(opened: Opener) -> None:
    """A stem may be another word's too: in another form the word counts less."""
    assert anchors(opened(FORMS), "clinic urine") == ["visits", "tests"]
    indifferent = opened(FORMS, understanding=replace(FULL, form=1.0))
    explained = {one.anchor: one.matches for one in indifferent.explain(Query("clinic urine"))}
    (clinic,) = (match for match in explained["tests"] if match.asked == "clinic")
    explained = {one.anchor: one.matches for one in opened(FORMS).explain(Query("clinic urine"))}
    (lowered,) = (match for match in explained["tests"] if match.asked == "clinic")
    assert lowered.weight < clinic.weight


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        ("tumour", "tumor"),
        ("feet swelled", "feet"),
        ("oesophageal haemorrhage", "bleeding"),
        ("haemorrhages", "bleeding"),
    ],
)
def test_british_spellings_and_irregular_forms_are_no_other_words(
    opened: Opener, text: str, anchor: str
) -> None:
    """They find what is written the other way, and are not corrected."""
    results = opened(FORMS).search(Query(text))
    assert (results.hits[0].anchor, results.searched_for, results.corrections) == (anchor, "", ())


@pytest.mark.parametrize(("text", "offered"), [("swalben", ("swollen",)), ("hemorbhaqe", ())])
def test_two_mistakes_in_a_short_word_are_only_offered(
    opened: Opener, text: str, offered: tuple[str, ...]
) -> None:
    """From eight letters on they are mended."""
    results = opened(FORMS).search(Query(text))
    assert results.searched_for == ("" if offered else "hemorrhage")
    assert results.corrections == offered


ASPECTS = page(
    "Gout",
    section("Signs", "gout hurts at night", aspect=Aspect.PRESENTATION),
    section("What we do", "gout calls for rest", aspect=Aspect.TREATMENT),
    section("Years later", "gout is often treated with doubt", aspect=Aspect.PROGNOSIS),
    section("Sources", "Gout: how is gout treated, what is the outlook", aspect=Aspect.OTHER),
)


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        ("gout outlook", "years-later"),
        ("does gout go away", "years-later"),
        ("treatment of gout", "what-we-do"),
        ("what are the signs of gout", "signs"),
    ],
)
def test_what_is_asked_lifts_the_passages_about_it(opened: Opener, text: str, anchor: str) -> None:
    """They need not have the words that ask; a list of works has all words and no answer."""
    results = opened(ASPECTS).search(Query(text))
    assert results.hits[0].anchor == anchor
    assert results.dropped == ()
    assert results.hits[-1].anchor == "sources"


def test_staff_decide_what_a_whole_query_shows_first(opened: Opener) -> None:
    """A best bet stands first for its words, a page or a section of it; else not."""
    bets = Lexicon(best_bets=(BestBet("Gout pain", "gout", "years-later"), BestBet("feet", "gout")))
    searcher = opened(ASPECTS, bets)
    assert anchors(searcher, "gout pains")[0] == "years-later"
    assert anchors(searcher, "feet") == ["signs"]
    assert anchors(searcher, "gout night")[0] == "signs"


@pytest.mark.parametrize("text", ["will the gout hurt", "does my gout hurt", "is gout hurting"])
def test_a_best_bet_holds_whatever_verb_or_article_asks(opened: Opener, text: str) -> None:
    """Staff name one wording; question words and "not" ask for something else."""
    searcher = opened(
        ASPECTS, Lexicon(best_bets=(BestBet("does gout hurt", "gout", "years-later"),))
    )
    assert anchors(searcher, text)[0] == "years-later"
    assert "years-later" not in anchors(searcher, f"why {text}")[:1]


def test_a_bet_on_a_page_that_is_gone_is_no_bet(opened: Opener) -> None:
    """The vocabulary may be older than the pages."""
    assert anchors(opened(ASPECTS, Lexicon(best_bets=(BestBet("feet", "foot"),))), "feet") == []


def test_hits_are_explained(opened: Opener) -> None:
    """Each word with the means and the place by which it was found, and what it was worth."""
    searcher = opened(WORDS, SAME)
    results = searcher.search(Query("shot minutes"))
    explanations = searcher.explain(Query("shot minutes"))
    assert [(one.anchor, one.score) for one in explanations] == [
        (hit.anchor, hit.score) for hit in results.hits
    ]
    assert [(match.asked, match.found, match.means) for match in explanations[1].matches] == [
        ("shot", "injection", Means.SYNONYM),
        ("minutes", "minute", Means.STEM),
    ]
    first = explanations[0]
    product = sum(match.weight for match in first.matches)
    for factor in first.factors:
        product *= factor.value
    assert product == pytest.approx(first.score, rel=1e-3)
    assert first.matches[0].fields == ("heading", "body")


CALLED = page(
    "Gout",
    section(
        "Gout", "Gout: flares of gout come less often with gout medicine", aspect=Aspect.PROGNOSIS
    ),
    section(
        "In short", "Crystals in the joints make gout a painful arthritis", aspect=Aspect.OVERVIEW
    ),
)


def test_a_name_alone_asks_what_the_thing_is(opened: Opener) -> None:
    """The page's overview stands first, whatever other section says the name more often."""
    assert anchors(opened(CALLED), "gout") == ["in-short", "gout"]
    as_words = replace(FULL, overview=0)
    assert anchors(opened(CALLED, understanding=as_words), "gout") == ["gout", "in-short"]


def test_more_than_the_name_asks_for_something_else(opened: Opener) -> None:
    """With another word the overview has no advantage."""
    assert anchors(opened(CALLED), "gout medicine")[0] == "gout"
