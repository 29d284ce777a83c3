"""What staff are advised on the wording of their pages."""

from dataclasses import replace

import pytest
import textstat

from index.aspect import Aspect
from index.document import Condition, Item, Page
from ingest.lint.abbreviations import abbreviations_in
from ingest.lint.advice import FEWEST_OTHERS, HARD_GRADE, AdviceKind, Examined, PageAdvice, advise
from ingest.lint.examine import examine
from ingest.lint.findings import Gap, PageFindings, findings_from_json, findings_to_json
from ingest.lint.reading_level import reading_grade
from ingest.lint.siblings import gaps_in
from tests.support.pages import bullets, page, section

EASY = "Rest the arm for a day or two. Then move it a bit more each day. "
HARD = (
    "Multidisciplinary rehabilitation incorporating psychological interventions demonstrably "
    "facilitates comprehensive functional restoration notwithstanding persistent symptomatology. "
)


@pytest.mark.parametrize(
    "text",
    [
        "Magnetic resonance imaging (MRI) shows it.",
        "An MRI (magnetic resonance imaging) shows it.",
        "Magnetic resonance imaging, or MRI, shows it.",
        "Magnetic resonance imaging (also called MRI) shows it.",
        "MRI stands for magnetic resonance imaging.",
        "An MRI scan (magnetic resonance imaging) shows it.",
    ],
)
def test_an_abbreviation_beside_its_words_is_explained(text: str) -> None:
    """However the page puts it."""
    found = abbreviations_in((text, "A second MRI follows."), ())
    assert (found.explained, found.unexplained) == (("MRI",), ())


@pytest.mark.parametrize(
    "text",
    [
        "An MRI shows it.",
        "Two MRIs show it.",
        "An MRI (at the hospital) shows it.",
        "Scans (MRI, X-ray) show it.",
    ],
)
def test_an_abbreviation_without_its_words_is_not_explained(text: str) -> None:
    """Nor by a parenthesis that says something else."""
    assert abbreviations_in((text,), ()).unexplained == ("MRI",)


@pytest.mark.parametrize(
    "text",
    [
        "TREATMENT OF NECK PAIN",
        "SOURCES",
        "Do NOT stop; it is not harmful.",
        "Type II, at L4 and L4-L5, vitamin B12, an X-ray, guideline NG59.",
        "On TV in the USA, by Jane Roe, MD.",
        "Write to CLINIC@example.org or see www.ABC.example.",
    ],
)
def test_shouted_words_places_and_what_everybody_knows_ask_for_nothing(text: str) -> None:
    """Capitals alone make no abbreviation."""
    assert abbreviations_in((text,), ()).unexplained == ()


def two_conditions(*items: Item) -> Page:
    """Return a page on two conditions whose outlook is told in ``items``."""
    covered = (Condition("Gout", ("GA",)), Condition("Bursitis"))
    outlook = replace(section("Outlook", bullets(*items)), aspect=Aspect.PROGNOSIS)
    return replace(page("Gout & Bursitis", outlook), conditions=covered)


OF_GOUT = Item("Gout: good with medicine for most people", conditions=("Gout",))
OF_BOTH = Item("Most people get better within a few weeks or months of rest")


def test_what_is_told_of_one_condition_only_is_a_gap() -> None:
    """Until the other is told of, or as much is said of all alike."""
    gap = Gap(Aspect.PROGNOSIS, ("Gout",), ("Bursitis",))
    assert gaps_in(two_conditions(OF_GOUT)) == (gap,)
    assert gaps_in(two_conditions(OF_GOUT, Item("In short:"))) == (gap,)
    assert gaps_in(two_conditions(OF_GOUT, OF_BOTH)) == ()
    told = replace(OF_GOUT, conditions=("Bursitis",))
    assert gaps_in(two_conditions(OF_GOUT, told)) == ()
    assert gaps_in(two_conditions(OF_BOTH)) == ()


@pytest.mark.parametrize("text", ["CALL your doctor.", "Side EFFECTS differ.", "Do NOT drive."])
def test_words_in_capitals_are_no_abbreviations(text: str) -> None:
    """They are shouted; staff would look for their meaning in vain."""
    assert abbreviations_in([text], []).unexplained == ()


