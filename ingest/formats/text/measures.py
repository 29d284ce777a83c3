"""What each line shows by itself, as numbers.

A PageText enters, one row of measures a line leaves. Pure; imported by the evidence of the text
format.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from ingest.formats.text.characters import CHARACTERS, count_characters
from ingest.formats.text.lines import Line
from ingest.formats.text.signs import (
    CAPITAL,
    FURNITURE,
    LETTERS,
    OPENS_FURNITURE,
    OPENS_STATEMENT,
    STOP,
)
from ingest.formats.text.usual import usual_shares
from ingest.formats.text.words import PROSE_WORDS, Matrix, PageText
from ingest.formats.wording import (
    ADDRESS_SIGNS,
    CONTACT,
    CONTACT_FIGURES,
    FURNITURE_PHRASES,
    STATEMENT_PHRASES,
    TIME,
    TIME_SIGNS,
)

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
    "usual",
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
_MOST = 10
"""Counts stop here: ten separators tell no more than eleven."""

_MOST_COLUMNS = 40
_MOST_GAP = 4


def measure(page: PageText) -> Matrix:
    """Return one row of MEASURES a line."""
    characters = dict(zip(CHARACTERS, count_characters(page.characters).T, strict=True))
    columns = _of_words(page, characters) | _of_characters(characters) | _of_layout(page.lines)
    columns["usual"] = usual_shares(page)
    columns["contact"] = _contacts(page.lines, characters["digits"])
    columns["section_number"] = np.array(
        [_SECTION_NUMBER.match(text) is not None for text in page.beginnings]
    )
    return np.stack([columns[name] for name in MEASURES], axis=1).astype(np.float32)


def _of_words(page: PageText, characters: Mapping[str, Matrix]) -> dict[str, NDArray[np.generic]]:
    """Return the measures that count words and phrases."""
    words = page.counts.astype(np.float32)
    count = np.maximum(words, 1)
    length = np.maximum(characters["length"], 1)
    letters = page.sum_words(page.signs >> LETTERS)
    capitals, stops, furniture = (
        page.sum_words(page.signs & sign > 0) for sign in (CAPITAL, STOP, FURNITURE)
    )
    furniture = furniture + _phrases(page, OPENS_FURNITURE, FURNITURE_PHRASES)
    statements = _phrases(page, OPENS_STATEMENT, STATEMENT_PHRASES) + characters["copyrights"]
    return {
        "words": words,
        "capitalised": capitals / count,
        "stop_words": stops / count,
        "symbols": np.maximum(length - letters - characters["spaces"], 0) / length,
        "word_length": letters / count,
        "furniture_words": np.minimum(furniture, _MOST),
        "furniture_share": furniture / count,
        "statement": statements > 0,
        "page_words": _page_words(page),
        "sentence_case": (capitals == 1) & (characters["starts_upper"] > 0),
        "title_case": (words > 1) & (capitals > 0) & (capitals + stops >= words),
    }


def _of_characters(characters: Mapping[str, Matrix]) -> dict[str, NDArray[np.generic]]:
    """Return the measures that count characters, and those of a line's first and last."""
    length = np.maximum(characters["length"], 1)
    same = ("all_capitals", "starts_lower", "starts_digit", "starts_quote", "ends_sentence")
    also = ("ends_question", "ends_colon", "ends_comma", "ends_bracket")
    return {
        "characters": characters["length"],
        "digits": characters["digits"] / length,
        "separators": np.minimum(characters["separators"], _MOST),
        "form_fields": np.minimum(characters["fields"], _MOST),
        "code": np.minimum(characters["code"], _MOST) / length,
        "glued": np.minimum(characters["glued"], _MOST),
        "sentences_inside": np.minimum(characters["breaks"], _MOST),
        "permalink": characters["ends_mark"],
        **{name: characters[name] for name in (*same, *also)},
    }


def _of_layout(lines: Sequence[Line]) -> dict[str, NDArray[np.generic]]:
    """Return the measures of where a line stands and how it is marked."""
    outwards = np.array([line.indent for line in lines]) - _body_indent(lines)
    marker = np.array([len(line.marker) for line in lines])
    return {
        "glyph": marker == 1,
        "number": marker > 1,
        "indent": np.clip(outwards, 0, _MOST_COLUMNS),
        "outdent": np.clip(-outwards, 0, _MOST_COLUMNS),
        "gap_above": np.minimum([line.gap for line in lines], _MOST_GAP),
        "underlined": np.array([bool(line.underline or line.level) for line in lines]),
        "cells": np.minimum([len(line.cells) for line in lines], _MOST),
    }


def _body_indent(lines: Sequence[Line]) -> int:
    """Return the indent, in columns, at which most of the page's plain text stands."""
    weights: Counter[int] = Counter()
    for line in lines:
        if not line.marker:
            weights[line.indent] += len(line.text)
    return weights.most_common(1)[0][0] if weights else 0


def _phrases(
    page: PageText, opens: int, phrases: Mapping[str, Sequence[tuple[str, ...]]]
) -> Matrix:
    """Count the phrases in each line; words with the sign ``opens`` may begin one."""
    counts = np.zeros(len(page.lines), dtype=np.float32)
    places = np.flatnonzero(page.signs[page.words] & opens)
    lines = page.word_lines[places]
    ends = page.starts[lines + 1].tolist()
    lowered, words = page.lowered, page.words.tolist()
    for place, line, end in zip(places.tolist(), lines.tolist(), ends, strict=True):
        for rest in phrases[lowered[words[place]]]:
            following = words[place + 1 : min(place + 1 + len(rest), end)]
            counts[line] += tuple([lowered[word] for word in following]) == rest
    return counts


def _contacts(lines: Sequence[Line], digits: Matrix) -> NDArray[np.bool_]:
    """Flag the lines that hold a telephone number, an address or a time of day."""
    flags = np.zeros(len(lines), dtype=bool)
    text = "\n".join([line.text for line in lines])
    starts = [0, *accumulate(len(line.text) + 1 for line in lines)]
    for sign in ADDRESS_SIGNS:
        place = text.find(sign)
        while place >= 0:
            line = bisect_right(starts, place) - 1
            flags[line] = True
            place = text.find(sign, starts[line + 1])
    for line in np.flatnonzero(digits > 1).tolist():
        if not flags[line]:
            said = lines[line].text
            may = CONTACT_FIGURES.search(said)
            flags[line] = bool((may and CONTACT.search(said)) or _tells_time(said))
    return flags


def _tells_time(text: str) -> bool:
    may = any(map(text.__contains__, TIME_SIGNS))
    return may and TIME.search(text) is not None


def _page_words(page: PageText) -> Matrix:
    """Return the share of a line's telling words that other long lines of the page say as well."""
    lines, words = page.said
    long = page.counts >= PROSE_WORDS
    in_prose = np.bincount(words[long[lines]], minlength=len(page.spelled))
    known = in_prose[words] > long[lines]
    count = len(page.lines)
    said = np.bincount(lines, weights=known, minlength=count)
    return (said / np.maximum(np.bincount(lines, minlength=count), 1)).astype(np.float32)
