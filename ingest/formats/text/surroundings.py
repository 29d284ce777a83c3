"""What stands around each line: its neighbours, sums and distances over the lines around, its
block, its place on the page.

A page's own measures, relations and tones enter, one row a feature leaves. Pure; imported by the
evidence of the text format.
"""

import numpy as np

from ingest.formats.text.characters import Flags
from ingest.formats.text.lexicon import TONES
from ingest.formats.text.measures import MEASURES
from ingest.formats.text.relations import RELATIONS
from ingest.formats.text.windows import MASS_REACHES, WINDOWS, write_windows
from ingest.formats.text.words import PROSE_WORDS
from ingest.trees import Matrix

OWN = (*MEASURES, *RELATIONS, *TONES)
"""Names of what lines show of themselves, in the order of the rows."""

_ROWS = {name: row for row, name in enumerate(OWN)}

_OFFSETS = (-3, -2, -1, 1, 2, 3)
_REACH = 3
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
    "usual",
    "stop_words",
    "indent",
)
_NEIGHBOUR_ROWS = [_ROWS[name] for name in _NEIGHBOUR_MEASURES]

_DISTANCES = ("prose", "plain", "unmarked")
_BLOCK_MEANS = ("words", "sentences", "marked", "tone", "capitalised", "lines")
_SIDES = {"": 0, "_above": -1, "_below": 1}

_PARTS = (
    tuple(f"{name}@{offset:+d}" for name in _NEIGHBOUR_MEASURES for offset in _OFFSETS),
    WINDOWS,
    tuple(f"to_{name}_{side}" for name in _DISTANCES for side in ("above", "below")),
    (*(f"block_{name}{side}" for name in _BLOCK_MEANS for side in _SIDES), "block_place"),
    (
        *(f"prose_mass_{reach}" for reach in MASS_REACHES),
        "prose_before_share",
        "prose_after_share",
        "statements_above",
        "statements_below",
        "from_top",
        "from_bottom",
        "page_prose",
        "page_gaps",
        "page_lines",
    ),
)
SURROUNDINGS = sum(_PARTS, ())
"""Names of the surroundings, in the order of the rows."""

_BOUNDS = np.cumsum([0, *map(len, _PARTS)]).tolist()
_NEIGHBOURS, _WINDOWS, _FAR_OFF, _BLOCK, _PLACE = map(slice, _BOUNDS, _BOUNDS[1:])
"""Which rows are of which part."""

_FAR = 60
"""Lines from which a distance no longer matters."""

_FURNITURE_SHARE = 0.15
"""Furniture words over all words, from which a long line is a link list rather than prose."""

_MOST_PROSE = 5000
_MOST_LINES = 1000
_FROM_EDGE = 200


def surround(own: Matrix, rows: Matrix) -> None:
    """Write the SURROUNDINGS to ``rows``; the rows of ``own`` are what the lines show, OWN."""
    words, ends_sentence, furniture, usual, tone, glyph, number, capitalised = _named(
        own,
        "words",
        "ends_sentence",
        "furniture_words",
        "usual",
        "tone_mean",
        "glyph",
        "number",
        "capitalised",
    )
    sentence = _sentences(own)
    short = (words < PROSE_WORDS) & (ends_sentence == 0)
    marked = np.maximum(glyph, number)
    prose = words * sentence
    summed = np.array((prose, furniture, usual, short, marked, ends_sentence, tone))
    averaged = np.array((words, ends_sentence, marked, tone, capitalised))
    _write_neighbours(own, rows[_NEIGHBOURS])
    mass = write_windows(summed, rows[_WINDOWS])
    _write_distances(np.array((sentence, ~short, marked == 0)), rows[_FAR_OFF])
    _write_blocks(own[_ROWS["gap_above"]] > 0, averaged, rows[_BLOCK])
    _write_places(own, prose, mass + prose, rows[_PLACE])


def _named(own: Matrix, *names: str) -> list[Matrix]:
    """Return the rows with these names."""
    return [own[_ROWS[name]] for name in names]


def _sentences(own: Matrix) -> Flags:
    """Flag the long lines that end as sentences do and are no list of links."""
    words, sentence, question, colon, furniture = _named(
        own, "words", "ends_sentence", "ends_question", "ends_colon", "furniture_share"
    )
    closed: Flags = sentence + question + colon > 0
    return closed & (words >= PROSE_WORDS) & (furniture < _FURNITURE_SHARE)


def _write_neighbours(own: Matrix, rows: Matrix) -> None:
    """Write the measures of the lines next to each; -1 beyond the page."""
    count = rows.shape[1]
    padded = np.full((len(_NEIGHBOUR_ROWS), count + 2 * _REACH), -1, dtype=np.float32)
    padded[:, _REACH:-_REACH] = own[_NEIGHBOUR_ROWS]
    by_offset = rows.reshape(len(_NEIGHBOUR_ROWS), len(_OFFSETS), count)
    for place, offset in enumerate(_OFFSETS):
        by_offset[:, place] = padded[:, _REACH + offset : _REACH + offset + count]


def _write_distances(flags: Flags, rows: Matrix) -> None:
    """Write how many lines above and below each the nearest flagged one stands (0: itself)."""
    place = np.arange(flags.shape[1], dtype=np.float32)
    both = np.array((flags, flags[:, ::-1]))
    nearest = np.maximum.accumulate(np.where(both, place, np.float32(-_FAR)), axis=2)
    distance = np.minimum(place - nearest, np.float32(_FAR))
    rows[0::2] = distance[0]
    rows[1::2] = distance[1, :, ::-1]


def _write_blocks(opens: Flags, averaged: Matrix, rows: Matrix) -> None:
    """Write what the run of lines is like that no blank line parts: one's own, above, below.

    ``opens`` flags the lines below a blank one; ``averaged`` are the rows to take the means of.
    """
    opens[0] = True
    starts = np.flatnonzero(opens)
    number = np.cumsum(opens)
    sizes = np.bincount(number)[1:].astype(np.float32)
    blocks = np.full((len(_BLOCK_MEANS), len(starts) + 2), -1, dtype=np.float32)
    blocks[:-1, 1:-1] = np.add.reduceat(averaged, starts, axis=1) / sizes
    blocks[-1, 1:-1] = np.minimum(sizes, np.float32(_FAR))
    beside = number + np.array([*_SIDES.values()])[:, None]
    rows[:-1] = blocks.take(beside, axis=1).reshape(-1, len(opens))
    rows[-1] = np.arange(len(opens)) - starts.take(number - 1)


def _write_places(own: Matrix, prose: Matrix, mass: Matrix, rows: Matrix) -> None:
    """Write where on the page each line stands, and how large the page is.

    ``mass`` is the prose around each line, a row for each of MASS_REACHES.
    """
    count = len(prose)
    gaps, statement = _named(own, "gap_above", "statement")
    total = max(float(prose.sum()), 1.0)
    so_far = np.cumsum(prose, dtype=np.float32)
    statements = np.cumsum(statement, dtype=np.float32)
    place = np.arange(count, dtype=np.float32)
    np.divide(mass, np.maximum(mass.max(axis=1, keepdims=True), 1), out=rows[:2])
    rows[2] = (so_far - prose) / total
    rows[3] = (total - so_far) / total
    rows[4] = statements
    rows[5] = statements[-1] - statements
    rows[6] = np.minimum(place, np.float32(_FROM_EDGE))
    rows[7] = rows[6, ::-1]
    rows[8] = min(total, _MOST_PROSE)
    rows[9] = np.count_nonzero(gaps) / count
    rows[10] = min(count, _MOST_LINES)
