"""What each line shows by its relation to other lines of its page: echoes, series, shapes.

A heading names what follows it, is listed in the table of contents, is one of a numbered series
that other text parts, and looks like the other headings of its page, each with text below.

A PageText enters, one column of relations a line leaves. Pure; imported by the evidence of
the text format.
"""

import numpy as np

from ingest.formats.text.numbering import series
from ingest.formats.text.word_table import Column, Places
from ingest.formats.text.words import PROSE_WORDS, PageText
from ingest.trees import Matrix

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
"""Names of the relations, in the order of the rows."""

_MOST_TELLING = 15
"""Telling words beyond which a line is a sentence, not a name for what follows."""

_REACH = 5
_ASIDE = " 0123456789.:()¶#"
"""What a table of contents and the heading it lists differ in."""

_MOST_ECHOES = 5
_MOST_ALIKE = 30
_FARTHEST = 60


def relate(page: PageText, shapes: Places, rows: Matrix) -> None:
    """Write the page's RELATIONS to ``rows``, one column a line.

    ``shapes`` numbers the lines' shapes as `ingest.formats.text.shapes` does.
    """
    rows[:4] = _said_around(page)
    rows[4:8] = _echoes(page)
    rows[8:11] = series(page)
    rows[11:] = _alike(page, shapes)


def _said_around(page: PageText) -> Column:
    """Return the shares of a line's telling words that the lines around it say as well."""
    lines, words = page.said
    count = len(page)
    apart = np.full(len(lines) + 1, count)
    apart[1:-1] = np.where(words[1:] == words[:-1], lines[1:] - lines[:-1], count)
    said = [
        np.bincount(lines.compress(near), minlength=count)
        for reach in (1, _REACH)
        for near in (apart[1:] <= reach, apart[:-1] <= reach)
    ]
    size = np.bincount(lines, minlength=count)
    named = (size > 0) & (size <= _MOST_TELLING)
    return np.array(said) * named / np.maximum(size, 1)


def _echoes(page: PageText) -> Matrix:
    """Count the lines that say the same, numbers aside: list items, plain ones, those above.

    The fourth row is one over the distance to the nearest of them.
    """
    count = len(page)
    rows = np.zeros((4, count), dtype=np.float32)
    keys = [text.strip(_ASIDE) for text in page.lowered]
    last = dict(zip(keys, range(count), strict=True))
    said = np.array([*map(last.__getitem__, keys)], dtype=np.intp)
    often = np.bincount(said).take(said) > 1
    if "" in last:
        often &= said != last[""]
    places = np.flatnonzero(often)
    if not len(places):
        return rows
    places = places.take(np.argsort(said.take(places), kind="stable"))
    said = said.take(places)  # by wording, and then as they stand on the page
    opens = np.ones(len(said), dtype=bool)
    np.not_equal(said[1:], said[:-1], out=opens[1:])
    starts = np.flatnonzero(opens)
    group = np.cumsum(opens) - 1
    size = np.bincount(group).take(group)
    own = page.layout.marked.take(places)
    marked = np.bincount(group.compress(own), minlength=len(starts)).take(group)
    apart = np.full(len(places) + 1, count)
    apart[1:-1] = np.where(opens[1:], count, places[1:] - places[:-1])
    echoes = marked - own, size - marked - ~own, np.arange(len(places)) - starts.take(group)
    rows[:3, places] = np.minimum(echoes, _MOST_ECHOES)
    rows[3, places] = 1 / np.minimum(apart[1:], apart[:-1])
    return rows


def _alike(page: PageText, shapes: Places) -> Column:
    """Describe the lines that look like this one: how many, how spread, what stands below them."""
    place = np.arange(len(page))
    size = np.bincount(shapes)
    first, last = np.empty_like(size), np.empty_like(size)
    first[shapes[::-1]] = place[::-1]
    last[shapes] = place
    above = shapes[:-1]
    below_prose, below_marked, adjacent = (
        np.bincount(above[flags], minlength=len(size)) / size
        for flags in (
            page.counts[1:] >= PROSE_WORDS,
            page.layout.marked[1:],
            above == shapes[1:],
        )
    )
    spread = np.minimum((last - first) / np.maximum(size - 1, 1), _FARTHEST)
    described = [np.minimum(size, _MOST_ALIKE), below_prose, below_marked, spread, adjacent]
    columns: Column = np.array(described)[:, shapes]
    return columns
