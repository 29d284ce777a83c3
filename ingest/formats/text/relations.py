"""What each line shows by its relation to other lines of its page: echoes, series, shapes.

A heading names what follows it, is listed in the table of contents, is one of a numbered series
that other text parts, and looks like the other headings of its page, each with text below.

A PageText enters, one row of relations a line leaves. Pure; imported by the evidence of
the text format.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from itertools import chain, pairwise

import numpy as np

from ingest.formats.text.lines import Line
from ingest.formats.text.words import PROSE_WORDS, Matrix, PageText

RELATIONS = (
    "said_below",
    "said_above",
    "said_in_5_below",
    "said_in_5_above",
    "opens_below",
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
_NAME_WORDS = 8
_ARTICLES = frozenset({"a", "an", "the"})
_ASIDE = " 0123456789.:()¶#"
"""What a table of contents and the heading it lists differ in."""

_MOST_ECHOES = 5
_SERIES_REACH = 400
_SERIES_NUMBER = re.compile(
    r"\(?(?:step |part |day |week |chapter |#)?(\d{1,3})(?![\d,%])", re.IGNORECASE
)
_SHAPE_GAP = 2
_SHAPE_ENDS = ".!…?:,;)¶"
_SHAPE_WORDS, _SHAPE_LENGTHS = 6, 3
"""Lines alike in length: up to 5, 11, 17 words, and longer."""

_MOST_ALIKE = 30
_FARTHEST = 60


def relate(page: PageText, shapes: Sequence[Sequence[int]]) -> Matrix:
    """Return one row of RELATIONS a line; ``shapes`` are the page's as ``group_shapes`` gives."""
    parts = [
        _said_around(page),
        _opens_below(page),
        _echoes(page.lines),
        _series(page.beginnings),
        _shapes(page, shapes),
    ]
    return np.concatenate(parts, axis=1)


def group_shapes(page: PageText) -> tuple[tuple[int, ...], ...]:
    """Return the places of the lines that look alike, group by group: same marker, gaps, indent,
    end, first character and rough length."""
    gaps = [min(line.gap, _SHAPE_GAP) for line in page.lines]
    lengths = np.minimum(page.counts // _SHAPE_WORDS, _SHAPE_LENGTHS).tolist()
    groups = _grouped(map(_shape, page.lines, lengths, gaps, [*gaps[1:], 0]))
    return tuple(tuple(places) for _, places in groups)


def _said_around(page: PageText) -> Matrix:
    """Return the shares of a line's telling words that the lines around it say as well."""
    lines, words = page.said
    count = len(page.lines)
    to_next = np.full(len(lines), count)
    to_next[:-1] = np.where(np.diff(words) == 0, np.diff(lines), count)
    to_last = np.full(len(lines), count)
    to_last[1:] = to_next[:-1]
    size = np.bincount(lines, minlength=count)
    named = (size > 0) & (size <= _MOST_TELLING)
    near = (to_next == 1, to_last == 1, to_next <= _REACH, to_last <= _REACH)
    said = [np.bincount(lines, weights=flags, minlength=count) * named for flags in near]
    return (np.stack(said, axis=1) / np.maximum(size, 1)[:, None]).astype(np.float32)


def _opens_below(page: PageText) -> Matrix:
    """Flag the names that a line of text close below begins with ("Gout is a kind of ...")."""
    flags = np.zeros((len(page.lines), 1), dtype=np.float32)
    prose = np.flatnonzero(page.counts >= PROSE_WORDS).tolist()
    if not prose:
        return flags
    counts = page.counts.tolist()
    starts = np.minimum(page.starts[:-1], len(page.words) - 1)
    first = [page.lowered[word] for word in page.words[starts].tolist()]
    for place in prose:
        said = page.words_of(place, _NAME_WORDS + 1)
        openings = (said, said[1:]) if said[0] in _ARTICLES else (said,)
        for above in range(max(place - _REACH, 0), place):
            size = counts[above]
            if 0 < size <= _NAME_WORDS and first[above] in said[:2]:
                name = page.words_of(above)
                if any(opening[:size] == name for opening in openings):
                    flags[above] = 1
    return flags


def _echoes(lines: Sequence[Line]) -> Matrix:
    """Count the lines that say the same, numbers aside: list items, plain ones, those above."""
    rows = np.zeros((len(lines), 4), dtype=np.float32)
    keys = [line.text.lower().strip(_ASIDE) for line in lines]
    said = Counter(keys)
    repeated = [place for place, key in enumerate(keys) if said[key] > 1 and key]
    for _, found in _grouped(keys[place] for place in repeated):
        places = [repeated[order] for order in found]
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


def _series(beginnings: Sequence[str]) -> Matrix:
    """Return the distances to the lines with the number before and the number after one's own."""
    rows = np.zeros((len(beginnings), 3), dtype=np.float32)
    last: dict[int, int] = {}
    for place, number in enumerate(map(_SERIES_NUMBER.match, beginnings)):
        if number is None:
            continue
        value = int(number.group(1))
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


def _shapes(page: PageText, shapes: Sequence[Sequence[int]]) -> Matrix:
    """Describe the lines that look like this one: how many, how spread, what stands below them."""
    group = np.empty(len(page.lines), dtype=np.intp)
    group[list(chain.from_iterable(shapes))] = np.repeat(
        np.arange(len(shapes)), [*map(len, shapes)]
    )
    sizes = np.bincount(group)
    prose = np.append(page.counts >= PROSE_WORDS, False)
    marked = np.array([bool(line.marker) for line in page.lines] + [False])
    ends = [(places[0], places[-1], _adjacent(places)) for places in shapes]
    first, last, adjacent = np.array(ends).T
    columns = (
        np.minimum(sizes, _MOST_ALIKE),
        np.bincount(group, weights=prose[1:]) / sizes,
        np.bincount(group, weights=marked[1:]) / sizes,
        np.minimum((last - first) / np.maximum(sizes - 1, 1), _FARTHEST),
        adjacent / sizes,
    )
    return np.stack(columns, axis=1).astype(np.float32)[group]


def _adjacent(places: Sequence[int]) -> int:
    return sum(below - above == 1 for above, below in pairwise(places))


def _shape(line: Line, length: int, gap: int, gap_below: int) -> Hashable:
    text, marker = line.text, line.marker
    first, last = text[:1], text[-1:]
    return (
        "1" if len(marker) > 1 else marker,
        gap,
        gap_below,
        last if last in _SHAPE_ENDS else "",
        first.isupper(),
        first.isdigit(),
        line.indent,
        length,
        not line.cells,
    )


def _grouped(keys: Iterable[Hashable]) -> Iterable[tuple[Hashable, list[int]]]:
    places: defaultdict[Hashable, list[int]] = defaultdict(list)
    for place, key in enumerate(keys):
        places[key].append(place)
    return places.items()
