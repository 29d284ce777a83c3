"""The body model: how much each phrase of a running text speaks for each aspect.

A body's folded words and its hand-made cues enter, Shares leave: how probable each aspect is, and
the phrases that say so. A linear model (multinomial logistic regression), so that every decision is
a sum of phrases that a reader can be shown. The model file is written by benchmarks/body_model and
read once a process; nothing in it can run. Used by `ingest.aspects.bodies`.
"""

import io
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from index.aspect import Aspect
from ingest.aspects.cues import Cues
from ingest.wording import words

_FILE = "body_model.npz"

READ_WORDS = 400
"""Words of a body that are looked at. What comes later wanders, and costs time."""

OPENING_WORDS = 30
"""Words that count once more for standing at the beginning: the first sentence or two say what a
section is about."""

OPENING = "^"
"""Stands before a phrase of the opening."""

_LENGTH = 10.0
# Phrases share this length, however many they are: a long text is not surer than a short one.
_CUE_FACTOR = 1.5
# How much a cue counts beside a phrase; from 0.7 to 3 nothing changes by more than 0.4 points.
MOST_REASONS = 3
"""Phrases that a decision is explained by."""

_FUNCTION_WORDS = frozenset(
    words(
        "a about after all also am an and any are as at be been before being between both but "
        "by can could did do does doing each for from had has have having he her here hers him "
        "his how i if in into is it its itself just may me might more most much must my no nor "
        "not now of off on one only or other our out over own same she should so some such than "
        "that the their them then there these they this those through to too under up very was "
        "we were what when where which while who whom why will with would you your"
    )
)
# Articles, pronouns, auxiliaries, prepositions, conjunctions: how texts are written, not of what.

Matrix = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Shares:
    """How probable each aspect is, 0 to 1, the likeliest first.

    ``known`` is how many of the text's phrases the model knows; ``because`` the phrases that speak
    most for the likeliest aspect against the next.
    """

    of: tuple[tuple[Aspect, float], ...]
    known: int
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class BodyModel:
    """What was learned: for each sign (a phrase, or a cue) its weight for each of ``aspects``.

    ``weights`` has a row a sign and a column an aspect, ``bias`` a value an aspect.
    """

    aspects: tuple[Aspect, ...]
    places: Mapping[str, int]
    weights: Matrix
    bias: Matrix

    def weigh(self, folded: Sequence[str], cues: Cues) -> Shares:
        """Return how probable each aspect is for a body of these ``folded`` words and ``cues``."""
        phrases = sorted(phrases_in(folded) & self.places.keys())
        signs = dict.fromkeys(phrases, phrase_value(len(phrases)))
        signs.update((sign, value) for sign, value in cue_signs(cues) if sign in self.places)
        rows = self.weights[[self.places[sign] for sign in signs]]
        said = rows * np.fromiter(signs.values(), dtype=np.float32, count=len(signs))[:, None]
        scores = said.sum(axis=0) + self.bias
        odds = np.exp(scores - scores.max())
        order = np.argsort(-scores, kind="stable")
        shares = (odds / odds.sum()).tolist()
        first, second = order[:2]
        lead = said[: len(phrases), first] - said[: len(phrases), second]
        return Shares(
            tuple((self.aspects[place], shares[place]) for place in order.tolist()),
            len(phrases),
            _strongest(phrases, lead),
        )


def _strongest(phrases: Sequence[str], lead: Matrix) -> tuple[str, ...]:
    """Return the phrases with the largest ``lead``, those of the opening without their mark."""
    reasons: dict[str, None] = {}
    for place in np.argsort(-lead, kind="stable").tolist():
        if lead[place] <= 0 or len(reasons) == MOST_REASONS:
            break
        reasons[phrases[place].removeprefix(OPENING)] = None
    return tuple(reasons)


def phrases_in(folded: Sequence[str]) -> frozenset[str]:
    """Return the words and pairs of words of a body, those of its opening marked as well.

    Words that only hold sentences together are none, nor are pairs of them.
    """
    phrases = _phrases_of(folded[:READ_WORDS])
    phrases.update([OPENING + phrase for phrase in _phrases_of(folded[:OPENING_WORDS])])
    return frozenset(phrases)


def _phrases_of(folded: Sequence[str]) -> set[str]:
    says = [word not in _FUNCTION_WORDS for word in folded]
    phrases = {word for word, alone in zip(folded, says, strict=True) if alone}
    pairs = zip(folded, folded[1:], says, says[1:], strict=False)
    phrases.update([f"{one} {other}" for one, other, left, right in pairs if left or right])
    return phrases


def phrase_value(count: int) -> float:
    """Return what each of ``count`` phrases of one text counts."""
    return _LENGTH / math.sqrt(count) if count else 0.0


def cue_signs(cues: Cues) -> Iterable[tuple[str, float]]:
    """Yield what the hand-made cues say as signs: each aspect's weight, its share, the decision."""
    total = sum(weight for _, weight in cues.weights)
    for aspect, weight in cues.weights:
        yield f"#{aspect.value}", _CUE_FACTOR * math.log1p(weight)
        yield f"#{aspect.value} share", _CUE_FACTOR * weight / total
    if cues.decided is not None:
        yield f"#{cues.decided.value} decided", _CUE_FACTOR


@cache
def load_body_model() -> BodyModel:
    """Return the model that belongs to this version, read from the package once."""
    return decode_body_model((files(__package__) / _FILE).read_bytes())


def decode_body_model(raw: bytes) -> BodyModel:
    """Read a model from the bytes of its file (an .npz of arrays; pickles are refused)."""
    with np.load(io.BytesIO(raw), allow_pickle=False) as arrays:
        signs = arrays["signs"].tobytes().decode("utf-8").split("\n")
        return BodyModel(
            tuple(Aspect(name) for name in arrays["aspects"]),
            {sign: place for place, sign in enumerate(signs)},
            arrays["weights"].astype(np.float32) * arrays["step"],
            arrays["bias"],
        )


_STEPS = 127
# Weights are kept in as many steps to either side of nought.


def encode_body_model(model: BodyModel) -> bytes:
    """Write a model as the bytes of its file, each weight as the nearest of 255 steps."""
    file = io.BytesIO()
    step = np.float32(np.abs(model.weights).max() / _STEPS)
    np.savez_compressed(
        file,
        aspects=np.array([aspect.value for aspect in model.aspects]),
        signs=np.frombuffer("\n".join(model.places).encode("utf-8"), dtype=np.uint8),
        weights=np.rint(model.weights / step).astype(np.int8),
        step=step,
        bias=model.bias,
    )
    return file.getvalue()
