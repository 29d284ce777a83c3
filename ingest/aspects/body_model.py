"""The body model: how much each phrase of a running text speaks for each aspect.

A body's folded words and its hand-made cues enter, Shares leave: how probable each aspect is, and
the phrases that say so. A linear model (multinomial logistic regression), so that every decision is
a sum of phrases that a reader can be shown. The model file is written by benchmarks/body_model and
read once a process; nothing in it can run. Used by `ingest.aspects.bodies`.
"""

import io
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from index.aspect import Aspect
from ingest.aspects.cues import Cues

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

Matrix = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Shares:
    """How probable each of ``aspects`` is, 0 to 1: ``values`` in their order.

    ``known`` are the signs of the phrases that the model knows of the text, as places in it.
    """

    aspects: tuple[Aspect, ...]
    values: tuple[float, ...]
    known: tuple[int, ...]

    def of(self, aspect: Aspect) -> float:
        """Return how probable ``aspect`` is; 0 for one that the model was never taught."""
        return self.values[self.aspects.index(aspect)] if aspect in self.aspects else 0.0

    @property
    def likeliest(self) -> tuple[Aspect, float]:
        """The likeliest aspect, and how probable it is."""
        highest = max(self.values)
        return self.aspects[self.values.index(highest)], highest

    def ranked(self) -> tuple[tuple[Aspect, float], ...]:
        """Return all aspects and how probable they are, the likeliest first."""
        shares = zip(self.aspects, self.values, strict=True)
        return tuple(sorted(shares, key=lambda share: -share[1]))


@dataclass(frozen=True, slots=True)
class _Phrases:
    """The places of the signs that are phrases: single words, and pairs of them."""

    words: Mapping[str, int]
    pairs: Mapping[tuple[str, str], int]
    _known: frozenset[str]
    _paired: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, places: Mapping[str, int]) -> "_Phrases":
        words = {phrase: place for phrase, place in places.items() if " " not in phrase}
        pairs: dict[tuple[str, str], int] = {}
        for phrase, place in places.items():
            first, parted, second = phrase.partition(" ")
            if parted:
                pairs[first, second] = place
        return cls(words, pairs, frozenset(words), frozenset(pairs))

    def places_in(self, folded: Sequence[str]) -> list[int]:
        """Return the places of those that stand in ``folded``, each once."""
        return [
            *map(self.words.__getitem__, self._known.intersection(folded)),
            *map(self.pairs.__getitem__, self._paired.intersection(pairwise(folded))),
        ]


@dataclass(frozen=True, slots=True, eq=False)
class BodyModel:
    """What was learned: for each sign (a phrase, or a cue) its weight for each of ``aspects``.

    ``places`` tells each sign's row of ``weights``, which has a column an aspect; ``bias`` is a
    value an aspect.
    """

    aspects: tuple[Aspect, ...]
    places: Mapping[str, int]
    weights: Matrix
    bias: Matrix
    _anywhere: _Phrases = field(init=False)
    _opening: _Phrases = field(init=False)

    def __post_init__(self) -> None:
        """Part the signs, so that a text's words are looked up as they are."""
        opening = {sign: place for sign, place in self.places.items() if sign.startswith(OPENING)}
        anywhere = {sign: place for sign, place in self.places.items() if sign not in opening}
        unmarked = {sign.removeprefix(OPENING): place for sign, place in opening.items()}
        object.__setattr__(self, "_anywhere", _Phrases.of(anywhere))
        object.__setattr__(self, "_opening", _Phrases.of(unmarked))

    def weigh(self, folded: Sequence[str], cues: Cues) -> Shares:
        """Return how probable each aspect is for a body of these ``folded`` words and ``cues``."""
        known = self.known_in(folded)
        rows = [*known]
        values = [phrase_value(len(known))] * len(known)
        for sign, value in cue_signs(cues):
            place = self.places.get(sign)
            if place is not None:
                rows.append(place)
                values.append(value)
        weighed = np.array(values, dtype=np.float32) @ self.weights.take(rows, axis=0)
        scores = (weighed + self.bias).tolist()
        highest = max(scores)
        odds = [math.exp(score - highest) for score in scores]
        total = sum(odds)
        return Shares(self.aspects, tuple([chance / total for chance in odds]), known)

    def known_in(self, folded: Sequence[str]) -> tuple[int, ...]:
        """Return the places of the phrases in ``folded`` that are signs, in the signs' order."""
        anywhere = self._anywhere.places_in(folded[:READ_WORDS])
        opening = self._opening.places_in(folded[:OPENING_WORDS])
        return tuple(sorted((*anywhere, *opening)))

    def reasons(self, shares: Shares) -> tuple[str, ...]:
        """Return the phrases that speak most for the likeliest aspect against the next.

        Those of the opening stand without their mark.
        """
        first, second = (self.aspects.index(aspect) for aspect, _ in shares.ranked()[:2])
        signs = tuple(self.places)
        said = self.weights[list(shares.known)] * np.float32(phrase_value(len(shares.known)))
        lead = said[:, first] - said[:, second]
        reasons: dict[str, None] = {}
        for place in np.argsort(-lead, kind="stable").tolist():
            if lead[place] <= 0 or len(reasons) == MOST_REASONS:
                break
            reasons[signs[shares.known[place]].removeprefix(OPENING)] = None
        return tuple(reasons)


def phrase_value(count: int) -> float:
    """Return what each of ``count`` phrases of one text counts."""
    return _LENGTH / math.sqrt(count) if count else 0.0


def cue_signs(cues: Cues) -> Iterable[tuple[str, float]]:
    """Yield what the hand-made cues say as signs: each aspect's weight, its share, the decision."""
    total = sum([weight for _, weight in cues.weights])
    for aspect, weight in cues.weights:
        yield "#" + aspect, _CUE_FACTOR * math.log1p(weight)
        yield "#" + aspect + " share", _CUE_FACTOR * weight / total
    decided = cues.decided
    if decided is not None:
        yield "#" + decided + " decided", _CUE_FACTOR


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
