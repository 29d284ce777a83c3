"""The level model: one small ensemble of trees that weighs the places a heading can stand at.

HeadingFacts and what the rules say of them enter, depths leave. The model file is written by
benchmarks/level_model and read once a process; nothing in it can run. For `ingest.outline.levels`.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import islice

import numpy as np

from ingest.outline.headings import HeadingFacts
from ingest.outline.standing import Standing
from ingest.trees import Forest, forest_from

_FILE = "level_model.npz"
_NAME = "standing"

_AHEAD, _AHEAD_OF_SURPRISE = 20, 6
"""Headings looked at together, and how many of them right after one that stands otherwise than
expected. More at once are fewer looks, but from such a heading on (one of 15 on labelled pages) all
must be looked at again. Sixteen always took as many looks, and a fifth more places were weighed."""


@dataclass(frozen=True, slots=True)
class LevelModel:
    """What was learned from labelled pages: ``standing`` weighs a place against the others."""

    standing: Forest

    def depths(self, headings: Sequence[HeadingFacts], ruled: Sequence[int]) -> tuple[int, ...]:
        """Return each heading's depth, 1 for the top; ``ruled`` is what the rules say of each.

        Every heading takes the place that most speaks for, from the first to the last. They are
        weighed many at a time, each as if those before it stood where the rules expect them, and
        anew from the first that does not.
        """
        if not headings:
            return ()
        page = Standing(headings, ruled)
        result, most = [1], _AHEAD
        while len(result) < len(headings):
            ahead, most = page.look_ahead(most), _AHEAD
            weights = iter(self.standing.weigh(ahead.evidence).tolist())
            for count, expected in zip(ahead.counts, ahead.expected, strict=True):
                places = list(islice(weights, count))
                result.append(places.index(max(places)) + 1)
                page.take(result[-1])
                if result[-1] != expected:
                    most = _AHEAD_OF_SURPRISE
                    break
        return tuple(result)


@cache
def load_level_model() -> LevelModel:
    """Return the model that belongs to this version, read from the package once."""
    return decode_level_model((files(__package__) / _FILE).read_bytes())


def decode_level_model(raw: bytes) -> LevelModel:
    """Read a model from the bytes of its file (an .npz of arrays; pickles are refused)."""
    with np.load(io.BytesIO(raw), allow_pickle=False) as arrays:
        return LevelModel(forest_from(arrays, _NAME))


def encode_level_model(model: LevelModel) -> bytes:
    """Write a model as the bytes of its file."""
    file = io.BytesIO()
    np.savez_compressed(file, **model.standing.arrays(_NAME))  # type: ignore[arg-type]  # its flag hides among them
    return file.getvalue()
