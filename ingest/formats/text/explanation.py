"""Why each line was read as it was.

A parted page and the model enter, one LineExplanation a line leaves: its reading, the log-odds
behind it, and the features that pushed most. A feature's push is the log-odds as they are less the
log-odds if that feature alone had its typical value (its median over the labelled pages). Pure.
"""

from dataclasses import dataclass

import numpy as np

from index.document import LineRange
from ingest.formats.text.balance import decide_page
from ingest.formats.text.evidence import gather
from ingest.formats.text.lines import Line
from ingest.formats.text.model import LineModel
from ingest.formats.text.parting import Parted
from ingest.formats.text.regions import Reading
from ingest.formats.text.title import find_opening_name, find_title
from ingest.trees import Forest, Matrix

_PUSHES = 6
"""Features shown a line: the rest add up to little, and nobody reads more."""


@dataclass(frozen=True, slots=True)
class Push:
    """One feature's part in an opinion: its value on the line, and the log-odds it moved."""

    feature: str
    value: float
    push: float


@dataclass(frozen=True, slots=True)
class LineExplanation:
    """How one line was read.

    Attributes:
        lines: Its raw lines.
        text: What it says.
        reading: "title", "furniture", "heading" or "body".
        content: Log-odds, by the line's own evidence, of content against furniture.
        heading: Log-odds of a heading against other content.
        content_pushes: The features that moved ``content`` most, strongest first.
        heading_pushes: The features that moved ``heading`` most, strongest first.
    """

    lines: LineRange
    text: str
    reading: str
    content: float
    heading: float
    content_pushes: tuple[Push, ...]
    heading_pushes: tuple[Push, ...]


def explain_page(parted: Parted, source: str, model: LineModel) -> tuple[LineExplanation, ...]:
    """Explain the reading of every line of the page ``source``, in page order."""
    outside = map(_explain_outside, (*parted.before, *parted.after))
    explained = (*_explain_own(parted, source, model), *outside)
    return tuple(sorted(explained, key=lambda explanation: explanation.lines.first))


def _explain_own(parted: Parted, source: str, model: LineModel) -> tuple[LineExplanation, ...]:
    lines = parted.own
    evidence = gather(lines, model.lexicon)
    opinions = model.judge(evidence)
    title = 0 if parted.titled else find_title(lines, evidence, opinions.title, source)
    readings = decide_page(lines, evidence, opinions, model.changes, title)
    if title is None:
        title = find_opening_name(lines, readings)
    return tuple(
        LineExplanation(
            LineRange(line.first, line.last),
            line.full_text,
            "title" if place == title else reading.name.lower(),
            float(content),
            float(heading),
            _pushes(model.content, model, row),
            _pushes(model.heading, model, row),
        )
        for place, (line, reading, content, heading, row) in enumerate(
            zip(lines, readings, opinions.content, opinions.heading, evidence.values.T, strict=True)
        )
    )


def _explain_outside(line: Line) -> LineExplanation:
    """Explain a line that only came with the page; nothing is weighed for it."""
    lines = LineRange(line.first, line.last)
    return LineExplanation(lines, line.full_text, Reading.FURNITURE.name.lower(), 0, 0, (), ())


def _pushes(forest: Forest, model: LineModel, row: Matrix) -> tuple[Push, ...]:
    """Weigh the line again and again, each time with one feature made typical."""
    without = np.repeat(row[:, None], len(row) + 1, axis=1)
    np.fill_diagonal(without, model.typical)
    weighed = forest.weigh(without)
    moved = weighed[-1] - weighed[:-1]  # the last row is the line as it is
    strongest = np.argsort(-np.abs(moved), kind="stable")[:_PUSHES]
    return tuple(
        Push(model.names[feature], float(row[feature]), float(moved[feature]))
        for feature in strongest
        if moved[feature]
    )
