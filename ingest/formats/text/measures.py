"""What each line shows by itself, as numbers.

A PageText enters, one row of measures a line leaves. Pure; imported by the evidence of the text
format.
"""

from collections.abc import Mapping

import numpy as np

from ingest.formats.text.characters import Flags
from ingest.formats.text.layout import Layout
from ingest.formats.text.numbering import section_numbers
from ingest.formats.text.phrases import count_phrases
from ingest.formats.text.signs import CAPITAL, FURNITURE, STOP
from ingest.formats.text.usual import usual_shares
from ingest.formats.text.word_table import Column
from ingest.formats.text.words import PROSE_WORDS, PageText
from ingest.trees import Matrix

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

_MOST = 10
"""Counts stop here: ten separators tell no more than eleven."""

_MOST_COLUMNS = 40
_MOST_GAP = 4


def measure(
    page: PageText, characters: Mapping[str, Column], contacts: Flags, rows: Matrix
) -> None:
    """Write the page's MEASURES to ``rows``, one column a line.

    ``characters`` are the counts and flags of `ingest.formats.text.counts`; ``contacts`` flags the
    lines that tell how to reach somebody.
    """
    columns = {
        **_of_words(page, characters),
        **_of_characters(characters),
        **_of_layout(page.layout, characters["length"]),
        "usual": usual_shares(page),
        "contact": contacts,
        "section_number": section_numbers(page),
    }
    for row, name in zip(rows, MEASURES, strict=True):
        row[:] = columns[name]


def _of_words(page: PageText, characters: Mapping[str, Column]) -> dict[str, Column]:
    """Return the measures that count words and phrases."""
    words = page.counts.astype(np.float32)
    count = np.maximum(words, 1)
    counted = page.count_words(page.signs, CAPITAL, STOP, FURNITURE)
    capitals, stops, furniture = (column.astype(np.float32) for column in counted)
    phrases, statements = count_phrases(page)
    furniture += phrases
    return {
        "words": words,
        "capitalised": capitals / count,
        "stop_words": stops / count,
        "word_length": characters["letters"].astype(np.float32) / count,
        "furniture_words": np.minimum(furniture, _MOST),
        "furniture_share": furniture / count,
        "statement": (statements > 0) | (characters["copyrights"] > 0),
        "page_words": _page_words(page),
        "sentence_case": (capitals == 1) & characters["starts_upper"],
        "title_case": (words > 1) & (capitals > 0) & (capitals + stops >= words),
    }


def _of_characters(characters: Mapping[str, Column]) -> dict[str, Column]:
    """Return the measures that count characters, and those of a line's first and last."""
    length = np.maximum(characters["length"], 1)
    return {
        **characters,
        "characters": characters["length"],
        "symbols": characters["symbols"] / length,
        "digits": characters["digits"] / length,
        "separators": np.minimum(characters["separators"], _MOST),
        "form_fields": np.minimum(characters["fields"], _MOST),
        "code": np.minimum(characters["code"], _MOST) / length,
        "glued": np.minimum(characters["glued"], _MOST),
        "sentences_inside": np.minimum(characters["breaks"], _MOST),
        "permalink": characters["ends_mark"],
    }


def _of_layout(layout: Layout, lengths: Column) -> dict[str, Column]:
    """Return the measures of where a line stands and how it is marked."""
    outwards = layout.indents - _body_indent(layout, lengths)
    return {
        "glyph": layout.glyphs,
        "number": layout.numbered,
        "indent": np.clip(outwards, 0, _MOST_COLUMNS),
        "outdent": np.clip(-outwards, 0, _MOST_COLUMNS),
        "gap_above": np.minimum(layout.gaps, _MOST_GAP),
        "underlined": layout.stated,
        "cells": np.minimum(layout.cells, _MOST),
    }


def _body_indent(layout: Layout, lengths: Column) -> int:
    """Return the indent, in columns, at which most of the page's plain text stands."""
    plain = ~layout.marked
    indents = layout.indents[plain]
    if not len(indents):
        return 0
    weights = np.bincount(indents, weights=lengths[plain])[indents]
    return int(indents[np.argmax(weights)])


def _page_words(page: PageText) -> Column:
    """Return the share of a line's telling words that other long lines of the page say as well."""
    lines, words = page.said
    long = (page.counts >= PROSE_WORDS).take(lines)
    opens = np.ones(len(words), dtype=bool)
    np.not_equal(words[1:], words[:-1], out=opens[1:])
    group = np.cumsum(opens) - 1
    in_prose = np.bincount(group.compress(long), minlength=len(words))
    known = in_prose.take(group) > long
    said = np.bincount(lines.compress(known), minlength=len(page))
    return said / np.maximum(np.bincount(lines, minlength=len(page)), 1)
