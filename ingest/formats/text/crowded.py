"""Headings on pages that lost their blank lines, as copying from a phone may leave them.

Lines enter, log-odds for each being a heading leave; for the text format only.

What sets a heading apart on other pages is the space around it, and the model leans on that. Where
a page has none, what is left is the order in which text is written: a heading comes after a
paragraph has ended, its list or its text right below it; an item comes after what announces it.
And items are written alike: among lines that begin small, one with a capital heads them; among
lines with one capital each, one in title case does.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from ingest.formats.text.lines import Lines
from ingest.formats.text.usual import usual_share
from ingest.formats.wording import STOP_WORDS
from ingest.trees import Matrix

_MOST_GAPS = 0.05
"""Share of lines with a blank line above, up to which a page has lost them: one may be left between
what was copied and what was typed. On 232 labelled pages in four dialects it is .07 and more."""

_AFTER_TEXT, _BEFORE_TEXT = 2.0, 0.5
_USUAL, _TITLE_CASE, _COMMA, _COLON = 1.5, 2.0, -1.7, -1.2
_AMONG_SMALL, _SMALL = 1.4, -1.0
"""Log-odds for a line below a paragraph that has ended, and announces nothing; above text; for the
share of it that usual headings say; in title case; with a comma; ending in a colon; above or below
lines that begin small; beginning small itself.

Fitted (logistic regression, to the nearest tenth) on 904 short lines of 32 clinic pages without
their blank lines and glyphs, which no model has learned from. On 878 lines of 32 others, never
looked at, F rose from .74 to .90."""

_TIGHT = 3.0
_LEAST_LISTS, _MOSTLY_TIGHT = 3, 0.8
"""Log-odds for a line right between two lists on a page that writes them tight; the lists, and the
share of them without a blank line above, from which it does. Rendered pages put blank lines around
lists: on the labelled ones such lines stand in menus, where nothing is a heading."""

_TEXT_WORDS, _SENTENCE_WORDS = 15, 3
"""Words from which a line is text whatever it ends with, and with an end mark: not "Why you?"."""

_NEIGHBOURS = 2
_MOSTLY = 0.7
"""Share of the larger words after the first that begin with a capital in title case: some names
stay small."""

_WORD = re.compile(r"[^\W\d_][\w'’]*")
_END = re.compile(r"[.!?][\"'”’)\]]*$")


def crowded_headings(lines: Lines) -> Matrix:
    """Return log-odds to add for each line being a heading; where the page has gaps hardly any."""
    odds = np.zeros(len(lines), dtype=np.float32)
    if not is_crowded(lines):
        odds[_tight_heads(lines)] = _TIGHT
        return odds
    texts, markers = lines.texts, lines.markers
    prose = [*map(_is_text, texts)]
    small = [text[0].islower() for text in texts]
    for place in range(1, len(lines)):
        text, above = texts[place], place - 1
        if markers[place] or place in lines.cells or (prose[place] and not text.endswith("?")):
            continue
        odds[place] = (
            _AFTER_TEXT * (prose[above] and not markers[above] and not _announces(texts[above]))
            + _BEFORE_TEXT * any(prose[place + 1 : place + 2])
            + _wording(text)
            + (_SMALL if small[place] else _AMONG_SMALL * _runs_beside(small, place))
        )
    return odds


def _tight_heads(lines: Lines) -> list[int]:
    """Return the places of lines right between an item, or a paragraph that ends, and an item.

    There are none unless the page writes its lists tight, no blank line above them.
    """
    texts, markers, gaps = lines.texts, lines.markers, lines.gaps
    heads = [
        place
        for place, (marker, below) in enumerate(pairwise(markers))
        if below and not marker and place not in lines.cells
    ]
    tight = [place for place in heads if not gaps[place + 1]]
    if len(heads) < _LEAST_LISTS or len(tight) < _MOSTLY_TIGHT * len(heads):
        return []
    return [
        place
        for place in tight
        if place
        and not gaps[place]
        and texts[place][0].isupper()
        and not (_is_text(texts[place]) or _announces(texts[place]))
        and (
            markers[place - 1] or (_is_text(texts[place - 1]) and not _announces(texts[place - 1]))
        )
    ]


def is_crowded(lines: Lines) -> bool:
    """Return whether hardly a line of the page has a blank one above."""
    below = lines.gaps[1:]
    return len(below) - below.count(0) <= _MOST_GAPS * len(lines)


def _wording(text: str) -> float:
    return (
        _USUAL * usual_share(text)
        + _TITLE_CASE * _is_title_case(text)
        + _COMMA * ("," in text)
        + _COLON * text.endswith(":")
    )


def _is_text(text: str) -> bool:
    words = text.count(" ") + 1
    ends = words >= _SENTENCE_WORDS and _END.search(text[-4:]) is not None
    return ends or words >= _TEXT_WORDS


def _announces(text: str) -> bool:
    """Return whether ``text`` goes on below: "The risk goes up with", "Tell us if you:"."""
    last = _WORD.findall(text.lower())[-1:]
    return text.endswith((":", ",")) or not STOP_WORDS.isdisjoint(last)


def _runs_beside(small: Sequence[bool], place: int) -> int:
    """Return on how many sides of ``place``, above and below, the next lines all begin small."""
    sides = small[max(place - _NEIGHBOURS, 0) : place], small[place + 1 : place + 1 + _NEIGHBOURS]
    return sum(len(side) == _NEIGHBOURS and all(side) for side in sides)


def _is_title_case(text: str) -> bool:
    larger = [word for word in _WORD.findall(text)[1:] if word.lower() not in STOP_WORDS]
    return bool(larger) and sum(word[0].isupper() for word in larger) >= _MOSTLY * len(larger)
