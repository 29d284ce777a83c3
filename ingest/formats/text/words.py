"""The words of all lines of a page, taken apart once for all that measure them.

Lines enter, a PageText leaves: flat arrays with an offset a line, so that counting is done by
array sums instead of loops. Pure; for the text format only.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ingest.formats.text.characters import Characters, characters_of
from ingest.formats.text.lines import Line
from ingest.formats.text.signs import TELLING, signs_of

Matrix = NDArray[np.float32]
Places = NDArray[np.intp]

PROSE_WORDS = 12
"""Words from which a line reads as prose: 97 % of headings stay under it, most sentences pass."""

_LONGEST_NUMBER = 20
"""Characters that a section's number and the word before it take up."""


@dataclass(frozen=True, slots=True)
class PageText:
    """A page's lines and their words.

    Attributes:
        lines: The page's lines.
        characters: Their characters.
        spelled: The different words of the page, as written.
        lowered: The same in lower case.
        signs: What each of them tells by itself, see `ingest.formats.text.signs`.
        words: For every word of the page its place in ``spelled``.
        starts: Where in ``words`` each line starts; one entry more than lines.
        counts: The number of words of each line.
        word_lines: The line that each word stands on.
        said: The telling words of each line, none twice: pairs of rows, the lines and the words
            (as places in ``spelled`` of one of its spellings), in the order of the words.
        beginnings: How each line begins, its number included: enough to tell a section's number.
    """

    lines: tuple[Line, ...]
    characters: Characters
    spelled: tuple[str, ...]
    lowered: tuple[str, ...]
    signs: Places
    words: Places
    starts: Places
    counts: Places
    word_lines: Places
    said: Places
    beginnings: tuple[str, ...]

    def words_of(self, line: int, most: int | None = None) -> tuple[str, ...]:
        """Return the words of one line in lower case, or the first ``most`` of them."""
        places = self.words[self.starts[line] : self.starts[line + 1]][:most]
        return tuple([self.lowered[place] for place in places.tolist()])

    def sum_words(self, values: NDArray[np.generic]) -> Matrix:
        """Sum, line by line, a value of each different word over the words of the line."""
        sums = np.zeros(len(self.words) + 1)
        np.cumsum(values[self.words], out=sums[1:])
        counted = sums[self.starts[1:]] - sums[self.starts[:-1]]
        return counted.astype(np.float32)


def take_apart(lines: Sequence[Line]) -> PageText:
    """Return the words of ``lines``, one at least.

    A word is a run of letters and digits, with apostrophes and hyphens inside it.
    """
    characters = characters_of(lines)
    written, counts = _words_by_line(characters)
    spelled = tuple(dict.fromkeys(written))
    index = dict(zip(spelled, range(len(spelled)), strict=True))
    words = np.fromiter(map(index.__getitem__, written), dtype=np.intp, count=len(written))
    lowered = tuple(map(str.lower, spelled))
    signs = signs_of(spelled, lowered)
    word_lines = np.repeat(np.arange(len(lines)), counts)
    return PageText(
        lines=tuple(lines),
        characters=characters,
        spelled=spelled,
        lowered=lowered,
        signs=signs,
        words=words,
        starts=np.concatenate([[0], np.cumsum(counts)]),
        counts=counts,
        word_lines=word_lines,
        said=_said(lowered, signs[words] & TELLING > 0, words, word_lines, len(lines)),
        beginnings=tuple(
            [
                (line.full_text if len(line.marker) > 1 else line.text)[:_LONGEST_NUMBER]
                for line in lines
            ]
        ),
    )


def _words_by_line(characters: Characters) -> tuple[list[str], Places]:
    """Return the words in order, as written, and how many each line has."""
    inside = characters.in_words()
    spaced = np.where(inside, characters.codes, np.uint32(ord(" ")))
    begins = inside.copy()
    begins[1:] &= ~inside[:-1]
    counts = np.add.reduceat(begins, characters.starts, dtype=np.intp)
    return spaced.tobytes().decode("utf-32-le").split(), counts


def _said(
    lowered: Sequence[str],
    telling: NDArray[np.bool_],
    words: Places,
    word_lines: Places,
    lines: int,
) -> Places:
    """Return which line says which of the ``telling`` words, by word and then by line."""
    one_spelling = dict(zip(lowered, range(len(lowered)), strict=True))
    folded = np.fromiter(map(one_spelling.__getitem__, lowered), dtype=np.intp, count=len(lowered))
    pairs = np.sort(folded[words[telling]] * lines + word_lines[telling])
    pairs = pairs[np.diff(pairs, prepend=-1) > 0]
    return np.stack([pairs % lines, pairs // lines])