def test_reading_grade() -> None:
    """Long words in long sentences ask for more school; too little text for nothing."""
    easy, hard = reading_grade([EASY * 10]), reading_grade([HARD * 10])
    assert easy is not None
    assert hard is not None
    assert easy < 6 < HARD_GRADE < hard
    assert reading_grade([EASY]) is None
    assert reading_grade(["bullets of few words"] * 100) is None


@pytest.mark.parametrize(
    "text",
    [EASY * 10, HARD * 10, "It's a well-known, long-standing ache (e.g. in the knee). Why? " * 20],
)
def test_the_reading_grade_is_that_of_textstat(text: str) -> None:
    """Letters, words and sentences are counted as textstat does; its weight of letters is 5.8.

    Coleman and Liau's paper has 5.88.
    """
    grade = reading_grade([text.strip()])
    theirs = textstat.coleman_liau_index(text) + 0.08 * textstat.avg_letter_per_word(text)
    assert grade == pytest.approx(theirs, abs=0.15)


def examined(name: str, *aspects: Aspect, category: str | None = "Conditions") -> Examined:
    """Return a page of ``category`` that tells ``aspects``."""
    return Examined(name, category, PageFindings(aspects=aspects))


def kinds(advice: PageAdvice) -> list[AdviceKind]:
    """Return what the advice on a page is about."""
    return [piece.kind for piece in advice.advice]


def test_what_most_pages_of_a_category_have_is_missed() -> None:
    """Among enough of them, and in their own category."""
    full = [examined(f"{number}", Aspect.PROGNOSIS) for number in range(FEWEST_OTHERS)]
    lacking = examined("x", Aspect.CAUSES)
    *others, last = advise([*full, lacking], ())
    assert not any(map(kinds, others))
    assert kinds(last) == [AdviceKind.CATEGORY]
    assert f"Outlook ({FEWEST_OTHERS} of {FEWEST_OTHERS})" in last.advice[0].text
    assert not kinds(advise([*full[1:], lacking], ())[-1])
    assert not kinds(advise([*full, replace(lacking, category="Treatments")], ())[-1])
    assert not kinds(advise([*full, replace(lacking, category=None)], ())[-1])


def test_half_of_the_pages_are_not_most() -> None:
    """An aspect that many leave out is nobody's gap."""
    pages = [examined(f"{number}", Aspect.CAUSES) for number in range(FEWEST_OTHERS)]
    pages += [examined(f"o{number}", Aspect.PROGNOSIS) for number in range(FEWEST_OTHERS)]
    assert not any(map(kinds, advise(pages, ())))


def test_an_abbreviation_that_the_site_explains_is_no_ones_fault() -> None:
    """By another page, or in staff's vocabulary."""
    uses = Examined("a", None, PageFindings(unexplained=("MRI",)))
    explains = Examined("b", None, PageFindings(explained=("MRI",)))
    assert kinds(advise([uses], ())[0]) == [AdviceKind.ABBREVIATION]
    assert kinds(advise([uses, explains], ())[0]) == []
    assert kinds(advise([uses], ("MRI",))[0]) == []


def test_a_page_is_examined_for_all_of_it() -> None:
    """Findings of one page, as the ledger keeps them."""
    body = section("Causes", f"{HARD * 10} An MRI shows it.")
    findings = examine(replace(two_conditions(OF_GOUT), sections=(body, section("Diet"))))
    assert findings.unexplained == ("MRI",)
    assert findings.explained == ("GA",)
    (advice,) = advise([Examined("x", None, findings)], ())
    assert kinds(advice) == [AdviceKind.ABBREVIATION, AdviceKind.READING_LEVEL]
    full = replace(findings, gaps=gaps_in(two_conditions(OF_GOUT)))
    assert kinds(advise([Examined("x", None, full)], ())[0])[1] is AdviceKind.SIBLING_CONDITION
    assert findings_from_json(findings_to_json(full)) == full
