"""What each line shows by its relation to other lines of its page: echoes, series, shapes.

A heading names what follows it, is listed in the table of contents, is one of a numbered series
that other text parts, and looks like the other headings of its page, each with text below.

Lines with their words enter, one row of relations a line leaves. Pure; imported by the evidence of
the text format.
"""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from itertools import pairwise

import numpy as np

from ingest.formats.text.lines import Line
from ingest.formats.text.measures import Matrix
from ingest.formats.text.words import PROSE_WORDS, Words

RELATIONS = (
    "said_below",
    "said_above",
    "said_in_5_below",
    "said_in_5_above",
    "echoes_marked",
    "echoes_plain",
    "echoes_earlier",
    "echo_nearness",
    "series_above",
    "series_below",
    "series_neighbours",
    "shape_count",
    "shape_prose_below",
    "shape_bullets_below",
    "shape_distance",
    "shape_adjacent",
)
"""Names of the relations, in the order of the columns."""

_MOST_TELLING = 15
"""Telling words beyond which a line is a sentence, not a name for what follows."""

_REACH = 5
_MOST_ECHOES = 5
_SERIES_REACH = 400
_SERIES_NUMBER = re.compile(
    r"\(?(?:step |part |day |week |chapter |#)?(\d{1,3})(?![\d,%])", re.IGNORECASE
)
_MOST_ALIKE = 30
_FARTHEST = 60


def relate(lines: Sequence[Line], words: Sequence[Words]) -> Matrix:
    """Return one row of RELATIONS a line."""
    parts = [_said_around(words), _echoes(lines, words), _series(lines), _shapes(lines, words)]
    return np.concatenate(parts, axis=1)


def _said_around(words: Sequence[Words]) -> Matrix:
    """Return the shares of a line's telling words that the lines around it say as well."""
    nothing: frozenset[str] = frozenset()
    telling = [nothing] * _REACH + [found.telling for found in words] + [nothing] * _REACH
    rows = np.zeros((len(words), 4), dtype=np.float32)
    for place, found in enumerate(words):
        own = found.telling
        if not own or len(own) > _MOST_TELLING:
            continue
        here = place + _REACH
        rows[place] = (
            len(own & telling[here + 1]),
            len(own & telling[here - 1]),
            len(own.intersection(nothing.union(*telling[here + 1 : here + 1 + _REACH]))),
            len(own.intersection(nothing.union(*telling[here - _REACH : here]))),
        )
        rows[place] /= len(own)
    return rows


def _echoes(lines: Sequence[Line], words: Sequence[Words]) -> Matrix:
    """Count the lines that say the same, numbers aside: list items, plain ones, those above."""
    rows = np.zeros((len(lines), 4), dtype=np.float32)
    for key, places in _grouped(
        tuple(word for word in found.lowered if not word.isdigit()) for found in words
    ):
        if len(places) == 1 or not key:
            continue
        marked = sum(bool(lines[place].marker) for place in places)
        for order, place in enumerate(places):
            own = bool(lines[place].marker)
            around = places[max(order - 1, 0) : order + 2]
            nearest = min(abs(place - other) for other in around if other != place)
            rows[place] = (
                min(marked - own, _MOST_ECHOES),
                min(len(places) - marked - (not own), _MOST_ECHOES),
                min(order, _MOST_ECHOES),
                1 / nearest,
            )
    return rows


def _series(lines: Sequence[Line]) -> Matrix:
    """Return the distances to the lines with the number before and the number after one's own."""
    numbers = [_SERIES_NUMBER.match(line.full_text) for line in lines]
    values = [int(number.group(1)) if number else -1 for number in numbers]
    rows = np.zeros((len(lines), 3), dtype=np.float32)
    last: dict[int, int] = {}
    for place, value in enumerate(values):
        if value < 0:
            continue
        last[value] = place
        above = last.get(value - 1)
        if above is None:
            continue
        distance = min(place - above, _SERIES_REACH)
        rows[place, 0] = distance
        rows[place, 2] += 1
        if not rows[above, 1]:
            rows[above, 1] = distance
            rows[above, 2] += 1
    return rows


def _shapes(lines: Sequence[Line], words: Sequence[Words]) -> Matrix:
    """Describe the lines that look like this one: how many, how spread, what stands below them."""
    count = len(lines)
    rows = np.zeros((count, 5), dtype=np.float32)
    prose = [len(found.written) >= PROSE_WORDS for found in words] + [False]
    marked = [bool(line.marker) for line in lines] + [False]
    gaps = [line.gap for line in lines[1:]] + [0]
    for _, places in _grouped(map(_shape, lines, words, gaps)):
        size = len(places)
        rows[places] = (
            min(size, _MOST_ALIKE),
            sum(prose[place + 1] for place in places) / size,
            sum(marked[place + 1] for place in places) / size,
            min((places[-1] - places[0]) / max(size - 1, 1), _FARTHEST),
            sum(b - a == 1 for a, b in pairwise(places)) / size,
        )
    return rows


def _shape(line: Line, words: Words, gap_below: int) -> Hashable:
    text = line.text
    return (
        "1" if line.is_numbered else line.marker,
        min(line.gap, 2),
        min(gap_below, 2),
        text[-1:] if text[-1:] in "?:,;)¶" else text[-1:] in ".!…",
        text[:1].isupper(),
        text[:1].isdigit(),
        line.indent,
        min(len(words.written) // 6, 3),
        bool(line.cells),
    )


def _grouped(keys: Iterable[Hashable]) -> Iterable[tuple[Hashable, list[int]]]:
    places: defaultdict[Hashable, list[int]] = defaultdict(list)
    for place, key in enumerate(keys):
        places[key].append(place)
    return places.items()
