"""Lines to evidence: each line's own measures, its relations, and those of its neighbourhood.

Lines enter, Evidence leaves; which reading it adds up to is decided elsewhere. Pure; for the text
format, the training of its model and its explanations.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ingest.formats.text.capitals import lowered
from ingest.formats.text.lexicon import TONES, Lexicon, tones
from ingest.formats.text.lines import Line
from ingest.formats.text.measures import MEASURES, measure
from ingest.formats.text.relations import RELATIONS, relate
from ingest.formats.text.shapes import number_shapes
from ingest.formats.text.word_table import Places
from ingest.formats.text.words import PROSE_WORDS, PageText, take_apart
from ingest.trees import Matrix

_PROSE_REACHES = (4, 8, 20)
"""Lines looked at to either side. Words in long lines within 8 to 20 lines told content from
furniture best of all single cues on 360 labelled pages."""

_DENSITY_REACHES = (5, 15)
_MASS_REACHES = (15, 40)
"""Lines to either side whose prose is compared with the page's thickest: notices are thin."""

_TONE_REACHES = (3, 10)
_FAR = 60
"""Lines from which a distance no longer matters."""

_FURNITURE_SHARE = 0.15
"""Furniture words over all words, from which a long line is a link list rather than prose."""

_MOST_PROSE = 5000
_MOST_LINES = 1000
_FROM_EDGE = 200

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


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is to be seen of a page's lines.

    Attributes:
        names: The features.
        values: One row a feature, one column a line.
        shapes: The number of each line's shape: lines with the same one look alike.
    """

    names: tuple[str, ...]
    values: Matrix
    shapes: Places


def gather(lines: Sequence[Line], lexicon: Lexicon) -> Evidence:
    """Measure ``lines``, one at least, and what stands around them."""
    return gather_from(take_apart(lowered(lines)), lexicon)


def gather_from(page: PageText, lexicon: Lexicon) -> Evidence:
    """Measure the lines of ``page``, already taken apart, and what stands around them."""
    columns = dict(zip(MEASURES, measure(page), strict=True))
    shapes = number_shapes(page)
    columns |= dict(zip(RELATIONS, relate(page, shapes), strict=True))
    columns |= dict(zip(TONES, tones(page, lexicon), strict=True))
    columns |= _around(columns) | _blocks(columns) | _places(columns)
    return Evidence(tuple(columns), np.stack(list(columns.values()), dtype=np.float32), shapes)


def _around(columns: dict[str, Matrix]) -> dict[str, Matrix]:
    """Return the neighbours' measures, and sums and distances over the lines around."""
    around = _neighbours(columns)
    sentence = _sentences(columns)
    prose_words = columns["words"] * sentence
    for reach in _PROSE_REACHES:
        around[f"prose_above_{reach}"] = _window(prose_words, reach, 0)
        around[f"prose_below_{reach}"] = _window(prose_words, 0, reach)
    ends = columns["ends_sentence"]
    short = ((columns["words"] < PROSE_WORDS) & (ends == 0)).astype(np.float32)
    bullet = np.maximum(columns["glyph"], columns["number"])
    for name, column, reaches in (
        ("furniture", columns["furniture_words"], _DENSITY_REACHES),
        ("usual", columns["usual"], _DENSITY_REACHES),
        ("short", short, _DENSITY_REACHES),
        ("bullets", bullet, _DENSITY_REACHES),
        ("sentences", ends, _DENSITY_REACHES),
        ("tone", columns["tone_mean"], _TONE_REACHES),
    ):
        for reach in reaches:
            around[f"{name}_above_{reach}"] = _window(column, reach, 0)
            around[f"{name}_below_{reach}"] = _window(column, 0, reach)
    for name, flags in (("prose", sentence), ("plain", 1 - short), ("unmarked", 1 - bullet)):
        around[f"to_{name}_above"] = _distance(flags)
        around[f"to_{name}_below"] = _distance(flags[::-1])[::-1]
    return around


