"""What each line shows by itself, as numbers.

Lines enter, one row of measures a line leaves. Pure; imported by the evidence of the text format.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ingest.formats.text.lines import Line
from ingest.formats.text.wording import (
    CONTACT,
    FURNITURE_PHRASES,
    FURNITURE_WORDS,
    STATEMENT,
    STOP_WORDS,
)

Matrix = NDArray[np.float32]

MEASURES = (
    "characters",
    "words",
    "capitalised",
    "all_capitals",
    "stop_words",
    "digits",
    "symbols",
    "ends_sentence",
    "ends_question",
    "ends_colon",
    "ends_comma",
    "sentences_inside",
    "starts_lower",
    "starts_digit",
    "section_number",
    "glyph",
    "number",
    "indent",
    "outdent",
    "gap_above",
    "underlined",
    "cells",
    "furniture_words",
    "furniture_share",
    "statement",
    "contact",
    "glued",
    "separators",
    "brackets",
    "code",
    "repeats",
    "page_words",
)
"""Names of the measures, in the order of the columns."""

_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
_SENTENCE_END = re.compile(r"[.!…][\"'”’)\]]*$")
_INSIDE = re.compile(r"[.!?][\"'”’)]*\s+[\"'“‘(]?[A-Z]")
_SECTION_NUMBER = re.compile(
    r"(?:\(?\d{1,3}(?:\.\d{1,3})*[.):]?|[IVX]{1,5}[.)]|[A-Z][.)]"
    r"|(?:step|part|section|chapter)\s\d+\W?)\s",
    re.IGNORECASE,
)
_GLUED = re.compile(r"[a-z][A-Z]")
_SEPARATOR = re.compile(r"[|»›/→·•»]")
_CODE = re.compile(r"[{}();=<>$\\_]|::|->")
_LONG_WORDS = 12
"""Words from which a line reads as prose: 97 % of headings stay under it, most sentences pass."""


@dataclass(frozen=True, slots=True)
class _Page:
    """What a line is measured against: where plain text stands, how often lines and words occur."""

    body_indent: int
    repeats: Counter[str]
    prose_words: Counter[str]


_TELLING_LETTERS = 3


def measure(lines: Sequence[Line]) -> Matrix:
    """Return one row of MEASURES a line."""
    texts = [line.text for line in lines]
    words = [_WORD.findall(text) for text in texts]
    lowered = [[word.lower() for word in found] for found in words]
    page = _Page(
        body_indent=_body_indent(lines),
        repeats=Counter(text.lower() for text in texts),
        prose_words=_prose_words(lowered),
    )
    rows = [
        _row(line, found, low, page) for line, found, low in zip(lines, words, lowered, strict=True)
    ]
    return np.array(rows, dtype=np.float32).reshape(len(lines), len(MEASURES))


def _prose_words(lowered: Sequence[list[str]]) -> Counter[str]:
    """Count, for each word, the long lines of the page that have it."""
    counts: Counter[str] = Counter()
    for found in lowered:
        if len(found) >= _LONG_WORDS:
            counts.update(set(found))
    return counts


def _body_indent(lines: Sequence[Line]) -> int:
    """Return the indent, in columns, at which most of the page's plain text stands."""
    weights: Counter[int] = Counter()
    for line in lines:
        if not line.marker:
            weights[line.indent] += len(line.text)
    return weights.most_common(1)[0][0] if weights else 0


def _row(line: Line, words: list[str], lowered: list[str], page: _Page) -> tuple[float, ...]:
    text = line.text
    length = max(len(text), 1)
    count = max(len(words), 1)
    furniture = sum(word in FURNITURE_WORDS for word in lowered)
    furniture += len(FURNITURE_PHRASES.findall(text))
    telling = [word for word in lowered if word not in STOP_WORDS and len(word) >= _TELLING_LETTERS]
    own = 1 if len(words) >= _LONG_WORDS else 0
    known = sum(page.prose_words[word] > own for word in telling)
    return (
        len(text),
        len(words),
        sum(word[0].isupper() for word in words) / count,
        text.isupper(),
        sum(word in STOP_WORDS for word in lowered) / count,
        sum(map(str.isdigit, text)) / length,
        sum(not character.isalnum() and character != " " for character in text) / length,
        _SENTENCE_END.search(text[-4:]) is not None,
        text.endswith(("?", "?”", '?"')),
        text.endswith((":", "：")),
        text.endswith((",", ";")),
        min(len(_INSIDE.findall(text)), 10),
        text[:1].islower(),
        text[:1].isdigit(),
        _SECTION_NUMBER.match(line.full_text) is not None,
        bool(line.marker) and not line.is_numbered,
        line.is_numbered,
        min(max(line.indent - page.body_indent, 0), 40),
        min(max(page.body_indent - line.indent, 0), 40),
        min(line.gap, 4),
        bool(line.underline),
        len(line.cells),
        min(furniture, 10),
        furniture / count,
        STATEMENT.search(text) is not None,
        CONTACT.search(text) is not None,
        len(_GLUED.findall(text)),
        min(len(_SEPARATOR.findall(text)), 10),
        min(text.count("[") + text.count("(BUTTON)") + text.count("__"), 5),
        min(len(_CODE.findall(text)), 10) / length,
        min(page.repeats[text.lower()], 10),
        known / max(len(telling), 1),
    )
