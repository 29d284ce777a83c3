"""What stands around each line: its neighbours, sums and distances over the lines around, its
block, its place on the page.

A page's measures and tones enter, one row a feature leaves. Pure; imported by the evidence of the
text format.
"""

from collections.abc import Mapping
from itertools import chain, groupby

import numpy as np

from ingest.formats.text.words import PROSE_WORDS
from ingest.trees import Matrix

_NEIGHBOURS = (-3, -2, -1, 1, 2, 3)
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

_WINDOWS = {
    "prose": (4, 8, 20),
    "furniture": (5, 15),
    "usual": (5, 15),
    "short": (5, 15),
    "bullets": (5, 15),
    "sentences": (5, 15),
    "tone": (3, 10),
}
"""Lines summed up on either side. Words in long lines within 8 to 20 lines told content from
furniture best of all single cues on 360 labelled pages."""

_MASS_REACHES = (15, 40)
"""Lines to either side whose prose is compared with the page's thickest: notices are thin."""

_PADDING = max(*_MASS_REACHES, *chain.from_iterable(_WINDOWS.values()))
"""Lines added at both ends of a page, so that no window reaches beyond."""

_DISTANCES = ("prose", "plain", "unmarked")
_BLOCK_MEANS = ("words", "sentences", "marked", "tone", "capitalised", "lines")
_SIDES = {"": 0, "_above": -1, "_below": 1}

_PLACES = (
    *(f"prose_mass_{reach}" for reach in _MASS_REACHES),
    "prose_before_share",
    "prose_after_share",
    "statements_above",
    "statements_below",
    "from_top",
    "from_bottom",
    "page_prose",
    "page_gaps",
    "page_lines",
)

_AROUND = (
    *(f"{name}@{offset:+d}" for name in _NEIGHBOUR_MEASURES for offset in _NEIGHBOURS),
    *(
        f"{name}_{side}_{reach}"
        for name, reaches in _WINDOWS.items()
        for reach in reaches
        for side in ("above", "below")
    ),
    *(f"to_{name}_{side}" for name in _DISTANCES for side in ("above", "below")),
)
_BLOCK = (*(f"block_{name}{side}" for name in _BLOCK_MEANS for side in _SIDES), "block_place")

SURROUNDINGS = (*_AROUND, *_BLOCK, *_PLACES)
"""Names of the surroundings, in the order of the rows."""

_FAR = 60
"""Lines from which a distance no longer matters."""

_FURNITURE_SHARE = 0.15
"""Furniture words over all words, from which a long line is a link list rather than prose."""

_MOST_PROSE = 5000
_MOST_LINES = 1000
_FROM_EDGE = 200


def surround(own: Mapping[str, Matrix], rows: Matrix) -> None:
    """Write the SURROUNDINGS to ``rows``; ``own`` are the lines' measures and tones by name."""
    around, block, places = np.split(rows, np.cumsum([len(_AROUND), len(_BLOCK)]))
    sentence = _sentences(own)
    marked = np.maximum(own["glyph"], own["number"])
    short = ((own["words"] < PROSE_WORDS) & (own["ends_sentence"] == 0)).astype(np.float32)
    prose = own["words"] * sentence
    summed = {
        "prose": prose,
        "furniture": own["furniture_words"],
        "usual": own["usual"],
        "short": short,
        "bullets": marked,
        "sentences": own["ends_sentence"],
        "tone": own["tone_mean"],
    }
    neighbours = len(_NEIGHBOUR_MEASURES) * len(_NEIGHBOURS)
    distances = 2 * len(_DISTANCES)
    _write_neighbours(own, around[:neighbours])
    _write_windows(summed, around[neighbours:-distances])
    _write_distances(np.stack([sentence, 1 - short, 1 - marked]), around[-distances:])
    _write_blocks(own, marked, block)
    _write_places(own, prose, places)


def _sentences(own: Mapping[str, Matrix]) -> Matrix:
    """Flag the long lines that end as sentences do and are no list of links."""
    closed = own["ends_sentence"] + own["ends_question"] + own["ends_colon"] > 0
    flags = closed & (own["words"] >= PROSE_WORDS) & (own["furniture_share"] < _FURNITURE_SHARE)
    return flags.astype(np.float32)


def _write_neighbours(own: Mapping[str, Matrix], rows: Matrix) -> None:
    """Write the measures of the lines next to each; -1 beyond the page."""
    count = rows.shape[1]
    padded = np.full((len(_NEIGHBOUR_MEASURES), count + 2 * _REACH), -1, dtype=np.float32)
    for row, name in enumerate(_NEIGHBOUR_MEASURES):
        padded[row, _REACH:-_REACH] = own[name]
    by_offset = rows.reshape(len(_NEIGHBOUR_MEASURES), len(_NEIGHBOURS), count)
    for place, offset in enumerate(_NEIGHBOURS):
        by_offset[:, place] = padded[:, _REACH + offset : _REACH + offset + count]


