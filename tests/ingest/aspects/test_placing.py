"""Headings tell aspects, in the words and questions that health pages use."""

import tomllib
from importlib.resources import files

import pytest

from index.aspect import Aspect
from ingest.aspects.placing import place_heading
from ingest.wording import words

NAMES = (words("Fibromyalgia"), words("FM"))


@pytest.mark.parametrize(
    ("heading", "aspect"),
    [
        ("Understanding Fibromyalgia", Aspect.OVERVIEW),
        ("What is fibromyalgia?", Aspect.OVERVIEW),
        ("How do I prepare for surgery?", Aspect.PROCEDURE),
        ("How can I learn more about the vaccine?", Aspect.OTHER),
        ("What a trigger point is", Aspect.OVERVIEW),
        ("How common is it?", Aspect.OVERVIEW),
        ("Differences Between Fibromyalgia and Myofascial Pain Syndrome", Aspect.COMPARISON),
        ("Fibromyalgia vs. arthritis", Aspect.COMPARISON),
        ("Telling Them Apart", Aspect.COMPARISON),
        ("Etiology", Aspect.CAUSES),
        ("Causes and Risk Factors", Aspect.CAUSES),
        ("What sets it off?", Aspect.CAUSES),
        ("Is fibromyalgia inherited?", Aspect.CAUSES),
        ("Who gets it?", Aspect.RISK_FACTORS),
        ("Who is at risk?", Aspect.RISK_FACTORS),
        ("Clinical Presentation", Aspect.PRESENTATION),
        ("What does it feel like?", Aspect.PRESENTATION),
        ("How is it diagnosed?", Aspect.DIAGNOSIS),
        ("Exams and Tests", Aspect.DIAGNOSIS),
        ("Effects on Health and Lifestyle", Aspect.EFFECTS),
        ("Living with FM", Aspect.EFFECTS),
        ("Possible Complications", Aspect.COMPLICATIONS),
        ("RISKS AND SIDE EFFECTS", Aspect.COMPLICATIONS),
        ("Outlook (Prognosis)", Aspect.PROGNOSIS),
        ("How long does it last?", Aspect.PROGNOSIS),
        ("Is there a cure?", Aspect.PROGNOSIS),
        ("Treatment and Management Options", Aspect.TREATMENT),
        ("What are the treatments for fibromyalgia?", Aspect.TREATMENT),
        ("1. Medications", Aspect.TREATMENT),
        ("What You Can Do", Aspect.SELF_CARE),
        ("Lifestyle Modifications", Aspect.SELF_CARE),
        ("Can it be prevented?", Aspect.PREVENTION),
        ("How It Is Done, Step by Step", Aspect.PROCEDURE),
        ("What to expect after your injection", Aspect.PROCEDURE),
        ("When to See a Doctor", Aspect.WHEN_TO_SEEK_CARE),
        ("Emergency signs:", Aspect.WHEN_TO_SEEK_CARE),
        ("Clinical Trials", Aspect.RESEARCH),
        ("Sources", Aspect.OTHER),
        ("In plain words", Aspect.OVERVIEW),
        ("What is a fibromyalgia?", Aspect.OVERVIEW),
        ("Why do people develop fibromyalgia?", Aspect.CAUSES),
        ("Why have I got this?", Aspect.CAUSES),
        ("Things to watch for", Aspect.PRESENTATION),
        ("How can I tell that it is FM?", Aspect.PRESENTATION),
        ("How will my doctor know for sure?", Aspect.DIAGNOSIS),
        ("Fibromyalgia and your life", Aspect.EFFECTS),
        ("For partners", Aspect.EFFECTS),
        ("Are there interactions?", Aspect.COMPLICATIONS),
        ("How many days will I be off work?", Aspect.PROGNOSIS),
        ("How can I manage my fibromyalgia?", Aspect.TREATMENT),
        ("What are the alternatives?", Aspect.TREATMENT),
        ("Why do I need the operation?", Aspect.TREATMENT),
        ("Why have I been prescribed these tablets?", Aspect.TREATMENT),
        ("What can a physiotherapist do?", Aspect.TREATMENT),
        ("Steroid creams", Aspect.TREATMENT),
        ("When should I take it?", Aspect.TREATMENT),
        ("What should I do at once?", Aspect.SELF_CARE),
        ("Can I eat what I like?", Aspect.SELF_CARE),
        ("What should you expect to happen?", Aspect.PROCEDURE),
        ("How is the injection carried out?", Aspect.PROCEDURE),
        ("What does the operation involve?", Aspect.PROCEDURE),
        ("How long does the operation take?", Aspect.PROCEDURE),
        ("Will the injection hurt?", Aspect.PROCEDURE),
        ("Call doctor the same day", Aspect.WHEN_TO_SEEK_CARE),
        ("When should I be worried?", Aspect.WHEN_TO_SEEK_CARE),
        ("Who should I contact?", Aspect.WHEN_TO_SEEK_CARE),
        ("Where can I find out more?", Aspect.OTHER),
        ("Comments and complaints", Aspect.OTHER),
        ("Anna's story", Aspect.OTHER),
        ("Causes, symptoms, and treatment", Aspect.CAUSES),
        ("Keeping well", Aspect.PREVENTION),
        ("How is it spread?", Aspect.CAUSES),
        ("How is it done?", Aspect.PROCEDURE),
        ("How long will it take to recover?", Aspect.PROGNOSIS),
        ("What are my options?", Aspect.TREATMENT),
        ("What you need to do", Aspect.SELF_CARE),
        ("Table of contents", Aspect.OTHER),
        ("In this leaflet", Aspect.OTHER),
        ("Everything you need to know about fibromyalgia", Aspect.OVERVIEW),
        ("How does fibromyalgia form?", Aspect.CAUSES),
        ("How do I get rid of it?", Aspect.TREATMENT),
        ("Your action plan", Aspect.TREATMENT),
        ("Fees and payment", Aspect.OTHER),
        ("What brings it on?", Aspect.CAUSES),
        ("How it starts", Aspect.CAUSES),
        ("What makes it more likely?", Aspect.RISK_FACTORS),
        ("What might I notice?", Aspect.PRESENTATION),
        ("What you may feel", Aspect.PRESENTATION),
        ("Work-up", Aspect.DIAGNOSIS),
        ("Investigations", Aspect.DIAGNOSIS),
        ("Imaging studies", Aspect.DIAGNOSIS),
        ("How is it found?", Aspect.DIAGNOSIS),
        ("Ways to feel better", Aspect.TREATMENT),
        ("How can it be managed?", Aspect.TREATMENT),
        ("How can I help myself?", Aspect.SELF_CARE),
        ("Managing flare-ups", Aspect.SELF_CARE),
        ("Mental health", Aspect.EFFECTS),
        ("What happens if it's not treated?", Aspect.COMPLICATIONS),
        ("When it isn't treated", Aspect.COMPLICATIONS),
        ("What to expect over time", Aspect.PROGNOSIS),
        ("Getting back to normal", Aspect.PROGNOSIS),
        ("Will it come back?", Aspect.PROGNOSIS),
        ("Before surgery", Aspect.PROCEDURE),
        ("Your first visit", Aspect.PROCEDURE),
        ("Aftercare", Aspect.PROCEDURE),
        ("Red flags", Aspect.WHEN_TO_SEEK_CARE),
        ("Get help now", Aspect.WHEN_TO_SEEK_CARE),
        ("Get medical care right away if", Aspect.WHEN_TO_SEEK_CARE),
        ("New treatments being studied", Aspect.RESEARCH),
        ("Helpful resources", Aspect.OTHER),
        ("Last reviewed", Aspect.OTHER),
        ("FAQs", Aspect.OTHER),
    ],
)
def test_known_headings(heading: str, aspect: Aspect) -> None:
    """Nouns, questions, numbered and closing with a colon, in any case."""
    placement = place_heading(heading, NAMES)
    assert placement is not None
    assert placement.aspect is aspect


