"""Which pieces of a page are its content: decided over the whole page, never piece by piece.

Pieces enter, a verdict for each leaves. The evidence of `features` is added up by a table of
weights (a logistic model fitted on labelled pages, `region.json`), then the likeliest sequence of
content and furniture is found, in which changing between the two costs something. For this package
only.
"""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import accumulate, compress

import numpy as np

from ingest.blocks import Grid
from ingest.formats.html.asides import without_asides
from ingest.formats.html.ends import end_before_cards
from ingest.formats.html.features import Evidence, Features, features
from ingest.formats.html.layout import Layout, measure
from ingest.formats.html.pieces import Piece
from ingest.formats.trailing import count_trailing, is_contact

_CHANGE = 3.0
"""Log-odds that a change between content and furniture must bring in. From 1 to 3 the labelled
pages score alike, 3 a little best; 0 leaves lone lines of furniture inside content."""


_MARKED_CHANGE = 0.5
"""The same where an element begins or ends that its author marked as furniture: such an edge needs
little more proof, and a short aside between paragraphs could never bring in twice the other."""


def content_flags(pieces: tuple[Piece, ...], title: int | None) -> tuple[bool, ...]:
    """Return for each piece whether it is content; ``title`` is the title's heading's index."""
    layout = measure(pieces)
    chosen = choose(features(pieces, layout, title), layout, _weights())
    flags = list(without_asides(pieces, chosen, layout))
    inside = [place for place, flag in enumerate(flags) if flag]
    ended = inside[: end_before_cards(pieces, inside)]
    texts = [_text(pieces[place]) for place in ended]
    for place in inside[len(ended) - count_trailing(texts) :]:
        flags[place] = False
    return tuple(flags)


def _text(piece: Piece) -> str:
    """Return what a piece says; a table is no line of a form or of links.

    Of an address or hours, which the page breaks into lines itself, that is the last line of them.
    """
    if isinstance(piece.block, Grid):
        return ""
    contact = [line for line in piece.shown_lines if is_contact(line)]
    return contact[-1] if 2 * len(contact) > len(piece.shown_lines) else piece.block.text


def choose(evidence: Evidence, layout: Layout, weights: Mapping[str, float]) -> tuple[bool, ...]:
    """Return for each piece whether it is content, by its evidence and a table of weights."""
    scores = log_odds(evidence, weights)
    costs = [_MARKED_CHANGE if edge else _CHANGE for edge in layout.edges]
    lift = 0.0
    flags = _likeliest(scores, costs)
    while lift < _HIGHEST_LIFT and not _holds_most(flags, layout.prose):
        lift += _LIFT
        flags = _likeliest([score + lift for score in scores], costs)
    return tuple(flags)


def _holds_most(flags: Sequence[bool], prose: Sequence[int]) -> bool:
    """Tell whether at least half of the page's prose is in the content."""
    return 2 * sum(compress(prose, flags)) >= sum(prose)


_LIFT = 0.25
_HIGHEST_LIFT = 6.0
"""Log-odds added to all scores, step by step, until the content holds half of the page's prose:
furniture seldom reads as prose, so a page with less than that in its content is one whose markup
misleads: 5 of 169 labelled pages. Half does best there; from 0.6 on comments come in."""


def log_odds(evidence: Evidence, weights: Mapping[str, float]) -> list[float]:
    """Return each piece's weighed evidence, in log-odds, positive for content.

    Features that the table does not have count for nothing.
    """
    rows = evidence.signs
    weighed = np.zeros(len(rows[0]))
    for name, strengths in evidence.measured.items():
        if name in weights:
            weighed += weights[name] * strengths
    for row in rows:
        different = {id(signs): signs for signs in row}
        odds = {key: _weigh(signs, weights) for key, signs in different.items()}
        weighed += [odds[id(signs)] for signs in row]
    total: list[float] = weighed.tolist()
    return total


def _weigh(signs: Features, weights: Mapping[str, float]) -> float:
    get = weights.get
    return sum([get(name, 0.0) * strength for name, strength in signs.items()])


@cache
def _weights() -> dict[str, float]:
    """Return the table of weights, feature -> log-odds, fitted by `benchmarks.region_model`."""
    table = json.loads(files(__package__).joinpath("region.json").read_text(encoding="utf-8"))
    return {str(name): float(weight) for name, weight in table.items()}


def _likeliest(scores: Sequence[float], costs: Sequence[float]) -> list[bool]:
    """Return the sequence with the highest sum of scores less changes (Viterbi, two states).

    ``costs`` hold what a change before each piece costs.

    Every page begins and ends with furniture, so that the first change costs nothing, nor does the
    last: pieces at the end that speak against themselves are cut off.
    """
    furniture, content = 0.0, 0.0
    came_from: list[tuple[bool, bool]] = []
    for score, cost in zip(scores, costs, strict=True):
        from_content = content - cost > furniture
        from_furniture = furniture - cost > content
        came_from.append((from_content, not from_furniture))
        furniture, content = (
            max(furniture, content - cost),
            max(content, furniture - cost) + score,
        )
    flags: list[bool] = []
    state = content > furniture
    for if_furniture, if_content in reversed(came_from):
        flags.append(state)
        state = if_content if state else if_furniture
    flags.reverse()
    return _without_weak_end(flags, scores)


def _without_weak_end(flags: list[bool], scores: Sequence[float]) -> list[bool]:
    """Cut from the last run of content the pieces at its end whose scores sum to less than 0."""
    if True not in flags:
        return flags
    end = len(flags) - flags[::-1].index(True)
    start = end
    while start and flags[start - 1]:
        start -= 1
    sums = list(accumulate(scores[start:end], initial=0.0))
    kept = start + sums.index(max(sums))
    return [*flags[:kept], *([False] * (len(flags) - kept))]
