"""Where a heading says nothing, the running text may tell the aspect, or stay silent."""

import io

import numpy as np
import pytest

from index.aspect import Aspect
from ingest.aspects.bodies import weigh_body, with_names_marked
from ingest.aspects.body_model import decode_body_model, encode_body_model, load_body_model
from ingest.aspects.cues import weigh_cues
from ingest.aspects.wordings import NAME
from ingest.wording import words


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
            "Wash your hands often and keep your vaccinations up to date. Wearing gloves at work "
            "also helps to protect you.",
            Aspect.PREVENTION,
        ),
        (
            "Antibiotics are given for seven to ten days. Severe infections are treated in "
            "hospital with medicine through a vein.",
            Aspect.TREATMENT,
        ),
        (
            "You are more likely to get it if you are overweight, older than 40, or have a family "
            "history of heart disease.",
            Aspect.RISK_FACTORS,
        ),
        (
            "Scientists are studying whether a new drug can slow the disease. A clinical trial is "
            "looking for volunteers.",
            Aspect.RESEARCH,
        ),
        (
            "Possible problems include bleeding, infection at the puncture site, an allergic "
            "reaction to the dye and, very rarely, nerve damage.",
            Aspect.COMPLICATIONS,
        ),
        (
            "Constant pain makes it hard to work and to enjoy time with friends. Many feel "
            "frustrated, and relationships suffer.",
            Aspect.EFFECTS,
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


@pytest.mark.parametrize(
    "body",
    [
        "",
        "Our office is on the second floor. Parking is free behind the building.",
        "Fever.",
        "We accept most insurance plans. Please bring your card. Payment is due at the visit.",
        "Monday to Friday 8 am to 5 pm. Saturday closed. Phone (555) 010-0100.",
        "Subscribe to our newsletter to get news and special offers at any time.",
        "The council will discuss the new budget and expects a vote before the summer.",
    ],
)
def test_a_body_that_does_not(body: str) -> None:
    """One chance cue, or none, decides nothing; nor does what is not about health at all."""
    assert weigh_body((body,)).decided is None


def test_a_body_about_something_else_has_no_nearest_aspect() -> None:
    """Staff are not sent to an aspect by words that any page may have."""
    shoes = "Lace the shoe while you sit, and slip into it with a long spoon on bad days."
    assert weigh_body((shoes,)).nearest is None


def test_an_even_body_stays_silent_but_has_a_nearest_aspect() -> None:
    """Two aspects told alike decide nothing; the nearest still helps whoever has to decide."""
    evidence = weigh_body(("Surgery and medication.", "Fatigue and stiffness."))
    assert evidence.decided is None
    assert evidence.nearest in {Aspect.TREATMENT, Aspect.PRESENTATION}


def test_repetition_does_not_shout_down_the_rest() -> None:
    """A word said twenty times counts twice."""
    evidence = dict(weigh_cues(words("Exercise. " * 20)).weights)
    assert max(evidence.values()) <= 2 * 2.0


def test_the_phrases_that_decide_are_told() -> None:
    """Whoever asks why is shown words of the text."""
    body = "The prognosis varies, but most people recover fully within a few weeks."
    evidence = weigh_body((body,))
    assert evidence.decided is Aspect.PROGNOSIS
    assert evidence.because
    folded = f" {' '.join(words(body))} "
    assert all(f" {phrase} " in folded for phrase in evidence.because)


def test_the_name_of_the_topic_tells_no_aspect() -> None:
    """ "Medication overuse headache" is no reason to read of treatment."""
    body = "Medication overuse headache comes daily. Medication overuse headache is a dull ache."
    name = words("Medication overuse headache")
    assert NAME in with_names_marked(words(body), (name,))
    assert weigh_body((body,), (name,)).decided is not Aspect.TREATMENT


def test_of_two_names_the_longer_is_marked() -> None:
    """A condition's full name goes before the word that it shares with others."""
    names = (words("tension headache"), words("headache"))
    marked = with_names_marked(words("Tension headache is the commonest headache"), names)
    assert " ".join(marked) == "~ is the commonest ~"


def test_what_the_model_was_not_taught_the_cues_decide() -> None:
    """The library it learned from has no sections that compare or describe a procedure."""
    taught = load_body_model().aspects
    for aspect, body in (
        (Aspect.COMPARISON, "Unlike gout, it differs from arthritis; in contrast, whereas."),
        (Aspect.PROCEDURE, "You will lie on a table. Sedation is given before the procedure."),
    ):
        evidence = weigh_body((body,))
        assert aspect not in taught
        assert evidence.decided is aspect
        assert evidence.because


def test_the_model_is_read_as_it_was_written() -> None:
    """Weights are kept in steps, which a second writing does not coarsen."""
    model = load_body_model()
    again = decode_body_model(encode_body_model(model))
    assert again.aspects == model.aspects
    assert again.places == model.places
    assert np.allclose(again.weights, model.weights, atol=1e-6)
    assert np.array_equal(again.bias, model.bias)


def test_a_model_file_that_could_run_is_refused() -> None:
    """Pickled objects in it are not read."""
    file = io.BytesIO()
    np.savez(file, signs=np.array([object()]), allow_pickle=True)
    with pytest.raises(ValueError, match="allow_pickle"):
        decode_body_model(file.getvalue())
