"""Examples to a body model: which phrases are evidence, and their weights.

Examples enter, a BodyModel leaves. Needs scipy (dependency group "training"), which is no
dependency of the product.
"""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from benchmarks.body_model.sections import Example
from index.aspect import Aspect
from ingest.aspects.body_model import BodyModel, phrase_value

_LEAST_SECTIONS = 20
_LEAST_SOURCES = 3
_LEAST_TOPICS = 10
# A phrase that fewer sections, publishers or topics have is a publisher's habit or a topic's name.
_LEAST_EXAMPLES = 20
# Sections an aspect must have to be taught.
_SIGNS = 4000
# Signs kept, those of the largest weights: more weigh nothing in the figures, and much on disk.
_DECAY = 8.0
# How much weights cost (L2). With 20 two points less are right on publishers it has not seen.
_EVENING = 0.5
# How far aspects are made even: 0 leaves them as they are, 1 gives all the same weight.
_STEPS = 50


def learn(examples: Sequence[Example]) -> BodyModel:
    """Train a model; the same examples in the same order give the same model."""
    number = Counter(example.teaches for example in examples)
    aspects = tuple(aspect for aspect in Aspect if number[aspect] >= _LEAST_EXAMPLES)
    taught = [example for example in examples if example.teaches in aspects]
    signs = _signs(taught)
    first = _fit(taught, signs, aspects)
    if len(signs) <= _SIGNS:
        return first
    norms = np.abs(first.weights - first.weights.mean(axis=1, keepdims=True)).max(axis=1)
    kept = set(np.argsort(-norms, kind="stable")[:_SIGNS].tolist())
    return _fit(taught, [sign for place, sign in enumerate(signs) if place in kept], aspects)


def _signs(examples: Sequence[Example]) -> list[str]:
    sections = Counter(phrase for example in examples for phrase in example.phrases)
    frequent = {phrase for phrase, count in sections.items() if count >= _LEAST_SECTIONS}
    sources: dict[str, set[str]] = {phrase: set() for phrase in frequent}
    topics: dict[str, set[str]] = {phrase: set() for phrase in frequent}
    for example in examples:
        for phrase in example.phrases & frequent:
            sources[phrase].add(example.source)
            topics[phrase].add(example.topic)
    general = {
        phrase
        for phrase in frequent
        if len(sources[phrase]) >= _LEAST_SOURCES and len(topics[phrase]) >= _LEAST_TOPICS
    }
    cues = {sign for example in examples for sign, _ in example.cue_signs}
    return sorted(general | cues)


def _fit(examples: Sequence[Example], signs: Sequence[str], aspects: Sequence[Aspect]) -> BodyModel:
    places = {sign: place for place, sign in enumerate(signs)}
    values = _values(examples, places)
    truth = np.zeros((len(examples), len(aspects)))
    truth[range(len(examples)), [aspects.index(example.teaches) for example in examples]] = 1
    counted = _counted(examples)[:, None]
    shape = (len(signs) + 1, len(aspects))

    columns = values.T.tocsr()

    def loss(flat: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        weights = flat.reshape(shape).astype(np.float32)
        scores = values @ weights[:-1] + weights[-1]
        scores -= scores.max(axis=1, keepdims=True)
        odds = np.exp(scores)
        shares = odds / odds.sum(axis=1, keepdims=True)
        missed = -(counted * truth * np.log(shares + 1e-12)).sum()
        slope = (counted * (shares - truth)).astype(np.float32)
        gradient = np.vstack([columns @ slope + _DECAY * weights[:-1], slope.sum(axis=0)])
        missed += _DECAY / 2 * (weights[:-1] ** 2).sum()
        return float(missed), gradient.ravel().astype(np.float64)

    start = np.zeros(shape).ravel()
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": _STEPS})
    weights = found.x.reshape(shape).astype(np.float32)
    return BodyModel(tuple(aspects), places, weights[:-1], weights[-1])


def _values(examples: Sequence[Example], places: dict[str, int]) -> csr_matrix:
    rows: list[int] = []
    columns: list[int] = []
    values: list[float] = []
    for row, example in enumerate(examples):
        known = [places[phrase] for phrase in example.phrases if phrase in places]
        cues = [(places[sign], value) for sign, value in example.cue_signs if sign in places]
        columns += [*known, *(place for place, _ in cues)]
        values += [*([phrase_value(len(known))] * len(known)), *(value for _, value in cues)]
        rows += [row] * (len(known) + len(cues))
    shape = (len(examples), len(places))
    return csr_matrix((values, (rows, columns)), shape=shape, dtype=np.float32)


def _counted(examples: Sequence[Example]) -> NDArray[np.float64]:
    """Return how much each example counts: sections of one publisher and kind by their root.

    Else one publisher with thousands of short sections would teach its own style. So do aspects:
    how many sections a library has on each says nothing of the next page.
    """
    number = Counter((example.source, example.kind) for example in examples)
    counted = [number[example.source, example.kind] ** -0.5 for example in examples]
    whole: dict[Aspect, float] = dict.fromkeys((example.teaches for example in examples), 0.0)
    for example, weight in zip(examples, counted, strict=True):
        whole[example.teaches] += weight
    even = np.array(
        [
            weight * whole[example.teaches] ** -_EVENING
            for example, weight in zip(examples, counted, strict=True)
        ]
    )
    return np.asarray(even / even.mean())
