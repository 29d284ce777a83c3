"""Conditions named in a text: by name or abbreviation, passing mentions left out."""

import pytest

from index.document import Condition
from ingest.conditions.mentions import KnownConditions
from ingest.conditions.statements import RunningText

FM = "Fibromyalgia"
MPS = "Myofascial Pain Syndrome"
KNOWN = KnownConditions.of([Condition(FM, ("FM",)), Condition(MPS, ("MPS",))])


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Relieves muscle tension in MPS and improves circulation in FM.", (FM, MPS)),
        ("People with fibromyalgia sleep badly.", (FM,)),
        ("myofascial-pain syndromes", (MPS,)),
        ("FM-related fatigue", (FM,)),
        ("The FMS scale and fm radio", ()),
        ("Can provide symptom relief for both conditions.", ()),
        ("", ()),
    ],
)
def test_names_and_abbreviations(text: str, named: tuple[str, ...]) -> None:
    """Names in any case and form, abbreviations letter by letter, in the page's order."""
    assert KNOWN.named_in(text).conditions == named


@pytest.mark.parametrize(
    "text",
    [
        "Unlike fibromyalgia, the pain stays in one place.",
        "In contrast to people with fibromyalgia, movement is free.",
        "It may be mistaken for fibromyalgia or MPS.",
        "This is not fibromyalgia.",
        "Tests rule out FM.",
        "The pain is duller than in fibromyalgia.",
    ],
)
def test_passing_mentions_attribute_nothing(text: str) -> None:
    """A comparison or an exclusion says nothing of the condition that it names."""
    assert KNOWN.named_in(text).conditions == ()


def test_a_comparison_speaks_of_the_other_one() -> None:
    """ "MPS, unlike fibromyalgia, ..." speaks of MPS; a new clause begins afresh."""
    assert KNOWN.named_in("MPS, unlike fibromyalgia, is local.").conditions == (MPS,)
    assert KNOWN.named_in("Much is unlike. Fibromyalgia is not.").conditions == (FM,)


def test_the_longest_name_wins() -> None:
    """ "Neck pain after whiplash" is not "neck pain" where both are known."""
    known = KnownConditions.of([Condition("Pain"), Condition("Neck Pain")])
    assert known.named_in("Neck pain is common.").conditions == ("Neck Pain",)


def test_two_names_that_share_their_closing_words() -> None:
    """ "Cervical and lumbar radicular pain" names both."""
    cervical, lumbar = "Cervical Radicular Pain", "Lumbar Radicular Pain"
    known = KnownConditions.of([Condition(cervical), Condition(lumbar)])
    assert known.named_in("cervical and lumbar radicular pain").conditions == (cervical, lumbar)
    assert known.named_in("cervical and other pain").conditions == ()


def test_words_around_a_name() -> None:
    """What is left of a label tells whether it is about the condition alone."""
    assert KNOWN.named_in("For people with FM").around == ("for", "people", "with")


def test_nothing_known_names_nothing() -> None:
    """A page without conditions attributes nothing."""
    assert KnownConditions.of([]).named_in("Fibromyalgia").conditions == ()


@pytest.mark.parametrize(
    ("condition", "text"),
    [
        (Condition("Sjögren’s disease"), "What SJOGREN'S diseases are"),
        (Condition("Calorie deficit"), "a calories deficit"),
        (Condition("Allergy"), "ALLERGIES"),
        (Condition("Finesse syndrome"), "two Finesses syndrome"),
        (Condition("Arthrite"), "Les signes de l’arthrite"),
        (Condition("Back & neck pain"), "neck, back & neck pain"),
        (Condition("Illness", ("ME/CFS",)), "Those with ME/CFS."),
        (Condition("Болезнь"), "болезнь"),
        (Condition("& more"), "and more"),
    ],
)
def test_no_text_that_names_is_passed_over(condition: Condition, text: str) -> None:
    """The one look at all texts leaves out those alone in which the full look finds nothing."""
    known = KnownConditions.of([condition])
    other = "Nothing of the kind – whatever it may be."
    running = RunningText.of(("", other, text, ""))
    assert known.named_in(text).conditions == (condition.name,)
    assert text not in known.unnamed_in(running)
    assert not known.named_in(other).conditions


def test_texts_that_name_nothing_are_passed_over() -> None:
    """Texts without a name's beginning are told at once; without conditions it is all of them."""
    texts = ("Fibromyalgia hurts", "Sleep well", "An FM sign")
    running = RunningText.of(texts)
    assert KNOWN.unnamed_in(running) == {"Sleep well"}
    assert KnownConditions.of([]).unnamed_in(running) == set(texts)