def _neighbours(columns: dict[str, Matrix]) -> dict[str, Matrix]:
    """Return the measures of the lines next to each, by name and offset; -1 beyond the page."""
    count = len(columns["words"])
    padded = np.full((len(_NEIGHBOUR_MEASURES), count + 2 * _REACH), -1, dtype=np.float32)
    for row, name in enumerate(_NEIGHBOUR_MEASURES):
        padded[row, _REACH:-_REACH] = columns[name]
    return {
        f"{name}@{offset:+d}": padded[row, _REACH + offset : _REACH + offset + count]
        for row, name in enumerate(_NEIGHBOUR_MEASURES)
        for offset in _NEIGHBOURS
    }


def _blocks(columns: dict[str, Matrix]) -> dict[str, Matrix]:
    """Return what the run of lines is like that no blank line parts: one's own, above, below."""
    opens = columns["gap_above"] > 0
    opens[0] = True
    starts = np.flatnonzero(opens)
    number = np.cumsum(opens) - 1
    sizes = np.diff([*starts, len(opens)]).astype(np.float32)
    marked = np.maximum(columns["glyph"], columns["number"])
    means: dict[str, Matrix] = {
        name: (np.add.reduceat(column, starts) / sizes).astype(np.float32)
        for name, column in (
            ("words", columns["words"]),
            ("sentences", columns["ends_sentence"]),
            ("marked", marked),
            ("tone", columns["tone_mean"]),
            ("capitalised", columns["capitalised"]),
        )
    }
    means["lines"] = np.minimum(sizes, np.float32(_FAR))
    blocks = {
        f"block_{name}{side}": _shift(column, offset)[number]
        for name, column in means.items()
        for side, offset in (("", 0), ("_above", -1), ("_below", 1))
    }
    blocks["block_place"] = np.arange(len(opens), dtype=np.float32) - starts[number]
    return blocks


def _places(columns: dict[str, Matrix]) -> dict[str, Matrix]:
    """Return where on the page each line stands, and how large the page is."""
    count = len(columns["words"])
    prose_words = columns["words"] * _sentences(columns)
    total = np.float32(max(prose_words.sum(), 1))
    near = {reach: _window(prose_words, reach, reach) + prose_words for reach in _MASS_REACHES}
    so_far = np.cumsum(prose_words, dtype=np.float32)
    statements = np.cumsum(columns["statement"], dtype=np.float32)
    place = np.arange(count, dtype=np.float32)
    return {
        **{
            f"prose_mass_{reach}": mass / np.float32(max(mass.max(), 1))
            for reach, mass in near.items()
        },
        "prose_before_share": (so_far - prose_words) / total,
        "prose_after_share": (total - so_far) / total,
        "statements_above": statements,
        "statements_below": columns["statement"].sum() - statements,
        "from_top": np.minimum(place, np.float32(_FROM_EDGE)),
        "from_bottom": np.minimum(place[::-1], np.float32(_FROM_EDGE)),
        "page_prose": np.full(count, min(total, _MOST_PROSE), dtype=np.float32),
        "page_gaps": np.full(count, np.mean(columns["gap_above"] > 0), dtype=np.float32),
        "page_lines": np.full(count, min(count, _MOST_LINES), dtype=np.float32),
    }


def _sentences(columns: dict[str, Matrix]) -> Matrix:
    """Flag the long lines that end as sentences do and are no list of links."""
    closed = columns["ends_sentence"] + columns["ends_question"] + columns["ends_colon"] > 0
    long_prose = columns["words"] >= PROSE_WORDS
    flags = closed & long_prose & (columns["furniture_share"] < _FURNITURE_SHARE)
    return flags.astype(np.float32)


def _shift(column: Matrix, offset: int) -> Matrix:
    """Return the value ``offset`` lines further down for each line; -1 beyond the page's ends."""
    if not offset:
        return column
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
    nearest = np.maximum.accumulate(np.where(flags > 0, place, np.float32(-_FAR)))
    distance: Matrix = np.minimum(place - nearest, np.float32(_FAR))
    return distance
