"""Headings that tell an aspect and nothing else."""

import pytest

from index.aspect import Aspect
from ingest.aspects.bare import bare_aspect
from ingest.wording import words

NAMES = (words("Restless legs syndrome"), words("RLS"))


@pytest.mark.parametrize(
    ("heading", "aspect"),
    [
        ("Causes", Aspect.CAUSES),
        ("Causes:", Aspect.CAUSES),
        ("3.12 Symptoms", Aspect.PRESENTATION),
        ("(viii) Symptoms", Aspect.PRESENTATION),
        ("The causes of restless legs syndrome", Aspect.CAUSES),
        ("How is RLS treated?", Aspect.TREATMENT),
        ("Preventing it", Aspect.PREVENTION),
    ],
)
def test_a_heading_of_telling_and_small_words_is_bare(heading: str, aspect: Aspect) -> None:
    """Numbers, colons, small words and the page's own names do not count as more."""
    placement = bare_aspect(heading, NAMES)
    assert placement is not None
    assert placement.aspect is aspect


@pytest.mark.parametrize(
    "heading",
    [
        "",
        "Causes of the delay",
        "Symptoms in winter",
        "Treatment rooms",
        "The causes of gout",
        "Restless legs syndrome",
        "About Kevin",
    ],
)
def test_a_heading_that_says_more_or_nothing_is_not_bare(heading: str) -> None:
    """One word that neither tells the aspect nor names the topic is something else."""
    assert bare_aspect(heading, NAMES) is None


def test_a_word_stands_for_others_that_begin_so_only_with_a_star() -> None:
    """ "a" in the phrase "what is a ~" does not let "acute" pass as a part of it."""
    assert bare_aspect("What is a RLS?", NAMES) is not None
    assert bare_aspect("What is a acute RLS?", NAMES) is None
