"""Lines to evidence: each line's own measures, and those of its neighbourhood.

Lines enter, Evidence leaves; which reading it adds up to is decided elsewhere. Pure; for the text
format, the training of its model and its explanations.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ingest.formats.text.lines import Line
from ingest.formats.text.measures import MEASURES, Matrix, measure

_PROSE_WORDS = 12
_NEAR = (4, 8, 20)
"""Lines looked at to either side. Words in long lines within 8 to 20 lines told content from
furniture best of all single cues on 360 labelled pages."""

_FAR = 60.0
"""Lines from which a distance no longer matters."""

_FURNITURE_SHARE = 0.15
"""Furniture words over all words, from which a long line is a link list rather than prose."""

_NEIGHBOUR_MEASURES = (
    "characters",
    "words",
    "capitalised",
    "ends_sentence",
    "ends_colon",
    "glyph",
    "number",
    "gap_above",
    "furniture_words",
    "section_number",
    "stop_words",
    "indent",
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """One row a line, one column a feature; ``names`` are the columns' names."""

    names: tuple[str, ...]
    values: Matrix

    def column(self, name: str) -> Matrix:
        """Return the feature ``name`` of all lines."""
        values: Matrix = self.values[:, self.names.index(name)]
        return values


def gather(lines: Sequence[Line]) -> Evidence:
    """Measure ``lines`` and what stands around them."""
    own = measure(lines)
    columns = dict(zip(MEASURES, own.T, strict=True))
    count = len(lines)
    prose = (columns["words"] >= _PROSE_WORDS) & (columns["furniture_share"] < _FURNITURE_SHARE)
    sentence = prose & (
        columns["ends_sentence"] + columns["ends_question"] + columns["ends_colon"] > 0
    )
    short = (columns["words"] < _PROSE_WORDS) & (columns["ends_sentence"] == 0)
    bullet = (columns["glyph"] + columns["number"]) > 0

    derived: dict[str, Matrix] = {}
    for name in _NEIGHBOUR_MEASURES:
        for offset in (-2, -1, 1, 2):
            derived[f"{name}@{offset:+d}"] = _shift(columns[name], offset)
    prose_words = np.where(sentence, columns["words"], 0).astype(np.float32)
    for reach in _NEAR:
        derived[f"prose_above_{reach}"] = _window(prose_words, reach, 0)
        derived[f"prose_below_{reach}"] = _window(prose_words, 0, reach)
    for reach in (5, 15):
        derived[f"furniture_{reach}"] = _window(columns["furniture_words"], reach, reach)
        derived[f"short_{reach}"] = _window(short, reach, reach)
        derived[f"bullets_{reach}"] = _window(bullet, reach, reach)
        derived[f"sentences_{reach}"] = _window(columns["ends_sentence"], reach, reach)
    derived["to_prose_above"] = _distance(sentence)
    derived["to_prose_below"] = _distance(sentence[::-1])[::-1]
    derived["short_run_above"] = _run(short)
    derived["short_run_below"] = _run(short[::-1])[::-1]
    derived["bullet_run_above"] = _run(bullet)
    derived["bullet_run_below"] = _run(bullet[::-1])[::-1]
    total = max(float(prose_words.sum()), 1.0)
    so_far: Matrix = np.cumsum(prose_words, dtype=np.float32)
    derived["prose_before_share"] = (so_far - prose_words) / np.float32(total)
    derived["prose_after_share"] = (total - so_far) / total
    derived["statements_above"] = np.cumsum(columns["statement"])
    derived["statements_below"] = columns["statement"].sum() - np.cumsum(columns["statement"])
    place = np.arange(count, dtype=np.float32)
    derived["place"] = place / np.float32(max(count, 1))
    derived["from_top"] = np.minimum(place, np.float32(200))
    derived["from_bottom"] = np.minimum(place[::-1], np.float32(200))
    derived["page_prose"] = np.full(count, min(total, 5000.0), dtype=np.float32)
    derived["page_lines"] = np.full(count, min(count, 1000), dtype=np.float32)

    every = columns | derived
    values = np.stack(list(every.values()), axis=1).astype(np.float32)
    return Evidence(tuple(every), values)


def _shift(column: Matrix, offset: int) -> Matrix:
    """Return the value ``offset`` lines further down for each line; -1 beyond the page's ends."""
    shifted = np.full(len(column), -1, dtype=np.float32)
    if abs(offset) < len(column):
        if offset > 0:
            shifted[:-offset] = column[offset:]
        else:
            shifted[-offset:] = column[:offset]
    return shifted


def _window(column: Matrix, above: int, below: int) -> Matrix:
    """Return the sum over the lines from ``above`` before to ``below`` after, itself left out."""
    sums: Matrix = np.zeros(len(column) + 1, dtype=np.float32)
    np.cumsum(column, out=sums[1:])
    place = np.arange(len(column))
    low = np.maximum(place - above, 0)
    high = np.minimum(place + below + 1, len(column))
    window: Matrix = sums[high] - sums[low] - column
    return window


def _distance(flags: Matrix) -> Matrix:
    """Return, for each line, how many lines above it the nearest flagged one stands (0: itself)."""
    place = np.arange(len(flags), dtype=np.float32)
    nearest = np.maximum.accumulate(np.where(flags, place, -np.inf)) if len(flags) else place
    distance: Matrix = np.minimum(place - nearest, _FAR)
    return distance


def _run(flags: Matrix) -> Matrix:
    """Return, for each line, how many flagged lines end at it without a break (0: not flagged)."""
    place = np.arange(len(flags), dtype=np.float32)
    last = np.maximum.accumulate(np.where(flags, -1.0, place)) if len(flags) else place
    run: Matrix = np.minimum(place - last, _FAR)
    return run
