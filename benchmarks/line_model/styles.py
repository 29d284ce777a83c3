"""How pages are written: the content of a labelled page, or all of it, in another style.

Rows enter, rows leave. For the training of the line model only; which styles are mixed how often is
said in `variants`.
"""

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from benchmarks.line_model.rows import Row
from ingest.formats.text.lines import Line

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
_ITEM_WORDS = 22
"""Words of the longest sentence made into a list item."""

_MOSTLY, _OFTEN = 0.7, 0.4
_LABEL_WORDS = 4
"""Words of labels and of the shortest items, such as names of medicines, at most."""

Rewrite = Callable[[Sequence[Row], random.Random], list[Row]]

USUAL = (
    "Overview", "About this condition", "What is it?", "What does it mean?", "Key facts", "Types",
    "Causes", "What causes it?", "Causes and risk factors", "Why does it happen?", "Risk factors",
    "Who is at risk?", "Who gets it?", "Triggers", "Symptoms", "Signs and symptoms",
    "Clinical presentation", "What are the symptoms?", "What you may notice", "Warning signs",
    "Diagnosis", "How is it diagnosed?", "Tests", "Tests and diagnosis", "Examination", "X-rays",
    "Treatment", "Treatment options", "How is it treated?", "How we treat it", "Medication",
    "Medicines", "Medical treatment", "Physical therapy", "Physiotherapy", "Surgery", "Injections",
    "Conservative treatment", "Non-surgical treatment", "Exercise", "Self-care", "Home remedies",
    "What you can do yourself", "Lifestyle changes", "Diet", "Prevention", "Can it be prevented?",
    "Complications", "Possible complications", "Side effects", "Prognosis", "Outlook", "Recovery",
    "How long does it last?", "Living with it", "Follow-up", "Before the procedure", "Aftercare",
    "After the procedure", "Risks", "Benefits", "What to expect", "When to see a doctor",
    "When to call us", "When to seek help", "Getting help", "Questions to ask", "Myths and facts",
)  # fmt: skip
"""How sections of health pages are headed, in plain words and in a clinician's."""


def bullets(rows: Sequence[Row], rng: random.Random) -> list[Row]:
    """Turn the paragraphs of the content into lists of their shorter sentences."""
    nested = rng.random() < 1 / 2
    terse = rng.random() < _OFTEN
    punctuated = not terse and rng.random() < _MOSTLY
    rewritten: list[Row] = []
    for row in rows:
        if not row.content or row.heading or row.title or row.line.marker:
            rewritten.append(row)
            continue
        sentences = [
            sentence
            for sentence in _SENTENCE.split(row.line.text)[:4]
            if len(sentence.split()) <= _ITEM_WORDS
        ]
        if not sentences:
            continue
        depth = 4 if nested else 2
        if nested:
            rewritten.append(_item(row, f"{_first_words(sentences[0], rng)}:", 2, row.line.gap))
        for order, sentence in enumerate(sentences):
            text = _first_words(sentence, rng) if terse else sentence
            text = text if punctuated else text.rstrip(".!")
            gap = 0 if nested or order else row.line.gap
            rewritten.append(_item(row, text, depth, gap))
    return rewritten


def _first_words(sentence: str, rng: random.Random) -> str:
    return " ".join(sentence.split()[: rng.randint(1, _LABEL_WORDS)]).strip(".,;:")


def _item(row: Row, text: str, indent: int, gap: int) -> Row:
    line = row.line._replace(marker="•", indent=indent, text=text, gap=gap, cells=())
    return replace(row, line=line, title=False)


def underlined(rows: Sequence[Row], rng: random.Random) -> list[Row]:
    """Underline the headings of the content."""
    return _restyle(rows, lambda line, _: line._replace(underline=rng.choice("=-")))


def colons(rows: Sequence[Row], _: random.Random) -> list[Row]:
    """End the headings of the content in a colon."""
    return _restyle(rows, lambda line, _: line._replace(text=line.text.rstrip(" :.") + ":"))


def capitals(rows: Sequence[Row], _: random.Random) -> list[Row]:
    """Write the headings of the content in capitals."""
    return _restyle(rows, lambda line, _: line._replace(text=line.text.upper()))


def numbered(rows: Sequence[Row], _: random.Random) -> list[Row]:
    """Number the headings of the content."""
    return _restyle(rows, lambda line, order: line._replace(marker=f"{order}."))


def _restyle(rows: Sequence[Row], style: Callable[[Line, int], Line]) -> list[Row]:
    restyled: list[Row] = []
    order = 0
    for row in rows:
        if row.content and row.heading and not row.line.marker:
            order += 1
            restyled.append(replace(row, line=style(row.line, order)))
        else:
            restyled.append(row)
    return restyled


def pasted(rows: Sequence[Row], _: random.Random) -> list[Row]:
    """Take glyphs and indents off, as browsers do when a page is copied into plain text."""
    return [
        row if row.line.is_numbered else replace(row, line=row.line._replace(marker="", indent=0))
        for row in rows
    ]


def tight(rows: Sequence[Row], rng: random.Random) -> list[Row]:
    """Take blank lines out: all, or all but those above headings and paragraphs."""
    keep_above_headings = rng.random() < _MOSTLY
    return [
        row if row.heading and keep_above_headings else replace(row, line=row.line._replace(gap=0))
        for row in rows
    ]


def attached(rows: Sequence[Row], _: random.Random) -> list[Row]:
    """Write each heading right above what it heads, with a blank line above the heading."""
    changed: list[Row] = []
    for row in rows:
        below_heading = bool(changed) and changed[-1].content and changed[-1].heading
        gap = 0 if below_heading else max(row.line.gap, row.heading)
        changed.append(replace(row, line=row.line._replace(gap=gap)))
    return changed


def loose(rows: Sequence[Row], _: random.Random) -> list[Row]:
    """Put a blank line above every line, more above headings."""
    return [replace(row, line=row.line._replace(gap=2 if row.heading else 1)) for row in rows]


def usual(rows: Sequence[Row], rng: random.Random) -> list[Row]:
    """Give the headings of the content the wordings that health pages have."""
    wordings = iter(rng.sample(USUAL, len(USUAL)))
    return _restyle(rows, lambda line, _: line._replace(text=next(wordings, line.text)))


def copied(rows: Sequence[Row], _: random.Random) -> list[Row]:
    """Take glyphs, indents and blank lines off the whole page, as some copying does."""
    return [
        replace(row, line=row.line._replace(marker="", indent=0, gap=0, cells=())) for row in rows
    ]
