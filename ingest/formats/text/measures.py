"""What each line shows by itself, as numbers.

A PageText enters, one row of measures a line leaves. Pure; imported by the evidence of the text
format.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from ingest.formats.text.characters import CHARACTERS, count_characters
from ingest.formats.text.lines import Line
from ingest.formats.text.wording import (
    CONTACT,
    CONTACT_WORDS,
    FURNITURE_PHRASES,
    FURNITURE_WORDS,
    STATEMENT_PHRASES,
    STOP_WORDS,
)
from ingest.formats.text.words import PROSE_WORDS, Matrix, PageText

MEASURES = (
    "characters",
    "words",
    "capitalised",
    "stop_words",
    "digits",
    "symbols",
    "separators",
    "form_fields",
    "code",
    "glued",
    "word_length",
    "furniture_words",
    "furniture_share",
    "statement",
    "contact",
    "sentences_inside",
    "page_words",
    "sentence_case",
    "title_case",
    "all_capitals",
    "starts_lower",
    "starts_digit",
    "starts_quote",
    "ends_sentence",
    "ends_question",
    "ends_colon",
    "ends_comma",
    "ends_bracket",
    "permalink",
    "section_number",
    "glyph",
    "number",
    "indent",
    "outdent",
    "gap_above",
    "underlined",
    "cells",
)
"""Names of the measures, in the order of the columns."""

_SECTION_NUMBER = re.compile(
    r"(?:\(?\d{1,3}(?:\.\d{1,3})*[.):]?|[IVX]{1,5}[.)]|[A-Z][.)]"
    r"|(?:step|part|section|chapter)\s\d+\W?)\s",
    re.IGNORECASE,
)
_CLOSING = "\"'”’)]"
_CLOSING_SEEN = 4
"""Characters at a line's end among which its full stop may stand before quotes and brackets."""

_MOST = 10
"""Counts stop here: ten separators tell no more than eleven."""

_MOST_COLUMNS = 40
_MOST_GAP = 4


def measure(page: PageText) -> Matrix:
    """Return one row of MEASURES a line."""
    return np.concatenate(
        [_of_words(page), np.array([_of_marks(line) for line in page.lines]), _of_layout(page)],
        axis=1,
        dtype=np.float32,
    )


def _of_words(page: PageText) -> Matrix:
    """Return the measures that count characters, words and phrases."""
    characters = dict(zip(CHARACTERS, count_characters(page).T, strict=True))
    length = np.maximum(characters["length"], 1)
    words = page.word_counts.astype(np.float32)
    count = np.maximum(words, 1)
    letters = page.sum_words(np.array([len(word) for word in page.spelled], dtype=float))
    capitals = page.sum_words(np.array([word[0].isupper() for word in page.spelled], dtype=bool))
    stops = page.sum_words(np.array([word in STOP_WORDS for word in page.lowered], dtype=bool))
    furniture = page.sum_words(
        np.array([word in FURNITURE_WORDS for word in page.lowered], dtype=bool)
    ) + _phrases(page, FURNITURE_PHRASES)
    first_capital = np.array([line.text[:1].isupper() for line in page.lines])
    columns = [
        characters["length"],
        words,
        capitals / count,
        stops / count,
        characters["digits"] / length,
        np.maximum(length - letters - characters["spaces"], 0) / length,
        np.minimum(characters["separators"], _MOST),
        np.minimum(characters["fields"], _MOST),
        np.minimum(characters["code"], _MOST) / length,
        np.minimum(characters["glued"], _MOST),
        letters / count,
        np.minimum(furniture, _MOST),
        furniture / count,
        (_phrases(page, STATEMENT_PHRASES) > 0) | (characters["copyrights"] > 0),
        _contacts(page, characters["digits"] + characters["ats"]),
        np.minimum(characters["breaks"], _MOST),
        _page_words(page),
        (capitals == 1) & first_capital,
        (words > 1) & (capitals > 0) & (capitals + stops >= words),
    ]
    return np.stack(columns, axis=1).astype(np.float32)


def _phrases(page: PageText, phrases: Mapping[str, Sequence[tuple[str, ...]]]) -> Matrix:
    """Count the phrases in each line."""
    opens = np.array([word in phrases for word in page.lowered], dtype=bool)
    counts = np.zeros(len(page.lines), dtype=np.float32)
    places = np.flatnonzero(opens[page.words])
    lines = page.word_lines
    for place in places.tolist():
        line = lines[place]
        stop = page.word_starts[line + 1]
        for rest in phrases[page.lowered[page.words[place]]]:
            after = page.words[place + 1 : min(place + 1 + len(rest), stop)]
            counts[line] += tuple(page.lowered[word] for word in after) == rest
    return counts


def _contacts(page: PageText, signs: Matrix) -> NDArray[np.bool_]:
    """Flag the lines that hold a telephone number, an address or a time of day."""
    domains = page.sum_words(np.array([word in CONTACT_WORDS for word in page.lowered], dtype=bool))
    flags = signs + domains > 0
    for line in np.flatnonzero(flags).tolist():
        flags[line] = CONTACT.search(page.lines[line].text) is not None
    return flags


def _page_words(page: PageText) -> Matrix:
    """Return the share of a line's telling words that other long lines of the page say as well."""
    kinds = len(page.spelled)
    same = {word: place for place, word in enumerate(page.lowered)}
    folded = np.array([same[word] for word in page.lowered], dtype=np.intp)
    chosen = page.telling[page.words]
    pairs = np.unique(page.word_lines[chosen] * kinds + folded[page.words[chosen]])
    lines, words = pairs // max(kinds, 1), pairs % max(kinds, 1)
    long = page.word_counts >= PROSE_WORDS
    in_prose = np.bincount(words[long[lines]], minlength=kinds)
    known = in_prose[words] > long[lines]
    count = len(page.lines)
    said = np.bincount(lines, weights=known, minlength=count)
    return (said / np.maximum(np.bincount(lines, minlength=count), 1)).astype(np.float32)


def _of_marks(line: Line) -> tuple[bool, ...]:
    """Return the measures that look at a line's first and last characters."""
    text = line.text
    first = text[:1]
    return (
        text.isupper(),
        first.islower(),
        first.isdigit(),
        first in "\"“‘'",
        text[-_CLOSING_SEEN:].rstrip(_CLOSING).endswith((".", "!", "…")),
        text.endswith(("?", "?”", '?"')),
        text.endswith((":", "：")),
        text.endswith((",", ";")),
        text.endswith((")", "]")),
        text.endswith(("¶", "#", "§")),
        _SECTION_NUMBER.match(line.full_text[:_MOST_COLUMNS]) is not None,
    )


def _of_layout(page: PageText) -> NDArray[np.float64]:
    """Return the measures of where a line stands and how it is marked."""
    body_indent = _body_indent(page.lines)
    return np.array(
        [
            (
                bool(line.marker) and not line.is_numbered,
                line.is_numbered,
                min(max(line.indent - body_indent, 0), _MOST_COLUMNS),
                min(max(body_indent - line.indent, 0), _MOST_COLUMNS),
                min(line.gap, _MOST_GAP),
                bool(line.underline),
                min(len(line.cells), _MOST),
            )
            for line in page.lines
        ],
        dtype=float,
    )


def _body_indent(lines: Sequence[Line]) -> int:
    """Return the indent, in columns, at which most of the page's plain text stands."""
    weights: Counter[int] = Counter()
    for line in lines:
        if not line.marker:
            weights[line.indent] += len(line.text)
    return weights.most_common(1)[0][0] if weights else 0
