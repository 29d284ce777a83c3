"""The words and characters of all lines of a page, taken apart once for all that measure them.

Lines enter, a PageText leaves: flat arrays with an offset a line, so that counting is done by
array sums instead of loops. Pure; for the text format only.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from ingest.formats.text.lines import Line
from ingest.formats.text.wording import STOP_WORDS

Matrix = NDArray[np.float32]
Places = NDArray[np.intp]

PROSE_WORDS = 12
"""Words from which a line reads as prose: 97 % of headings stay under it, most sentences pass."""

_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
_TELLING_LETTERS = 3


@dataclass(frozen=True, slots=True)
class PageText:
    """A page's lines, and their words and characters in flat arrays.

    Attributes:
        lines: The page's lines.
        text: Their texts, one below the other.
        line_starts: Where in ``text`` each line starts, in characters.
        spelled: The different words of the page, as written.
        lowered: The same in lower case.
        telling: Which of them carry meaning: three letters or more, and no function words.
        words: For every word of the page its place in ``spelled``, line after line.
        word_starts: Where in ``words`` each line starts; one entry more than lines.
    """

    lines: tuple[Line, ...]
    text: str
    line_starts: Places
    spelled: tuple[str, ...]
    lowered: tuple[str, ...]
    telling: NDArray[np.bool_]
    words: Places
    word_starts: Places

    @property
    def word_counts(self) -> Places:
        """The number of words of each line."""
        counts: Places = np.diff(self.word_starts)
        return counts

    @property
    def word_lines(self) -> Places:
        """The line that each word of the page stands on."""
        lines: Places = np.repeat(np.arange(len(self.lines)), self.word_counts)
        return lines

    def words_of(self, line: int) -> list[str]:
        """Return the words of one line in lower case."""
        places = self.words[self.word_starts[line] : self.word_starts[line + 1]]
        return [self.lowered[place] for place in places]

    def sum_words(self, values: NDArray[np.generic]) -> Matrix:
        """Sum, line by line, a value of each different word over the words of the line."""
        sums = np.zeros(len(self.words) + 1)
        np.cumsum(values[self.words], out=sums[1:])
        counted = sums[self.word_starts[1:]] - sums[self.word_starts[:-1]]
        return counted.astype(np.float32)


def take_apart(lines: Sequence[Line]) -> PageText:
    """Return the words and characters of ``lines``."""
    found = [_WORD.findall(line.text) for line in lines]
    index: dict[str, int] = {}
    words = [index.setdefault(word, len(index)) for line in found for word in line]
    spelled = tuple(index)
    lowered = tuple(map(str.lower, spelled))
    telling = [len(word) >= _TELLING_LETTERS and word not in STOP_WORDS for word in lowered]
    ends = list(accumulate(len(line.text) + 1 for line in lines))
    return PageText(
        lines=tuple(lines),
        text="\n".join(line.text for line in lines),
        line_starts=np.array([0, *ends[:-1]], dtype=np.intp),
        spelled=spelled,
        lowered=lowered,
        telling=np.array(telling, dtype=bool),
        words=np.array(words, dtype=np.intp),
        word_starts=np.array([0, *accumulate(map(len, found))], dtype=np.intp),
    )
