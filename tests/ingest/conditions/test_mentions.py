"""Conditions named in a text: by name or abbreviation, passing mentions left out."""

import pytest

from index.document import Condition
from ingest.conditions.mentions import KnownConditions

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
