"""Pages as they might have been: labelled pages rewritten in the manners that dumps differ in.

A LabelledPage enters, a rewritten one leaves, its labels with it. The collection is of long web
pages with menus around them; a clinic's own files are often short, bare, made of bullets, with
underlined headings or other spacing. For the training of the line model only.
"""

import random
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from benchmarks.line_model.pages import LabelledPage
from benchmarks.line_model.practices import footer, menu
from benchmarks.line_model.rows import Row
from benchmarks.line_model.styles import (
    Rewrite,
    attached,
    bullets,
    capitals,
    colons,
    copied,
    loose,
    numbered,
    pasted,
    tight,
    underlined,
    usual,
)
from benchmarks.line_model.surroundings import byline, closing, contents, trail
from ingest.formats.text.lines import Lines
from ingest.formats.text.words import take_apart

_TITLE_CHANCE = 0.6
_MOSTLY, _OFTEN, _SELDOM = 0.7, 0.4, 0.15
_FEW_LINES = 30


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
    for rewrite, chance in _COPIES:
        if rng.random() < chance:
            rows = rewrite(rows, rng)
    lines = Lines.of(row.line for row in rows)
    return replace(
        page,
        lines=lines,
        text=take_apart(lines),
        content=np.array([row.content for row in rows], dtype=bool),
        heading=np.array([row.heading for row in rows], dtype=bool),
        levels=np.array([row.level for row in rows], dtype=np.int64),
        titles=np.array([row.title for row in rows], dtype=bool),
    )


_STYLE_CHANCE = 0.3


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
    """Put the content between the menu and the footer of a practice, with what goes with them."""
    inside = [row for row in rows if row.content or row.title]
    place = next((place for place, row in enumerate(inside) if row.title), None)
    title = "" if place is None else inside[place].line.text
    top = menu(rng, title if _toss(rng) else "") if rng.random() < _MOSTLY else []
    if title and rng.random() < _OFTEN:
        top += trail(rng, title)
    bottom = footer(rng) if rng.random() < _MOSTLY else []
    if rng.random() < _OFTEN:
        bottom = [*closing(rng), *bottom]
    if rng.random() < _SELDOM:
        return [*inside, *top, *bottom]
    below = 0 if place is None else place + 1
    return [*top, *inside[:below], *_between(inside[below:], rng), *inside[below:], *bottom]


def _between(rows: Sequence[Row], rng: random.Random) -> list[Row]:
    """Return what stands between a page's title and its text, mostly nothing."""
    headings = [row.line.text for row in rows if row.heading and not row.title]
    listed = len(headings) >= _LEAST_LISTED and rng.random() < _SELDOM
    return [
        *(byline(rng) if rng.random() < _SELDOM else []),
        *(contents(rng, headings) if listed else []),
    ]


_LEAST_LISTED = 3


def small_page(rows: Sequence[Row], rng: random.Random) -> list[Row]:
    """Keep a few sections and a little furniture."""
    return short_furniture(few_sections(rows, rng), rng)


def small_practice(rows: Sequence[Row], rng: random.Random) -> list[Row]:
    """Keep a few sections, between the menu and the footer of a practice."""
    return practice(few_sections(rows, rng), rng)


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
    usual,
)
_COPIES: tuple[tuple[Rewrite, float], ...] = ((pasted, 0.1), (copied, 0.18))
"""How often a page comes by copy and paste, which changes all of it."""
