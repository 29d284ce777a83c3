"""The words of all lines of a page, taken apart once for all that measure them.

Lines enter, a PageText leaves: flat arrays with an offset a line, so that counting is done by
array sums instead of loops. Pure; for the text format only.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, chain

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
    """A page's lines and their words.

    Attributes:
        lines: The page's lines.
        spelled: The different words of the page, as written.
        lowered: The same in lower case.
        flat: Every word of the page in lower case, line after line.
        words: For every word of the page its place in ``spelled``.
        starts: Where in ``words`` each line starts; one entry more than lines.
        counts: The number of words of each line.
        word_lines: The line that each word stands on.
        said: The telling words of each line, none twice: pairs of rows, the lines and the words
            (as places in ``spelled`` of one of its spellings), in the order of the words.
    """

    lines: tuple[Line, ...]
    spelled: tuple[str, ...]
    lowered: tuple[str, ...]
    flat: tuple[str, ...]
    words: Places
    starts: Places
    counts: Places
    word_lines: Places
    said: Places

    def words_of(self, line: int) -> tuple[str, ...]:
        """Return the words of one line in lower case."""
        return self.flat[self.starts[line] : self.starts[line + 1]]

    def sum_words(self, values: NDArray[np.generic]) -> Matrix:
        """Sum, line by line, a value of each different word over the words of the line."""
        sums = np.zeros(len(self.words) + 1)
        np.cumsum(values[self.words], out=sums[1:])
        counted = sums[self.starts[1:]] - sums[self.starts[:-1]]
        return counted.astype(np.float32)


def take_apart(lines: Sequence[Line]) -> PageText:
    """Return the words of ``lines``."""
    found = [_WORD.findall(line.text) for line in lines]
    written = list(chain.from_iterable(found))
    spelled = tuple(dict.fromkeys(written))
    index = {word: place for place, word in enumerate(spelled)}
    lowered = tuple(map(str.lower, spelled))
    words = np.array([index[word] for word in written], dtype=np.intp)
    counts = np.array([len(line) for line in found], dtype=np.intp)
    word_lines = np.repeat(np.arange(len(lines)), counts)
    return PageText(
        lines=tuple(lines),
        spelled=spelled,
        lowered=lowered,
        flat=tuple([lowered[word] for word in words.tolist()]),
        words=words,
        starts=np.array([0, *accumulate(counts.tolist())], dtype=np.intp),
        counts=counts,
        word_lines=word_lines,
        said=_said(lowered, words, word_lines, len(lines)),
    )


def _said(lowered: Sequence[str], words: Places, word_lines: Places, lines: int) -> Places:
    """Return which line says which telling word, by word and then by line."""
    one_spelling = {word: place for place, word in enumerate(lowered)}
    folded = np.array([one_spelling[word] for word in lowered], dtype=np.intp)
    telling = np.array(
        [len(word) >= _TELLING_LETTERS and word not in STOP_WORDS for word in lowered], dtype=bool
    )
    chosen = telling[words]
    pairs = np.unique(folded[words[chosen]] * lines + word_lines[chosen])
    return np.stack([pairs % lines, pairs // lines])
