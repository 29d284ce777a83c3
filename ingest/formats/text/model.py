"""The line model: a lexicon and two small ensembles of oblivious decision trees, as plain data.

Evidence enters, Opinions leave. The model file is written by benchmarks/line_model and read once a
process; nothing in it can run. For the text format only.
"""

import io
import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from ingest.formats.text.evidence import Evidence
from ingest.formats.text.lexicon import Lexicon
from ingest.trees import Arrays, Forest, Matrix, forest_from

_FILE = "line_model.npz"
_FORESTS = ("content", "heading", "title")


@dataclass(frozen=True, slots=True)
class Opinions:
    """Log-odds a line: ``content`` against furniture, ``heading`` against other content, ``title``
    for the page's own title against everything else."""

    content: Matrix
    heading: Matrix
    title: Matrix


@dataclass(frozen=True, slots=True)
class LineModel:
    """What was learned from labelled pages.

    Attributes:
        names: The features, in the order of the evidence's columns.
        lexicon: The words' weights.
        content: Weighs content against furniture.
        heading: Weighs headings against other content.
        title: Weighs the page's own title against everything else.
        changes: Log-weight of one line's reading following another's, (kind, above, below): kind 1
            within a list, 0 elsewhere; readings in the order furniture, heading, body.
        typical: Each feature's median, which explanations compare with.
    """

    names: tuple[str, ...]
    lexicon: Lexicon
    content: Forest
    heading: Forest
    title: Forest
    changes: Matrix
    typical: Matrix

    def judge(self, evidence: Evidence) -> Opinions:
        """Weigh the evidence of every line."""
        values = evidence.values
        return Opinions(
            self.content.weigh(values), self.heading.weigh(values), self.title.weigh(values)
        )


@cache
def load_model() -> LineModel:
    """Return the model that belongs to this version, read from the package once."""
    return decode_model((files(__package__) / _FILE).read_bytes())


def decode_model(raw: bytes) -> LineModel:
    """Read a model from the bytes of its file (an .npz of arrays; pickles are refused)."""
    with np.load(io.BytesIO(raw), allow_pickle=False) as arrays:
        words = json.loads(arrays["words"].tobytes())
        return LineModel(
            names=tuple(words["names"]),
            lexicon=Lexicon(words["content"], words["heading"]),
            content=forest_from(arrays, "content"),
            heading=forest_from(arrays, "heading"),
            title=forest_from(arrays, "title"),
            changes=arrays["changes"],
            typical=arrays["typical"],
        )


def encode_model(model: LineModel) -> bytes:
    """Write a model as the bytes of its file."""
    words = {
        "names": model.names,
        "content": dict(model.lexicon.content),
        "heading": dict(model.lexicon.heading),
    }
    spelled = json.dumps(words, ensure_ascii=False, separators=(",", ":")).encode()
    arrays: Arrays = {
        "words": np.frombuffer(spelled, dtype=np.uint8),
        "changes": model.changes,
        "typical": model.typical,
    }
    for name, forest in zip(_FORESTS, (model.content, model.heading, model.title), strict=True):
        arrays |= forest.arrays(name)
    file = io.BytesIO()
    np.savez_compressed(file, **arrays)  # type: ignore[arg-type]  # its flag hides among them
    return file.getvalue()