def _write_windows(summed: Mapping[str, Matrix], rows: Matrix) -> None:
    """Write each column's sums over the lines above and below, the line itself left out."""
    columns = np.stack([summed[name] for name in _WINDOWS])
    sums = _padded_sums(columns)
    names, written = 0, 0
    for reaches, group in groupby(_WINDOWS.values()):  # those of like reaches in one go
        more = len(list(group))
        chosen = slice(names, names + more)
        size = more * len(reaches) * 2
        block = rows[written : written + size].reshape(more, len(reaches), 2, rows.shape[1])
        for place, reach in enumerate(reaches):
            block[:, place, 0] = _windows(sums[chosen], columns[chosen], reach, 0)
            block[:, place, 1] = _windows(sums[chosen], columns[chosen], 0, reach)
        names, written = names + more, written + size


def _padded_sums(columns: Matrix) -> Matrix:
    """Return for each column its sums up to every line, the ends repeated _PADDING times."""
    sums = np.zeros((len(columns), columns.shape[1] + 1 + 2 * _PADDING), dtype=np.float32)
    np.cumsum(columns, axis=1, out=sums[:, _PADDING + 1 : -_PADDING])
    sums[:, -_PADDING:] = sums[:, -_PADDING - 1, None]
    return sums


def _windows(sums: Matrix, columns: Matrix, above: int, below: int) -> Matrix:
    """Return sums over the lines from ``above`` before to ``below`` after, itself left out."""
    count = columns.shape[1]
    low, high = _PADDING - above, _PADDING + below + 1
    windows: Matrix = sums[:, high : high + count] - sums[:, low : low + count] - columns
    return windows


def _write_distances(flags: Matrix, rows: Matrix) -> None:
    """Write how many lines above and below each the nearest flagged one stands (0: itself)."""
    count = flags.shape[1]
    place = np.arange(count, dtype=np.float32)
    both = np.stack([flags, flags[:, ::-1]]) > 0
    nearest = np.maximum.accumulate(np.where(both, place, np.float32(-_FAR)), axis=2)
    distance = np.minimum(place - nearest, np.float32(_FAR))
    rows[0::2] = distance[0]
    rows[1::2] = distance[1, :, ::-1]


def _write_blocks(own: Mapping[str, Matrix], marked: Matrix, rows: Matrix) -> None:
    """Write what the run of lines is like that no blank line parts: one's own, above, below."""
    opens = own["gap_above"] > 0
    opens[0] = True
    starts = np.flatnonzero(opens)
    number = np.cumsum(opens) - 1
    sizes = np.diff(starts, append=len(opens)).astype(np.float32)
    averaged = np.stack(
        [own["words"], own["ends_sentence"], marked, own["tone_mean"], own["capitalised"]]
    )
    blocks = np.full((len(_BLOCK_MEANS), len(starts) + 2), -1, dtype=np.float32)
    blocks[:-1, 1:-1] = np.add.reduceat(averaged, starts, axis=1) / sizes
    blocks[-1, 1:-1] = np.minimum(sizes, np.float32(_FAR))
    for place, offset in enumerate(_SIDES.values()):
        rows[place:-1:3] = blocks[:, 1 + offset + number]
    rows[-1] = np.arange(len(opens)) - starts[number]


def _write_places(own: Mapping[str, Matrix], prose: Matrix, rows: Matrix) -> None:
    """Write where on the page each line stands, and how large the page is."""
    count = len(prose)
    total = max(float(prose.sum()), 1.0)
    so_far = np.cumsum(prose, dtype=np.float32)
    statements = np.cumsum(own["statement"], dtype=np.float32)
    place = np.arange(count, dtype=np.float32)
    sums = _padded_sums(prose[None])
    for row, reach in zip(rows, _MASS_REACHES, strict=False):
        mass = _windows(sums, prose[None], reach, reach)[0] + prose
        row[:] = mass / np.float32(max(mass.max(), 1))
    rows[2] = (so_far - prose) / total
    rows[3] = (total - so_far) / total
    rows[4] = statements
    rows[5] = own["statement"].sum() - statements
    rows[6] = np.minimum(place, np.float32(_FROM_EDGE))
    rows[7] = np.minimum(place[::-1], np.float32(_FROM_EDGE))
    rows[8] = min(total, _MOST_PROSE)
    rows[9] = np.mean(own["gap_above"] > 0)
    rows[10] = min(count, _MOST_LINES)
