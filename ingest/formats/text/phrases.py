"""Phrases that stand in the lines of a page: of furniture, and of a site's notices.

A PageText enters, counts a line leave. Pure; imported by the measures of the text format.

A phrase is looked for where two of its words stand side by side: these pairs are a table, asked for
all pairs of a page at once. Python sees only those that may be a phrase.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from ingest.formats.text.word_table import Places
from ingest.formats.text.words import PageText
from ingest.formats.wording import FURNITURE_PHRASES, STATEMENT_PHRASES

Phrases = Mapping[str, Sequence[tuple[str, ...]]]

_KINDS = (FURNITURE_PHRASES, STATEMENT_PHRASES)

_WHOLE, _OPENS, _GOES_ON = 1, 2, 4
"""A pair of words is a phrase, or begins with one of a single word; it opens a longer one; it is
the second and third word of one."""


@dataclass(frozen=True, slots=True)
class _Pairs:
    """The words of all phrases by number, from 1 on, and what each pair of them may be.

    ``roles`` has the pair of the numbers a and b at a * (1 + how many words there are) + b.
    """

    numbers: Mapping[str, int]
    roles: NDArray[np.uint8]
    longest: int


def count_phrases(page: PageText) -> tuple[Places, Places]:
    """Count the phrases of furniture and those of a site's notices in each line."""
    furniture, statements = (np.zeros(len(page), dtype=np.intp) for _ in _KINDS)
    places = _candidates(page)
    lines = page.word_lines.take(places)
    ends = np.minimum(page.starts.take(lines + 1), places + _pairs().longest)
    for line, start, end in zip(lines.tolist(), places.tolist(), ends.tolist(), strict=True):
        first, *rest = page.words_between(start, end)
        for counts, phrases in zip((furniture, statements), _KINDS, strict=True):
            for more in phrases.get(first, ()):
                counts[line] += tuple(rest[: len(more)]) == more
    return furniture, statements


def _candidates(page: PageText) -> Places:
    """Return the places of the words that may begin a phrase."""
    pairs = _pairs()
    numbers = np.zeros(len(page.words) + 2, dtype=np.intp)
    numbers[:-2] = page.table.tell(_numbers_of, page.words)
    roles = pairs.roles.take(numbers[:-1] * (len(pairs.numbers) + 1) + numbers[1:])
    longer = (roles[:-1] & _OPENS > 0) & (roles[1:] & _GOES_ON > 0)
    return np.flatnonzero(longer | (roles[:-1] & _WHOLE > 0))


def _numbers_of(words: Sequence[str]) -> Places:
    """Return the number of each word, 0 for those of no phrase."""
    numbers = _pairs().numbers
    return np.array([numbers.get(word.lower(), 0) for word in words], dtype=np.intp)


@cache
def _pairs() -> _Pairs:
    stated = [*_stated()]
    words = sorted({word for phrase in stated for word in phrase})
    numbers = {word: number for number, word in enumerate(words, start=1)}
    roles = np.zeros((len(words) + 1, len(words) + 1), dtype=np.uint8)
    for phrase in stated:
        first, *rest = (numbers[word] for word in phrase)
        if not rest:
            roles[first] |= _WHOLE
        elif len(rest) == 1:
            roles[first, rest[0]] |= _WHOLE
        else:
            roles[first, rest[0]] |= _OPENS
            roles[rest[0], rest[1]] |= _GOES_ON
    return _Pairs(numbers, roles.ravel(), max(map(len, stated)))


def _stated() -> Iterator[tuple[str, ...]]:
    for phrases in _KINDS:
        for first, rests in phrases.items():
            for rest in rests:
                yield (first, *rest)
