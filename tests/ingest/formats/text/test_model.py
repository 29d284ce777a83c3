"""The line model: plain data that survives its file, and stays small enough to ship."""

from importlib.resources import files
from io import BytesIO

import numpy as np
import pytest

from ingest.formats.text.evidence import FEATURES, gather
from ingest.formats.text.model import decode_model, encode_model, load_model
from ingest.formats.text.splitting import split_lines
from ingest.trees import Forest
from tests.ingest.formats.text import layouts

_LARGEST = 300_000


def test_the_file_is_small() -> None:
    """The model that ships is under 300 kB."""
    raw = (files("ingest.formats.text") / "line_model.npz").read_bytes()
    assert len(raw) < _LARGEST


def test_a_model_survives_its_file() -> None:
    """What is written is what is read."""
    model = load_model()
    again = decode_model(encode_model(model))
    lines = split_lines(layouts.LAYOUTS["bare"], "page.txt")
    opinions = model.judge(gather(lines, model.lexicon))
    repeated = again.judge(gather(lines, again.lexicon))
    np.testing.assert_array_equal(opinions.content, repeated.content)
    np.testing.assert_array_equal(opinions.heading, repeated.heading)
    assert again.names == model.names


def test_the_evidence_is_what_the_model_was_trained_on() -> None:
    """Features have the names and the order that the model knows."""
    assert load_model().names == FEATURES


def test_a_pickle_in_the_file_is_refused() -> None:
    """A model file cannot bring code along."""
    file = BytesIO()
    np.savez(file, words=np.array([{"names": []}], dtype=object))
    with pytest.raises(ValueError, match="allow_pickle"):
        decode_model(file.getvalue())


def test_a_forest_adds_the_leaves_that_the_answers_lead_to() -> None:
    """Two trees of two questions each, worked out by hand."""
    forest = Forest(
        features=np.array([[0, 1], [1, 0]], dtype=np.int16),
        borders=np.array([[0.5, 0.5], [1.5, 2.5]], dtype=np.float32),
        leaves=np.array([[1, 2, 4, 8], [10, 20, 40, 80]], dtype=np.float32),
        bias=100.0,
    )
    values = np.array([[0, 1, 3], [0, 1, 2]], dtype=np.float32)  # features by lines
    assert forest.weigh(values).tolist() == [100 + 1 + 10, 100 + 8 + 10, 100 + 8 + 80]
