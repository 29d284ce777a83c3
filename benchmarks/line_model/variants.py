"""Pages as they might have been: labelled pages rewritten in the manners that dumps differ in.

A LabelledPage enters, a rewritten one leaves, its labels with it. The collection is of long web
pages with menus around them; a clinic's own files are often short, bare, made of bullets, with
underlined headings or other spacing. For the training of the line model only.
"""

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from benchmarks.line_model.pages import LabelledPage
from benchmarks.line_model.practices import footer, menu
from benchmarks.line_model.rows import Row
from ingest.formats.text.lines import Line
from ingest.formats.text.words import take_apart

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
_ITEM_WORDS = 22
"""Words of the longest sentence made into a list item."""

_TITLE_CHANCE = 0.6
_MOSTLY, _OFTEN, _SELDOM = 0.7, 0.4, 0.15
_LABEL_WORDS = 4
"""Words of labels and of the shortest items, such as names of medicines, at most."""

_FEW_LINES = 30


Rewrite = Callable[[Sequence[Row], random.Random], list[Row]]


def vary(page: LabelledPage, rng: random.Random) -> LabelledPage:
    """Return ``page`` rewritten by one choice of extent and some of style."""
    rows = [
        Row(line, bool(content), int(level), bool(title))
        for line, content, level, title in zip(
            page.lines, page.content, page.levels, page.titles, strict=True
        )
    ]
    rows = rng.choice(_EXTENTS)(rows, rng)
    for rewrite in _STYLES:
        if rng.random() < _STYLE_CHANCE:
            rows = rewrite(rows, rng)
    if rng.random() < _PASTED_CHANCE:
        rows = pasted(rows, rng)
    lines = tuple(row.line for row in rows)
    return replace(
        page,
        lines=lines,
        text=take_apart(lines),
        content=np.array([row.content for row in rows], dtype=bool),
        heading=np.array([row.heading for row in rows], dtype=bool),
        levels=np.array([row.level for row in rows], dtype=np.int64),
        titles=np.array([row.title for row in rows], dtype=bool),
    )


_STYLE_CHANCE, _PASTED_CHANCE = 0.3, 0.1


def _toss(rng: random.Random) -> bool:
    return rng.random() < 1 / 2


def whole_page(rows: Sequence[Row], _: random.Random) -> list[Row]:
    """Leave the page as it is."""
    return list(rows)


def content_only(rows: Sequence[Row], _: random.Random) -> list[Row]:
    """Drop all furniture: somebody pasted the article alone."""
    return [row for row in rows if row.content] or list(rows)


def few_sections(rows: Sequence[Row], rng: random.Random) -> list[Row]:
    """Keep a few neighbouring sections and, by chance, the furniture before and after."""
    inside = [place for place, row in enumerate(rows) if row.content]
    starts = [place for place in inside if rows[place].heading]
    if len(starts) <= 1:
        return list(rows)
    first = rng.randrange(len(starts))
    last = min(first + rng.randint(1, 4), len(starts))
    stop = starts[last] if last < len(starts) else inside[-1] + 1
    title = [row for row in rows if row.title][:1] if rng.random() < _TITLE_CHANCE else []
    kept = [row for row in rows[starts[first] : stop] if row.content and not row.title]
    before = [row for row in rows[: inside[0]] if not row.title]
    after = [row for row in rows[inside[-1] + 1 :] if not row.content]
    return (
        (before if rng.random() < _TITLE_CHANCE else [])
        + title
        + kept
        + (after if rng.random() < _TITLE_CHANCE else [])
    )


def menu_below(rows: Sequence[Row], _: random.Random) -> list[Row]:
    """Move the furniture that stands before the content behind it."""
    inside = [place for place, row in enumerate(rows) if row.content]
    if not inside:
        return list(rows)
    return [*rows[inside[0] : inside[-1] + 1], *rows[: inside[0]], *rows[inside[-1] + 1 :]]


