"""What running text says of a name is found in all texts of a page at once."""

import pytest

from ingest.conditions.statements import Calling, RunningText, calling, is_stated_singular
from ingest.wording import words


def test_a_phrase_stands_in_consecutive_words() -> None:
    """A phrase is found whole or not at all, across texts too; an empty one stands nowhere."""
    running = RunningText.of(("The causes are", "", "not known"))
    assert running.holds(words("cause are not known"))
    assert not running.holds(words("cause not"))
    assert not running.holds(("caus",))
    assert not running.holds(())


@pytest.mark.parametrize(
    ("texts", "called"),
    [
        (("Sciatica is a kind of nerve pain.",), Calling(condition=True)),
        (("Kyphoplasty (also called KP) is a surgical procedure.",), Calling(treatment=True)),
        (("We treat sciatica. It is a pain.",), Calling()),
        (("Sciatica and gout are diseases.",), Calling()),
        (("Treatment of sciatica", "is a procedure."), Calling()),
        (("Sciatica is here to stay.", "Sciatica is a disease."), Calling(condition=True)),
    ],
)
def test_the_first_sentence_that_defines(texts: tuple[str, ...], called: Calling) -> None:
    """Verb and noun belong to the sentence whose subject the name is, and to one text."""
    name = "Kyphoplasty" if called.treatment else "Sciatica"
    assert calling(name, RunningText.of(texts)) == called


@pytest.mark.parametrize(
    ("text", "singular"),
    [
        ("Neck and shoulder pain is common", True),
        ("Neck and shoulder pain are common", False),
        ("Back, neck and shoulder pain is common", True),
        ("Back and neck and shoulder pain is common", False),
        ("Is it neck and shoulder pain", False),
    ],
)
def test_a_name_used_as_one_thing(text: str, singular: bool) -> None:
    """The verb right after the whole name tells, unless the name only ends a longer list."""
    assert is_stated_singular("Neck and shoulder pain", RunningText.of((text,))) is singular


def test_texts_that_hold_a_word() -> None:
    """Each is yielded once, in order, by the beginning of a word or by all of it."""
    running = RunningText.of(("Gout, and gout.", "", "Goutweed", "No", "Acute gouts"))
    assert list(running.texts_with("gout")) == ["Gout, and gout.", "Goutweed", "Acute gouts"]
    assert list(running.texts_with(" gout ")) == ["Gout, and gout.", "Acute gouts"]
    assert list(RunningText.of(()).texts_with("gout")) == []
