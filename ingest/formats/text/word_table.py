"""Words as numbers: each different word of a run of pages is asked once what it tells.

Words enter, whole numbers leave; from then on what a word tells is a row of a column, and what a
page's words tell is that column taken at the page's numbers. Pages of one kind share most of their
words, so that a page brings a hundred new ones or so. What is told of a word never depends on the
pages before: its number does, and numbers are compared only for being the same. For the text
format only.
"""

from collections.abc import Callable, Sequence
from itertools import repeat
from typing import Any

import numpy as np
from numpy.typing import NDArray

MOST_WORDS = 2**16
"""Words from which a table is full, and a new one begun: some 20 MB. The 676 labelled dumps of web
pages have 40,000 different ones."""

_FIRST_ROWS = 2**10
_NEW = -1

Places = NDArray[np.intp]
Column = NDArray[Any]
Question = Callable[[Sequence[str]], Column]
"""Words enter, one row each leaves; a word has the same row whatever stands beside it."""


class WordTable:
    """The different words met so far, numbered from 0, and what was asked of them.

    Attributes:
        spelled: The words as written, by number.
    """

    __slots__ = ("_columns", "_numbers", "spelled")

    def __init__(self) -> None:
        """Begin without words."""
        self.spelled: list[str] = []
        self._numbers: dict[str, int] = {}
        self._columns: dict[Question, tuple[int, Column]] = {}

    def number(self, words: Sequence[str]) -> Places:
        """Return the number of each of ``words``."""
        numbers = self._look_up(words)
        new = np.flatnonzero(numbers == _NEW)
        if len(new):
            for place in new.tolist():
                self._add(words[place])
            numbers[new] = self._look_up([words[place] for place in new.tolist()])
        return numbers

    def fold(self, numbers: Places) -> Places:
        """Return the numbers of the words in lower case."""
        folded: Places = self.column(self._folded)[numbers]
        return folded

    def column(self, question: Question) -> Column:
        """Return what ``question`` tells of every word, by number; only new words are asked.

        The rows beyond the known words mean nothing.
        """
        asked, column = self._columns.get(question, (0, np.empty(0)))
        known = len(self.spelled)
        if asked < known or not known:
            new = question(self.spelled[asked:])
            if len(column) < known:
                rows = max(known, 2 * len(column), _FIRST_ROWS)
                longer = np.empty((rows, *new.shape[1:]), dtype=new.dtype)
                longer[:asked] = column[:asked] if asked else 0
                column = longer
            column[asked:known] = new
            self._columns[question] = known, column
        return column

    def _add(self, word: str) -> None:
        """Number ``word`` and the same in lower case, if they are new."""
        for spelling in (word, word.lower()):
            if spelling not in self._numbers:
                self._numbers[spelling] = len(self.spelled)
                self.spelled.append(spelling)

    def _folded(self, words: Sequence[str]) -> Places:
        return self._look_up([*map(str.lower, words)])

    def _look_up(self, words: Sequence[str]) -> Places:
        found = map(self._numbers.get, words, repeat(_NEW))
        return np.fromiter(found, dtype=np.intp, count=len(words))