def short_furniture(rows: Sequence[Row], rng: random.Random) -> list[Row]:
    """Keep only a few neighbouring lines of the furniture before and of that after the content."""
    inside = [place for place, row in enumerate(rows) if row.content]
    if not inside:
        return list(rows)
    before = _slice(rows[: inside[0]], rng)
    after = _slice(rows[inside[-1] + 1 :], rng)
    return [*before, *(row for row in rows[inside[0] : inside[-1] + 1] if row.content), *after]


def _slice(rows: Sequence[Row], rng: random.Random) -> Sequence[Row]:
    start = rng.randrange(max(len(rows), 1))
    return rows[start : start + rng.randint(1, _FEW_LINES)]


def practice(rows: Sequence[Row], rng: random.Random) -> list[Row]:
    """Put the content between the menu and the footer of a practice."""
    inside = [row for row in rows if row.content or row.title]
    top = menu(rng) if rng.random() < _MOSTLY else []
    bottom = footer(rng) if rng.random() < _MOSTLY else []
    if rng.random() < _SELDOM:
        return [*inside, *top, *bottom]
    return [*top, *inside, *bottom]


def small_page(rows: Sequence[Row], rng: random.Random) -> list[Row]:
    """Keep a few sections and a little furniture."""
    return short_furniture(few_sections(rows, rng), rng)


def small_practice(rows: Sequence[Row], rng: random.Random) -> list[Row]:
    """Keep a few sections, between the menu and the footer of a practice."""
    return practice(few_sections(rows, rng), rng)


def bullets(rows: Sequence[Row], rng: random.Random) -> list[Row]:
    """Turn the paragraphs of the content into lists of their shorter sentences."""
    nested = _toss(rng)
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
    line = replace(
        row.line, marker="•", indent=indent, column=indent + 2, text=text, gap=gap, cells=()
    )
    return replace(row, line=line, title=False)


def underlined(rows: Sequence[Row], rng: random.Random) -> list[Row]:
    """Underline the headings of the content."""
    return _restyle(rows, lambda line, _: replace(line, underline=rng.choice("=-")))


def colons(rows: Sequence[Row], _: random.Random) -> list[Row]:
    """End the headings of the content in a colon."""
    return _restyle(rows, lambda line, _: replace(line, text=line.text.rstrip(" :.") + ":"))


def capitals(rows: Sequence[Row], _: random.Random) -> list[Row]:
    """Write the headings of the content in capitals."""
    return _restyle(rows, lambda line, _: replace(line, text=line.text.upper()))


def numbered(rows: Sequence[Row], _: random.Random) -> list[Row]:
    """Number the headings of the content."""
    return _restyle(rows, lambda line, order: replace(line, marker=f"{order}."))


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
        row
        if row.line.is_numbered
        else replace(row, line=replace(row.line, marker="", indent=0, column=0))
        for row in rows
    ]


def tight(rows: Sequence[Row], rng: random.Random) -> list[Row]:
    """Take blank lines out: all, or all but those above headings and paragraphs."""
    keep_above_headings = rng.random() < _MOSTLY
    return [
        row if row.heading and keep_above_headings else replace(row, line=replace(row.line, gap=0))
        for row in rows
    ]


def attached(rows: Sequence[Row], _: random.Random) -> list[Row]:
    """Write each heading right above what it heads, with a blank line above the heading."""
    changed: list[Row] = []
    for row in rows:
        below_heading = bool(changed) and changed[-1].content and changed[-1].heading
        gap = 0 if below_heading else max(row.line.gap, row.heading)
        changed.append(replace(row, line=replace(row.line, gap=gap)))
    return changed


def loose(rows: Sequence[Row], _: random.Random) -> list[Row]:
    """Put a blank line above every line, more above headings."""
    return [replace(row, line=replace(row.line, gap=2 if row.heading else 1)) for row in rows]


_EXTENTS: tuple[Rewrite, ...] = (
    whole_page,
    content_only,
    few_sections,
    small_page,
    practice,
    small_practice,
    small_practice,
    menu_below,
    short_furniture,
)
_STYLES: tuple[Rewrite, ...] = (
    bullets,
    underlined,
    colons,
    capitals,
    numbered,
    tight,
    loose,
    attached,
)
