"""The words of all lines of a page, taken apart once for all that measure them.

Lines enter, a PageText leaves: the page as arrays. Characters, words and lines are three levels,
each a set of columns as long as the page has characters, words or lines; what is asked of a level
is one array operation over the page, and goes up a level by a sum or a look-up at each line's first
word. Python itself sees only the lines that the arrays cannot decide. Pure; for the text format
only.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np

from ingest.formats.text.characters import Characters, characters_of
from ingest.formats.text.layout import Layout, layout_of
from ingest.formats.text.lines import Lines
from ingest.formats.text.signs import TELLING, signs_of
from ingest.formats.text.word_table import COUNT_BITS, MOST_WORDS, Places, WordTable

PROSE_WORDS = 12
"""Words from which a line reads as prose: 97 % of headings stay under it, most sentences pass."""

_MOST_COUNTED = 2**COUNT_BITS - 1


@dataclass(frozen=True, slots=True)
class PageText:
    """A page's lines and their words.

    Attributes:
        layout: Where the lines stand and how they are marked.
        characters: The lines' characters.
        table: The words by number, and what each tells.
        words: The number of every word of the page, in order.
        lengths: How many letters each has.
        folded: The same of the words in lower case.
        signs: What each word tells by itself, see `ingest.formats.text.signs`.
        starts: Where in ``words`` each line starts; one entry more than lines.
        counts: The number of words of each line.
        word_lines: The line that each word stands on.
        said: The telling words of each line, none twice: the lines and the words (as numbers of
            the words in lower case), in the order of the words and then of the lines.
        lowered: The lines' texts in lower case.
    """

    layout: Layout
    characters: Characters
    table: WordTable
    words: Places
    lengths: Places
    folded: Places
    signs: Places
    starts: Places
    counts: Places
    word_lines: Places
    said: tuple[Places, Places]
    lowered: list[str]

    def __len__(self) -> int:
        """Return the number of lines."""
        return len(self.counts)

    def words_of(self, line: int) -> tuple[str, ...]:
        """Return the words of one line in lower case."""
        return self.words_between(self.starts[line], self.starts[line + 1])

    def words_between(self, start: int, end: int) -> tuple[str, ...]:
        """Return the words from the ``start``-th of the page to before the ``end``-th, folded."""
        spelled = self.table.spelled
        return tuple([spelled[number] for number in self.folded[start:end].tolist()])

    def sum_words(self, values: Places) -> Places:
        """Sum a value of each word over the words of each line."""
        sums = np.zeros(len(values) + 1, dtype=np.intp)
        np.cumsum(values, out=sums[1:])
        bounds = sums.take(self.starts)
        return bounds[1:] - bounds[:-1]

    def count_words(self, signs: Places, *flags: int) -> list[Places]:
        """Count for each line the words that have each of ``flags`` among their ``signs``.

        The flags are COUNT_BITS apart, the first the lowest bit: one sum counts them all.
        """
        sums = self.sum_words(signs & sum(flags))
        return [sums // flag & _MOST_COUNTED for flag in flags]


def take_apart(lines: Lines) -> PageText:
    """Return the words of ``lines``, one at least.

    A word is a run of letters and digits, with apostrophes and hyphens inside it.
    """
    layout = layout_of(lines)
    characters = characters_of(layout.texts)
    begins, ends = _word_bounds(characters)
    table = _current_table()
    words = table.number(characters.text, characters.codes, begins, ends)
    folded = table.fold(words)
    signs = table.tell(signs_of, words)
    starts = np.searchsorted(begins, characters.bounds)
    word_lines = characters.lines_of(begins)
    telling = np.flatnonzero(signs & TELLING)
    return PageText(
        layout=layout,
        characters=characters,
        table=table,
        words=words,
        lengths=ends - begins,
        folded=folded,
        signs=signs,
        starts=starts,
        counts=starts[1:] - starts[:-1],
        word_lines=word_lines,
        said=_said(table, folded.take(telling), word_lines.take(telling)),
        lowered=[*map(str.lower, layout.texts)],
    )


def _word_bounds(characters: Characters) -> tuple[Places, Places]:
    """Return the places of the first characters of all words, and those after their last."""
    inside = characters.in_words
    changes = np.flatnonzero(inside[1:] != inside[:-1]) + 1  # a line's end is in no word
    if inside[0]:
        changes = np.concatenate([[0], changes])
    return changes[0::2], changes[1::2]


def _said(table: WordTable, words: Places, lines: Places) -> tuple[Places, Places]:
    """Return which of ``lines``, those of the telling ``words``, says which of them."""
    order = table.in_order(words)
    words, lines = words.take(order), lines.take(order)
    different = np.ones(len(order), dtype=bool)
    np.not_equal(words[1:], words[:-1], out=different[1:])
    different[1:] |= lines[1:] != lines[:-1]
    return lines.compress(different), words.compress(different)


def _current_table() -> WordTable:
    """Return the process's table of words; a full one is let go."""
    if len(_table().spelled) >= MOST_WORDS:
        _table.cache_clear()
    return _table()


@cache
def _table() -> WordTable:
    return WordTable()
