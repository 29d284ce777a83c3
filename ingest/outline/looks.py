"""How the headings of a page look, each by itself and among the others, in numbers.

HeadingFacts of one page enter, in page order; a row of numbers a heading leaves. Used by
`ingest.outline.standing`, which compares them.
"""

from collections import Counter
from collections.abc import Hashable, Sequence

import numpy as np

from ingest.outline.headings import HeadingFacts, recurring
from ingest.trees import Matrix

OWN = (
    "words",
    "title_case",
    "question",
    "colon",
    "numbered",
    "empty",
    "general",
    "asks_questions",
    "closing",
    "recurs",
    "times",
    "body_words",
    "has_items",
    "opens_with_item",
    "first_word_times",
    "look_share",
    "listed",
    "indent",
)
"""Names of the numbers, in the order of the columns."""

_MOST_BODY = 400
"""Words: beyond a section of a page, more tell no more."""

_MOST_INDENT = 40
_LENGTHS, _LENGTH_WORDS = 3, 3
"""Classes of a heading's length, and how many words make one."""


def numbers_of(headings: Sequence[HeadingFacts]) -> Matrix:
    """Return one row of OWN a heading."""
    keys = [heading.key for heading in headings]
    looks = [heading.looks for heading in headings]
    words = [look.words for look in looks]
    title_case = [look.title_case for look in looks]
    indent = [look.indent for look in looks]
    question = [heading.question for heading in headings]
    colon = [heading.colon for heading in headings]
    numbered = [heading.number is not None for heading in headings]
    lengths = [min(count // _LENGTH_WORDS, _LENGTHS) for count in words]
    alike = list(zip(title_case, question, colon, numbered, lengths, indent, strict=True))
    # What headings of one level have in common on most pages.
    first_words = [key[:1] for key in keys]
    columns = (
        words,
        title_case,
        question,
        colon,
        numbered,
        [heading.empty for heading in headings],
        [heading.general for heading in headings],
        [heading.asks_questions for heading in headings],
        [heading.closing for heading in headings],
        recurring(headings),
        _times(keys),
        [min(look.body_words, _MOST_BODY) for look in looks],
        [look.has_items for look in looks],
        [look.opens_with_item for look in looks],
        _times(first_words),
        [times / len(headings) for times in _times(alike)],
        [look.listed for look in looks],
        [min(column, _MOST_INDENT) for column in indent],
    )
    return np.array(columns, dtype=np.float32).T.copy()


def _times(values: Sequence[Hashable]) -> list[int]:
    """Return for each of ``values`` how many of them are the same."""
    counts = Counter(values)
    return [counts[value] for value in values]