@pytest.mark.parametrize("heading", ["Together We can do it", "Fibromyalgia", "2.1 Feet", "…"])
def test_headings_that_tell_nothing(heading: str) -> None:
    """A slogan, a name, a part of the body, a mark: nothing is read into them."""
    assert place_heading(heading, NAMES) is None


def test_a_name_is_not_read_for_what_its_words_say() -> None:
    """A page on an inherited disease does not speak of causes whenever it names itself."""
    names = (words("Hereditary angioedema"),)
    placement = place_heading("What is hereditary angioedema?", names)
    assert placement is not None
    assert placement.aspect is Aspect.OVERVIEW


@pytest.mark.parametrize(
    ("heading", "aspect"),
    [
        ("Treatment Outcomes", Aspect.PROGNOSIS),
        ("Treatment side effects", Aspect.COMPLICATIONS),
        ("Effects of treatment", Aspect.TREATMENT),
        ("What causes symptoms?", Aspect.CAUSES),
        ("How is hereditary angioedema treated?", Aspect.TREATMENT),
        ("How is gout diagnosed and treated?", Aspect.DIAGNOSIS),
        ("Before the operation", Aspect.PROCEDURE),
    ],
)
def test_of_several_known_words_grammar_decides(heading: str, aspect: Aspect) -> None:
    """The last of two nouns side by side, the verb of a question, else the first word known."""
    placement = place_heading(heading)
    assert placement is not None
    assert placement.aspect is aspect


@pytest.mark.parametrize(
    ("heading", "aspect"),
    [
        ("What is hereditary angioedema?", Aspect.OVERVIEW),
        ("What is a nerve block?", Aspect.OVERVIEW),
        ("What is the outlook?", Aspect.PROGNOSIS),
        ("What is causing my pain?", Aspect.CAUSES),
    ],
)
def test_questions_for_a_definition(heading: str, aspect: Aspect) -> None:
    """ "What is X?" asks for an overview even where X is unknown and holds known words."""
    placement = place_heading(heading)
    assert placement is not None
    assert placement.aspect is aspect


def test_the_vocabulary_knows_every_aspect() -> None:
    """Each aspect has wordings, and no wording of a heading stands under two."""
    text = files("ingest").joinpath("data/aspects.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(text)
    assert set(tables) == {aspect.value for aspect in Aspect}
    seen: dict[tuple[str, ...], str] = {}
    for aspect, table in tables.items():
        for phrase in (*table.get("phrases", ()), *table.get("weak", ())):
            key = tuple(phrase.split())
            assert seen.setdefault(key, aspect) == aspect, phrase
