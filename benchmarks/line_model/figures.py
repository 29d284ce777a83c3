"""How well lines were read: headings by their words, content by word F1, means over pages.

Labelled pages with the readings of their lines enter, Figures leave. For the training of the line
model only.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from benchmarks.line_model.pages import LabelledPage, same_title
from ingest.formats.text.regions import Reading

_WORD = re.compile(r"\w+")
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """Means over pages; headings also over all headings together (micro)."""

    pages: int
    heading_precision: float
    heading_recall: float
    heading_micro: float
    heading_macro: float
    content_precision: float
    content_recall: float
    content_f1: float

    def row(self) -> str:
        """Return the figures as cells of a table."""
        rates = (
            self.heading_precision,
            self.heading_recall,
            self.heading_micro,
            self.heading_macro,
            self.content_precision,
            self.content_recall,
            self.content_f1,
        )
        return " | ".join(f"{rate:.3f}" for rate in rates)


def figures(pages: Iterable[tuple[LabelledPage, Sequence[Reading]]]) -> Figures:
    """Score the readings of ``pages`` against their labels."""
    found = predicted = true = 0
    by_page: list[float] = []
    content: list[tuple[float, float, float]] = []
    for page, readings in pages:
        words = Counter(
            word
            for line, reading in zip(page.lines, readings, strict=True)
            if reading is not Reading.FURNITURE
            for word in _words(line.full_text if reading is Reading.HEADING else line.text)
        )
        main = Counter(_words(page.main_text))
        content.append(_rates((words & main).total(), words.total(), main.total()))
        gold = _headings(
            page, [bool(a and b) for a, b in zip(page.content, page.heading, strict=True)]
        )
        if gold:
            ours = _headings(page, [reading is Reading.HEADING for reading in readings])
            hits = (gold & ours).total()
            found, predicted, true = found + hits, predicted + ours.total(), true + gold.total()
            by_page.append(_rates(hits, ours.total(), gold.total())[2])
    precision, recall, micro = _rates(found, predicted, true)
    return Figures(
        len(content),
        precision,
        recall,
        micro,
        _mean(by_page),
        *(_mean([rates[place] for rates in content]) for place in range(3)),
    )


def _headings(page: LabelledPage, flags: Sequence[bool]) -> Counter[Key]:
    keys = (
        _words(line.full_text if line.is_numbered and not line.indent else line.text)
        for line, flag in zip(page.lines, flags, strict=True)
        if flag
    )
    return Counter(key for key in keys if key and not same_title(key, page.title))


def _words(text: str) -> Key:
    return tuple(_WORD.findall(text.lower()))


def _rates(hits: int, predicted: int, true: int) -> tuple[float, float, float]:
    """Return precision, recall and their harmonic mean."""
    precision, recall = hits / max(predicted, 1), hits / max(true, 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / max(len(values), 1)
