"""What each line shows by itself, as numbers.

Lines with their words enter, one row of measures a line leaves. Pure; imported by the evidence of
the text format.
"""

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ingest.formats.text.lines import Line
from ingest.formats.text.wording import (
    CONTACT,
    CONTACT_SIGNS,
    FURNITURE_PHRASES,
    FURNITURE_WORDS,
    STATEMENT,
    STATEMENT_WORDS,
    STOP_WORDS,
)
from ingest.formats.text.words import PROSE_WORDS, Words

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
    "ends_bracket",
    "sentences_inside",
    "starts_lower",
    "starts_digit",
    "starts_quote",
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
    "form_fields",
    "code",
    "permalink",
    "sentence_case",
    "title_case",
    "word_length",
    "page_words",
)
"""Names of the measures, in the order of the columns."""

_SENTENCE_END = re.compile(r"[.!…][\"'”’)\]]*$")
_SENTENCE_INSIDE = re.compile(r"[.!?][\"'”’)]*\s+[\"'“‘(]?[A-Z]")
_SECTION_NUMBER = re.compile(
    r"(?:\(?\d{1,3}(?:\.\d{1,3})*[.):]?|[IVX]{1,5}[.)]|[A-Z][.)]"
    r"|(?:step|part|section|chapter)\s\d+\W?)\s",
    re.IGNORECASE,
)
_GLUED = re.compile(r"[a-z][A-Z]")
_SEPARATORS = "|»›/→·•"
_CODE = "{}();=<>$\\_"
_DIGITS = "0123456789"
_PHRASE_WORDS = 25
"""Words up to which a line is searched for furniture phrases: longer ones are running text."""

_MOST = 10
"""Counts stop here: ten separators tell no more than eleven."""

_MOST_COLUMNS = 40


def measure(lines: Sequence[Line], words: Sequence[Words]) -> Matrix:
    """Return one row of MEASURES a line."""
    body_indent = _body_indent(lines)
    prose = Counter(
        word for found in words if len(found.lowered) >= PROSE_WORDS for word in found.telling
    )
    rows = [_row(line, found, body_indent, prose) for line, found in zip(lines, words, strict=True)]
    return np.array(rows, dtype=np.float32).reshape(len(lines), len(MEASURES))


def _body_indent(lines: Sequence[Line]) -> int:
    """Return the indent, in columns, at which most of the page's plain text stands."""
    weights: Counter[int] = Counter()
    for line in lines:
        if not line.marker:
            weights[line.indent] += len(line.text)
    return weights.most_common(1)[0][0] if weights else 0


def _row(line: Line, words: Words, body_indent: int, prose: Counter[str]) -> tuple[float, ...]:
    text = line.text
    length = max(len(text), 1)
    count = max(len(words.written), 1)
    letters = sum(map(len, words.written))
    capitals = sum(word[0].isupper() for word in words.written)
    digits = sum(map(text.count, _DIGITS))
    stops = sum(word in STOP_WORDS for word in words.lowered)
    furniture = sum(word in FURNITURE_WORDS for word in words.lowered)
    if count <= _PHRASE_WORDS:
        furniture += len(FURNITURE_PHRASES.findall(text))
    own = 1 if len(words.written) >= PROSE_WORDS else 0
    known = sum(prose[word] > own for word in words.telling)
    statement = not STATEMENT_WORDS.isdisjoint(words.lowered) or "©" in text
    contact = digits > 0 or any(sign in text for sign in CONTACT_SIGNS)
    return (
        len(text),
        len(words.written),
        capitals / count,
        text.isupper(),
        stops / count,
        digits / length,
        max(length - letters - text.count(" "), 0) / length,
        _SENTENCE_END.search(text[-4:]) is not None,
        text.endswith(("?", "?”", '?"')),
        text.endswith((":", "：")),
        text.endswith((",", ";")),
        text.endswith((")", "]")),
        min(len(_SENTENCE_INSIDE.findall(text)), _MOST),
        text[:1].islower(),
        text[:1].isdigit(),
        text[:1] in "\"“‘'",
        _SECTION_NUMBER.match(line.full_text[:_MOST_COLUMNS]) is not None,
        bool(line.marker) and not line.is_numbered,
        line.is_numbered,
        min(max(line.indent - body_indent, 0), _MOST_COLUMNS),
        min(max(body_indent - line.indent, 0), _MOST_COLUMNS),
        min(line.gap, 4),
        bool(line.underline),
        min(len(line.cells), _MOST),
        min(furniture, _MOST),
        furniture / count,
        statement and STATEMENT.search(text) is not None,
        contact and CONTACT.search(text) is not None,
        min(len(_GLUED.findall(text)), _MOST),
        min(sum(map(text.count, _SEPARATORS)), _MOST),
        min(text.count("[") + text.count("(BUTTON)") + text.count("__"), _MOST),
        min(sum(map(text.count, _CODE)), _MOST) / length,
        text.endswith(("¶", "#", "§")),
        capitals == 1 and text[:1].isupper(),
        count > 1 and capitals + stops >= count and capitals > 0,
        letters / count,
        known / max(len(words.telling), 1),
    )
