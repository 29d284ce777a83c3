"""Where a heading says nothing, the running text may tell the aspect, or stay silent."""

import pytest

from index.aspect import Aspect
from ingest.aspects.bodies import weigh_body


@pytest.mark.parametrize(
    ("body", "aspect"),
    [
        (
            "Sciatica is a kind of nerve pain that runs down the leg. It can be caused by a disc, "
            "and is treated with exercise.",
            Aspect.OVERVIEW,
        ),
        (
            "It may be caused by overuse or injury. Repetitive strain leads to small tears, and "
            "wear and tear of the tendon is a common cause of lasting pain.",
            Aspect.CAUSES,
        ),
        (
            "You may notice stiffness and tenderness. The pain is often described as burning, and "
            "numbness or tingling can follow.",
            Aspect.PRESENTATION,
        ),
        (
            "Your doctor will ask about your symptoms and do a physical exam. An x-ray or blood "
            "test may help to confirm the diagnosis.",
            Aspect.DIAGNOSIS,
        ),
        (
            "Call your doctor right away if you have fever. Go to the emergency room, or call 911, "
            "if you cannot move your leg.",
            Aspect.WHEN_TO_SEEK_CARE,
        ),
        (
            "The prognosis for those affected varies. Some feel well, others need help.",
            Aspect.PROGNOSIS,
        ),
        (
            "Carpal tunnel syndrome is a disorder of the wrist. Symptoms include numbness and "
            "weakness, and many complain of pain in the hand, swelling, tingling or burning.",
            Aspect.OVERVIEW,
        ),
    ],
)
def test_a_body_that_tells(body: str, aspect: Aspect) -> None:
    """A definition, causes, symptoms, tests and calls for help are known by their wordings.

    What a text opens with and says something of counts most; a definition leads whatever follows.
    """
    assert weigh_body((body,)).decided is aspect


@pytest.mark.parametrize("body", ["", "Our office is on the second floor.", "Fever."])
def test_a_body_that_does_not(body: str) -> None:
    """One chance cue, or none, decides nothing."""
    assert weigh_body((body,)).decided is None


def test_an_even_body_stays_silent_but_has_a_nearest_aspect() -> None:
    """Two aspects told alike decide nothing; the nearest still helps whoever has to decide."""
    evidence = weigh_body(("Surgery and medication.", "Fatigue and stiffness."))
    assert evidence.decided is None
    assert evidence.nearest in {Aspect.TREATMENT, Aspect.PRESENTATION}


def test_repetition_does_not_shout_down_the_rest() -> None:
    """A word said twenty times counts twice."""
    evidence = dict(weigh_body(("Exercise. " * 20,)).weights)
    assert max(evidence.values()) <= 2 * 2.0
