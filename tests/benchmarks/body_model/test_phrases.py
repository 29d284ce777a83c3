"""What the product looks up in a text is what training chose from such texts."""

import pytest

from benchmarks.body_model.phrases import phrases_in
from ingest.aspects.body_model import load_body_model
from ingest.wording import words

_BODIES = (
    "Sciatica is a kind of nerve pain that runs down the leg. It can be caused by a disc.",
    "Call your doctor right away if you have fever. Go to the emergency room, or call 911.",
    "Pain. " * 50 + "The prognosis is good, and treatment helps most people to recover.",
    "You",
    "",
)


@pytest.mark.parametrize("body", _BODIES)
def test_the_same_phrases_are_known(body: str) -> None:
    """Single words, pairs and those of the opening, none twice and none left out."""
    model = load_body_model()
    signs = tuple(model.places)
    known = [signs[place] for place in model.known_in(words(body))]
    assert known == sorted(phrases_in(words(body)) & model.places.keys())
